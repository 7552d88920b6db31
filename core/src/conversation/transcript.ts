import type { Conversation, Turn } from '../contracts/index.js';
import type { Records } from './records.js';

/** Turns looked at in one question. */
const PAGE = 200;
/** Turns of one conversation at most, the latest. */
const LONGEST = 400;

/**
 * The turns of one conversation, the shopper's and the agents', oldest first: those answered in it, those merged into such an answer, and those that stand between
 * them or at its end without one. A thread's conversations follow one another, so what belongs to none is part of the one before it.
 */
export async function transcriptOf(records: Records, conversation: Conversation): Promise<Turn[]> {
  const { id, tenant, thread: mailbox } = conversation;
  const ours: Turn[] = [];
  const merged = new Set<string>();
  /** Without an answer, and newer than any of ours seen so far. */
  let unanswered: Turn[] = [];
  for await (const turn of newestFirst(records, tenant, mailbox)) {
    // What agents did without a word to the shopper is no part of what was said.
    if (turn.kind !== 'message' && turn.conversation === null) continue;
    if (turn.state === 'merged') {
      if (merged.has(turn.id)) ours.push(turn);
    } else if (turn.conversation === null) {
      unanswered.push(turn);
    } else if (turn.conversation === id) {
      ours.push(...unanswered, turn);
      unanswered = [];
      for (const one of turn.merges) merged.add(one);
      if (ours.length >= LONGEST) break;
    } else if (ours.length > 0) {
      // An earlier conversation begins, and with it what it left without an answer.
      unanswered = [];
      break;
    } else {
      // Of a later conversation, and so is what came after it.
      unanswered = [];
    }
  }
  if (ours.length > 0) ours.push(...unanswered);
  return ours.sort((a, b) => a.seq - b.seq).slice(-LONGEST);
}

async function* newestFirst(records: Records, tenant: string, mailbox: string): AsyncIterable<Turn> {
  let below: Turn | undefined;
  for (;;) {
    const page: Turn[] = await records.turns.find(
      { tenant },
      { where: { mailbox, kind: { in: ['message', 'desk', 'timer'] }, ...(below === undefined ? {} : { seq: { lt: below.seq } }) }, sort: [{ path: 'seq', order: 'desc' }], limit: PAGE },
    );
    yield* page;
    below = page.at(-1);
    if (below === undefined || page.length < PAGE) return;
  }
}
