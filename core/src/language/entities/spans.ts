/** A stretch of a text that means something; offsets are UTF-16 units. Of two that overlap the lower `rank` wins. */
export interface Span<Kind extends string> {
  kind: Kind;
  value: string;
  start: number;
  end: number;
  rank: number;
}

/** Keeps what does not overlap, by rank, then by length, then by place; in the order of the text. */
export function withoutOverlaps<S extends Span<string>>(found: readonly S[]): S[] {
  const sorted = [...found].sort((a, b) => a.rank - b.rank || b.end - b.start - (a.end - a.start) || a.start - b.start);
  // Kept in order of place, so that only the two neighbours of a newcomer need to be compared.
  const kept: S[] = [];
  for (const span of sorted) {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((kept[middle]?.start ?? 0) < span.start) low = middle + 1;
      else high = middle;
    }
    const before = kept[low - 1];
    const after = kept[low];
    if ((before === undefined || before.end <= span.start) && (after === undefined || after.start >= span.end)) kept.splice(low, 0, span);
  }
  return kept;
}
