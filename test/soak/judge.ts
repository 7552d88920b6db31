/** What one process held at one moment. */
export interface Sample {
  /** Milliseconds since the load began. */
  atMs: number;
  residentBytes: number;
  heapBytes: number;
  handles: number;
  files: number;
}

export type Measure = 'residentBytes' | 'heapBytes' | 'handles' | 'files';

/** How one measure of one process went: what it was, what it came to, and whether that is flat. */
export interface Course {
  from: number;
  to: number;
  growth: number;
  flat: boolean;
}

/** The beginning, in which caches fill and code is compiled, tells nothing. */
const WARM_UP = 0.35;
/** Growth from the first to the last third of the rest that still counts as flat, and what is too small to mean anything. */
const ALLOWED: Readonly<Record<Measure, { share: number; amount: number }>> = {
  residentBytes: { share: 0.1, amount: 16e6 },
  heapBytes: { share: 0.1, amount: 8e6 },
  handles: { share: 0.05, amount: 8 },
  files: { share: 0.05, amount: 8 },
};
/** Samples in a row of which only the lowest counts: what is left right after the garbage is collected. */
const WINDOW = 6;

/** Judges each measure of one process by its samples, in order. Throws where there are too few to tell. */
export function judge(samples: readonly Sample[]): Record<Measure, Course> {
  const kept = samples.slice(Math.floor(samples.length * WARM_UP));
  if (kept.length < WINDOW * 3) throw new Error(`${samples.length} samples tell nothing: at least ${Math.ceil((WINDOW * 3) / (1 - WARM_UP))} are needed`);
  const courseOf = (measure: Measure): Course => {
    const floors = floorsOf(kept.map((s) => s[measure]));
    const third = Math.max(1, Math.floor(floors.length / 3));
    const from = median(floors.slice(0, third));
    const to = median(floors.slice(-third));
    const { share, amount } = ALLOWED[measure];
    return { from, to, growth: from === 0 ? 0 : Math.round(((to - from) / from) * 1_000) / 1_000, flat: to - from <= Math.max(from * share, amount) };
  };
  return { residentBytes: courseOf('residentBytes'), heapBytes: courseOf('heapBytes'), handles: courseOf('handles'), files: courseOf('files') };
}

function floorsOf(values: readonly number[]): number[] {
  const floors: number[] = [];
  for (let i = 0; i + WINDOW <= values.length; i += WINDOW) floors.push(Math.min(...values.slice(i, i + WINDOW)));
  return floors;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
