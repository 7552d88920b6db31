import type { ComponentChildren, JSX } from 'preact';
import { useTexts } from '../i18n/context.js';
import { Icon, type IconName } from './icon.js';

interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  kind?: 'primary' | 'secondary' | 'plain';
  type?: 'button' | 'submit';
  /** Something it started is under way: it stays focusable but does nothing. */
  busy?: boolean;
  icon?: IconName;
  label?: string;
}

export function Button({ children, onClick, kind = 'secondary', type = 'button', busy = false, icon, label }: ButtonProps): JSX.Element {
  return (
    <button
      type={type}
      class={`button button-${kind}${busy ? ' is-busy' : ''}`}
      aria-disabled={busy}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
      {busy ? <span class="spinner" aria-hidden="true" /> : null}
    </button>
  );
}

interface LinkProps {
  href: string;
  children: ComponentChildren;
  /** `_top` leaves the host's frame; `_blank` opens a tab and says so. */
  target: '_top' | '_blank';
  kind?: 'primary' | 'secondary' | 'text';
}

/** A link out of this page. */
export function OutLink({ href, children, target, kind = 'text' }: LinkProps): JSX.Element {
  const { t } = useTexts();
  return (
    <a class={kind === 'text' ? 'link' : `button button-${kind}`} href={href} target={target} rel={target === '_blank' ? 'noopener noreferrer' : undefined}>
      <span>{children}</span>
      <Icon name="external" />
      {target === '_blank' ? <span class="unseen"> {t('link.newTab')}</span> : null}
    </a>
  );
}
