import type { JSX } from 'preact';
import type { Conversation } from '../api/conversations.js';
import { Badge } from '../components/badge.js';
import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { FailureNote } from '../components/failure-note.js';
import { Icon } from '../components/icon.js';
import { RelativeTime } from '../components/relative-time.js';
import { SkeletonLines } from '../components/skeleton.js';
import { useSay } from '../components/toast.js';
import { useTexts } from '../i18n/context.js';
import { hashOf } from '../views/route.js';
import type { ConversationsHandle } from './use-conversations.js';
import { STATUS_TONES, intentWords, readable } from './words.js';

const STEPS = ['conversations.empty.step1', 'conversations.empty.step2', 'conversations.empty.step3', 'conversations.empty.step4'] as const;

/** The id of a conversation's link, so that focus can go back to it. */
export function linkIdOf(conversation: string): string {
  return `conversation-${conversation}`;
}

/** The last conversations, newest first. */
export function ConversationsCard({ handle, now }: { handle: ConversationsHandle; now: number }): JSX.Element {
  const { t, counted } = useTexts();
  const say = useSay();
  const { live } = handle;
  const list = live.data;
  const earlier = () => {
    void handle.loadEarlier().then((n) => {
      if (n !== null) say(counted('conversations.loaded', n));
    });
  };
  return (
    <Card id="conversations" title={t('conversations.title')} aside={<Freshness live={live.failure === null} known={list !== null} />} busy={list === null && live.failure === null} flush>
      {live.failure === null || list !== null ? null : (
        <div class="inset">
          <FailureNote failure={live.failure} onRetry={live.reload} busy={live.loading} />
        </div>
      )}
      {list === null ? live.failure === null ? <Waiting /> : null : list.conversations.length === 0 ? <Empty /> : <Rows conversations={list.conversations} now={now} />}
      {list === null || list.next === null ? null : (
        <div class="inset foot">
          <Button busy={handle.loadingEarlier} onClick={earlier}>
            {t('conversations.earlier')}
          </Button>
        </div>
      )}
      {handle.earlierFailure === null ? null : (
        <div class="inset">
          <FailureNote failure={handle.earlierFailure} onRetry={earlier} busy={handle.loadingEarlier} urgent />
        </div>
      )}
      {list === null || list.conversations.length === 0 ? null : <p class="inset subdued small">{t('conversations.masked')}</p>}
    </Card>
  );
}

/** Whether the list is kept fresh. A failed refresh changes these words only: rows that somebody reads must not move. */
function Freshness({ live, known }: { live: boolean; known: boolean }): JSX.Element | null {
  const { t } = useTexts();
  if (!live && !known) return null;
  return <span class={live ? 'subdued live' : 'subdued live live-lost'}>{t(live ? 'conversations.live' : 'conversations.stale')}</span>;
}

function Rows({ conversations, now }: { conversations: readonly Conversation[]; now: number }): JSX.Element {
  const { t, language } = useTexts();
  return (
    <ul class="conversations">
      {conversations.map((c) => (
        <li key={c.id}>
          <a id={linkIdOf(c.id)} class="conversation" href={hashOf({ view: 'conversation', id: c.id })}>
            <span class="conversation-top">
              <span class={c.preview === '' ? 'preview subdued' : 'preview'} dir="auto">
                {c.preview === '' ? t('conversations.untitled') : readable(c.preview, language)}
              </span>
              <span class="subdued when">
                <RelativeTime at={c.updatedAt} now={now} />
              </span>
            </span>
            <span class="conversation-facts">
              <Badge tone={STATUS_TONES[c.status]}>{t(`status.${c.status}`)}</Badge>
              {c.lastIntent === null ? null : <span>{intentWords(c.lastIntent, c.lastIntentName, language)}</span>}
              {c.lastOutcome === null ? null : <span class="subdued">{t(`outcome.${c.lastOutcome}`)}</span>}
              {c.language === null ? null : <span class="subdued">{t(`language.${c.language}`)}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Waiting(): JSX.Element {
  return (
    <div class="conversations">
      {[0, 1, 2, 3, 4].map((i) => (
        <div key={i} class="conversation">
          <SkeletonLines widths={['wide', 'half']} />
        </div>
      ))}
    </div>
  );
}

function Empty(): JSX.Element {
  const { t } = useTexts();
  return (
    <div class="empty">
      <Icon name="chat" />
      <h3>{t('conversations.empty.title')}</h3>
      <p>{t('conversations.empty.text')}</p>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
    </div>
  );
}
