import type { JSX } from 'preact';
import type { Api } from '../api/api.js';
import type { Attention } from '../api/overview.js';
import { Badge } from '../components/badge.js';
import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { FailureNote } from '../components/failure-note.js';
import { useSay } from '../components/toast.js';
import { useTask } from '../components/use-task.js';
import { useTexts } from '../i18n/context.js';

const KINDS = ['waiting', 'dead', 'uncertain'] as const;

interface AttentionCardProps {
  attention: Attention;
  api: Api;
  /** Something was re-sent, so the figures have changed. */
  onChanged: () => void;
}

/** What Parley cannot settle alone. The rows are always there, so that nothing moves when one of them begins to count. */
export function AttentionCard({ attention, api, onChanged }: AttentionCardProps): JSX.Element {
  const { t, counted, format } = useTexts();
  const say = useSay();
  const task = useTask();
  const total = attention.dead + attention.uncertain + attention.waiting;
  const redrive = async () => {
    const n = await api.redrive();
    say(n === 0 ? t('attention.redriven.none') : counted('attention.redriven', n));
    onChanged();
  };
  const badge = total === 0 ? <Badge tone="success">{t('attention.clear')}</Badge> : <Badge tone={attention.dead > 0 ? 'critical' : 'attention'}>{format.count(total)}</Badge>;
  return (
    <Card id="attention" title={t('attention.title')} aside={badge} flush>
      <ul class="attention">
        {KINDS.map((kind) => {
          const n = attention[kind];
          return (
            <li key={kind} class={n === 0 ? 'is-zero' : `is-${kind}`}>
              <span class="attention-count">{format.count(n)}</span>
              <div class="attention-words">
                <p class="strong">{t(`attention.${kind}`)}</p>
                <p class="subdued">{t(`attention.${kind}.text`)}</p>
              </div>
              {kind === 'dead' && n > 0 ? (
                <Button busy={task.busy} onClick={() => task.run(redrive)}>
                  {t('attention.redrive')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {task.failure === null ? null : (
        <div class="inset">
          <FailureNote failure={task.failure} onRetry={() => task.run(redrive)} busy={task.busy} urgent />
        </div>
      )}
    </Card>
  );
}
