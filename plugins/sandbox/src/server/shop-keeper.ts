// Keeps what happened in the shops over a restart: a store that forgets its orders would contradict what the app told about them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ShopFile } from '../shop/shop-file.js';
import { tokenState } from '../shopify/tokens.js';
import type { ShopModel } from '../shopify/shop-model.js';

/** Sign-ins and tokens come often: they are written together, this long after the first of them. */
const SOON_MS = 50;

const install = z.object({ id: z.string(), installedAt: z.string(), scopes: z.array(z.string()).readonly() });
const keptShop = z.object({ origin: z.string(), openedAt: z.string(), file: ShopFile, install: install.nullable(), embed: z.boolean() });
const keptAccess = z.object({ openedAt: z.string(), shoppers: z.array(z.tuple([z.string(), z.string()])), tokens: tokenState });

/** What a shop goes on with. */
export interface KeptShop {
  shop: z.infer<typeof keptShop>;
  /** null where sign-ins and tokens were lost or belong to an earlier shop. */
  access: z.infer<typeof keptAccess> | null;
}

/** Two files a shop in the data folder; without a folder nothing is kept. Every file is replaced as a whole, never changed in place. */
export class ShopKeeper {
  readonly #folder: string | null;
  readonly #say: (text: string) => void;
  readonly #waiting = new Map<ShopModel, NodeJS.Timeout>();

  constructor(dataFolder: string | undefined, say: (text: string) => void) {
    this.#folder = dataFolder === undefined ? null : join(dataFolder, 'shops');
    this.#say = say;
  }

  /** What was kept of a domain, where it grew out of the same shop; another shop under the same domain begins anew. */
  load(domain: string, origin: string): KeptShop | null {
    const shop = this.#read(this.#path(domain, 'shop'), keptShop);
    if (shop === null) return null;
    if (shop.origin !== origin) {
      this.#say(`${domain} is another shop than the one kept here: it begins anew`);
      return null;
    }
    const access = this.#read(this.#path(domain, 'access'), keptAccess);
    return { shop, access: access?.openedAt === shop.openedAt ? access : null };
  }

  /** Writes the shop before anybody outside hears of the change. */
  keep(shop: ShopModel): void {
    this.#write(this.#path(shop.domain, 'shop'), { origin: shop.origin, openedAt: shop.openedAt, file: shop.file, install: shop.install, embed: shop.embed } satisfies z.infer<typeof keptShop>);
  }

  /** Writes sign-ins and tokens in a moment, with whatever follows until then. */
  keepAccess(shop: ShopModel): void {
    if (this.#folder === null || this.#waiting.has(shop)) return;
    const timer = setTimeout(() => this.#writeAccess(shop), SOON_MS);
    timer.unref();
    this.#waiting.set(shop, timer);
  }

  /** Writes what waits. */
  flush(): void {
    for (const shop of [...this.#waiting.keys()]) this.#writeAccess(shop);
  }

  #writeAccess(shop: ShopModel): void {
    clearTimeout(this.#waiting.get(shop));
    this.#waiting.delete(shop);
    this.#write(this.#path(shop.domain, 'access'), { openedAt: shop.openedAt, shoppers: shop.shoppers(), tokens: shop.tokens.state() } satisfies z.infer<typeof keptAccess>);
  }

  #path(domain: string, what: 'shop' | 'access'): string | null {
    return this.#folder === null ? null : join(this.#folder, `${createHash('sha256').update(domain).digest('hex').slice(0, 24)}.${what}.json`);
  }

  #write(path: string | null, value: object): void {
    if (path === null || this.#folder === null) return;
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.new`, JSON.stringify(value), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }

  #read<T>(path: string | null, form: z.ZodType<T>): T | null {
    if (path === null || !existsSync(path)) return null;
    const kept = form.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (kept.success) return kept.data;
    this.#say(`what was kept in ${path} is of another form: the shop begins anew`);
    rmSync(path);
    return null;
  }
}
