import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useTexts } from '../i18n/context.js';
import { useSay } from './toast.js';
import { Button } from './button.js';

/** A text to take along. Where the host's frame does not let pages copy, it is selected instead and said so. */
export function CopyField({ id, label, value }: { id: string; label: string; value: string }): JSX.Element {
  const { t } = useTexts();
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      say(t('sites.copied'));
    } catch {
      // Refused by the browser or the frame's permissions: the merchant copies by hand.
      field.current?.focus();
      field.current?.select();
      say(t('sites.copyByHand'));
    }
  };
  return (
    <div class="field">
      <div class="field-head">
        <label class="label" for={id}>
          {label}
        </label>
        <Button kind="plain" icon="copy" onClick={() => void copy()}>
          {t('sites.copy')}
        </Button>
      </div>
      <textarea id={id} ref={field} class="input code" readOnly rows={3} spellcheck={false} value={value} onFocus={(e) => e.currentTarget.select()} />
    </div>
  );
}
