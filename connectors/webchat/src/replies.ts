import type { HttpReply, Refusal } from '@parley/core/contracts';

/** What an outsider sees of a refusal: the status, the code, and when to come back. Never the reason. */
export function refusalReply(refusal: Refusal): HttpReply {
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (refusal.retryAfterMs !== undefined) headers['retry-after'] = String(Math.max(1, Math.ceil(refusal.retryAfterMs / 1000)));
  if (refusal.status === 401) headers['www-authenticate'] = 'Bearer';
  return { status: refusal.status, headers, body: { error: { code: refusal.code } } };
}

/** JSON that no cache may keep: it belongs to one shopper. */
export function privateJson(status: number, body: object): HttpReply {
  return { status, headers: { 'cache-control': 'no-store' }, body };
}

/** The media type of a content-type header, lower-case and without parameters. */
export function mediaType(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
