import { textOf, type Clock, type InboundEvent, type Log, type Turn } from '../contracts/index.js';
import { idOf } from '../security/signatures/index.js';
import { sealedWith, type Identities, type Identity, type Proof } from '../security/index.js';
import type { Collection, Store, Stored } from '../storage/index.js';
import { ownShelf, type KnowledgeLibrary } from '../knowledge/index.js';
import type { Records } from './records.js';
import type { Audit } from './audit.js';
import type { Handoffs } from './handoff/handoffs.js';
import { openEvent, readSent, readTurn } from './work.js';

type PrivacyBody = Extract<InboundEvent['body'], { type: 'privacy' }>;

/** Carries out a host's privacy requests in full and keeps proof that it did. Repeating one is harmless. */
export interface Privacy {
  handle(turn: Turn, body: PrivacyBody): Promise<void>;
  /** Carries out an order to erase the tenant that came after `since` and found it still installed: its uninstall was read only now. */
  eraseAfter(tenant: string, since: number): Promise<void>;
  /** What was put together for a merchant to hand to a shopper; null where there is no such export. */
  readExport(tenant: string, id: string): Promise<string | null>;
}

/** Where the sealed exports of a tenant are kept. */
export function exportId(turn: string): string {
  return idOf('export', turn);
}

/** What is noted of privacy requests. */
export const PRIVACY_ACTS = ['privacy.export', 'privacy.erase', 'privacy.erase-tenant', 'privacy.erase-tenant-done'] as const;

const PAGE = 500;
const EXPORT_MIME = 'application/vnd.parley.sealed';

function isPrivacyAct(act: string): boolean {
  return PRIVACY_ACTS.some((one) => one === act);
}

export function createPrivacy(deps: { records: Records; store: Store; identities: Identities; knowledge: KnowledgeLibrary; audit: Audit; handoffs: Handoffs; clock: Clock; log: Log }): Privacy {
  const { records, store, identities, knowledge, handoffs, clock, log } = deps;

  async function* pages<T extends Stored>(rows: Collection<T>, tenant: string, where: Record<string, string>): AsyncIterable<T> {
    // Readers delete or change what they are given, so paging goes by what is left, and by id where nothing goes away.
    let after = '';
    for (;;) {
      const page = await rows.find({ tenant }, { where: { ...where, id: { gt: after } }, sort: [{ path: 'id', order: 'asc' }], limit: PAGE });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.id;
    }
  }

  /** Once per request, however often it is tried. */
  function audit(turn: Turn, act: (typeof PRIVACY_ACTS)[number], detail: string): Promise<void> {
    return deps.audit.note({ tenant: turn.tenant, actor: turn.connector, act, subject: turn.id, detail }, [turn.id, act]);
  }

  async function subjects(tenant: string, body: PrivacyBody): Promise<Identity[]> {
    const c = body.customer;
    const proof: Proof = { ...(c?.id ? { customerId: c.id } : {}), ...(c?.email ? { email: c.email } : {}), ...(c?.phone ? { phone: c.phone } : {}), orders: body.orderIds };
    return identities.of(tenant, proof);
  }

  async function exportShopper(turn: Turn, body: PrivacyBody): Promise<void> {
    const messages: { at: string; channel: string; wrote: string | null; answered: string | null; by?: string }[] = [];
    // Sealed with a key of the shopper's own: erasing them later takes the copy along. The tenant's, where there is none.
    let seal = await identities.keyById(turn.tenant, turn.sealKey);
    for (const identity of await subjects(turn.tenant, body)) {
      const key = await identities.keyById(turn.tenant, identity.id);
      if (key === null) continue;
      seal = key;
      for await (const t of pages(records.turns, turn.tenant, { sealKey: identity.id })) {
        if (t.kind === 'desk' || t.kind === 'timer') for (const { from, text } of readSent(t, key)) messages.push({ at: new Date(t.storedAt).toISOString(), channel: t.connector, wrote: null, answered: text, by: from });
        if (t.kind !== 'message') continue;
        const { event, thought, reply: composed } = readTurn(t, key);
        // What was only proposed to an agent was never said.
        const reply = thought?.plan.draft === true ? null : composed;
        // What does not open is listed without its words: the merchant sees that there is more, and the request still comes to its end.
        const wrote = event?.body.type === 'message' ? textOf(event.body.message) : null;
        if (wrote === null) log.error({ turn: t.id, tenant: t.tenant }, 'a message does not open for the export of its writer’s data');
        messages.push({ at: new Date(t.storedAt).toISOString(), channel: t.connector, wrote, answered: reply?.sentences.map((s) => s.text).join(' ') ?? null });
      }
    }
    messages.sort((a, b) => a.at.localeCompare(b.at));
    const id = exportId(turn.id);
    const document = JSON.stringify({ madeAt: new Date(clock()).toISOString(), orders: body.orderIds, messages });
    await store.blobs.put({ id, tenant: turn.tenant, mime: EXPORT_MIME, bytes: Buffer.from(seal === null ? '' : seal.seal(document, `export/${id}`)) });
    await audit(turn, 'privacy.export', `${messages.length} messages; export ${id}`);
    log.info({ turn: turn.id, tenant: turn.tenant, messages: messages.length }, 'put a shopper’s data together for the merchant');
  }

  /** The request itself names the shopper: carried out, it has no need to any more. Last, so that a crash before can still be made good. */
  async function forgetAsker(turn: Turn): Promise<void> {
    const key = await identities.keyById(turn.tenant, turn.sealKey);
    if (key === null) return;
    const event = openEvent(turn, key);
    if (event.body.type !== 'privacy') return;
    const bare: InboundEvent = { ...event, body: { ...event.body, customer: null, orderIds: [] } };
    await records.turns.update({ tenant: turn.tenant }, turn.id, { set: { event: key.seal(JSON.stringify(bare), `turn/${turn.id}`) } });
  }

  async function eraseShopper(turn: Turn, body: PrivacyBody): Promise<void> {
    const found = await subjects(turn.tenant, body);
    for (const identity of found) await eraseIdentity(turn.tenant, identity);
    await audit(turn, 'privacy.erase', `${found.length} identities`);
    log.info({ turn: turn.id, tenant: turn.tenant, identities: found.length }, 'erased a shopper');
  }

  /** First the readable traces, the key last: a crash in between leaves the identity findable for the next try. */
  async function eraseIdentity(tenant: string, identity: Identity): Promise<void> {
    const scope = { tenant };
    for await (const t of pages(records.turns, tenant, { sealKey: identity.id })) {
      if (t.conversation !== null) await records.conversations.update(scope, t.conversation, { when: { identity: identity.identity }, set: { preview: '', memory: null, status: 'closed', identity: 'erased', hostThread: 'erased' }, inc: { epoch: 1 } });
    }
    await handoffs.drop(tenant, { sealKey: identity.id });
    for await (const p of pages(records.proposals, tenant, { sealKey: identity.id })) await records.proposals.remove(scope, p.id);
    for await (const e of pages(records.threads, tenant, { sealKey: identity.id })) await records.threads.remove(scope, e.id);
    for await (const b of pages(records.blobs, tenant, { owner: identity.id })) {
      await store.blobs.remove(scope, b.id);
      await records.blobs.remove(scope, b.id);
    }
    await identities.erase(tenant, identity.id);
  }

  async function eraseTenant(turn: Turn): Promise<void> {
    const { tenant } = turn;
    const installation = await records.installations.get({ tenant }, turn.installation);
    if (installation?.state === 'active') {
      await audit(turn, 'privacy.erase-tenant', 'kept: the app is installed again');
      return;
    }
    await audit(turn, 'privacy.erase-tenant', 'begun');
    const scope = { tenant };
    for await (const b of pages(records.blobs, tenant, {})) {
      await store.blobs.remove(scope, b.id);
      await records.blobs.remove(scope, b.id);
    }
    // Who of the staff did what is theirs as well; what was done on privacy requests stays as the proof of it.
    for await (const a of pages(records.audit, tenant, {})) if (!isPrivacyAct(a.act)) await records.audit.remove(scope, a.id);
    for await (const e of pages(records.threads, tenant, {})) await records.threads.remove(scope, e.id);
    for await (const h of pages(records.handoffs, tenant, {})) await records.handoffs.remove(scope, h.id);
    for await (const p of pages(records.proposals, tenant, {})) await records.proposals.remove(scope, p.id);
    await records.handoffSettings.remove(scope, tenant);
    await knowledge.forget(ownShelf(tenant));
    for await (const c of pages(records.conversations, tenant, {})) await records.conversations.remove(scope, c.id);
    for await (const t of pages(records.turns, tenant, {})) {
      if (t.kind === 'privacy') await store.blobs.remove(scope, exportId(t.id));
      if (t.id !== turn.id) await records.turns.remove(scope, t.id);
    }
    for await (const i of pages(records.installations, tenant, {})) {
      await knowledge.forget(i.id);
      await records.installations.remove(scope, i.id);
    }
    const keys = await identities.eraseTenant(tenant);
    await audit(turn, 'privacy.erase-tenant-done', `${keys} keys destroyed`);
    log.info({ tenant, keys }, 'erased a tenant');
  }

  return {
    async handle(turn, body) {
      switch (body.request) {
        case 'export-shopper':
          await exportShopper(turn, body);
          return forgetAsker(turn);
        case 'erase-shopper':
          await eraseShopper(turn, body);
          return forgetAsker(turn);
        case 'erase-tenant':
          return eraseTenant(turn);
      }
    },
    async eraseAfter(tenant, since) {
      const asked = await records.turns.find({ tenant }, { where: { kind: 'privacy', storedAt: { gte: since } }, sort: [{ path: 'storedAt', order: 'asc' }], limit: PAGE });
      for (const turn of asked) {
        const key = await identities.keyById(tenant, turn.sealKey);
        const body = key === null ? null : openEvent(turn, key).body;
        if (body?.type === 'privacy' && body.request === 'erase-tenant') await eraseTenant(turn);
      }
    },
    async readExport(tenant, id) {
      const blob = await store.blobs.get({ tenant }, id);
      // Pictures are blobs as well, and nobody's export.
      if (blob?.mime !== EXPORT_MIME) return null;
      const sealed = Buffer.from(blob.bytes).toString('utf8');
      const key = await identities.keyById(tenant, sealedWith(sealed));
      return key === null ? null : key.open(sealed, `export/${id}`);
    },
  };
}
