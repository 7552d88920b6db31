import type { JSX } from 'preact';
import type { Entry, Evidence } from '../api/conversations.js';
import { Badge } from '../components/badge.js';
import { OutLink } from '../components/button.js';
import { useTexts } from '../i18n/context.js';
import { DELIVERY_TONES, evidenceKey, intentWords } from './words.js';

/** One thing said; for a reply of Parley's also how it went out and why it was said. `day` is the date to write above it, null within a day. */
export function EntryItem({ entry, day }: { entry: Entry; day: string | null }): JSX.Element {
  const { t, format } = useTexts();
  return (
    <li class="turn">
      {day === null ? null : <p class="day">{day}</p>}
      <div class={`entry entry-${entry.from}`}>
        <p class="entry-head">
          <span class="strong">{t(`from.${entry.from}`)}</span>
          <time class="subdued" dateTime={new Date(entry.at).toISOString()} title={format.moment(entry.at)}>
            {format.clock(entry.at)}
          </time>
          {entry.deliveryState === null ? null : <Badge tone={DELIVERY_TONES[entry.deliveryState]}>{t(`delivery.${entry.deliveryState}`)}</Badge>}
        </p>
        <p class={entry.text === '' ? 'bubble subdued' : 'bubble'} dir="auto">
          {entry.text === '' ? t(entry.unreadable ? 'detail.unreadable' : 'detail.noText') : entry.text}
        </p>
        {entry.from === 'bot' ? <Why entry={entry} /> : null}
      </div>
    </li>
  );
}

function Why({ entry }: { entry: Entry }): JSX.Element {
  const { t, language, format } = useTexts();
  return (
    <details class="disclosure why">
      <summary aria-label={t('why.openAbout', { when: format.clock(entry.at) })}>{t('why.open')}</summary>
      <dl class="why-facts">
        <div>
          <dt>{t('why.understood')}</dt>
          <dd>
            {entry.intent === null ? t('why.nothing') : intentWords(entry.intent, entry.intentName, language)}
            {entry.confidence === null ? null : <span class="subdued"> · {t(entry.intent === null ? 'why.guess' : 'why.sure', { share: format.share(entry.confidence) })}</span>}
          </dd>
        </div>
        {entry.outcome === null ? null : (
          <div>
            <dt>{t('why.outcome')}</dt>
            <dd>{t(`outcome.${entry.outcome}`)}</dd>
          </div>
        )}
        <div>
          <dt>{t('why.evidence')}</dt>
          <dd>{entry.evidence.length === 0 ? t('why.evidence.none') : <EvidenceList evidence={entry.evidence} />}</dd>
        </div>
        {entry.deliveryState === null ? null : (
          <div>
            <dt>{t('why.delivery')}</dt>
            <dd>{t(`delivery.${entry.deliveryState}.text`)}</dd>
          </div>
        )}
        {entry.reason === null ? null : (
          <div>
            <dt>{t('why.note')}</dt>
            <dd lang="en">{entry.reason}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}

function EvidenceList({ evidence }: { evidence: readonly Evidence[] }): JSX.Element {
  const { t } = useTexts();
  return (
    <ul class="evidence">
      {evidence.map((e, i) => (
        <li key={i}>
          <span class="subdued">{t(evidenceKey(e.kind))}</span>{' '}
          {e.url === null ? (
            <span>{e.title}</span>
          ) : (
            <OutLink href={e.url} target="_blank">
              {e.title}
            </OutLink>
          )}
        </li>
      ))}
    </ul>
  );
}
