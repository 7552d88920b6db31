import type { Action, Log, Order, RawRequest } from '@parley/core/contracts';
import { PATH_SECRET, SECRET, startWorstHost } from '../worst-host/bench.js';
import { createWorstConnector } from '../worst-host/connector.js';
import { worstCredentials } from '../worst-host/credentials.js';
import { connectorIdOf, type Flavour } from '../worst-host/flavour.js';
import { SIGNATURE_HEADER, signatureOf } from '../worst-host/signature.js';
import { briefingFor, type ConnectorBench } from './descriptor.js';
import { describeConnector } from './suite.js';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const ACCOUNT = 'acme';
const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const settings = { shopName: 'The Lantern Shop', defaultLanguage: 'en', currency: 'USD', timeZone: 'UTC', origins: [], commerce: [], paused: false } as const;
const ORDER: Order = {
  id: 'o-1', name: '#1001', createdAt: NOW, cancelledAt: null, customerId: null, email: null, phone: null, payment: 'paid', fulfilment: 'fulfilled',
  total: { minor: 12_990, currency: 'USD' }, refunded: { minor: 990, currency: 'USD' }, lines: [], shipments: [], statusUrl: null, readAt: NOW,
};
const REFUND: Action = { kind: 'refund', orderId: '#1001', amountMinor: 1_205, currency: 'USD', params: { thread: 't-1', note: 'damaged' } };

/** An announcement as the host posts it; see its protocol.md. */
function announcement(flavour: Flavour, over: { body?: string; account?: string; secret?: string; at?: number; path?: string } = {}): RawRequest {
  const account = over.account ?? ACCOUNT;
  const body = Buffer.from(over.body ?? `{"account":"${ACCOUNT}","announcement":1806424891771234567,"thread":"t-1","waiting":3}`);
  return {
    method: 'POST',
    path: `/${connectorIdOf(flavour)}/${account}/${over.path ?? PATH_SECRET}`,
    query: '',
    headers: { 'content-type': 'application/json', 'x-worst-attempt': '1', [SIGNATURE_HEADER]: signatureOf(over.secret ?? SECRET, body, over.at ?? NOW) },
    params: { account, pathSecret: over.path ?? PATH_SECRET },
    body,
    remote: '203.0.113.7',
  };
}

async function make(flavour: Flavour): Promise<ConnectorBench> {
  const host = await startWorstHost(NOW);
  const credentials = worstCredentials(await host.account(ACCOUNT, flavour, { actionMs: null }));
  const connectorOf = (fetcher: typeof fetch) => createWorstConnector({ flavour, clock: host.now, log: SILENT, fetch: fetcher, timeoutMs: 2_000 });
  const connector = connectorOf((url, init) => fetch(url, init));
  await host.write(ACCOUNT, 't-1', 'm-1', 'hello');
  await host.write(ACCOUNT, 't-2', 'm-2', '您好 🏮');
  const faults = (f: Parameters<typeof host.faults>[1]) => () => host.faults(ACCOUNT, f);
  const calm = faults({});
  const window = (lastMessageAgoMs: number) => async () => {
    await calm();
    await host.control('/window', { account: ACCOUNT, thread: 't-1', lastMessageAgoMs });
  };
  const installation = { id: 'in-1', tenant: 'tn-1', connector: connector.id, account: ACCOUNT, state: 'active' as const, scopes: [], settings: { ...settings, origins: [], commerce: [] }, credentials };
  const secrets = [credentials.values['webhook'] ?? ''];

  return {
    connector,
    now: NOW,
    installation,
    inbound: {
      secrets,
      samples: [
        { name: 'an announcement', request: announcement(flavour), events: 0 },
        { name: 'one of an action without a thread', request: announcement(flavour, { body: `{"account":"${ACCOUNT}","announcement":1806424891771234568,"thread":null,"waiting":1}` }), events: 0 },
        { name: 'one signed just within the tolerance', request: announcement(flavour, { at: NOW - 299_000 }), events: 0 },
      ],
      repeated: announcement(flavour),
      unsigned: { ...announcement(flavour), headers: {} },
      forged: announcement(flavour, { secret: 'somebody else' }),
      stale: announcement(flavour, { at: NOW - 302_000 }),
      future: announcement(flavour, { at: NOW + 302_000 }),
      signed: (body) => ({ ...announcement(flavour), body, headers: { [SIGNATURE_HEADER]: signatureOf(SECRET, body, NOW) } }),
      foreign: [announcement(flavour, { account: 'another' }), announcement(flavour, { path: 'wrong-path' }), announcement(flavour, { body: '{"account":"another","announcement":1,"thread":null}' })],
      bigId: String(host.ledger.find({ kind: 'worst-host.message' })[0]?.detail['eventId']),
    },
    pulled: {
      async prepare() {
        for (let n = 0; n < 103; n += 1) await host.write(ACCOUNT, `t-${n % 7}`, `more-${n}`, n === 50 ? 'x'.repeat(30_000) : `more ${n}`);
        await host.control('/window', { account: ACCOUNT, thread: 't-1', lastMessageAgoMs: 0 });
        return 103;
      },
      break: faults({ internal: 1 }),
    },
    async events() {
      return (await connector.inbound.pull?.(installation, null, AbortSignal.timeout(5_000)))?.events ?? [];
    },
    channel: {
      to: { hostThread: 't-1', identity: 'shopper of t-1' },
      shown: () => host.shown(ACCOUNT, 't-1'),
      refusals: [
        { name: 'too fast', kind: 'retryable', arrange: faults({ tooFast: 1, retryAfter: 3 }) },
        { name: 'unavailable', kind: 'retryable', arrange: faults({ unavailable: 1 }) },
        { name: 'an internal error', kind: 'retryable', mayHaveHappened: true, arrange: faults({ internal: 1 }) },
        { name: 'a lie', kind: 'retryable', mayHaveHappened: true, arrange: faults({ lie: 1 }) },
        { name: 'a closed connection', kind: 'retryable', mayHaveHappened: true, arrange: faults({ withhold: 1 }) },
        { name: 'a hanging connection', kind: 'retryable', mayHaveHappened: true, arrange: faults({ withhold: 1, withholdHow: 'hang' }) },
        { name: 'a closed window', kind: 'retryable', arrange: window(48 * 3_600_000) },
        { name: 'an unknown thread', kind: 'rejected', arrange: window(0), to: { hostThread: 'nobody', identity: 'x' } },
        { name: 'a text that is too long', kind: 'rejected', arrange: calm, text: 'x'.repeat(2_049) },
        {
          name: 'an agent who has it',
          kind: 'retryable',
          async arrange() {
            await connector.desk.open(installation, 'any', briefingFor('t-1', 'a person'), 'h-1', AbortSignal.timeout(5_000));
            await host.control('/desk', { account: ACCOUNT, thread: 't-1', act: 'accept', agent: { id: 'a-1', name: 'Wen' } });
          },
        },
        {
          name: 'another secret',
          kind: 'unauthorized',
          async arrange() {
            // A fresh account, since an agent holds the thread of the old one; then the host's secret is another.
            await host.account(ACCOUNT, flavour);
            await host.write(ACCOUNT, 't-1', 'again', 'hello');
            installation.credentials.values['secret'] = 'an older secret';
          },
        },
        {
          name: 'another path',
          kind: 'unauthorized',
          arrange() {
            installation.credentials.values['pathSecret'] = 'older-path';
            return Promise.resolve();
          },
        },
      ],
      answering: (response) => connectorOf(() => Promise.resolve(response())),
    },
    commerce: {
      orders: [{ by: 'name', name: '#1001' }],
      products: [],
      answering: (response) => connectorOf(() => Promise.resolve(response())),
      order: ORDER,
      action: REFUND,
      finish: (job) => host.control('/actions', { account: ACCOUNT, job, state: 'done' }),
    },
    desk: {
      hostThread: 't-1',
      team: 'any',
      seen: async () => (await host.thread(ACCOUNT, 't-1')).assignments.map((a) => ({ state: a.state === 'waiting' || a.state === 'accepted' ? a.state : 'over', head: a.note, notes: a.notes })),
      refusedOpening: (desk, i, b) => desk.open(i, 'any', { ...b, hostThread: 'nobody wrote here' }, 'h-9', AbortSignal.timeout(5_000)),
      sizeOf: (note) => Buffer.byteLength(note),
      accept: () => host.control('/desk', { account: ACCOUNT, thread: 't-1', act: 'accept', agent: { id: 'a-1', name: 'Wen' } }),
      maxNote: 2_048,
    },
    close: () => host.close(),
  };
}

for (const flavour of ['key', 'readback', 'blind'] as const) {
  describeConnector({ name: connectorIdOf(flavour), make: () => make(flavour), exempt: { 'desk.files': 'its host shows agents the shopper’s own thread with all that is in it, and takes no files from apps' } }, ['inbound', 'pull', 'channel', 'commerce', 'actions', 'desk']);
}
