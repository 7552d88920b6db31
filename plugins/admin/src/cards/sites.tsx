import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Api } from '../api/api.js';
import type { Settings } from '../api/overview.js';
import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { CopyField } from '../components/copy-field.js';
import { FailureNote } from '../components/failure-note.js';
import { Icon } from '../components/icon.js';
import { useSay } from '../components/toast.js';
import { useTask } from '../components/use-task.js';
import { useTexts } from '../i18n/context.js';
import { MOST_SITES, siteOrigin } from './site-origin.js';

interface SitesCardProps {
  settings: Settings;
  api: Api;
  onSaved: (settings: Settings) => void;
}

/** The chat on sites outside the host: the script tag, and the origins that may show it. */
export function SitesCard({ settings, api, onSaved }: SitesCardProps): JSX.Element {
  const { t, format } = useTexts();
  const say = useSay();
  const task = useTask();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const save = (origins: string[], then: () => void) =>
    task.run(async () => {
      onSaved(await api.changeSettings({ origins }));
      say(t('saved.origins'));
      then();
    });
  const add = () => {
    const site = siteOrigin(typed, settings.origins);
    if (!site.ok) {
      setProblem(t(`sites.${site.refusal}`, { count: format.count(MOST_SITES) }));
      field.current?.focus();
      return;
    }
    setProblem(null);
    save([...settings.origins, site.origin], () => setTyped(''));
  };
  // A refusal by the service belongs to the field; everything else is said below.
  const refused = task.failure?.kind === 'invalid' ? t('sites.invalid') : null;
  const shown = problem ?? refused;
  return (
    <Card id="sites" title={t('sites.title')}>
      <p>{t('sites.text')}</p>
      <CopyField id="script-tag" label={t('sites.tag')} value={settings.scriptTag} />
      <div class="field">
        <p class="label" id="sites-allowed">
          {t('sites.allowed')}
        </p>
        {settings.origins.length === 0 ? (
          <p class="subdued">{t('sites.none')}</p>
        ) : (
          <ul class="sites" aria-labelledby="sites-allowed">
            {settings.origins.map((origin) => (
              <li key={origin}>
                <span class="site">{origin}</span>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={t('sites.remove', { site: origin })}
                  aria-disabled={task.busy}
                  onClick={() =>
                    save(
                      settings.origins.filter((o) => o !== origin),
                      () => field.current?.focus(),
                    )
                  }
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <form
        class="field"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label class="label" for="site-field">
          {t('sites.field')}
        </label>
        <div class="field-row">
          <input
            id="site-field"
            ref={field}
            class="input"
            type="url"
            inputMode="url"
            autoComplete="off"
            spellcheck={false}
            maxLength={300}
            placeholder={t('sites.placeholder')}
            aria-invalid={shown !== null}
            aria-describedby="site-field-problem"
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setProblem(null);
              task.clear();
            }}
          />
          <Button type="submit" busy={task.busy}>
            {t('sites.add')}
          </Button>
        </div>
        <p class="problem" id="site-field-problem" role="alert">
          {shown}
        </p>
      </form>
      {task.failure === null || refused !== null ? null : <FailureNote failure={task.failure} onRetry={null} urgent />}
    </Card>
  );
}
