import { Unauthorized, type Connector, type Log } from '../contracts/index.js';
import type { Installations } from './installations.js';

/** Keeps what the host says of a shop as it is there: its name, currency and time zone. */
export interface ShopFactsReader {
  /** Asks the host anew and tells the shop's installation and the channels that look things up in it alone. */
  reread(installation: string): Promise<void>;
}

export function createShopFactsReader(deps: { installations: Installations; connectors: ReadonlyMap<string, Connector>; log: Log }): ShopFactsReader {
  const { installations, connectors, log } = deps;
  return {
    async reread(id) {
      const shop = await installations.byId(id);
      const install = shop === null ? undefined : connectors.get(shop.connector)?.install;
      if (shop?.state !== 'active' || install?.facts === undefined) return;
      const facts = install.facts.bind(install);
      try {
        const learned = await installations.call(shop, 'facts', (i) => facts(i));
        const all = await installations.ofTenant(shop.tenant);
        for (const i of all) if (i.id === id || (i.settings.commerce.length > 0 && i.settings.commerce.every((source) => source === id))) await installations.learn(i.id, learned);
      } catch (e) {
        if (!(e instanceof Unauthorized)) throw e;
        // The next grant brings them; until then nobody can ask.
        log.info({ installation: id, code: e.code }, 'the shop changed, but what it is now cannot be read without the merchant');
      }
    },
  };
}
