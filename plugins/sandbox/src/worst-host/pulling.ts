import type { Account } from './account.js';
import { done, refused, type Outcome } from './outcome.js';

const MAX_LIMIT = 100;

/** Events behind a cursor. `cursor` and `limit` come straight from the query. */
export function pull(account: Account, cursor: unknown, limit: unknown): Outcome {
  const from = cursor === undefined || cursor === '' ? 0 : position(cursor);
  const count = limit === undefined ? 50 : Number(limit);
  if (!Number.isInteger(count) || count < 1 || count > MAX_LIMIT) return refused(400, 'bad_request', `limit is a number from 1 to ${MAX_LIMIT}`);
  const page = from === null ? null : account.pull(from, count);
  if (!page) return refused(400, 'bad_cursor', 'this host never gave out that cursor');
  return done(200, {
    events: page.events.map(({ id, type, thread, at, more }) => ({ id, type, thread, at, ...more })),
    next: Buffer.from(`after:${page.next}`).toString('base64url'),
    more: page.more,
  });
}

function position(cursor: unknown): number | null {
  if (typeof cursor !== 'string') return null;
  const found = /^after:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString());
  return found?.[1] === undefined ? null : Number(found[1]);
}
