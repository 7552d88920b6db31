import type { Turn } from '../contracts/index.js';

/** A turn whose first delivery is `sending`, in our hands since `begunAt` of the steady clock. */
export interface BegunSend {
  turn: Turn;
  begunAt: number;
}

/**
 * Sends that were taken in hand by the very write that composed their turn, at most one a mailbox. While that write is under way the
 * mailbox is left alone: who saw `sending` in it before the send was handed over would take its sender for gone.
 */
export interface BegunSends {
  /** Runs the write and keeps what it wrote for whoever sends next from the mailbox. */
  during(mailbox: string, begunAt: number, write: () => Promise<Turn | null>): Promise<Turn | null>;
  /** What is to be sent, where something is; `under-way` while it is being written. */
  of(mailbox: string): BegunSend | 'under-way' | null;
  /** It is in the sender's hands now. */
  taken(mailbox: string): void;
}

export function createBegunSends(): BegunSends {
  const kept = new Map<string, BegunSend | 'under-way'>();
  return {
    async during(mailbox, begunAt, write) {
      kept.set(mailbox, 'under-way');
      try {
        const turn = await write();
        if (turn !== null) kept.set(mailbox, { turn, begunAt });
        return turn;
      } finally {
        if (kept.get(mailbox) === 'under-way') kept.delete(mailbox);
      }
    },
    of: (mailbox) => kept.get(mailbox) ?? null,
    taken: (mailbox) => void kept.delete(mailbox),
  };
}
