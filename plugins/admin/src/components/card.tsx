import type { ComponentChildren, JSX } from 'preact';

interface CardProps {
  /** Unique on the page; ties the title to the section for screen readers. */
  id: string;
  title: string;
  /** Beside the title: a badge, most of the time. */
  aside?: ComponentChildren;
  /** Children run to the card's edge. */
  flush?: boolean;
  busy?: boolean;
  children: ComponentChildren;
}

/** One section of the page. */
export function Card({ id, title, aside, flush = false, busy = false, children }: CardProps): JSX.Element {
  return (
    <section class={`card card-${id}`} aria-labelledby={`${id}-title`} aria-busy={busy}>
      <div class="card-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {aside}
      </div>
      <div class={flush ? 'card-body card-flush' : 'card-body'}>{children}</div>
    </section>
  );
}
