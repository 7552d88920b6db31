import type { JSX } from 'preact';
import type { Failure } from '../api/failure.js';
import { useTexts } from '../i18n/context.js';
import { Banner } from './banner.js';
import { Button } from './button.js';

interface FailureNoteProps {
  failure: Failure;
  onRetry: (() => void) | null;
  busy?: boolean;
  urgent?: boolean;
}

/** What went wrong in a merchant's words, what to do about it, and the code that support asks for. */
export function FailureNote({ failure, onRetry, busy = false, urgent = false }: FailureNoteProps): JSX.Element {
  const { t } = useTexts();
  const action =
    failure.kind === 'unreadable' ? (
      <Button onClick={() => window.location.reload()}>{t('action.reload')}</Button>
    ) : onRetry === null ? undefined : (
      <Button onClick={onRetry} busy={busy}>
        {t('action.retry')}
      </Button>
    );
  return (
    <Banner tone={failure.kind === 'busy' || failure.kind === 'missing' ? 'attention' : 'critical'} title={t(`failure.${failure.kind}.title`)} actions={action} urgent={urgent}>
      <p>{t(`failure.${failure.kind}.text`)}</p>
      {failure.code === null ? null : <p class="subdued small">{t('failure.code', { code: failure.code })}</p>}
    </Banner>
  );
}
