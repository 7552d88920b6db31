import type { JSX } from 'preact';
import type { Today } from '../api/overview.js';
import { Card } from '../components/card.js';
import { useTexts } from '../i18n/context.js';

const OUTCOMES = [
  { key: 'answered', label: 'outcome.answered' },
  { key: 'asked', label: 'outcome.asked' },
  { key: 'handedOff', label: 'outcome.handed-off' },
  { key: 'unknown', label: 'outcome.unknown' },
] as const;

/** Today's figures, and how the messages ended as one bar with its words below. */
export function TodayCard({ today }: { today: Today }): JSX.Element {
  const { t, format } = useTexts();
  const none = <span aria-label={t('today.none.label')}>{t('today.none')}</span>;
  return (
    <Card id="today" title={t('today.title')}>
      <dl class="tiles">
        <Tile label={t('today.messages')} help={t('today.messages.text')}>
          {format.count(today.messages)}
        </Tile>
        <Tile label={t('today.evidence')} help={t('today.evidence.text')}>
          {today.evidenceShare === null ? none : format.share(today.evidenceShare)}
        </Tile>
        <Tile label={t('today.p50')} help={t('today.p50.text')}>
          {today.p50Ms === null ? none : format.span(today.p50Ms)}
        </Tile>
      </dl>
      <div class="outcomes">
        <p class="label" id="outcomes-label">
          {t('today.outcomes')}
        </p>
        <OutcomeBar today={today} />
        <ul class="legend" aria-labelledby="outcomes-label">
          {OUTCOMES.map(({ key, label }) => (
            <li key={key}>
              <span class={`swatch swatch-${key}`} aria-hidden="true" />
              <span>{t(label)}</span> <span class="strong figure">{format.count(today[key])}</span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

function Tile({ label, help, children }: { label: string; help: string; children: JSX.Element | string }): JSX.Element {
  return (
    <div class="tile">
      <dt class="tile-label">{label}</dt>
      <dd class="tile-figure">{children}</dd>
      <dd class="tile-help">{help}</dd>
    </div>
  );
}

/** Drawn in SVG: widths set by attribute need no style, which the page's security policy forbids. */
function OutcomeBar({ today }: { today: Today }): JSX.Element {
  const total = OUTCOMES.reduce((sum, { key }) => sum + today[key], 0);
  let from = 0;
  return (
    <svg class="bar" width="100%" height="8" aria-hidden="true" focusable="false">
      <rect class="bar-empty" width="100%" height="8" />
      {total === 0
        ? null
        : OUTCOMES.map(({ key }) => {
            const x = from;
            const width = (today[key] / total) * 100;
            from += width;
            return <rect key={key} class={`bar-${key}`} x={`${x}%`} width={`${width}%`} height="8" />;
          })}
    </svg>
  );
}
