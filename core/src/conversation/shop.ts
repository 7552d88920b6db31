import { Rejected, type Connector, type Log, type Order, type Product } from '../contracts/index.js';
import type { Shop } from '../automation/index.js';
import type { KnowledgeLibrary } from '../knowledge/index.js';
import type { Signals } from '../signals/index.js';
import type { Installations } from './installations.js';
import type { InstallationRecord } from './records.js';

/** The records a channel's conversations may look into: those of the commerce installations it is bound to, and no others. */
export type ShopOf = (channel: InstallationRecord) => Promise<Shop>;

/** Order facts may be this old where a host's change event was lost; one that comes drops them at once. */
const ORDERS_MS = 60_000;
const PRODUCTS_MS = 60_000;

export function createShopOf(deps: {
  installations: Installations;
  connectors: ReadonlyMap<string, Connector>;
  signals: Signals;
  knowledge: Pick<KnowledgeLibrary, 'search' | 'onTopic'>;
  log: Log;
}): ShopOf {
  const { installations, connectors, signals, knowledge, log } = deps;
  const generation = createGenerations(signals);

  async function bound(channel: InstallationRecord): Promise<InstallationRecord[]> {
    const found = await Promise.all(channel.settings.commerce.map((id) => installations.byId(id)));
    return found.filter((r): r is InstallationRecord => r !== null && r.tenant === channel.tenant && r.state === 'active');
  }

  /** Asks every bound installation; one that fails fails the look-up, since half an answer would pass for a whole one. */
  async function ask<T>(channel: InstallationRecord, key: string, ttlMs: number, run: (c: NonNullable<Connector['commerce']>, r: InstallationRecord) => Promise<T[]>): Promise<T[]> {
    const records = await bound(channel);
    if (records.length === 0) throw new Rejected(`channel ${channel.id} is bound to no active commerce installation`, { code: 'shop.not-connected', connector: channel.connector });
    const found = await Promise.all(
      records.map(async (r) => {
        const commerce = connectors.get(r.connector)?.commerce;
        if (commerce === undefined) return [];
        return signals.cache.through(`look-up/${r.id}/${generation(r.id)}/${key}`, ttlMs, () => run(commerce, r));
      }),
    );
    return found.flat();
  }

  return (channel) => Promise.resolve({
    name: channel.settings.shopName,
    orders: (q) =>
      ask<Order>(channel, `orders/${JSON.stringify(q)}`, ORDERS_MS, (commerce, r) =>
        installations.call(r, (i) => commerce.orders(i, q)).catch((e: unknown) => {
          log.warn({ installation: r.id, code: e instanceof Error ? e.name : 'unknown' }, 'an order look-up failed');
          throw e;
        }),
      ),
    products: (q) =>
      ask<Product>(channel, `products/${JSON.stringify(q)}`, PRODUCTS_MS, (commerce, r) => (commerce.products === undefined ? Promise.resolve([]) : installations.call(r, (i) => commerce.products?.(i, q) ?? Promise.resolve([])))),
    passages: (text, language, kinds, limit) => knowledge.search(channel.settings.commerce, text, language, kinds, limit),
    onTopic: (topic, text, language, kinds) => knowledge.onTopic(channel.settings.commerce, topic, text, language, kinds),
  });
}

/** The topic on which a host's change of records is told to every process. */
export function changedTopic(installation: string): string {
  return `changed/${installation}`;
}

/** A number per installation that moves with every change the host reports: look-ups kept under an older one are never read again. */
function createGenerations(signals: Signals): (installation: string) => number {
  const numbers = new Map<string, number>();
  return (installation) => {
    const known = numbers.get(installation);
    if (known !== undefined) return known;
    numbers.set(installation, 0);
    signals.news.subscribe(changedTopic(installation), () => numbers.set(installation, (numbers.get(installation) ?? 0) + 1));
    return 0;
  };
}
