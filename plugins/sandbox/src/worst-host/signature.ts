// The one header that both sides sign with; protocol.md, "Addresses and signatures".
import { createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADER = 'x-worst-signature';

/** How far a signature's time may lie from the host's clock, in seconds, either way. */
const TOLERANCE = 300;

/** The header's value for `text` signed at `now`. */
export function sign(secret: string, text: string | Buffer, now: Date): string {
  const t = Math.floor(now.getTime() / 1000);
  return `t=${t},v1=${digest(secret, t, text)}`;
}

/** Null when the header is a fresh signature of `text`, otherwise the refusal's code. */
export function refusal(header: string | undefined, secret: string, text: string | Buffer, now: Date): 'unsigned' | 'bad_signature' | 'stale' | null {
  const found = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '');
  if (!found?.[1] || !found[2]) return 'unsigned';
  const t = Number(found[1]);
  if (!timingSafeEqual(Buffer.from(digest(secret, t, text)), Buffer.from(found[2]))) return 'bad_signature';
  return Math.abs(now.getTime() / 1000 - t) > TOLERANCE ? 'stale' : null;
}

function digest(secret: string, t: number, text: string | Buffer): string {
  return createHmac('sha256', secret).update(`${t}.`).update(text).digest('hex');
}
