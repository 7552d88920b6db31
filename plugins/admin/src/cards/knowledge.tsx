import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../api/api.js';
import type { Knowledge } from '../api/overview.js';
import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { FailureNote } from '../components/failure-note.js';
import { TimePhrase } from '../components/time-phrase.js';
import { useSay } from '../components/toast.js';
import { useTask } from '../components/use-task.js';
import { useTexts } from '../i18n/context.js';

/** While the shop is being read, how often to look whether it is done, and for how long. */
const LOOK_MS = 3_000;
const PATIENCE_MS = 60_000;

interface KnowledgeCardProps {
  knowledge: Knowledge;
  api: Api;
  now: number;
  reload: () => void;
}

/** What Parley has read of the shop, and the button that has it read anew. */
export function KnowledgeCard({ knowledge, api, now, reload }: KnowledgeCardProps): JSX.Element {
  const { t, format } = useTexts();
  const say = useSay();
  const task = useTask();
  /** `updatedAt` before the reading that was asked for; undefined while none is under way. */
  const [before, setBefore] = useState<number | null | undefined>(undefined);
  const reading = before !== undefined;

  useEffect(() => {
    if (!reading) return;
    const look = setInterval(reload, LOOK_MS);
    const end = setTimeout(() => {
      setBefore(undefined);
      say(t('knowledge.slow'));
    }, PATIENCE_MS);
    return () => {
      clearInterval(look);
      clearTimeout(end);
    };
  }, [reading, reload, say, t]);
  useEffect(() => {
    if (before === undefined || knowledge.updatedAt === before) return;
    setBefore(undefined);
    say(t('knowledge.refreshed'));
  }, [knowledge.updatedAt, before, say, t]);

  const refresh = () =>
    task.run(async () => {
      await api.refreshKnowledge();
      setBefore(knowledge.updatedAt);
    });
  const empty = knowledge.documents === 0;
  return (
    <Card id="knowledge" title={t('knowledge.title')}>
      <p>{t(empty ? 'knowledge.empty' : 'knowledge.text')}</p>
      <dl class="facts">
        <div>
          <dt>{t('knowledge.documents')}</dt>
          <dd class="figure">{format.count(knowledge.documents)}</dd>
        </div>
      </dl>
      <div class="row">
        <Button icon="refresh" kind={empty ? 'primary' : 'secondary'} busy={task.busy || reading} onClick={refresh}>
          {t(reading ? 'knowledge.refreshing' : empty ? 'knowledge.read' : 'knowledge.refresh')}
        </Button>
        <span class="subdued">
          {knowledge.updatedAt === null ? t('knowledge.never') : <TimePhrase text="knowledge.updated" at={knowledge.updatedAt} now={now} />}
        </span>
      </div>
      {task.failure === null ? null : <FailureNote failure={task.failure} onRetry={refresh} busy={task.busy} urgent />}
    </Card>
  );
}
