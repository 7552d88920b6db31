import { z } from 'zod';
import { Bug, type Credentials, type Installation } from '@parley/core/contracts';

/** What a merchant would type in: who signs, what the path holds, and where the host is. */
export interface WorstAccess {
  secret: string;
  pathSecret: string;
  /** Origin of the host, for example `http://localhost:8090`. */
  host: string;
}

const Values = z.object({ secret: z.string().min(1), pathSecret: z.string().regex(/^[A-Za-z0-9_-]+$/), host: z.url({ protocol: /^https?$/ }) });

/** Name under which both halves of an incoming request's proof are kept. */
export const WEBHOOK_SECRET = 'webhook';

/**
 * Credentials of an installation. `verify` is handed one named secret, and the worst host's proof is two: the path's and
 * the signature's. So both are kept a second time, together, as `<path secret>.<secret>`; no path secret holds a dot.
 */
export function worstCredentials(access: WorstAccess): Credentials {
  const { secret, pathSecret, host } = Values.parse(access);
  return { values: { secret, pathSecret, host: new URL(host).origin, [WEBHOOK_SECRET]: `${pathSecret}.${secret}` }, expiresAt: null, refreshExpiresAt: null };
}

/** The two halves of the webhook's secret. */
export function halvesOf(webhook: string): { pathSecret: string; secret: string } {
  const dot = webhook.indexOf('.');
  return { pathSecret: webhook.slice(0, Math.max(0, dot)), secret: webhook.slice(dot + 1) };
}

/** The access of an opened installation. Throws `Bug`: it was granted without. */
export function accessOf(i: Installation): WorstAccess {
  const read = Values.safeParse(i.credentials.values);
  if (!read.success) throw new Bug(`installation ${i.id} has no access to the worst host`, { code: 'worst.credentials', connector: i.connector });
  return read.data;
}
