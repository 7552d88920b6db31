import type { Clock, RandomBytes } from '../contracts/index.js';
import { idOf } from '../security/signatures/index.js';
import type { Records } from './records.js';

/** An administrator follows a link at once or asks for another. */
const LIFE_MS = 15 * 60_000;

/**
 * Single-use links by which a further installation joins a tenant: made by its admin, never guessed by e-mail or domain. What is kept is the
 * hash; the link itself only its holder has.
 */
export interface Links {
  make(tenant: string, connector: string): Promise<string>;
  /** Whose it is, while it is good. Does not use it up. */
  peek(connector: string, link: string): Promise<{ tenant: string } | null>;
  /** The same, and from now on it is no good to anybody. */
  use(connector: string, link: string): Promise<{ tenant: string } | null>;
}

export function createLinks({ records, clock, random }: { records: Records; clock: Clock; random: RandomBytes }): Links {
  const idFor = (connector: string, link: string) => idOf('link', connector, link);

  return {
    async make(tenant, connector) {
      const link = Buffer.from(random(24)).toString('base64url');
      await records.links.insert({ id: idFor(connector, link), tenant, connector, expiresAt: clock() + LIFE_MS, usedAt: null });
      return link;
    },
    async peek(connector, link) {
      const found = await records.links.get('all', idFor(connector, link));
      return found === null || found.usedAt !== null || found.expiresAt <= clock() ? null : { tenant: found.tenant };
    },
    async use(connector, link) {
      const found = await records.links.get('all', idFor(connector, link));
      if (found === null || found.expiresAt <= clock()) return null;
      // Of two who come with it one gets in.
      const used = await records.links.update('all', found.id, { when: { usedAt: null }, set: { usedAt: clock() } });
      return used === null ? null : { tenant: used.tenant };
    },
  };
}
