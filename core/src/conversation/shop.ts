import { Rejected, type Connector, type Log, type Order, type Product, type RandomBytes } from '../contracts/index.js';
import type { Shop } from '../automation/index.js';
import { ownShelf, type KnowledgeLibrary } from '../knowledge/index.js';
import type { Cache } from '../signals/index.js';
import type { Installations } from './installations.js';
import type { InstallationRecord } from './records.js';

/** The records a channel's conversations may look into: those of the commerce installations it is bound to, and no others. */
export type ShopOf = (channel: InstallationRecord) => Promise<Shop>;

/** Order facts may be this old where a host's change event was lost; one that comes drops them at once. */
const ORDERS_MS = 60_000;
const PRODUCTS_MS = 60_000;
const GENERATION_MS = 10 * 60_000;

export function createShopOf(deps: {
  installations: Installations;
  connectors: ReadonlyMap<string, Connector>;
  cache: Cache;
  knowledge: Pick<KnowledgeLibrary, 'ready' | 'search'>;
  random: RandomBytes;
  log: Log;
}): ShopOf {
  const { installations, connectors, cache, knowledge, random, log } = deps;

  /** A name that changes with every change the host reports: look-ups kept under an older one are never read again. */
  function generation(installation: string): Promise<string> {
    return cache.through(generationKey(installation), GENERATION_MS, () => Promise.resolve(Buffer.from(random(9)).toString('base64url')));
  }

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
        return cache.through(`look-up/${r.id}/${await generation(r.id)}/${key}`, ttlMs, () => run(commerce, r));
      }),
    );
    return found.flat();
  }

  return async (channel) => {
    await knowledge.ready(shelvesOf(channel));
    return shopAt(channel);
  };

  function shopAt(channel: InstallationRecord): Shop {
    return {
      name: channel.settings.shopName,
      orders: (q) =>
        ask<Order>(channel, `orders/${JSON.stringify(q)}`, ORDERS_MS, (commerce, r) =>
          installations.call(r, 'orders', (i) => commerce.orders(i, q)).catch((e: unknown) => {
            log.warn({ installation: r.id, code: e instanceof Error ? e.name : 'unknown' }, 'an order look-up failed');
            throw e;
          }),
        ),
      products: (q) =>
        ask<Product>(channel, `products/${JSON.stringify(q)}`, PRODUCTS_MS, (commerce, r) => (commerce.products === undefined ? Promise.resolve([]) : installations.call(r, 'products', (i) => commerce.products?.(i, q) ?? Promise.resolve([])))),
      passages: (question, language, kinds, limit) => knowledge.search(shelvesOf(channel), question, language, kinds, limit),
    };
  }
}

/** What the bound installations hold, and what the shop's own people have written. */
function shelvesOf(channel: InstallationRecord): string[] {
  return [...channel.settings.commerce, ownShelf(channel.tenant)];
}

/** Where the name of an installation's present generation is kept: dropped, all its look-ups are as good as gone, in every process. */
export function generationKey(installation: string): string {
  return `generation/${installation}`;
}
