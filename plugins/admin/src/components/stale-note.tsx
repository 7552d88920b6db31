import type { JSX } from 'preact';
import type { Failure } from '../api/failure.js';
import { useTexts } from '../i18n/context.js';
import { Banner } from './banner.js';
import { Button } from './button.js';

interface StaleNoteProps {
  failure: Failure;
  /** When what is shown was true, in ms since 1970. */
  at: number;
  busy: boolean;
  onRetry: () => void;
}

/** Says that what is shown is no longer fresh. It floats over the page's head, so that nothing below it moves. */
export function StaleNote({ failure, at, busy, onRetry }: StaleNoteProps): JSX.Element {
  const { t, format } = useTexts();
  const actions = (
    <Button busy={busy} onClick={onRetry}>
      {t('action.retry')}
    </Button>
  );
  return (
    <div class="floating" role="status">
      <Banner tone="attention" title={t(`failure.${failure.kind}.title`)} actions={actions}>
        <p>{t('page.stale', { when: format.moment(at) })}</p>
      </Banner>
    </div>
  );
}
