import type { Turn } from '@parley/core/contracts';
import { idOf } from '@parley/core/security/signatures';
import type { AccountList } from './accounts.js';
import { connectorIdOf } from '../contract/worst-host/flavour.js';
import type { LedgerEntry } from './witness.js';

/** What became of the messages of one channel. */
export interface ChannelVerdict {
  /** Messages that shoppers wrote and the host took. */
  accepted: number;
  /** Of these, answered by a message that the host took. */
  answered: number;
  /** Neither answered nor known to be uncertain. */
  lost: number;
  /** Messages that reached a shopper more often than once. */
  duplicated: number;
  /** Deliveries whose outcome nobody can tell. */
  uncertain: number;
  /** Answers that came before an earlier one of their conversation. */
  outOfOrder: number;
  /** Answers of the host that were withheld. */
  withheld: number;
}

/** Where messages that count as lost or doubled stand in the service's own record, with how many stand alike. For whoever looks for the reason. */
export type Whereabouts = Map<string, number>;

/** What the host's ledger holds. */
export interface Seen {
  messages: readonly LedgerEntry[];
  sends: readonly LedgerEntry[];
}

/**
 * Judges one channel. What was written and what arrived is read from the host's ledger alone; the service's turns only
 * tell which answer belongs to which question.
 */
export function judge(account: AccountList[number], seen: Seen, turns: ReadonlyMap<string, Turn>, lost: Whereabouts): ChannelVerdict {
  const connector = connectorIdOf(account.flavour);
  const own = (e: LedgerEntry) => e.detail.account === account.account;
  const messages = seen.messages.filter(own);
  const sends = seen.sends.filter(own);
  const taken = sends.filter((e) => e.detail['accepted'] === true);
  const ours = [...turns.values()].filter((t) => t.connector === connector && t.kind === 'message');

  const answeredBy = new Map<string, Turn[]>();
  for (const turn of ours) if (turn.state !== 'merged') for (const id of [turn.id, ...turn.merges]) answeredBy.set(id, [...(answeredBy.get(id) ?? []), turn]);

  const arrivals = new Map<string, number>();
  for (const e of taken) arrivals.set(e.key ?? '', (arrivals.get(e.key ?? '') ?? 0) + 1);

  const verdict: ChannelVerdict = { accepted: messages.length, answered: 0, lost: 0, duplicated: 0, uncertain: 0, outOfOrder: 0, withheld: sends.filter((e) => e.detail['withheld'] !== null).length };
  for (const message of messages) {
    const [turn, ...more] = answeredBy.get(idOf('turn', connector, account.account, String(message.detail['eventId']))) ?? [];
    const deliveries = Object.values(turn?.deliveries ?? {});
    verdict.duplicated += more.length;
    if (turn !== undefined) for (const other of more) note(lost, `${account.flavour}: answered by two turns, ${whereabouts(turn)} merging ${turn.merges.length} at ${turn.seq}, and ${whereabouts(other)} merging ${other.merges.length} at ${other.seq}`);
    if (deliveries.length > 0 && deliveries.every((d) => arrivals.has(d.key))) verdict.answered += 1;
    else if (!(account.flavour === 'blind' && deliveries.some((d) => d.state === 'uncertain'))) {
      verdict.lost += 1;
      note(lost, `${account.flavour}: ${whereabouts(turn)}`);
    }
  }
  verdict.uncertain = ours.flatMap((t) => Object.values(t.deliveries)).filter((d) => d.state === 'uncertain').length;
  verdict.duplicated += duplicates(messages, taken, (thread) => note(lost, `${account.flavour}: more answers than questions in ${thread}`));
  verdict.outOfOrder = disorder(taken, ours);
  return verdict;
}

function note(found: Whereabouts, where: string): void {
  found.set(where, (found.get(where) ?? 0) + 1);
}

function whereabouts(turn: Turn | undefined): string {
  if (turn === undefined) return 'not stored, or merged into nothing';
  const deliveries = Object.values(turn.deliveries).map((d) => `${d.state} after ${d.attempts} (${d.reason ?? 'no reason'})`);
  return `${turn.state}, thought about ${turn.attempts} times, ${deliveries.join(', ') || 'no delivery'}`;
}

/** By key, and without trusting any key: no conversation may hold more answers than questions, as every reply here is one message. */
function duplicates(messages: readonly LedgerEntry[], taken: readonly LedgerEntry[], found: (thread: string) => void): number {
  const asked = countBy(messages, (e) => e.detail.thread ?? '');
  const byThread = new Map<string, LedgerEntry[]>();
  for (const e of taken) byThread.set(e.detail.thread ?? '', [...(byThread.get(e.detail.thread ?? '') ?? []), e]);
  let count = 0;
  for (const [thread, answers] of byThread) {
    const repeated = answers.length - new Set(answers.map((e) => e.key)).size;
    const extra = Math.max(repeated, answers.length - (asked.get(thread) ?? 0));
    if (extra > 0) found(thread);
    count += extra;
  }
  return count;
}

function disorder(taken: readonly LedgerEntry[], turns: readonly Turn[]): number {
  const seqOf = new Map(turns.flatMap((t) => Object.values(t.deliveries).map((d): [string, number] => [d.key, t.seq])));
  const newest = new Map<string, number>();
  let count = 0;
  for (const e of taken) {
    const seq = seqOf.get(e.key ?? '') ?? 0;
    const thread = e.detail.thread ?? '';
    if (seq < (newest.get(thread) ?? 0)) count += 1;
    newest.set(thread, Math.max(seq, newest.get(thread) ?? 0));
  }
  return count;
}

function countBy<T>(items: readonly T[], of: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return counts;
}
