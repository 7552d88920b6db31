import type { OrderCardPart, Order } from '../contracts/index.js';
import type { z } from 'zod';
import { shipmentStateOf, stateOf } from './order-state.js';
import { carrierName } from './carriers.js';
import type { FlowContext } from './flow.js';

/** The order as a card: the same facts as the sentences, for the eye. Texts of a host that are longer than a card holds are cut. */
export function orderCard(c: Pick<FlowContext, 'language' | 'format'>, order: Order): z.infer<typeof OrderCardPart> {
  return {
    type: 'order-card',
    orderId: order.id,
    name: order.name.slice(0, 100),
    status: stateOf(order, c.language),
    placedOn: c.format.date(order.createdAt),
    ...(order.total === null ? {} : { total: order.total }),
    items: order.lines.slice(0, 20).map((l) => ({ title: titleOf(l.title, l.variant).slice(0, 300), quantity: l.quantity, ...link('image', l.image) })),
    tracking: order.shipments
      .flatMap((s) => (s.trackingNumber === null ? [] : [{ carrier: (carrierName(s.carrier, c.language) ?? '').slice(0, 100), number: s.trackingNumber.slice(0, 100), ...link('url', s.trackingUrl), status: shipmentStateOf(s.status, c.language) }]))
      .slice(0, 10),
    ...link('url', order.statusUrl),
  };
}

export function titleOf(title: string, variant: string | null): string {
  return variant === null || variant === '' || variant === 'Default Title' ? title : `${title} (${variant})`;
}

/** Only real web links reach a shopper. */
export function link<K extends string>(key: K, url: string | null): Partial<Record<K, string>> {
  const made: Partial<Record<K, string>> = {};
  if (url !== null && /^https?:\/\//.test(url) && URL.canParse(url)) made[key] = url;
  return made;
}
