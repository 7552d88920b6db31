/** An answer that takes longer than this is no longer being written, in milliseconds. */
const PATIENCE_MS = 40_000;

/** Knows which messages still await an answer. */
export interface Typing {
  on(): boolean;
  expect(id: string): void;
  /** An answer came to these messages; one that names none answers all. */
  answered(ids: readonly string[]): void;
  clear(): void;
}

export function createTyping(onChange: () => void): Typing {
  const awaited = new Map<string, ReturnType<typeof setTimeout>>();
  /** Answers may overtake the acknowledgement of what they answer. */
  const done = new Set<string>();

  function drop(id: string): void {
    clearTimeout(awaited.get(id));
    awaited.delete(id);
  }
  function clear(): void {
    for (const id of [...awaited.keys()]) drop(id);
  }

  return {
    on: () => awaited.size > 0,
    expect(id) {
      if (done.has(id) || awaited.has(id)) return;
      awaited.set(id, setTimeout(() => {
        awaited.delete(id);
        onChange();
      }, PATIENCE_MS));
    },
    answered(ids) {
      for (const id of ids) {
        done.add(id);
        drop(id);
      }
      if (ids.length === 0) clear();
    },
    clear,
  };
}
