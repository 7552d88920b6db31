// A workspace to try the desk in: the people of a small shop.
import type { Setup } from './control.js';

const CARE = 'C0CARE';

/** People and channels of the demo shop's team; `bot` is the app's own user, which everybody sees. */
export function demoWorkspace(bot: string): Setup & { id: string } {
  const person = (id: string, name: string, more: { admin?: boolean; restricted?: boolean; locale?: string; timeZone?: string } = {}) => ({ id, name, bot: false, restricted: false, admin: false, locale: 'en-US', timeZone: 'America/Los_Angeles', ...more });
  return {
    id: 'T0SHOP',
    name: 'The shop’s team',
    enterprise: null,
    people: [
      { ...person('U0BOT', bot), bot: true },
      person('U0MEI', '陈梅', { admin: true, locale: 'zh-CN', timeZone: 'Asia/Shanghai' }),
      person('U0SAM', 'Sam Rivera', { admin: true }),
      person('U0ADA', 'Ada Novak'),
      person('U0GUS', 'Gus (accountant)', { restricted: true }),
    ],
    channels: [
      { id: CARE, name: 'customer-care', members: ['U0MEI', 'U0SAM', 'U0ADA', 'U0GUS'], shared: false, secret: false },
      { id: 'C0GEN', name: 'general', members: ['U0MEI', 'U0SAM', 'U0ADA', 'U0GUS'], shared: false, secret: false },
      { id: 'C0LEAD', name: 'leads', members: ['U0MEI', 'U0SAM'], shared: false, secret: true },
    ],
  };
}
