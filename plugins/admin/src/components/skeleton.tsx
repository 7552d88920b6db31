import type { JSX } from 'preact';

/** Grey lines in the place of text that is on its way. Screen readers hear of it from the page's status line. */
export function SkeletonLines({ widths }: { widths: readonly ('full' | 'wide' | 'half' | 'short')[] }): JSX.Element {
  return (
    <div class="skeleton" aria-hidden="true">
      {widths.map((width, i) => (
        <span key={i} class={`bone bone-${width}`} />
      ))}
    </div>
  );
}

/** Grey tiles in the place of figures. */
export function SkeletonTiles({ count }: { count: number }): JSX.Element {
  return (
    <div class="tiles" aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <div key={i} class="tile">
          <span class="bone bone-half" />
          <span class="bone bone-figure" />
        </div>
      ))}
    </div>
  );
}
