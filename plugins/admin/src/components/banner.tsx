import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.js';

interface BannerProps {
  tone: 'info' | 'attention' | 'critical';
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  /** Read out at once, because something the merchant just did failed. */
  urgent?: boolean;
}

/** Something the merchant should know before going on, with what to do. */
export function Banner({ tone, title, children, actions, urgent = false }: BannerProps): JSX.Element {
  return (
    <div class={`banner banner-${tone}`} role={urgent ? 'alert' : undefined}>
      <Icon name={tone === 'info' ? 'info' : 'alert'} />
      <div class="banner-body">
        <p class="banner-title">{title}</p>
        {children}
        {actions === undefined ? null : <div class="actions">{actions}</div>}
      </div>
    </div>
  );
}
