import { createServer } from 'node:http';
import express from 'express';
import { z } from 'zod';
import { createSlackConnector, SLACK_SCOPES, type SlackConnector } from '@parley/connector-slack';
import type { DeskOffice, Installation, RawRequest } from '@parley/core/contracts';
import { Ledger } from '../../../plugins/sandbox/src/ledger/ledger.js';
import { mountSlackHost } from '../../../plugins/sandbox/src/slack/index.js';

export const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
export const TEAM = 'T1SHOP';
export const ACCOUNT = `T:${TEAM}`;
export const CARE = 'C1CARE';
export const BOT = 'U0BOT';
export const WEN = 'U1WEN';
export const BEN = 'U2BEN';
export const GUEST = 'U3GUEST';
export const FOREIGN = 'U4FOREIGN';

const Message = z.object({ ts: z.string(), user: z.string(), text: z.string(), threadTs: z.string().nullable(), blocks: z.array(z.unknown()), files: z.array(z.object({ name: z.string(), mimetype: z.string(), url: z.string() })) });
const Seen = z.object({ channels: z.array(z.object({ id: z.string(), messages: z.array(Message) })), ephemerals: z.array(z.object({ user: z.string(), text: z.string() })), views: z.array(z.object({ id: z.string(), user: z.string(), view: z.record(z.string(), z.unknown()) })), homes: z.record(z.string(), z.unknown()), installed: z.boolean() });
export type SlackSeen = z.infer<typeof Seen>;
const Told = z.object({ status: z.number(), body: z.string() });

/** A strict Slack in this process with one workspace, and a connector that speaks to it. */
export interface SlackBench {
  connector: SlackConnector;
  /** Another of the same app, whose calls go through this. */
  connectorFor(fetch: typeof globalThis.fetch): SlackConnector;
  /** The installation, installed through OAuth. */
  installation: Installation;
  ledger: Ledger;
  now: () => number;
  pass(ms: number): void;
  /** Where Slack's requests go; by default they are only kept. */
  onRequest(handle: (req: RawRequest) => Promise<{ status: number; body: string }>): void;
  requests: RawRequest[];
  /** What the app is told to reach it by. */
  origin: string;
  control(path: string, body: object): Promise<unknown>;
  write(user: string, text: string, threadTs?: string, more?: object): Promise<{ ts: string; told: z.infer<typeof Told> | null }>;
  press(user: string, ts: string, action: string, selectedUser?: string): Promise<z.infer<typeof Told>>;
  seen(): Promise<SlackSeen>;
  /** Messages of the team's channel, in order. */
  messages(): Promise<z.infer<typeof Message>[]>;
  /** Whose desk the installation is, once there is an engine behind it. */
  staffedBy(installation: string, office: DeskOffice, botOf: (account: string) => Promise<{ token: string; userId: string } | null>): void;
  /** App Home as it is after somebody has opened it. */
  shownHome(user: string): Promise<string>;
  close(): Promise<void>;
}

/** The core's side of the desk, which exists only after the connector does. */
function lateOffice(): { proxy: DeskOffice; is(real: DeskOffice): void } {
  let real: DeskOffice | null = null;
  const of = (): DeskOffice => {
    if (real === null) throw new Error('there is no engine behind this connector');
    return real;
  };
  return {
    proxy: { board: (...a) => of().board(...a), find: (...a) => of().find(...a), saveTeam: (...a) => of().saveTeam(...a), removeTeam: (...a) => of().removeTeam(...a), proposal: (...a) => of().proposal(...a), review: (...a) => of().review(...a) },
    is: (one) => {
      real = one;
    },
  };
}

/**
 * @param appUrl where Slack's requests go; kept and answered by `onRequest` where none is given
 * @param enterprise the organisation the workspace belongs to, into all of which the app is then installed
 */
export async function startSlack(start: number, appUrl?: string, enterprise: string | null = null): Promise<SlackBench> {
  let time = start;
  const now = () => time;
  const ledger = new Ledger({ now: () => new Date(time) });
  const app = express();
  const requests: RawRequest[] = [];
  let handle = (_req: RawRequest): Promise<{ status: number; body: string }> => Promise.resolve({ status: 200, body: '' });
  app.post('/slack/events', express.raw({ type: () => true, limit: '2mb' }), (req, res, next) => {
    const headers = Object.fromEntries(Object.entries(req.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]])));
    const request: RawRequest = { method: 'POST', path: '/slack/events', query: '', headers, params: {}, body: Buffer.isBuffer(req.body) ? req.body : new Uint8Array(), remote: '127.0.0.1' };
    requests.push(request);
    handle(request).then(({ status, body }) => res.status(status).type(body === '' ? 'text' : 'json').send(body), next);
  });
  const server = createServer(app);
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    }),
  );
  const url = `http://127.0.0.1:${port}`;
  const host = mountSlackHost(app, ledger, { app: { clientId: 'client-1', clientSecret: 'client-secret', signingSecret: SECRET, requestUrl: appUrl ?? `${url}/slack/events` }, origin: () => url, now, timeFactor: 0.0001 });

  async function control(path: string, body: object, method = 'POST'): Promise<unknown> {
    const response = await fetch(`${url}/control/slack/workspaces/${TEAM}${path}`, { method, headers: { 'content-type': 'application/json' }, ...(method === 'GET' ? {} : { body: JSON.stringify(body) }) });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }
  await control('', {
    name: 'Lantern & Co',
    enterprise,
    people: [{ id: BOT, name: 'Parley', bot: true }, { id: WEN, name: 'Wen Li', admin: true, timeZone: 'Asia/Shanghai' }, { id: BEN, name: 'Ben', locale: 'zh-CN' }, { id: GUEST, name: 'Gus', restricted: true }, { id: FOREIGN, name: 'Fay', team: 'T9ELSE' }],
    channels: [{ id: CARE, name: 'care', members: [BOT, WEN, BEN, GUEST, FOREIGN], shared: true }, { id: 'C2QUIET', name: 'quiet', members: [WEN] }, { id: 'C3SECRET', name: 'secret', members: [WEN], secret: true }],
  }, 'PUT');

  const later: Promise<void>[] = [];
  let deskOf: () => string | null = () => null;
  let botOf = (account: string): Promise<{ token: string; userId: string } | null> => Promise.resolve(tokens.get(account) ?? null);
  const office = lateOffice();
  const tokens = new Map<string, { token: string; userId: string }>();
  const connectorFor = (through: typeof fetch): SlackConnector =>
    createSlackConnector(
      { clientId: 'client-1', clientSecret: 'client-secret', appOrigin: 'https://parley.example', apiUrl: `${url}/slack/api/`, authorizeUrl: `${url}/slack/oauth/v2/authorize` },
      { clock: now, log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }, fetch: through, botOf: (account) => botOf(account), languageOf: () => Promise.resolve('en'), deskOf: () => Promise.resolve(deskOf()), office: office.proxy, later: (task) => void later.push(task()) },
    );
  const connector = connectorFor(fetch);
  const { redirect } = connector.install.begin?.('state-1') ?? { redirect: '' };
  const { location } = z.object({ location: z.string() }).parse(await control('/approve', { url: redirect, everywhere: enterprise !== null }));
  const grant = await connector.install.complete({ method: 'GET', path: '/slack/oauth_redirect', query: new URL(location).search.slice(1), headers: {}, params: {}, body: new Uint8Array(), remote: '127.0.0.1' }, now());
  const { values } = grant.credentials;
  tokens.set(grant.accounts[0]?.account ?? '', { token: values['accessToken'] ?? '', userId: values['botUserId'] ?? '' });

  const bench: SlackBench = {
    connector,
    connectorFor,
    installation: {
      id: 'in-slack', tenant: 'tn-1', connector: 'slack', account: grant.accounts[0]?.account ?? '', state: 'active', scopes: [...SLACK_SCOPES],
      settings: { shopName: 'Lantern & Co', defaultLanguage: 'en', currency: 'USD', timeZone: 'UTC', origins: [], commerce: [], paused: false }, credentials: grant.credentials,
    },
    ledger,
    now,
    pass: (ms) => {
      time += ms;
    },
    onRequest: (next) => {
      handle = next;
    },
    requests,
    origin: `${url}/slack`,
    control,
    write: async (user, text, threadTs, more = {}) => z.object({ ts: z.string(), told: Told.nullable() }).parse(await control('/write', { user, channel: CARE, text, ...(threadTs === undefined ? {} : { threadTs }), ...more })),
    press: async (user, ts, action, selectedUser) => Told.parse(await control('/press', { user, channel: CARE, ts, action, ...(selectedUser === undefined ? {} : { selectedUser }) })),
    seen: async () => Seen.parse(await control('', {}, 'GET')),
    messages: async () => (await bench.seen()).channels.find((c) => c.id === CARE)?.messages ?? [],
    staffedBy(installation, real, bot) {
      deskOf = () => installation;
      botOf = bot;
      office.is(real);
    },
    shownHome: async (user) => {
      await control('/home', { user });
      await Promise.all(later.splice(0));
      return JSON.stringify((await bench.seen()).homes[user] ?? null);
    },
    async close() {
      await Promise.all(later.splice(0));
      host.stop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return bench;
}
