import type { JSX } from 'preact';
import type { Api } from '../api/api.js';
import type { Settings, SettingsChange } from '../api/overview.js';
import { Badge } from '../components/badge.js';
import { Card } from '../components/card.js';
import { FailureNote } from '../components/failure-note.js';
import { Switch } from '../components/switch.js';
import { useSay } from '../components/toast.js';
import { useTask } from '../components/use-task.js';
import { useTexts } from '../i18n/context.js';

interface AnsweringCardProps {
  settings: Settings;
  api: Api;
  onSaved: (settings: Settings) => void;
}

/** Whether Parley answers, and in which language when it cannot tell. Saved at once. */
export function AnsweringCard({ settings, api, onSaved }: AnsweringCardProps): JSX.Element {
  const { t } = useTexts();
  const say = useSay();
  const task = useTask();
  const save = (change: SettingsChange, words: (saved: Settings) => string) =>
    task.run(async () => {
      const saved = await api.changeSettings(change);
      onSaved(saved);
      say(words(saved));
    });
  const on = !settings.paused;
  return (
    <Card id="answering" title={t('answering.title')} aside={<Badge tone={on ? 'success' : 'attention'}>{t(on ? 'answering.on' : 'answering.off')}</Badge>}>
      <Switch
        id="answering-switch"
        label={t('answering.switch')}
        help={t(on ? 'answering.on.text' : 'answering.off.text')}
        on={on}
        busy={task.busy}
        onChange={(next) => save({ paused: !next }, (saved) => t(saved.paused ? 'saved.answering.off' : 'saved.answering.on'))}
      />
      <div class="field">
        <label class="label" for="default-language">
          {t('answering.language')}
        </label>
        <select
          id="default-language"
          class="input select"
          aria-describedby="default-language-help"
          disabled={task.busy}
          value={settings.defaultLanguage}
          onChange={(event) => {
            const language = event.currentTarget.value === 'zh' ? 'zh' : 'en';
            // What is shown is what is saved: it goes back by itself when saving fails.
            event.currentTarget.value = settings.defaultLanguage;
            save({ defaultLanguage: language }, () => t('saved.language'));
          }}
        >
          <option value="en">{t('language.en')}</option>
          <option value="zh">{t('language.zh')}</option>
        </select>
        <p class="subdued" id="default-language-help">
          {t('answering.language.help')}
        </p>
      </div>
      {task.failure === null ? null : <FailureNote failure={task.failure} onRetry={null} urgent />}
    </Card>
  );
}
