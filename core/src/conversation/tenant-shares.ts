/**
 * Keeps one tenant's slow host from taking every place of a worker: each tenant may hold so many mailboxes at once, and
 * what is beyond that waits its turn outside, holding nothing.
 */
export interface TenantShares {
  /** A place for this mailbox, to be given back by calling it; null where the tenant has none left: the mailbox is poked when one is free. */
  enter(tenant: string, mailbox: string): (() => void) | null;
  /** Whether this mailbox waits for a place: it will be poked, and looking at it before is work for nothing. */
  waits(tenant: string, mailbox: string): boolean;
}

/**
 * @param each mailboxes one tenant may hold at once
 * @param poke has a mailbox looked at again
 */
export function createTenantShares(each: number, poke: (mailbox: string) => void): TenantShares {
  const held = new Map<string, { places: number; waiting: Set<string> }>();

  return {
    enter(tenant, mailbox) {
      const share = held.get(tenant) ?? { places: 0, waiting: new Set<string>() };
      held.set(tenant, share);
      if (share.places >= each) {
        share.waiting.add(mailbox);
        return null;
      }
      share.waiting.delete(mailbox);
      share.places += 1;
      let given = false;
      return () => {
        if (given) return;
        given = true;
        share.places -= 1;
        const [next] = share.waiting;
        if (next !== undefined) {
          share.waiting.delete(next);
          poke(next);
        } else if (share.places === 0) held.delete(tenant);
      };
    },
    waits: (tenant, mailbox) => held.get(tenant)?.waiting.has(mailbox) ?? false,
  };
}
