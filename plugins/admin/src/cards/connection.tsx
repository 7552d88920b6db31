import type { JSX } from 'preact';
import type { Connection, Overview } from '../api/overview.js';
import { Badge, type Tone } from '../components/badge.js';
import { Banner } from '../components/banner.js';
import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { TimePhrase } from '../components/time-phrase.js';
import { useTexts } from '../i18n/context.js';
import type { MessageKey } from '../i18n/en.js';
import { scopeWords } from '../i18n/scopes.js';

/** How the connection is shown: `healthy`, or what the merchant has to do about it. */
export type Finding = 'healthy' | 'missing' | 'reauth' | 'uninstalled' | 'problem';

/** The one thing to say about a connection. Missing permissions come before a lost access: approving them renews it too. */
export function findingOf(connection: Connection): Finding {
  if (connection.state === 'uninstalled') return 'uninstalled';
  if (connection.missingScopes.length > 0) return 'missing';
  if (connection.state === 'needs-reauth') return 'reauth';
  return connection.problem === null ? 'healthy' : 'problem';
}

const BADGES: Readonly<Record<Finding, { tone: Tone; key: MessageKey }>> = {
  healthy: { tone: 'success', key: 'connection.healthy' },
  missing: { tone: 'attention', key: 'connection.attention' },
  problem: { tone: 'attention', key: 'connection.attention' },
  reauth: { tone: 'critical', key: 'connection.broken' },
  uninstalled: { tone: 'critical', key: 'connection.broken' },
};

interface ConnectionCardProps {
  shop: Overview['shop'];
  connection: Connection;
  now: number;
  checking: boolean;
  onCheck: () => void;
}

/** Whether Parley reaches the shop, what it may do there, and what to do where something is amiss. */
export function ConnectionCard({ shop, connection, now, checking, onCheck }: ConnectionCardProps): JSX.Element {
  const { t, format } = useTexts();
  const finding = findingOf(connection);
  const badge = BADGES[finding];
  return (
    <Card id="connection" title={t('connection.title')} aside={<Badge tone={badge.tone}>{t(badge.key)}</Badge>}>
      {finding === 'healthy' ? (
        <p>{t('connection.active.text', { shop: shop.domain })}</p>
      ) : (
        <Banner tone={badge.tone === 'critical' ? 'critical' : 'attention'} title={t(`connection.${finding}.title`)}>
          <p>{t(`connection.${finding}.text`)}</p>
          {finding === 'missing' ? <Scopes handles={connection.missingScopes} /> : <Detail problem={connection.problem} />}
        </Banner>
      )}
      <div class="row">
        <Button icon="refresh" busy={checking} onClick={onCheck}>
          {t('action.checkAgain')}
        </Button>
        <span class="subdued">
          <TimePhrase text="connection.checked" at={connection.checkedAt} now={now} />
        </span>
      </div>
      {connection.grantedScopes.length === 0 ? null : (
        <details class="disclosure">
          <summary>{t('scopes.granted', { count: format.count(connection.grantedScopes.length) })}</summary>
          <Scopes handles={connection.grantedScopes} />
        </details>
      )}
    </Card>
  );
}

/** The service's own words, which are English whatever the page speaks. */
function Detail({ problem }: { problem: string | null }): JSX.Element | null {
  const { t } = useTexts();
  if (problem === null) return null;
  return (
    <p class="subdued">
      {t('connection.detail')} <span lang="en">{problem}</span>
    </p>
  );
}

function Scopes({ handles }: { handles: readonly string[] }): JSX.Element {
  const { t, language } = useTexts();
  return (
    <ul class="scopes">
      {handles.map((handle) => (
        <li key={handle}>
          <span>{scopeWords(handle)?.[language] ?? t('scopes.other')}</span> <code>{handle}</code>
        </li>
      ))}
    </ul>
  );
}
