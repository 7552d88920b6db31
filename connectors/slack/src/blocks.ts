import { exponentOf, type Briefing, type DeskEntry, type DeskView, type Language, type Message } from '@parley/core/contracts';
import type { ActionsBlock, ContextBlock, HeaderBlock, KnownBlock, SectionBlock } from '@slack/types';
import { cut, escaped, link } from './mrkdwn.js';
import { languageName, reasonWord, word } from './words.js';

/** Slack's limits: a section's text, a header, a context element, the fallback text. Source: docs.slack.dev, Block Kit reference. */
const SECTION = 3_000;
const HEADER = 150;
const CONTEXT = 2_000;
export const MAX_TEXT = 4_000;

/** What buttons are called in payloads. */
export const ACTIONS = { accept: 'handoff.accept', suggest: 'handoff.suggest', giveBack: 'handoff.return', close: 'handoff.close', assign: 'handoff.assign', send: 'suggestion.send', edit: 'suggestion.edit' } as const;
/** What forms are called, and their one field. */
export const FORMS = { edit: 'form.edit', giveBack: 'form.return' } as const;
export const FIELD = { block: 'words', action: 'words' } as const;

/** The card at the head of a thread: what an agent needs to know, how it stands, and what can be done. */
export function card(b: Briefing, v: DeskView): { text: string; blocks: KnownBlock[] } {
  const reads = v.deskLanguage;
  const over = v.state === 'returned' || v.state === 'closed';
  return {
    text: cut(word(reads, 'fallback', { asked: escaped(b.asked) }), MAX_TEXT),
    blocks: [
      header(`${b.number} · ${reasonWord(reads, b.reason)}${v.priority === 'normal' ? '' : ' ❗'}`),
      context([`${b.shopper.name === null ? '' : `${word(reads, 'card.name')}: ${escaped(b.shopper.name)} · `}${word(reads, b.shopper.proven ? 'card.proven' : 'card.unproven')}${valueWords(b, reads)}${b.mood === 'calm' ? '' : ` · ${word(reads, `mood.${b.mood}`)}`} · ${word(reads, 'card.writes')} ${languageName(reads, b.language)} · ${escaped(b.channel)}`]),
      section(`*${word(reads, 'card.asked')}*\n${quoted(b.asked)}`),
      ...(b.said.length === 0 ? [] : [section(`*${word(reads, 'card.said')}*\n${said(b, reads)}`)]),
      ...b.orders.map((o) => section(`*${o.url === undefined ? escaped(o.name) : link(o.url, o.name)}* · ${escaped(o.status)}\n${o.items.map((i) => `${i.quantity} × ${escaped(i.title)}`).join('\n')}`)),
      ...(b.evidence.length === 0 ? [] : [context([`${word(reads, 'card.evidence')}: ${b.evidence.map((e) => (e.url === null ? escaped(e.title) : link(e.url, e.title))).join(' · ')}`])]),
      ...(b.tried.length === 0 ? [] : [context([`${word(reads, 'card.tried')}: ${b.tried.map(escaped).join(' · ')}`])]),
      section(`*${stateWords(v)}*`),
      ...(over ? [] : [buttons(v), context([word(reads, 'hint')])]),
    ],
  };
}

/** How much of a customer this is, where that is known. */
function valueWords({ shopper: { orders, spent } }: Briefing, reads: Language): string {
  if (orders === null) return '';
  const paid = spent === null ? '' : `, ${new Intl.NumberFormat(reads, { style: 'currency', currency: spent.currency }).format(spent.minor / 10 ** exponentOf(spent.currency))}`;
  return ` · ${word(reads, orders === 1 ? 'card.order' : 'card.orders', { count: String(orders) })}${paid}`;
}

function stateWords(v: DeskView): string {
  if (v.state === 'accepted') return word(v.deskLanguage, 'state.accepted', { agent: v.agent === null ? '' : `<@${escaped(v.agent.id)}>` });
  if (v.state === 'offered') return word(v.deskLanguage, 'state.offered', { time: v.dueAt === null ? '–' : moment(v.dueAt) });
  return v.ended === null ? word(v.deskLanguage, 'state.over') : escaped(v.ended);
}

/** Each reader's own time zone and clock. */
export function moment(at: number): string {
  return `<!date^${Math.floor(at / 1_000)}^{date_short_pretty} {time}|${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC>`;
}

function buttons(v: DeskView): ActionsBlock {
  const reads = v.deskLanguage;
  const button = (action_id: string, label: string, style?: 'primary' | 'danger') => ({ type: 'button' as const, action_id, value: v.handoff, text: { type: 'plain_text' as const, text: label }, ...(style === undefined ? {} : { style }) });
  const close = {
    ...button(ACTIONS.close, word(reads, 'button.close'), 'danger'),
    confirm: {
      title: { type: 'plain_text' as const, text: word(reads, 'button.close') },
      text: { type: 'plain_text' as const, text: word(reads, 'confirm.close') },
      confirm: { type: 'plain_text' as const, text: word(reads, 'confirm.yes') },
      deny: { type: 'plain_text' as const, text: word(reads, 'confirm.no') },
    },
  };
  const assign = { type: 'users_select' as const, action_id: ACTIONS.assign, placeholder: { type: 'plain_text' as const, text: word(reads, 'button.assign') } };
  return {
    type: 'actions',
    // A select carries no value of its own: the block's id says whose it is.
    block_id: blockIdOf(v.handoff),
    elements: [
      ...(v.state === 'offered' ? [button(ACTIONS.accept, word(reads, 'button.accept'), 'primary')] : []),
      button(ACTIONS.suggest, word(reads, 'button.suggest')),
      ...(v.state === 'accepted' ? [button(ACTIONS.giveBack, word(reads, 'button.return'))] : []),
      close,
      assign,
    ],
  };
}

const BLOCK = 'handoff:';
export function blockIdOf(handoff: string): string {
  return `${BLOCK}${handoff}`;
}
export function handoffOfBlock(block: string): string | null {
  return block.startsWith(BLOCK) ? block.slice(BLOCK.length) : null;
}

/** One entry of a thread, in as many messages as it takes. The last carries the buttons. */
export function entry(e: DeskEntry, reads: Language): { text: string; blocks: KnownBlock[] }[] {
  switch (e.kind) {
    case 'event':
      return [{ text: cut(mentioned(e.text), MAX_TEXT), blocks: [context([`${e.tone === 'warning' ? ':warning: ' : ''}${mentioned(e.text)}`])] }];
    case 'message': {
      const who = word(reads, e.from === 'shopper' ? 'from.shopper' : 'from.bot');
      return pieces(messageText(e.message, reads), SECTION - who.length - 10).map((text) => ({ text: cut(`${who}: ${text}`, MAX_TEXT), blocks: [section(e.from === 'shopper' ? `*${who}*\n${text}` : `_${who}_\n${text}`)] }));
    }
    case 'suggestion': {
      const title = word(reads, 'suggestion');
      const texts = pieces(escaped(e.text), SECTION - title.length - 10);
      return texts.map((text, n) => ({
        text: cut(`${title}: ${text}`, MAX_TEXT),
        blocks: [
          section(n === 0 ? `*${title}*\n${quoteLines(text)}` : quoteLines(text)),
          ...(n < texts.length - 1 ? [] : [...(e.evidence.length === 0 ? [] : [context([e.evidence.map((one) => (one.url === null ? escaped(one.title) : link(one.url, one.title))).join(' · ')])]), suggestionButtons(e.id, reads)]),
        ],
      }));
    }
  }
}

function suggestionButtons(id: string, reads: Language): ActionsBlock {
  const value = id;
  return {
    type: 'actions',
    elements: [
      { type: 'button', action_id: ACTIONS.send, value, style: 'primary', text: { type: 'plain_text', text: word(reads, 'button.send') } },
      { type: 'button', action_id: ACTIONS.edit, value, text: { type: 'plain_text', text: word(reads, 'button.edit') } },
    ],
  };
}

function messageText(message: Message, reads: Language): string {
  const lines = message.parts.map((p): string => {
    switch (p.type) {
      case 'text':
        return escaped(p.text);
      case 'image':
        return `[${word(reads, 'picture')}] ${p.url === undefined ? escaped(p.alt ?? '') : link(p.url, p.alt ?? word(reads, 'picture'))}`.trim();
      case 'file':
        return `[${word(reads, 'file')}] ${p.url === undefined ? escaped(p.name) : link(p.url, p.name)}`;
      case 'voice':
        return `[${word(reads, 'voice')}] ${escaped(p.transcript ?? '')}`.trim();
      case 'order-card':
        return `${escaped(p.name)}: ${escaped(p.status)}`;
      case 'product-card':
        return p.url === undefined ? escaped(p.title) : link(p.url, p.title);
      case 'buttons':
        return p.buttons.map((b) => `▫︎ ${escaped(b.label)}`).join('\n');
    }
  });
  return lines.filter((line) => line !== '').join('\n');
}

/** Our own mentions of a lead, `<@…>`, stay; everything else is text. */
function mentioned(text: string): string {
  return text.split(/(<@[A-Z0-9]+>)/).map((part) => (/^<@[A-Z0-9]+>$/.test(part) ? part : escaped(part))).join('');
}

function said(b: Briefing, reads: Language): string {
  return b.said.map((line) => `_${word(reads, `from.${line.from}`)}_ ${escaped(cut(line.text, 400)).replace(/\n/g, ' ')}`).join('\n');
}

function quoted(text: string): string {
  return quoteLines(escaped(text));
}

function quoteLines(text: string): string {
  return text.split('\n').map((line) => `>${line}`).join('\n');
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: cut(text, HEADER) } };
}

export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: cut(text, SECTION) } };
}

export function context(texts: string[]): ContextBlock {
  return { type: 'context', elements: texts.map((text) => ({ type: 'mrkdwn', text: cut(text, CONTEXT) })) };
}

/** A text in pieces of at most so many characters, cut between lines or words where there are some, never within markup of ours. */
export function pieces(text: string, limit: number): string[] {
  const out: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const head = rest.slice(0, limit);
    const at = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '));
    let end = at > limit / 2 ? at : limit;
    // Neither half of a character nor half of an escaped sign.
    if (/[\ud800-\udbff]$/.test(rest.slice(0, end))) end -= 1;
    const open = rest.slice(Math.max(0, end - 5), end).lastIndexOf('&');
    if (open >= 0 && !rest.slice(Math.max(0, end - 5), end).slice(open).includes(';')) end = Math.max(0, end - 5) + open;
    out.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '' || out.length === 0) out.push(rest);
  return out;
}
