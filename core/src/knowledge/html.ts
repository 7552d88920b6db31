/** A piece of a document in reading order. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'list' | 'table';
  /** 1 to 6 for headings, else 0. */
  level: number;
  text: string;
}

/** Elements whose content is not text for a reader. */
const SKIPPED = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'head', 'select', 'textarea', 'button', 'nav']);
/** Elements that end a line of text. */
const BLOCKS = new Set(
  'p div section article header footer main aside blockquote pre address figure figcaption dl dt dd ul ol li table thead tbody tfoot tr details summary form fieldset hr h1 h2 h3 h4 h5 h6'.split(' '),
);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', copy: '©', reg: '®', trade: '™', hellip: '…', mdash: '—', ndash: '–', minus: '−',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', middot: '·', times: '×', divide: '÷', deg: '°', euro: '€', pound: '£', yen: '¥', cent: '¢', sect: '§', para: '¶', laquo: '«', raquo: '»',
  frac12: '½', frac14: '¼', frac34: '¾', plusmn: '±', micro: 'µ', rarr: '→', larr: '←', check: '✓', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç', uuml: 'ü', ouml: 'ö', auml: 'ä', szlig: 'ß', ntilde: 'ñ',
};

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,10}));?/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

type Token = { type: 'text'; text: string } | { type: 'open' | 'close'; name: string };

/** Where a tag that begins at `from` ends: the first ">" outside quotes; -1 where there is none. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  for (let i = from; i < html.length; i++) {
    const c = html.charAt(i);
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && html.charAt(i - 1) === '=') quote = c;
    else if (c === '>') return i;
  }
  // An unclosed quote would swallow the rest: end the tag where any reader would.
  return html.indexOf('>', from);
}

function* tokens(html: string): Generator<Token> {
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (open > at) yield { type: 'text', text: html.slice(at, open) };
    const next = html.charAt(open + 1);
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
    } else if (next === '!' || next === '?') {
      const end = html.indexOf('>', open);
      at = end < 0 ? html.length : end + 1;
    } else if (!/[a-zA-Z/]/.test(next)) {
      yield { type: 'text', text: '<' };
      at = open + 1;
    } else {
      const end = tagEnd(html, open + 1);
      if (end < 0) {
        yield { type: 'text', text: html.slice(open) };
        return;
      }
      const name = /^\/?\s*([a-zA-Z][a-zA-Z0-9]*)/.exec(html.slice(open + 1, Math.min(end, open + 40)))?.[1]?.toLowerCase() ?? '';
      at = end + 1;
      if (next !== '/' && SKIPPED.has(name) && html.charAt(end - 1) !== '/') {
        const close = lower.indexOf(`</${name}`, at);
        const after = close < 0 ? -1 : html.indexOf('>', close);
        at = after < 0 ? html.length : after + 1;
      } else if (name !== '') yield { type: next === '/' ? 'close' : 'open', name };
    }
  }
  if (at < html.length) yield { type: 'text', text: html.slice(at) };
}

/** Collects the text of a document line by line while its tags go by. */
class Reader {
  readonly blocks: Block[] = [];
  private line = '';
  /** Letters of the line that stand in bold: a short line that is bold throughout serves as a heading in many shops. */
  private bold = 0;
  private boldDepth = 0;
  private heading = 0;
  private readonly lists: ('ul' | 'ol')[] = [];
  private readonly counters: number[] = [];
  private item = '';
  private rows: string[][] = [];
  private row: string[] | null = null;

  text(raw: string): void {
    const text = decode(raw).replace(/\s+/g, ' ');
    this.line += text;
    if (this.boldDepth > 0) this.bold += text.trim().length;
  }

  open(name: string): void {
    if (name === 'br') this.line += '\n';
    else if (name === 'b' || name === 'strong') this.boldDepth += 1;
    else if (name === 'td' || name === 'th') this.line = '';
    else if (BLOCKS.has(name)) {
      this.flush();
      if (name === 'ul' || name === 'ol') {
        this.lists.push(name);
        this.counters.push(0);
      } else if (name === 'li') this.startItem();
      else if (name === 'tr') this.row = [];
      else if (name === 'table') this.rows = [];
      this.heading = /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : name === 'summary' || name === 'dt' ? 6 : this.heading;
    }
  }

  close(name: string): void {
    if (name === 'b' || name === 'strong') this.boldDepth = Math.max(0, this.boldDepth - 1);
    else if ((name === 'td' || name === 'th') && this.row !== null) {
      this.row.push(this.line.replace(/\s+/g, ' ').trim());
      this.reset();
    } else if (BLOCKS.has(name)) {
      if (name === 'tr' && this.row !== null) {
        this.rows.push(this.row);
        this.row = null;
        this.reset();
      } else if (name === 'table') this.endTable();
      else this.flush();
      if (name === 'ul' || name === 'ol') {
        this.lists.pop();
        this.counters.pop();
      }
      if (/^h[1-6]$|^summary$|^dt$/.test(name)) this.heading = 0;
    }
  }

  end(): Block[] {
    if (this.rows.length > 0) this.endTable();
    this.flush();
    return this.blocks;
  }

  private startItem(): void {
    const depth = this.lists.length - 1;
    const n = (this.counters[depth] ?? 0) + 1;
    this.counters[depth] = n;
    this.item = `${'  '.repeat(Math.max(0, depth))}${this.lists[depth] === 'ol' ? `${n}.` : '-'} `;
  }

  private reset(): void {
    this.line = '';
    this.bold = 0;
  }

  private flush(): void {
    // Inside a table cell the line belongs to the cell.
    if (this.row !== null) {
      this.line += ' ';
      return;
    }
    const text = this.line
      .split('\n')
      .map((l) => l.trim())
      .filter((l) => l !== '')
      .join('\n');
    const allBold = this.bold > 0 && this.bold >= text.replace(/\s/g, '').length * 0.9;
    this.reset();
    if (text === '') return;
    if (this.heading > 0) this.blocks.push({ kind: 'heading', level: this.heading, text: text.replace(/\n/g, ' ') });
    else if (this.item !== '' || this.lists.length > 0) {
      this.append('list', this.item === '' ? `  ${text}` : this.item + text);
      this.item = '';
    } else if (allBold && text.length <= 120 && !text.includes('\n')) this.blocks.push({ kind: 'heading', level: 6, text });
    else this.blocks.push({ kind: 'paragraph', level: 0, text });
  }

  private append(kind: 'list' | 'table', text: string): void {
    const last = this.blocks.at(-1);
    if (last?.kind === kind) last.text += `\n${text}`;
    else this.blocks.push({ kind, level: 0, text });
  }

  /** Each row as a sentence of its own that still makes sense alone: "Norway: Days 5; Price $4." */
  private endTable(): void {
    const [head, ...body] = this.rows.filter((row) => row.some((cell) => cell !== ''));
    this.rows = [];
    this.row = null;
    if (head === undefined) return;
    const lines = body.length === 0 || head.length < 2 ? [head, ...body].map((row) => row.filter((c) => c !== '').join(' | ')) : body.map((row) => sentenceOfRow(head, row));
    this.blocks.push({ kind: 'table', level: 0, text: lines.join('\n') });
  }
}

/** The first cell says what the row is about, the others what holds for it, each under its heading. */
function sentenceOfRow(head: readonly string[], [about = '', ...cells]: readonly string[]): string {
  const han = /\p{Script=Han}/u.test(head.join(''));
  const told = cells.flatMap((cell, i) => (cell === '' ? [] : [[labelOf(head[i + 1] ?? '', cell), cell].filter((part) => part !== '').join(' ')]));
  const text = [about, told.join(han ? '；' : '; ')].filter((part) => part !== '').join(han ? '：' : ': ');
  return /[.。!！?？;；:：]$/.test(text) ? text : text + (han ? '。' : '.');
}

/** A heading as it reads before its cell; none where the cell's own unit says the same ("Time 5 days", "Price $4"). */
function labelOf(label: string, cell: string): string {
  if (/^(?:time|duration|delivery time|price|cost|rate|fee)$/i.test(label) && /[$€£¥￥]|\d\s*(?:working |business )?(?:days?|weeks?|hours?|usd|eur|gbp)\b/i.test(cell)) return '';
  return /^\p{Lu}\p{Ll}+(?: \p{Ll}+)*$/u.test(label) ? label.toLowerCase() : label;
}

/** Reads HTML as its reader sees it: headings, paragraphs, lists, tables. Tags, scripts and styles are dropped; broken markup is read as far as it goes. */
export function readHtml(html: string): Block[] {
  const reader = new Reader();
  for (const token of tokens(html)) {
    if (token.type === 'text') reader.text(token.text);
    else if (token.type === 'open') reader.open(token.name);
    else reader.close(token.name);
  }
  return reader.end();
}
