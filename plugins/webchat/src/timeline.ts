import type { SendState } from './outbox.js';
import type { Entry } from './wire.js';

/** A message as the log shows it. */
export interface Item extends Entry {
  /** Only for the shopper's own. */
  state: SendState | null;
  /** Why it failed, as the service's code. */
  problem: string;
}

/** The messages of a thread in the order they are shown, each once, however often and from wherever they arrive. */
export interface Timeline {
  items(): readonly Item[];
  /** Takes in the kept log; what is not acknowledged yet stays at the end. */
  load(entries: readonly Entry[]): void;
  /** Adds a message that has just arrived; false when it was there already. */
  receive(entry: Entry): boolean;
  say(entry: Entry, state: SendState): void;
  setState(id: string, state: SendState, problem: string): void;
  remove(id: string): void;
  clear(): void;
  /** The last outgoing number seen: where a stream goes on from. */
  last(): number;
}

export function createTimeline(): Timeline {
  let items: Item[] = [];
  const known = (entry: Entry): Item | undefined => items.find((i) => i.id === entry.id || (entry.n > 0 && i.n === entry.n));
  const itemOf = (entry: Entry, state: SendState | null): Item => ({ ...entry, state, problem: '' });

  return {
    items: () => items,
    load(entries) {
      const loaded = new Map<string, Item>();
      for (const e of entries) {
        const before = known(e);
        // The local copy of an own image is quicker to show than the one in the log.
        const parts = before !== undefined && e.from === 'shopper' ? before.parts : e.parts;
        loaded.set(e.id, itemOf({ ...e, parts }, e.from === 'shopper' ? 'sent' : null));
      }
      const numbers = new Set([...loaded.values()].map((i) => i.n).filter((n) => n > 0));
      // What arrived or was written while the log was being read is newer than all of it.
      items = [...loaded.values(), ...items.filter((i) => !loaded.has(i.id) && !numbers.has(i.n))];
    },
    receive(entry) {
      if (known(entry) !== undefined) return false;
      items = [...items, itemOf(entry, entry.from === 'shopper' ? 'sent' : null)];
      return true;
    },
    say(entry, state) {
      if (known(entry) === undefined) items = [...items, itemOf(entry, state)];
    },
    setState(id, state, problem) {
      // An acknowledgement is final: a late failure of a second try says nothing.
      items = items.map((i) => (i.id === id && i.state !== 'sent' ? { ...i, state, problem } : i));
    },
    remove(id) {
      items = items.filter((i) => i.id !== id);
    },
    clear() {
      items = [];
    },
    last: () => items.reduce((max, i) => Math.max(max, i.n), 0),
  };
}
