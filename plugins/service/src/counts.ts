/** Running totals since the start of the process, by name: what came in, what was refused and why. */
export interface Counts {
  add(name: string): void;
  all(): Readonly<Record<string, number>>;
}

/**
 * @param onAdd told of every addition, for other ways of counting
 * Names come from code, never from outside, except the tail after `refused/`, which is a refusal's code: still ours.
 */
export function createCounts(onAdd: (name: string) => void): Counts {
  const totals = new Map<string, number>();
  return {
    add(name) {
      totals.set(name, (totals.get(name) ?? 0) + 1);
      onAdd(name);
    },
    all: () => Object.fromEntries([...totals].sort(([a], [b]) => a.localeCompare(b))),
  };
}
