import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Api } from '../api/api.js';
import type { ConnectedDesk, Desk } from '../api/desk.js';
import { Badge } from '../components/badge.js';
import { Button, OutLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { FailureNote } from '../components/failure-note.js';
import { useTask } from '../components/use-task.js';
import { useTexts } from '../i18n/context.js';
import type { LiveHandle } from '../live/use-live.js';

interface DeskCardProps {
  desk: LiveHandle<Desk>;
  api: Api;
}

/** Where conversations go that need a person: the connected workspace, its teams, and the way to connect one. */
export function DeskCard({ desk, api }: DeskCardProps): JSX.Element | null {
  const { t } = useTexts();
  const task = useTask();
  const [link, setLink] = useState<string | null>(null);
  const { data, failure } = desk;
  if (data === null) return failure === null ? null : <Card id="desk" title={t('desk.title')}><FailureNote failure={failure} onRetry={desk.reload} busy={desk.loading} /></Card>;
  const active = data.desks.filter((d) => d.state === 'active');
  const lost = data.desks.filter((d) => d.state === 'needs-reauth');
  const ask = () =>
    task.run(async () => {
      setLink(await api.slackLink());
    });
  const connect = active.length > 0 ? null : link === null ? (
    <Button kind="primary" busy={task.busy} onClick={ask}>{t(lost.length > 0 ? 'desk.reconnect' : 'desk.connect')}</Button>
  ) : (
    <p>
      <OutLink href={link} target="_blank" kind="primary">{t('desk.go')}</OutLink> <span class="subdued">{t('desk.link')}</span>
    </p>
  );
  return (
    <Card id="desk" title={t('desk.title')}>
      {[...active, ...lost].length === 0 ? <p>{t(data.slack ? 'desk.none' : 'desk.unavailable')}</p> : null}
      {[...active, ...lost].map((d) => <Connected key={d.installation} desk={d} data={data} />)}
      {data.slack ? connect : null}
      {task.failure === null ? null : <FailureNote failure={task.failure} onRetry={ask} busy={task.busy} urgent />}
    </Card>
  );
}

function Connected({ desk, data }: { desk: ConnectedDesk; data: Desk }): JSX.Element {
  const { t, counted, format } = useTexts();
  const teams = data.teams.filter((team) => team.installation === desk.installation);
  return (
    <div class="field">
      <p class="row">
        <span class="label">{t('desk.workspace', { name: desk.name })}</span>
        <Badge tone={desk.state === 'active' ? 'success' : 'critical'}>{t(desk.state === 'active' ? 'desk.connected' : 'desk.lost')}</Badge>
      </p>
      {desk.state === 'needs-reauth' ? <p>{t('desk.lost.text')}</p> : null}
      {teams.length === 0 && desk.state === 'active' ? <p>{t('desk.noTeam')}</p> : null}
      {teams.length === 0 ? null : (
        <ul class="sites">
          {teams.map((team) => (
            <li key={team.name}>
              <span>
                {team.name} <span class="subdued">{counted('desk.accept', team.acceptMinutes)} · {t('desk.capacity', { count: format.count(team.capacity) })} · {t(team.hours ? 'desk.hours' : 'desk.always')}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {desk.state === 'active' ? <p class="subdued">{t('desk.where')}</p> : null}
    </div>
  );
}
