import { equalInConstantTime, hmacSha256, isFresh } from '@parley/core/security/signatures';

/** The one header both sides sign with. */
export const SIGNATURE_HEADER = 'x-worst-signature';
/** How far a signature's time may lie from ours, either way. */
const TOLERANCE_MS = 300_000;
const FORM = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

/** The header for a body, or for the request target of a call without one. `now` in milliseconds. */
export function signatureOf(secret: string, signed: Uint8Array | string, now: number): string {
  const t = Math.floor(now / 1_000);
  return `t=${t},v1=${digest(secret, t, signed)}`;
}

/** Reads a header: what is wrong with it, or null. The signature is checked before the time: a forged time says nothing. */
export function faultOf(header: string | undefined, secrets: readonly string[], signed: Uint8Array, now: number): 'unsigned' | 'bad-signature' | 'stale' | null {
  const form = FORM.exec(header ?? '');
  if (form?.[1] === undefined || form[2] === undefined) return 'unsigned';
  const [, t, given] = form;
  let fits = false;
  // Every secret is tried, so that the time tells nothing about which one fits.
  for (const secret of secrets) fits = equalInConstantTime(digest(secret, Number(t), signed), given) || fits;
  if (!fits) return 'bad-signature';
  return isFresh(Number(t) * 1_000, now, TOLERANCE_MS) ? null : 'stale';
}

function digest(secret: string, t: number, signed: Uint8Array | string): string {
  return hmacSha256(secret, Buffer.concat([Buffer.from(`${t}.`), typeof signed === 'string' ? Buffer.from(signed) : signed]), 'hex');
}
