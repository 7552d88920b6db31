// One account of the worst host: how it is set up, and everything that has happened in it.
import { z } from 'zod';
import type { Encodable } from './bare-integers.js';
import { Dice, Faults } from './faults.js';

/** What a test gives to make an account; protocol.md, "Control". */
export const AccountSetup = z.strictObject({
  flavour: z.enum(['key', 'readback', 'blind']),
  secret: z.string().min(8),
  pathSecret: z.string().regex(/^[A-Za-z0-9_-]{4,64}$/),
  webhookUrl: z.url({ protocol: /^https?$/ }),
  faults: Faults.default(() => Faults.parse({})),
  retryDelaysMs: z.array(z.number().int().min(0)).length(2).default([1_000, 3_000]),
  acknowledgeMs: z.number().int().min(1).default(5_000),
  actionMs: z.number().int().min(0).nullable().default(1_500),
});
export type AccountSetup = z.infer<typeof AccountSetup>;

/** A message as its shopper sees it. */
export interface Message {
  readonly id: bigint;
  readonly from: 'shopper' | 'app' | 'agent';
  readonly reference: string | null;
  readonly text: string;
  readonly at: Date;
}

/** The host's own assignment of a thread to its agents. */
export interface Assignment {
  readonly id: bigint;
  readonly reference: string;
  readonly note: string;
  state: 'waiting' | 'accepted' | 'returned' | 'closed' | 'withdrawn';
  agent: { readonly id: string; readonly name: string } | null;
  readonly notes: { readonly id: bigint; readonly reference: string; readonly text: string }[];
}

export interface Thread {
  readonly name: string;
  readonly messages: Message[];
  readonly assignments: Assignment[];
  /** When the shopper last wrote, and how many messages were taken since: the window's two facts. */
  lastWroteAt: Date;
  taken: number;
}

/** Something done for a shopper, which finishes later. */
export interface Job {
  readonly id: bigint;
  readonly reference: string;
  readonly kind: string;
  readonly thread: string | null;
  readonly amount: string | null;
  state: 'pending' | 'done' | 'failed';
  receipt: { readonly id: bigint; readonly at: string; readonly amount: string | null } | null;
  reason: string | null;
}

/** One entry behind the pull cursor. */
export interface HostEvent {
  readonly id: bigint;
  readonly type: string;
  readonly thread: string | null;
  readonly at: string;
  readonly more: Record<string, Encodable>;
}

/** The first result of an idempotency key, with what it was for. */
export interface Remembered {
  readonly same: string;
  readonly body: Record<string, Encodable>;
}

const KEPT_EVENTS = 200_000;

export class Account {
  readonly threads = new Map<string, Thread>();
  readonly jobs = new Map<string, Job>();
  readonly byKey = new Map<string, Remembered>();
  readonly seenIds = new Set<string>();
  readonly assignments = new Map<string, { thread: Thread; assignment: Assignment }>();
  dice: Dice;
  readonly #events: HostEvent[] = [];
  #dropped = 0;
  #pulled = 0;

  constructor(readonly name: string, readonly setup: AccountSetup) {
    this.dice = new Dice(setup.faults);
  }

  /** Puts an event behind the cursor. */
  happened(event: HostEvent): void {
    this.#events.push(event);
    // Cutting in large steps keeps adding cheap.
    if (this.#events.length > KEPT_EVENTS + 10_000) {
      this.#events.splice(0, 10_000);
      this.#dropped += 10_000;
    }
  }

  /** How many events lie behind the newest cursor that was pulled. */
  get waiting(): number {
    return Math.max(0, this.#dropped + this.#events.length - this.#pulled);
  }

  /** Events from a position on; null for a position that was never given out. */
  pull(from: number, limit: number): { events: HostEvent[]; next: number; more: boolean } | null {
    const end = this.#dropped + this.#events.length;
    if (from > end) return null;
    const start = Math.max(from, this.#dropped);
    const events = this.#events.slice(start - this.#dropped, start - this.#dropped + limit);
    const next = start + events.length;
    this.#pulled = Math.max(this.#pulled, start);
    return { events, next, more: next < end };
  }
}
