import { Rejected, Retryable, type Agent, type Briefing, type Channel, type Connector, type DeskAct, type DeskEntry, type DeskView, type InboundEvent, type MessagePart, type Sent } from '@parley/core/contracts';

/** One conversation as its team sees it. */
export interface Shown {
  id: string;
  team: string;
  briefing: Briefing;
  entries: { id: string; key: string; entry: DeskEntry }[];
  view: DeskView | null;
  told: { agent: string; text: string }[];
  /** Files of the shopper's. */
  files: { key: string; name: string; mime: string; text: string }[];
}

/** A desk whose host is this object: what it was shown, and what its agents do. Keeps keys, as a host that knows ours does. */
export interface RelayDesk {
  connector: Connector;
  shown: Shown[];
  /** What agents have put where their events say. */
  files: Map<string, Uint8Array>;
  /** While true every call fails as a host does that is down. */
  down: boolean;
  /** The event an agent's act comes in as. */
  event(place: Shown, by: Agent, act: DeskAct, key?: string): InboundEvent;
}

export const DESK_ACCOUNT = 'team-1';

export function relayDesk(clock: () => number): RelayDesk {
  let events = 0;
  const desk: RelayDesk = {
    shown: [],
    files: new Map(),
    down: false,
    event: (place, by, act, key) => ({ account: DESK_ACCOUNT, eventKey: key ?? `desk-${++events}`, at: clock(), mailbox: { kind: 'thread', hostThread: place.id }, body: { type: 'desk', by, act, handoff: null } }),
    connector: {
      id: 'relay',
      desk: {
        mode: 'relay',
        laws: { maxText: 3_000, files: true, resend: 'key' },
        open: (_i, team, briefing, key) => call(() => {
          const there = desk.shown.find((s) => s.briefing.handoff === briefing.handoff && s.team === team) ?? { id: `place-${desk.shown.length + 1}`, team, briefing, entries: [], view: null, told: [], files: [] };
          if (!desk.shown.includes(there)) desk.shown.push(there);
          return sent(there.id, key);
        }),
        post: (_i, ref, entry, key) => call(() => {
          const place = placed(ref.hostId);
          if (!place.entries.some((e) => e.key === key)) place.entries.push({ id: `entry-${place.entries.length + 1}`, key, entry });
          return sent(key, key);
        }),
        attach: (_i, ref, file, key) => call(() => {
          const place = placed(ref.hostId);
          if (!place.files.some((f) => f.key === key)) place.files.push({ key, name: file.name, mime: file.mime, text: Buffer.from(file.bytes).toString('utf8') });
          return sent(key, key);
        }),
        fetchFile: (_i, url) => call(() => {
          const bytes = desk.files.get(url);
          if (bytes === undefined) throw new Rejected('there is no such file', { code: 'relay.no-file' });
          return { mime: url.endsWith('.png') ? 'image/png' : 'application/pdf', bytes };
        }),
        reflect: (_i, ref, view, _briefing, _signal) => call(() => {
          placed(ref.hostId).view = view;
        }),
        tell: (_i, ref, agent, text) => call(() => {
          placed(ref.hostId).told.push({ agent: agent.id, text });
        }),
      },
    },
  };
  return desk;

  function placed(id: string): Shown {
    const found = desk.shown.find((s) => s.id === id);
    if (found === undefined) throw new Rejected(`nothing is shown at ${id}`, { code: 'relay.nowhere' });
    return found;
  }

  function sent(hostId: string, _key: string): Sent {
    return { hostId, at: clock() };
  }

  function call<T>(run: () => T): Promise<T> {
    return desk.down ? Promise.reject(new Retryable('the desk is down', { code: 'relay.down' })) : Promise.resolve().then(run);
  }
}

/** A shopper's channel in this process: what they see, in order. */
export interface PlainChannel {
  connector: Connector;
  said: { thread: string; from: string; text: string }[];
  /** The same messages, part by part. */
  parts: MessagePart[][];
  event(thread: string, key: string, text: string, more?: MessagePart[]): InboundEvent;
  edited(thread: string, key: string, about: string, text: string | null): InboundEvent;
}

export const SHOP_ACCOUNT = 'shop-1';

export function plainChannel(clock: () => number): PlainChannel {
  const said: PlainChannel['said'] = [];
  const parts: MessagePart[][] = [];
  const keys = new Set<string>();
  const channel: Channel = {
    laws: { acknowledgeMs: 1_000, replyWindow: null, maxText: { unit: 'chars', limit: 5_000 }, maxButtons: 3, images: true, aiLabel: false, forbidden: [], reach: 'full', resend: 'key' },
    render: (r) => [{ parts: [{ type: 'text', text: r.sentences.map((s) => s.text).join(' ') }, ...r.parts.filter((p) => p.type === 'file' || p.type === 'image')] }],
    send(_i, to, m, key) {
      const [part] = m.message.parts;
      if (!keys.has(key)) parts.push(m.message.parts);
      if (!keys.has(key)) said.push({ thread: to.hostThread, from: m.from, text: part?.type === 'text' ? part.text : (part?.type ?? '') });
      keys.add(key);
      return Promise.resolve({ hostId: key, at: clock() });
    },
  };
  const place = (thread: string, eventKey: string) => ({ account: SHOP_ACCOUNT, eventKey, at: clock(), mailbox: { kind: 'thread' as const, hostThread: thread } });
  return {
    connector: { id: 'plain', channel },
    said,
    parts,
    event: (thread, key, text, more = []) => ({ ...place(thread, key), body: { type: 'message', from: { id: `shopper of ${thread}`, name: 'Ann' }, message: { parts: [{ type: 'text', text }, ...more] }, hostMessageId: key } }),
    edited: (thread, key, about, text) => ({ ...place(thread, key), body: { type: 'amendment', from: { id: `shopper of ${thread}` }, hostMessageId: about, message: text === null ? null : { parts: [{ type: 'text', text }] } } }),
  };
}
