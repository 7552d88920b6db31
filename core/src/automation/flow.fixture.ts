import { EMPTY_MEMORY, type Entity, type Order, type OrderQuery, type Perception, type Product } from '../contracts/index.js';
import { T0 } from '../contracts/examples.fixture.js';
import { createMemorySignals } from '../signals/index.js';
import { formatFor } from './format.js';
import type { FlowContext, Shop } from './flow.js';

/** A shop that holds these records and finds them as a host does: by name or number as written without sign, whoever asks. */
export function shopWith(records: { orders?: Order[]; products?: Product[]; passages?: Shop['passages'] }): Shop & { asked: OrderQuery[] } {
  const asked: OrderQuery[] = [];
  const plain = (name: string) => name.replace(/\W/g, '').toUpperCase();
  return {
    name: 'Acme',
    asked,
    orders: (q) => {
      asked.push(q);
      const all = records.orders ?? [];
      if (q.by === 'customer') return Promise.resolve(all.filter((o) => o.customerId === q.customerId).slice(0, q.limit));
      if (q.by === 'tracking') return Promise.resolve(all.filter((o) => o.shipments.some((s) => plain(s.trackingNumber ?? '') === plain(q.number))));
      return Promise.resolve(all.filter((o) => plain(o.name) === plain(q.name)));
    },
    products: (q) => Promise.resolve((records.products ?? []).filter((p) => q.text.toLowerCase().includes(p.title.toLowerCase()) || p.title.toLowerCase().includes(q.text.toLowerCase())).slice(0, q.limit)),
    passages: records.passages ?? (() => []),
  };
}

export const entity = (kind: Entity['kind'], value: string): Entity => ({ kind, value, text: value, start: 0, end: value.length });

export function perceptionOf(set: Partial<Perception> = {}): Perception {
  return { language: 'en', languageSure: true, intents: [{ id: 'order.status', p: 0.9 }], known: true, wishes: [], entities: [], reference: null, mood: 'calm', danger: false, ...set };
}

/** A guest asking in English for an order's status, unless told otherwise. */
export function contextOf(set: Partial<FlowContext> = {}): FlowContext {
  const language = set.language ?? 'en';
  return {
    intent: 'order.status', understood: true, text: 'where is my order?', images: 0, callBack: false, perception: perceptionOf({ language }), memory: EMPTY_MEMORY, status: 'bot', shopper: { tenant: 't', identity: 'guest', customerId: null }, language,
    shop: shopWith({}), rates: createMemorySignals().rates, format: formatFor(language, 'UTC'), now: T0, ...set,
  };
}
