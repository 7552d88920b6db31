import type { JSX } from 'preact';
import { useTexts } from '../i18n/context.js';

/** "5 minutes ago", with the exact moment for those who point at it and for machines. */
export function RelativeTime({ at, now }: { at: number; now: number }): JSX.Element {
  const { format } = useTexts();
  return (
    <time dateTime={new Date(at).toISOString()} title={format.moment(at)}>
      {format.ago(at, now)}
    </time>
  );
}
