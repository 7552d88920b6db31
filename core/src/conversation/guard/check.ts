import type { Evidence, Receipt, Reply, Sentence } from '../../contracts/index.js';
import { actsClaimed } from './act-claims.js';
import { digitRuns, numbersOf } from './facts.js';
import { claimsIn } from './order-claims.js';

/** What a reply is checked against. */
export interface Grounds {
  evidence: readonly Evidence[];
  receipts: readonly Receipt[];
  /** The shopper's own words: their numbers may be repeated, they prove nothing else. */
  shopperText: string;
  /** Words the host forbids, lower-case. */
  forbidden: readonly string[];
  timeZone: string;
}

/** Why a sentence may not be said. */
export type Fault = 'act-without-receipt' | 'number-without-evidence' | 'order-fact-without-evidence' | 'order-fact-against-evidence' | 'quote-altered' | 'unknown-evidence' | 'forbidden-word';

/** Splits a reply into what may be said and what may not. Pure; holds for any writer of the sentences, us or a model. */
export function checkReply(reply: Reply, grounds: Grounds): { kept: Sentence[]; removed: { sentence: Sentence; fault: Fault }[] } {
  const kept: Sentence[] = [];
  const removed: { sentence: Sentence; fault: Fault }[] = [];
  for (const sentence of reply.sentences) {
    const fault = faultOf(sentence, grounds);
    if (fault === null) kept.push(sentence);
    else removed.push({ sentence, fault });
  }
  return { kept, removed };
}

function faultOf(sentence: Sentence, g: Grounds): Fault | null {
  const evidence = g.evidence.filter((e) => sentence.evidence.includes(e.id));
  const receipts = g.receipts.filter((r) => sentence.receipts.includes(r.id));
  if (evidence.length !== new Set(sentence.evidence).size || receipts.length !== new Set(sentence.receipts).size) return 'unknown-evidence';

  const lower = sentence.text.toLowerCase();
  if (g.forbidden.some((word) => lower.includes(word))) return 'forbidden-word';

  const passages = evidence.flatMap((e) => (e.kind === 'passage' ? [e.passage] : []));
  const quoted = passages.some((p) => flat(p.text).includes(flat(sentence.text)));
  // The shop's own words, unaltered, may say what the shop says; everything else is a claim of ours.
  if (quoted) return null;

  // A scan told as the carrier wrote it is the carrier's word; its numbers are checked all the same.
  const ours = withoutScans(sentence.text, evidence);
  if (actsClaimed(ours).some((act) => !receipts.some((r) => r.act === act))) return 'act-without-receipt';

  const vouched = [
    new Set(digitRuns(g.shopperText)),
    ...evidence.map((e) => numbersIn(e, g.timeZone)),
    ...receipts.map((r) => new Set(digitRuns([r.hostId, String(r.amountMinor ?? ''), ...(r.proves ?? [])].join(' ')))),
  ];
  if (digitRuns(sentence.text).some((run) => !vouched.some((numbers) => numbers.has(run)))) return 'number-without-evidence';

  const orders = evidence.flatMap((e) => (e.kind === 'order' ? [e.order] : []));
  for (const { claim, denied } of claimsIn(ours)) {
    if (orders.length === 0) return 'order-fact-without-evidence';
    if (!orders.some((o) => claim.holds(o) !== denied)) return 'order-fact-against-evidence';
  }
  return null;
}

/** The text without the messages of scans in its evidence. */
function withoutScans(text: string, evidence: readonly Evidence[]): string {
  const messages = evidence.flatMap((e) => (e.kind === 'order' ? e.order.shipments.flatMap((s) => s.events.flatMap((scan) => (scan.message === null || scan.message === '' ? [] : [scan.message]))) : []));
  return messages.reduce((left, message) => left.replaceAll(message, ' … '), text);
}

/** The sentences of one reply mostly rest on the same evidence: its numbers are gathered once. */
const gathered = new WeakMap<Evidence, ReadonlySet<string>>();

function numbersIn(e: Evidence, timeZone: string): ReadonlySet<string> {
  let numbers = gathered.get(e);
  if (numbers === undefined) gathered.set(e, (numbers = numbersOf(e, timeZone)));
  return numbers;
}

/** Text with white space folded, so that a quotation is recognised whatever its line breaks. */
function flat(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}
