import { DeskDelivery, HostMessage, Mail, Rejected, type Clock, type Conversation, type Connector, type Delivery, type Installation, type Log, type Mailer, type Sent, type Turn } from '../contracts/index.js';
import type { Identities, SealKey } from '../security/index.js';
import type { KeptBlobs } from './blobs.js';
import type { Installations } from './installations.js';
import type { InstallationRecord, Records } from './records.js';

/** How one delivery reaches its host, whatever it goes to. */
export interface Carrier {
  installation: InstallationRecord;
  /** What repeating it does; see `ChannelLaws.resend`. */
  resend: 'key' | 'readback' | 'blind';
  send(i: Installation, signal: AbortSignal): Promise<Sent>;
  /** Where `resend` is `readback`. */
  find: ((i: Installation, since: number) => Promise<Sent | 'absent' | 'unknown'>) | null;
  /** What follows from its having arrived; can be done twice. */
  arrived: ((sent: Sent) => Promise<void>) | null;
}

/** Why there is no way to its host: what the delivery becomes. */
export type NoCarrier = { none: 'gone' | 'erased' | 'unreadable' | 'not-shown' };

export interface Carriers {
  of(turn: Turn, d: Delivery, conversation: Conversation | null): Promise<Carrier | NoCarrier>;
}

export interface CarriersDeps {
  records: Records;
  installations: Installations;
  identities: Identities;
  connectors: ReadonlyMap<string, Connector>;
  blobs: Pick<KeptBlobs, 'open'>;
  /** Null where no letters can be sent. */
  mailer: Mailer | null;
  /** Told where a desk shows a hand-off. */
  placed(tenant: string, handoff: string, account: string, hostId: string): Promise<void>;
  clock: Clock;
  log: Log;
}

export function createCarriers(deps: CarriersDeps): Carriers {
  const { records, installations, identities, connectors, clock, log } = deps;

  async function present(id: string): Promise<InstallationRecord | null> {
    const installation = await installations.byId(id);
    return installation === null || installation.state === 'uninstalled' ? null : installation;
  }

  /** The shopper's own thread. */
  async function toChannel(turn: Turn, d: Delivery, conversation: Conversation | null, key: SealKey): Promise<Carrier | NoCarrier> {
    const installation = await present(turn.installation);
    const channel = connectors.get(turn.connector)?.channel;
    if (installation === null || channel === undefined || conversation === null) return { none: 'gone' };
    const message = opened(turn, d, key, HostMessage);
    if (message === null) return { none: 'unreadable' };
    const to = { hostThread: conversation.hostThread, identity: conversation.identity };
    const find = channel.find?.bind(channel);
    return {
      installation,
      resend: channel.laws.resend,
      send: (i, signal) => channel.send(i, to, message, d.key, signal),
      find: find === undefined ? null : (i, since) => find(i, to, d.key, since),
      arrived: null,
    };
  }

  /** The place where the merchant's agents see the conversation. */
  async function toDesk(turn: Turn, d: Delivery, key: SealKey): Promise<Carrier | NoCarrier> {
    const entry = opened(turn, d, key, DeskDelivery);
    if (entry === null) return { none: 'unreadable' };
    const installation = await present(entry.installation);
    const desk = installation === null ? undefined : connectors.get(installation.connector)?.desk;
    if (installation === null || desk === undefined) return { none: 'gone' };
    const { message } = entry;
    const look = desk.find?.bind(desk);
    if (message.do === 'open') {
      const { handoff } = message.briefing;
      return {
        installation,
        resend: desk.laws.resend,
        send: (i, signal) => desk.open(i, message.team, message.briefing, d.key, signal),
        find: look === undefined ? null : (i, since) => look(i, { in: 'team', team: message.team }, d.key, since),
        arrived: (sent) => deps.placed(turn.tenant, handoff, installation.account, sent.hostId),
      };
    }
    // Where it is shown is known once opening it has arrived, which stands before this in the same lane.
    const hostId = entry.ref ?? (turn.handoff === null ? null : ((await records.handoffs.get({ tenant: turn.tenant }, turn.handoff))?.ref ?? null));
    if (hostId === null) return { none: 'not-shown' };
    const ref = { hostId, language: entry.language };
    const done = (): Sent => ({ hostId, at: clock() });
    switch (message.do) {
      case 'post':
        return {
          installation,
          resend: desk.laws.resend,
          send: (i, signal) => desk.post(i, ref, message.entry, d.key, signal),
          find: look === undefined ? null : (i, since) => look(i, { in: 'handoff', ref }, d.key, since),
          arrived: null,
        };
      case 'attach': {
        const file = await deps.blobs.open(turn.tenant, key, message.blob);
        const attach = desk.attach?.bind(desk);
        if (file === null) return { none: 'unreadable' };
        return {
          installation,
          resend: desk.laws.resend,
          send: (i, signal) => (attach === undefined ? refused('attach') : attach(i, ref, { name: message.name, mime: message.mime, bytes: file.bytes }, d.key, signal)),
          find: look === undefined ? null : (i, since) => look(i, { in: 'handoff', ref }, d.key, since),
          arrived: null,
        };
      }
      case 'reflect':
        return { installation, resend: 'key', find: null, arrived: null, send: (i, signal) => desk.reflect(i, ref, message.view, message.briefing, signal).then(done) };
      case 'amend': {
        const amend = desk.amend?.bind(desk);
        return { installation, resend: 'key', find: null, arrived: null, send: (i, signal) => (amend === undefined ? refused('amend') : amend(i, ref, message.hostId, message.entry, signal).then(done)) };
      }
      case 'tell': {
        const tell = desk.tell?.bind(desk);
        return { installation, resend: 'key', find: null, arrived: null, send: (i, signal) => (tell === undefined ? refused('tell') : tell(i, ref, message.agent, message.text, signal).then(done)) };
      }
    }
  }

  /** A letter: once it may have gone out nobody can say whether it did. */
  async function toMail(turn: Turn, d: Delivery, key: SealKey): Promise<Carrier | NoCarrier> {
    const installation = await present(turn.installation);
    const { mailer } = deps;
    if (installation === null || mailer === null) return { none: 'gone' };
    const mail = opened(turn, d, key, Mail);
    if (mail === null) return { none: 'unreadable' };
    return { installation, resend: 'blind', send: (_i, signal) => mailer.send(mail, d.key, signal), find: null, arrived: null };
  }

  function opened<T>(turn: Turn, d: Delivery, key: SealKey, form: { parse(value: unknown): T }): T | null {
    try {
      return form.parse(JSON.parse(key.open(d.sealed, `delivery/${turn.id}/${d.id}`)));
    } catch (e) {
      log.error({ turn: turn.id, delivery: d.id, error: e instanceof Error ? e.name : 'unknown' }, 'a message that is to be sent cannot be read');
      return null;
    }
  }

  return {
    async of(turn, d, conversation) {
      const key = await identities.keyById(turn.tenant, turn.sealKey);
      if (key === null) return { none: 'erased' };
      if (d.target === 'mail') return toMail(turn, d, key);
      return d.target === 'channel' ? toChannel(turn, d, conversation, key) : toDesk(turn, d, key);
    },
  };
}

function refused(what: string): Promise<Sent> {
  return Promise.reject(new Rejected(`this desk has no way to ${what}`, { code: `desk.no-${what}` }));
}
