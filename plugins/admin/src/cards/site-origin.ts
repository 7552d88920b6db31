/** As many sites as the service accepts. */
export const MOST_SITES = 50;

/** Why an entered site is not taken. */
export type SiteRefusal = 'invalid' | 'insecure' | 'present' | 'full';

/**
 * The web origin meant by what a merchant typed or pasted: a full address is cut to its origin, a bare host gets
 * `https://`. Plain http is for one's own machine only, as the service demands too.
 */
export function siteOrigin(typed: string, present: readonly string[]): { ok: true; origin: string } | { ok: false; refusal: SiteRefusal } {
  const trimmed = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || /\s/.test(trimmed) || !URL.canParse(address)) return { ok: false, refusal: 'invalid' };
  const url = new URL(address);
  const own = ['localhost', '127.0.0.1'].includes(url.hostname);
  if (url.username !== '' || url.password !== '' || !['https:', 'http:'].includes(url.protocol)) return { ok: false, refusal: 'invalid' };
  if (!own && !url.hostname.includes('.')) return { ok: false, refusal: 'invalid' };
  if (url.protocol === 'http:' && !own) return { ok: false, refusal: 'insecure' };
  if (present.includes(url.origin)) return { ok: false, refusal: 'present' };
  if (present.length >= MOST_SITES) return { ok: false, refusal: 'full' };
  return { ok: true, origin: url.origin };
}
