import { readFileSync } from 'node:fs';

/** Vectors of one language's words: what they mean, so that words no training text holds still say something. */
interface WordTable {
  readonly dims: number;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly rows: Int8Array;
  /** Brings a row to length one. */
  readonly norms: Float32Array;
}

const MAGIC = 'PWV1';
const HEADER = 16;

/** Reads a table: magic, count, dimensions, bytes of the word list (32 bits, little endian), the words by line, the rows. */
function read(file: string): WordTable {
  const bytes = readFileSync(new URL(`../../assets/${file}`, import.meta.url));
  if (bytes.toString('latin1', 0, 4) !== MAGIC) throw new Error(`${file} is no table of word vectors`);
  const count = bytes.readUInt32LE(4);
  const dims = bytes.readUInt32LE(8);
  const length = bytes.readUInt32LE(12);
  if (bytes.length !== HEADER + length + count * dims) throw new Error(`${file} is cut off or damaged`);
  const words = bytes.toString('utf8', HEADER, HEADER + length).split('\n');
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset + HEADER + length, count * dims);
  const norms = new Float32Array(count);
  for (let r = 0; r < count; r++) {
    let square = 0;
    for (let i = r * dims; i < (r + 1) * dims; i++) square += (rows[i] ?? 0) ** 2;
    norms[r] = square === 0 ? 0 : 1 / Math.sqrt(square);
  }
  return { dims, rowOf: new Map(words.map((word, i) => [word, i])), rows, norms };
}

let tables: { en: WordTable; zh: WordTable } | undefined;

/** Read at the first use (some 60 ms) and then kept: 17 MB shared by all models of the process. */
function both(): { en: WordTable; zh: WordTable } {
  tables ??= { en: read('words.en.pwv'), zh: read('words.zh.pwv') };
  return tables;
}

/** Numbers in a meaning: English words first, Chinese ones after them. */
export function meaningSize(): number {
  const { en, zh } = both();
  return en.dims + zh.dims;
}

/** How frequent a word is: 0 for the first of its language's table, Infinity where it is in neither. */
export function rankOf(word: string): number {
  const { en, zh } = both();
  return en.rowOf.get(word) ?? zh.rowOf.get(word) ?? Infinity;
}

/** The words of a language that are known, the most frequent first. */
export function frequentWords(language: 'en' | 'zh'): string[] {
  return [...both()[language].rowOf.keys()];
}

/**
 * The meaning of a text: the weighted sum of its words' vectors, each language's part brought to length one.
 * Words without a vector are passed over; Chinese ones are taken by their characters instead.
 */
export function meaningOf(words: readonly string[], weightOf: (word: string) => number): Float32Array {
  const { en, zh } = both();
  const out = new Float32Array(en.dims + zh.dims);
  for (const word of words) {
    if (add(en, word, weightOf(word), out, 0) || add(zh, word, weightOf(word), out, en.dims)) continue;
    if (/^\p{Script=Han}{2,}$/u.test(word)) for (const c of word) add(zh, c, weightOf(word) / word.length, out, en.dims);
  }
  toLengthOne(out, 0, en.dims);
  toLengthOne(out, en.dims, out.length);
  return out;
}

function add(table: WordTable, word: string, weight: number, out: Float32Array, offset: number): boolean {
  const row = table.rowOf.get(word);
  if (row === undefined) return false;
  const { dims, rows, norms } = table;
  const w = weight * (norms[row] ?? 0);
  const from = row * dims;
  for (let i = 0; i < dims; i++) out[offset + i] = (out[offset + i] ?? 0) + w * (rows[from + i] ?? 0);
  return true;
}

function toLengthOne(v: Float32Array, from: number, to: number): void {
  let square = 0;
  for (let i = from; i < to; i++) square += (v[i] ?? 0) ** 2;
  if (square === 0) return;
  const scale = 1 / Math.sqrt(square);
  for (let i = from; i < to; i++) v[i] = (v[i] ?? 0) * scale;
}
