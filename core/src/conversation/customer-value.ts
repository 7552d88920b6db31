import { ParleyError, type Money } from '../contracts/index.js';
import type { Shop } from '../automation/index.js';

/** What a proven customer has bought so far. */
export interface CustomerValue {
  orders: number;
  /** What was paid for them, less what was paid back; null where they were paid in several currencies or no amount is known. */
  spent: Money | null;
}

/** Orders looked at: whoever has more is known well enough by these. */
const LOOKED_AT = 50;

/** Of a customer the host vouched for; null where nobody is, or where the shop does not tell just now: nothing waits for it. */
export async function customerValue(shop: Pick<Shop, 'orders'>, customerId: string | null): Promise<CustomerValue | null> {
  if (customerId === null) return null;
  try {
    const orders = (await shop.orders({ by: 'customer', customerId, limit: LOOKED_AT })).filter((o) => o.cancelledAt === null);
    const paid = orders.flatMap((o) => (o.total === null || o.payment === 'voided' || o.payment === 'expired' || o.payment === 'pending' ? [] : [{ currency: o.total.currency, minor: o.total.minor - (o.refunded?.minor ?? 0) }]));
    const [first] = paid;
    const one = first !== undefined && paid.every((p) => p.currency === first.currency);
    return { orders: orders.length, spent: one ? { currency: first.currency, minor: paid.reduce((sum, p) => sum + p.minor, 0) } : null };
  } catch (e) {
    if (!ParleyError.isInstance(e) || e.kind === 'bug') throw e;
    return null;
  }
}
