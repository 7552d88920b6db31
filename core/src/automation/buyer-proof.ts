import type { Order } from '../contracts/index.js';
import type { FlowContext } from './flow.js';

/** How this shopper is known to be the buyer of an order; null: not known, nothing may be told. */
export type ProofOfPurchase = { by: 'signed-in'; customerId: string } | { by: 'earlier' } | { by: 'email'; email: string } | { by: 'phone'; phone: string };

/** Five guesses an hour from one shopper, ten an hour at one order from everybody together. */
const GUESSES_PER_SHOPPER = { perMinute: 5 / 60, burst: 5 };
const GUESSES_PER_ORDER = { perMinute: 10 / 60, burst: 10 };
/** Fewer digits than this could be guessed. */
const MIN_PHONE_DIGITS = 9;

/** Proof that needs nothing said: the host's signed customer id, or what was proven in this conversation before. */
export function knownProof(c: FlowContext, order: Order): ProofOfPurchase | null {
  if (c.shopper.customerId !== null && order.customerId !== null && c.shopper.customerId === order.customerId) return { by: 'signed-in', customerId: c.shopper.customerId };
  if (c.memory.proven.includes(order.id)) return { by: 'earlier' };
  return null;
}

/** Whether the shopper gave an e-mail address or phone number in this message. */
export function offersProof(c: FlowContext): boolean {
  return c.perception.entities.some((e) => e.kind === 'email' || e.kind === 'phone');
}

/**
 * Takes a guess from the buckets for every address or number offered; when there have been too many, in how many milliseconds there is another. Called before
 * looking, so that timing tells nothing. Who has no guess left takes none of the order's: nobody can lock the buyer out alone.
 * @param subject the order's canonical name or the tracking number's, so that no other writing of it has guesses of its own
 */
export async function mayGuess(c: FlowContext, subject: string): Promise<{ ok: true } | { ok: false; retryAfterMs: number }> {
  const { tenant, identity } = c.shopper;
  const offered = new Set(c.perception.entities.filter((e) => e.kind === 'email' || e.kind === 'phone').map((e) => `${e.kind} ${e.value.toLowerCase()}`));
  for (let n = 0; n < offered.size; n++) {
    const byShopper = await c.rates.take({ key: `proof/${tenant}/shopper/${identity}`, ...GUESSES_PER_SHOPPER }, c.now);
    if (!byShopper.ok) return byShopper;
    const byOrder = await c.rates.take({ key: `proof/${tenant}/order/${subject}`, ...GUESSES_PER_ORDER }, c.now);
    if (!byOrder.ok) return byOrder;
  }
  return { ok: true };
}

/** Whether an e-mail address or phone number in this message is the one the order was placed with. */
export function givenProof(c: FlowContext, order: Order): ProofOfPurchase | null {
  for (const e of c.perception.entities) {
    if (e.kind === 'email' && order.email !== null && e.value.toLowerCase() === order.email.trim().toLowerCase()) return { by: 'email', email: e.value.toLowerCase() };
    if (e.kind === 'phone' && order.phone !== null && samePhone(e.value, order.phone)) return { by: 'phone', phone: order.phone };
  }
  return null;
}

/** Two writings of one number: with or without country code, leading zero and punctuation. */
export function samePhone(a: string, b: string): boolean {
  const x = a.replace(/\D/g, '').replace(/^0+/, '');
  const y = b.replace(/\D/g, '').replace(/^0+/, '');
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short.length >= MIN_PHONE_DIGITS && long.endsWith(short) && long.length - short.length <= 3;
}

/** `#1001`, `1001` and `ＮＯ.1001` are one order to a shopper. */
export function canonicalName(name: string): string {
  // NFKC writes № as "No", which would pass for letters of the name.
  return name.replaceAll('№', '#').normalize('NFKC').toUpperCase().replace(/^(?:\s|#|NO\.)+/, '').trim();
}

/** One parcel's number, however it is spaced and hyphenated. */
export function canonicalTracking(number: string): string {
  return number.replace(/\W/g, '').toUpperCase();
}
