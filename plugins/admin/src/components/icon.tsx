import type { JSX } from 'preact';

const PATHS = {
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  alert: 'M10 6.5v4.5M10 13.75v.01M8.9 3.4L2.6 14.6A1.25 1.25 0 0 0 3.7 16.5h12.6a1.25 1.25 0 0 0 1.1-1.9L11.1 3.4a1.25 1.25 0 0 0-2.2 0z',
  info: 'M10 9.5V14M10 6.5v.01M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z',
  external: 'M8 4.5H5.5A1 1 0 0 0 4.5 5.5v9a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V12M11.5 4.5h4v4M15 5l-6 6',
  back: 'M16 10H4.5M9 5l-5 5 5 5',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  refresh: 'M15.5 8A6 6 0 1 0 16 11M15.5 4v4h-4',
  copy: 'M7.5 7.5h8v8h-8zM12.5 7.5v-3h-8v8h3',
  next: 'M8 5l5 5-5 5',
  chat: 'M4 4.5h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H9.5L6 16.5v-3H4a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z',
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside a word; it says nothing that the word does not, so screen readers skip it. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
