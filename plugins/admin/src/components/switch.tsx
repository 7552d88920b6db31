import type { JSX } from 'preact';

interface SwitchProps {
  id: string;
  label: string;
  help: string;
  on: boolean;
  busy: boolean;
  onChange: (on: boolean) => void;
}

/** Turns one thing on or off at once. */
export function Switch({ id, label, help, on, busy, onChange }: SwitchProps): JSX.Element {
  return (
    <div class="switch-row">
      <div>
        <label class="label" id={`${id}-label`} for={id}>
          {label}
        </label>
        <p class="subdued" id={`${id}-help`}>
          {help}
        </p>
      </div>
      <button
        id={id}
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-disabled={busy}
        aria-describedby={`${id}-help`}
        onClick={() => {
          if (!busy) onChange(!on);
        }}
      >
        <span class="switch-knob" />
      </button>
    </div>
  );
}
