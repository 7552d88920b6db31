import { Retryable, type Clock, type InboundEvent, type Log, type Turn } from '../contracts/index.js';
import type { KnowledgeLibrary } from '../knowledge/index.js';
import { idOf } from '../security/signatures/index.js';
import type { Cache } from '../signals/index.js';
import type { Handoffs } from './handoff/handoffs.js';
import type { Installations } from './installations.js';
import type { Intake } from './intake.js';
import type { Privacy } from './privacy.js';
import type { Records } from './records.js';
import { generationKey } from './shop.js';
import type { ShopFactsReader } from './shop-facts.js';

/** How far the host's clock and ours may differ: nobody uninstalls and is granted access again within it. */
const CLOCKS_MS = 5_000;

/** How long after its offer a hand-off's place at the desk may still become known. */
const PLACING_MS = 15 * 60_000;

/** What follows from a turn that is no shopper's message. Everything here can be done twice without harm. */
export interface HostEvents {
  handle(turn: Turn, event: InboundEvent): Promise<void>;
  /** Goes on with a tenant's erasure that broke off after its own record could not be read any more. */
  eraseOn(turn: Turn): Promise<void>;
}

export function createHostEvents(deps: { records: Records; handoffs: Handoffs; intake: Pick<Intake, 'within'>; installations: Installations; knowledge: KnowledgeLibrary; privacy: Privacy; shopFacts: ShopFactsReader; cache: Cache; clock: Clock; log: Log }): HostEvents {
  const { records, handoffs, intake, installations, knowledge, privacy, shopFacts, cache, clock, log } = deps;

  async function uninstalled(turn: Turn): Promise<void> {
    // Hosts repeat a webhook for hours and events are parked for one: the merchant may have come back since.
    const granted = (await installations.byId(turn.installation))?.installedAt ?? 0;
    if (turn.hostAt !== null && turn.hostAt + CLOCKS_MS < granted) {
      log.info({ tenant: turn.tenant, installation: turn.installation }, 'an uninstall from before the present install changes nothing');
      return;
    }
    const all = await installations.ofTenant(turn.tenant);
    for (const i of all) {
      const bound = i.id === turn.installation || (i.settings.commerce.length > 0 && i.settings.commerce.every((id) => id === turn.installation));
      if (bound) await installations.change(i.id, { state: 'uninstalled', sealedCredentials: null, expiresAt: null });
      if (bound) await closeConversations(turn.tenant, i.id);
    }
    log.info({ tenant: turn.tenant, installation: turn.installation }, 'uninstalled: credentials are gone, open conversations are closed');
    // The order to erase everything comes in a mailbox of its own, and may have been read before this.
    await privacy.eraseAfter(turn.tenant, (turn.hostAt ?? turn.storedAt) - CLOCKS_MS);
  }

  /**
   * What an agent did belongs into the shopper's own mailbox, where it has its place among what they wrote. The desk's thread only tells whose
   * it is; the host's word for it counts only within the same tenant.
   */
  async function toItsShopper(turn: Turn, event: InboundEvent): Promise<void> {
    if (event.body.type !== 'desk') return;
    const named = event.body.handoff === null ? null : await handoffs.byId(turn.tenant, event.body.handoff);
    const there = event.mailbox.kind === 'thread' ? await handoffs.byPlace(turn.connector, turn.account, event.mailbox.hostThread) : null;
    const record = named ?? there;
    // An agent may be quicker than the host's own answer to the opening: whose thread it is will be known in a moment.
    if (record === null && clock() - turn.storedAt < PLACING_MS && (await handoffs.isPlacing(turn.tenant, turn.installation, clock() - PLACING_MS))) {
      throw new Retryable('whose hand-off this is about is not known yet: one is being opened', { code: 'handoff.placing' });
    }
    if (record === null || record.tenant !== turn.tenant || record.desk?.installation !== turn.installation) {
      log.info({ turn: turn.id, tenant: turn.tenant }, 'a desk’s event is about no hand-off that is known');
      return;
    }
    await intake.within(record, idOf('turn', 'desk', turn.id), event);
  }

  async function closeConversations(tenant: string, installation: string): Promise<void> {
    await handoffs.drop(tenant, { installation });
    await handoffs.deskGone(tenant, installation);
    for (const status of ['bot', 'waiting', 'agent']) {
      for (;;) {
        const open = await records.conversations.find({ tenant }, { where: { status, installation }, limit: 500 });
        for (const c of open) await records.conversations.update({ tenant }, c.id, { when: { status }, set: { status: 'closed' }, inc: { epoch: 1 } });
        if (open.length < 500) break;
      }
    }
  }

  return {
    eraseOn: (turn) => privacy.handle(turn, { type: 'privacy', request: 'erase-tenant', customer: null, orderIds: [] }),
    async handle(turn, event) {
      const { body } = event;
      switch (body.type) {
        case 'privacy':
          return privacy.handle(turn, body);
        case 'lifecycle':
          if (body.change === 'uninstalled') return uninstalled(turn);
          if (body.change === 'shop-updated') return shopFacts.reread(turn.installation);
          if (body.scopes !== undefined) await installations.change(turn.installation, { scopes: body.scopes });
          return;
        case 'changed':
          await cache.drop(generationKey(turn.installation));
          return knowledge.changed(turn.installation, body.entity, body.entityId, body.change);
        case 'desk':
          return toItsShopper(turn, event);
        case 'amendment':
        case 'timer':
        case 'message':
          // These come with a shopper's mailbox, and are worked on there.
          return;
      }
    },
  };
}
