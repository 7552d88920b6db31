import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Api } from '../api/api.js';
import type { Desk } from '../api/desk.js';
import type { Overview, Settings } from '../api/overview.js';
import { AnsweringCard } from '../cards/answering.js';
import { AttentionCard } from '../cards/attention.js';
import { ConnectionCard, findingOf } from '../cards/connection.js';
import { DeskCard } from '../cards/desk.js';
import { KnowledgeCard } from '../cards/knowledge.js';
import { SitesCard } from '../cards/sites.js';
import { StorefrontCard } from '../cards/storefront.js';
import { TodayCard } from '../cards/today.js';
import { FailureNote } from '../components/failure-note.js';
import { StaleNote } from '../components/stale-note.js';
import { ConversationsCard, linkIdOf } from '../conversations/conversations-card.js';
import type { ConversationsHandle } from '../conversations/use-conversations.js';
import { useTexts } from '../i18n/context.js';
import type { LiveHandle } from '../live/use-live.js';
import { HomeSkeleton } from './home-skeleton.js';

interface HomeViewProps {
  api: Api;
  overview: LiveHandle<Overview>;
  desk: LiveHandle<Desk>;
  conversations: ConversationsHandle;
  now: number;
  /** The conversation the merchant comes back from: focus returns to its link. */
  cameFrom: string | null;
}

/** The first page: how things stand, what needs the merchant, and the last conversations. */
export function HomeView({ api, overview, desk, conversations, now, cameFrom }: HomeViewProps): JSX.Element {
  const { t } = useTexts();
  const { data, failure } = overview;
  useEffect(() => {
    if (cameFrom !== null) document.getElementById(linkIdOf(cameFrom))?.focus();
  }, [cameFrom]);
  const saved = (settings: Settings) => overview.change((before) => ({ ...before, settings }));
  return (
    <main class="page">
      <header class="page-head">
        <div class="page-title">
          <h1 tabIndex={-1}>{t('page.title')}</h1>
        </div>
        <p class="subdued">{data === null ? '\u00a0' : t('page.subtitle', { shop: data.shop.name === '' ? data.shop.domain : data.shop.name })}</p>
      </header>
      {data === null ? (
        failure === null ? (
          <HomeSkeleton />
        ) : (
          <FailureNote failure={failure} onRetry={overview.reload} busy={overview.loading} urgent />
        )
      ) : (
        <>
          {failure === null || overview.at === null ? null : <StaleNote failure={failure} at={overview.at} busy={overview.loading} onRetry={overview.reload} />}
          <div class={findingOf(data.connection) === 'healthy' ? 'pair pair-even' : 'pair'}>
            <ConnectionCard shop={data.shop} connection={data.connection} now={now} checking={overview.loading} onCheck={overview.reload} />
            <StorefrontCard storefront={data.storefront} checking={overview.loading} onCheck={overview.reload} />
          </div>
          <div class="columns">
            <div class="column">
              <AttentionCard attention={data.attention} api={api} onChanged={overview.reload} />
              <TodayCard today={data.today} />
              <ConversationsCard handle={conversations} now={now} />
            </div>
            <div class="column">
              <AnsweringCard settings={data.settings} api={api} onSaved={saved} />
              <DeskCard desk={desk} api={api} />
              <KnowledgeCard knowledge={data.knowledge} api={api} now={now} reload={overview.reload} />
              <SitesCard settings={data.settings} api={api} onSaved={saved} />
            </div>
          </div>
        </>
      )}
    </main>
  );
}
