import { refuse, type RawRequest, type Refusal } from '@parley/core/contracts';
import { isFresh, signedByAny } from '@parley/core/security/signatures';

/** Slack: "if the timestamp differs from local time by more than five minutes, it could be a replay". */
const TOLERANCE_MS = 300_000;
const PREFIX = 'v0=';

/**
 * Slack's request signature v0: HMAC-SHA256 over `v0:{timestamp}:{raw body}`, in hex. Unlike the SDK this refuses timestamps of the
 * future as well. Source: docs.slack.dev, "Verifying requests from Slack".
 */
export function checkSignature(req: RawRequest, secrets: readonly string[], now: number): Refusal | null {
  const timestamp = req.headers['x-slack-request-timestamp'] ?? '';
  const signature = req.headers['x-slack-signature'] ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || !signature.startsWith(PREFIX)) return refuse(401, 'slack.unsigned', 'signature headers are missing or not of their form');
  const signed = Buffer.concat([Buffer.from(`v0:${timestamp}:`, 'utf8'), req.body]);
  if (!signedByAny(secrets, signed, signature.slice(PREFIX.length), 'hex')) return refuse(401, 'slack.bad-signature', 'the signature is not of any valid secret');
  if (!isFresh(Number(timestamp) * 1_000, now, TOLERANCE_MS)) return refuse(401, 'slack.stale', 'the timestamp is more than five minutes off');
  return null;
}
