import { EMPTY_MEMORY, Memory, type Clock, type Conversation, type Turn } from '../contracts/index.js';
import { idOf } from '../security/signatures/index.js';
import { sealedWith, type SealKey } from '../security/index.js';
import { DuplicateKey } from '../storage/index.js';
import type { Records } from './records.js';
import { openTurn, type Thought } from './work.js';

/** A conversation with the bot that nobody wrote in for this long is over; the next message begins a new one. */
const IDLE_MS = 12 * 3_600_000;
/** One that waits for a person is over after this: whoever writes then begins anew, and has to prove again whose orders they ask for. */
const WAITING_IDLE_MS = 72 * 3_600_000;

const PREVIEW = 200;

/** Where a conversation's preview is sealed for. */
export function previewPlace(conversation: string): string {
  return `preview/${conversation}`;
}

/** Conversations and what they remember: projections of turns, never the truth themselves. */
export interface Sessions {
  /** The running conversation of a thread with its memory, begun anew where the last one is over, caught up with every finished turn. */
  current(turn: Turn, place: { hostThread: string; identity: string }, key: SealKey): Promise<{ conversation: Conversation; memory: Memory }>;
  /** Shows a composed turn's effect. A later turn's effect is never undone by an earlier one's. */
  apply(conversation: Conversation, turn: Turn, thought: Thought, key: SealKey): Promise<void>;
}

export function createSessions(records: Records, clock: Clock): Sessions {
  async function latest(turn: Turn): Promise<Conversation | null> {
    const [found] = await records.conversations.find({ tenant: turn.tenant }, { where: { thread: turn.mailbox }, sort: [{ path: 'episode', order: 'desc' }], limit: 1 });
    return found ?? null;
  }

  async function begin(turn: Turn, place: { hostThread: string; identity: string }, episode: number): Promise<Conversation> {
    const now = clock();
    const conversation: Conversation = {
      id: idOf('conversation', turn.mailbox, String(episode)),
      tenant: turn.tenant,
      thread: turn.mailbox,
      episode,
      connector: turn.connector,
      installation: turn.installation,
      hostThread: place.hostThread,
      identity: place.identity,
      status: 'bot',
      handoff: null,
      epoch: 0,
      appliedSeq: turn.seq - 1,
      openedAt: now,
      updatedAt: now,
      preview: '',
      lastIntent: null,
      lastOutcome: null,
      language: null,
      memory: null,
    };
    try {
      await records.conversations.insert(conversation);
      return conversation;
    } catch (e) {
      if (!(e instanceof DuplicateKey)) throw e;
      return (await latest(turn)) ?? conversation;
    }
  }

  function memoryOf(conversation: Conversation, key: SealKey): Memory {
    if (conversation.memory === null || sealedWith(conversation.memory) !== key.id) return EMPTY_MEMORY;
    return Memory.parse(JSON.parse(key.open(conversation.memory, `conversation/${conversation.id}`)));
  }

  /** A crash between a turn's last save and `apply` leaves the projection behind: the turns themselves know better. */
  async function catchUp(conversation: Conversation, turn: Turn, key: SealKey): Promise<Conversation> {
    let current = conversation;
    while (current.appliedSeq < turn.seq - 1) {
      const missed = await records.turns.find(
        { tenant: turn.tenant },
        { where: { mailbox: turn.mailbox, seq: { gt: current.appliedSeq, lt: turn.seq } }, sort: [{ path: 'seq', order: 'asc' }], limit: 100 },
      );
      const last = missed.at(-1);
      if (last === undefined) break;
      for (const t of missed) {
        if (t.sealKey !== key.id || t.conversation !== conversation.id) continue;
        const { thought } = openTurn(t, key);
        if (thought !== null) await sessions.apply(current, t, thought, key);
      }
      const moved = await records.conversations.update({ tenant: turn.tenant }, conversation.id, { when: { appliedSeq: { lt: last.seq } }, set: { appliedSeq: last.seq } });
      const next = moved ?? (await records.conversations.get({ tenant: turn.tenant }, conversation.id));
      if (next === null || next.appliedSeq <= current.appliedSeq) break;
      current = next;
    }
    return current;
  }

  const sessions: Sessions = {
    async current(turn, place, key) {
      const found = await latest(turn);
      if (found === null) return { conversation: await begin(turn, place, 1), memory: EMPTY_MEMORY };
      const idle = clock() - found.updatedAt;
      const over = found.status === 'closed' || (found.status === 'bot' && idle > IDLE_MS) || (found.status === 'waiting' && idle > WAITING_IDLE_MS);
      if (over) {
        if (found.status !== 'closed') await records.conversations.update({ tenant: turn.tenant }, found.id, { when: { status: found.status }, set: { status: 'closed' }, inc: { epoch: 1 } });
        return { conversation: await begin(turn, place, found.episode + 1), memory: EMPTY_MEMORY };
      }
      const conversation = await catchUp(found, turn, key);
      return { conversation, memory: memoryOf(conversation, key) };
    },
    async apply(conversation, turn, thought, key) {
      await records.conversations.update({ tenant: turn.tenant }, conversation.id, {
        when: { appliedSeq: { lt: turn.seq } },
        set: {
          appliedSeq: turn.seq,
          updatedAt: clock(),
          preview: key.seal(thought.masked.slice(0, PREVIEW), previewPlace(conversation.id)),
          lastIntent: thought.plan.intent,
          lastOutcome: thought.plan.outcome,
          language: thought.perception.language,
          memory: key.seal(JSON.stringify(thought.plan.memory), `conversation/${conversation.id}`),
        },
      });
      // Nobody answered, and no agent has it: the merchant should find it among those who wait.
      if (thought.plan.outcome === 'silent') await records.conversations.update({ tenant: turn.tenant }, conversation.id, { when: { status: 'bot' }, set: { status: 'waiting' } });
    },
  };
  return sessions;
}
