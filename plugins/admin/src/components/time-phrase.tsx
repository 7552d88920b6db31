import type { JSX } from 'preact';
import { useTexts } from '../i18n/context.js';
import type { MessageKey } from '../i18n/en.js';
import { RelativeTime } from './relative-time.js';

/** A text whose `{when}` is how long ago something was. */
export function TimePhrase({ text, at, now }: { text: MessageKey; at: number; now: number }): JSX.Element {
  const { t } = useTexts();
  const [before = '', after = ''] = t(text).split('{when}');
  return (
    <span>
      {before}
      <RelativeTime at={at} now={now} />
      {after}
    </span>
  );
}
