import type { ComponentChildren, JSX } from 'preact';

export type Tone = 'neutral' | 'info' | 'success' | 'attention' | 'critical';

/** A state in a word or two. The colour only repeats what the word says. */
export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }): JSX.Element {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}
