// A sandbox with the tiny shop and a recording app behind it, for tests that go over HTTP.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { z } from 'zod';
import { deployManifest } from '../shopify/app-manifest.js';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.js';
import { tinyShop } from './tiny-shop.fixture.js';

export const SHOP = 'tiny.myshopify.com';
export const KEYS = { apiKey: 'key', apiSecret: 'hush' };
const MANIFEST = readFileSync(new URL('../../../../manifests/shopify/shopify.app.toml', import.meta.url), 'utf8');

/** A request that reached the app. */
export interface Seen {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the app answers; `null` leaves the caller waiting. */
type AppAnswer = { status: number; headers?: Record<string, string | string[]>; body?: string } | null;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; fails when it is none. */
  readonly json: Record<string, unknown>;
}

/** A sandbox and an app, both listening. Time stands still unless moved. */
export interface Bench {
  readonly sandbox: Sandbox;
  readonly url: string;
  readonly appUrl: string;
  readonly seen: Seen[];
  app: (seen: Seen) => AppAnswer;
  pass(seconds: number): void;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  control(path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Installs the app if needed and exchanges a session token; gives the token endpoint's answer. */
  connect(): Promise<{ access_token: string; refresh_token: string }>;
  /** Runs a query with the token of the last `connect`. */
  query(query: string, variables?: Record<string, unknown>, token?: string): Promise<Reply>;
  close(): Promise<void>;
}

const pair = z.object({ access_token: z.string(), refresh_token: z.string() });
const record = z.record(z.string(), z.unknown());

export async function openBench(options: Partial<SandboxOptions> = {}): Promise<Bench> {
  const seen: Seen[] = [];
  let now = Date.parse('2026-11-23T12:00:00Z');
  let token = '';
  const appServer = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = { method: request.method ?? '', url: new URL(request.url ?? '', 'http://app'), headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      seen.push(one);
      const answer = bench.app(one);
      if (answer !== null) response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  const appUrl = `http://127.0.0.1:${await listen(appServer)}`;
  const sandbox = createSandbox({
    keys: KEYS,
    appUrl,
    manifest: deployManifest(MANIFEST, appUrl),
    shops: [tinyShop()],
    webhookTimeFactor: 0.00001,
    now: () => new Date(now),
    random: () => 0.5,
    onError: (error) => {
      throw error;
    },
    ...options,
  });
  const { port } = await sandbox.listen(0);
  const url = `http://127.0.0.1:${port}`;

  const send = async (path: string, init: RequestInit): Promise<Reply> => {
    const answer = await fetch(url + path, { redirect: 'manual', ...init });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, get json() { return record.parse(JSON.parse(text)); } };
  };
  const bench: Bench = {
    sandbox,
    url,
    appUrl,
    seen,
    app: () => ({ status: 200, body: 'ok' }),
    pass: (seconds) => void (now += seconds * 1000),
    post: (path, body, headers = {}) =>
      send(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) }),
    get: (path, headers = {}) => send(path, { headers }),
    control: async (path, body = {}) => {
      const reply = await bench.post(`/control${path}`, body);
      if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`);
      return reply.json;
    },
    connect: async () => {
      const { sessionToken } = await bench.control(`/shops/${SHOP}/install`);
      const reply = await bench.post(`/hosts/${SHOP}/admin/oauth/access_token`, exchangeForm(String(sessionToken)));
      const issued = pair.parse(reply.json);
      token = issued.access_token;
      return issued;
    },
    query: (query, variables = {}, other = token) => bench.post(`/hosts/${SHOP}/admin/api/2026-07/graphql.json`, { query, variables }, { 'x-shopify-access-token': other }),
    close: async () => {
      await sandbox.close();
      await new Promise((resolve) => {
        appServer.close(resolve);
        appServer.closeAllConnections();
      });
    },
  };
  return bench;
}

/** The form of a token exchange, as the vendor's SDK sends it. */
export function exchangeForm(sessionToken: string, change: Record<string, string> = {}): Record<string, string> {
  return {
    client_id: KEYS.apiKey,
    client_secret: KEYS.apiSecret,
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: sessionToken,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    expiring: '1',
    ...change,
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return z.object({ port: z.number() }).parse(server.address()).port;
}
