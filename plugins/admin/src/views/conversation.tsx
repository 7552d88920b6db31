import type { JSX } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Api } from '../api/api.js';
import type { Conversation, Entry, Transcript } from '../api/conversations.js';
import { Badge } from '../components/badge.js';
import { Card } from '../components/card.js';
import { FailureNote } from '../components/failure-note.js';
import { Icon } from '../components/icon.js';
import { SkeletonLines } from '../components/skeleton.js';
import { StaleNote } from '../components/stale-note.js';
import { TimePhrase } from '../components/time-phrase.js';
import { EntryItem } from '../conversations/entry.js';
import { STATUS_TONES } from '../conversations/words.js';
import { useTexts } from '../i18n/context.js';
import { useLive } from '../live/use-live.js';
import { hashOf } from './route.js';

const EVERY_MS = 10_000;

interface ConversationViewProps {
  api: Api;
  id: string;
  now: number;
}

/** One conversation: what was said, and why Parley replied as it did. */
export function ConversationView({ api, id, now }: ConversationViewProps): JSX.Element {
  const { t } = useTexts();
  const load = useCallback((signal: AbortSignal) => api.transcript(id, signal), [api, id]);
  const live = useLive<Transcript>(load, EVERY_MS, true);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [id]);
  /** Erased: what was shown before must not stay on the screen. */
  const gone = live.failure?.kind === 'missing';
  return (
    <main class="page page-narrow">
      <header class="page-head">
        <a class="back" href={hashOf({ view: 'home' })}>
          <Icon name="back" />
          <span>{t('action.back')}</span>
        </a>
        <div class="page-title">
          <h1 ref={heading} tabIndex={-1}>
            {t('detail.title')}
          </h1>
          {live.data === null || gone ? null : <Badge tone={STATUS_TONES[live.data.conversation.status]}>{t(`status.${live.data.conversation.status}`)}</Badge>}
        </div>
        {live.data === null || gone ? <p class="subdued">&nbsp;</p> : <Facts conversation={live.data.conversation} now={now} />}
      </header>
      {live.failure === null ? null : live.at === null || gone ? (
        <FailureNote failure={live.failure} onRetry={gone ? null : live.reload} busy={live.loading} />
      ) : (
        <StaleNote failure={live.failure} at={live.at} busy={live.loading} onRetry={live.reload} />
      )}
      {gone ? null : live.data !== null ? (
        <TranscriptCard conversation={live.data.conversation} entries={live.data.entries} />
      ) : live.failure === null ? (
        <Card id="transcript" title={t('detail.transcript')} busy>
          <SkeletonLines widths={['half', 'wide', 'short', 'full', 'wide', 'half', 'wide']} />
        </Card>
      ) : null}
    </main>
  );
}

function Facts({ conversation, now }: { conversation: Conversation; now: number }): JSX.Element {
  const { t, format } = useTexts();
  return (
    <p class="subdued">
      <span>{t('detail.opened', { when: format.moment(conversation.openedAt) })}</span>
      {' · '}
      <TimePhrase text="detail.updated" at={conversation.updatedAt} now={now} />
      {conversation.language === null ? null : ` · ${t(`language.${conversation.language}`)}`}
    </p>
  );
}

function TranscriptCard({ conversation, entries }: { conversation: Conversation; entries: readonly Entry[] }): JSX.Element {
  const { t, format } = useTexts();
  // Entries carry an intent's id alone; the conversation knows the name of its last one.
  const named = (entry: Entry): Entry => (entry.intentName === null && entry.intent === conversation.lastIntent ? { ...entry, intentName: conversation.lastIntentName } : entry);
  return (
    <Card id="transcript" title={t('detail.transcript')}>
      {entries.length === 0 ? (
        <p class="subdued">{t('detail.empty')}</p>
      ) : (
        <ol class="transcript">
          {entries.map((entry, i) => {
            const before = entries[i - 1];
            const newDay = before === undefined || format.day(before.at) !== format.day(entry.at);
            return <EntryItem key={entry.id} entry={named(entry)} day={newDay ? format.day(entry.at) : null} />;
          })}
        </ol>
      )}
    </Card>
  );
}
