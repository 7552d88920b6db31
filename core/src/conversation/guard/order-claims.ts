import type { Order } from '../../contracts/index.js';

/** A statement about where an order stands, how it is worded, and when it is true of an order. */
interface OrderClaim {
  name: string;
  wording: RegExp;
  holds(o: Order): boolean;
}

const anyShipment = (o: Order, ...statuses: string[]) => o.shipments.some((s) => statuses.includes(s.status));
const MOVING = ['in-transit', 'out-for-delivery', 'ready-for-pickup', 'attempted', 'delayed', 'delivered', 'failed'];

export const ORDER_CLAIMS: readonly OrderClaim[] = [
  { name: 'delivered', wording: /\b(?:has been|was|is|as|been) delivered\b|已签收|已送达|已妥投|签收/i, holds: (o) => anyShipment(o, 'delivered') },
  { name: 'out-for-delivery', wording: /\bout for delivery\b|正在派送|派送中/i, holds: (o) => anyShipment(o, 'out-for-delivery') },
  { name: 'ready-for-pickup', wording: /\bready (?:for you to pick up|for pick-?up)\b|已到自提点|待取件|可以取件/i, holds: (o) => anyShipment(o, 'ready-for-pickup') },
  { name: 'shipped', wording: /\b(?:has|have|been|was|is) (?:been )?(?:shipped|dispatched|sent out)\b|\bon its way\b|已发货|已寄出|正在运输|运输途中/i, holds: (o) => anyShipment(o, 'pending', 'label-created', ...MOVING) || o.fulfilment === 'fulfilled' || o.fulfilment === 'partial' },
  { name: 'delayed', wording: /\bis delayed\b|有延误/i, holds: (o) => anyShipment(o, 'delayed') },
  { name: 'cancelled', wording: /\b(?:was|is|has been|been) cancell?ed\b|已(?:于[^。，]{0,20})?取消/i, holds: (o) => o.cancelledAt !== null },
  { name: 'refunded', wording: /\b(?:has been|was|were|been) refunded\b|已退款/i, holds: (o) => (o.refunded?.minor ?? 0) > 0 },
  { name: 'paid', wording: /\bpayment (?:has )?(?:arrived|been received)\b|已付款/i, holds: (o) => ['paid', 'partially-paid', 'partially-refunded', 'refunded'].includes(o.payment) },
];

/** Words right before a claim that turn it round. */
const NEGATION = /(?:\bnot(?: yet)?(?: been)?|n['’]t(?: yet)?(?: been)?|\bnever(?: been)?|\bno\b|尚未|还没有?|没有?|未)\s*\S{0,4}\s*$/i;

/** The claims a sentence makes, each with whether it is made or denied. */
export function claimsIn(text: string): { claim: OrderClaim; denied: boolean }[] {
  const found: { claim: OrderClaim; denied: boolean }[] = [];
  for (const claim of ORDER_CLAIMS) {
    const match = claim.wording.exec(text);
    if (match === null) continue;
    const inside = /\b(?:not|n['’]t)\b|未/.test(match[0]);
    found.push({ claim, denied: inside || NEGATION.test(text.slice(0, match.index)) });
  }
  return found;
}
