import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { buildBundles } from './bundles.js';
import { connectSlack, SLACK_KEYS } from './connect-slack.js';
import { freePort, run, untilReady, type Running } from './processes.js';

const Secrets = z.object({ PARLEY_SECRETS: z.string(), PARLEY_OPERATOR_TOKEN: z.string() });
const Session = z.object({ token: z.string(), thread: z.string(), expiresAt: z.number(), endpoint: z.string() });
export type Session = z.infer<typeof Session>;

export interface StackOptions {
  /** A shop file; the demo shop without one. All its orders can be read, however old: Shopify would show the last 60 days. */
  shopFile?: string | undefined;
  /** Where data is kept; a folder that goes away with the stack without one. */
  data?: string | undefined;
  servicePort?: number;
  sandboxPort?: number;
  /** Further variables of the service. */
  service?: Record<string, string>;
  sandbox?: Record<string, string>;
  /** The service's main file, for tests that compose it with something more. */
  serviceMain?: string;
  /** Whether the sandbox's Slack is the shop's desk, with a first team in it. */
  desk?: boolean;
  /** Servers that several processes share: then the service is one web, so many workers and one for background jobs. */
  shared?: { env: Record<string, string>; workers: number };
  /** Whether the processes' own output is shown. */
  show?: boolean;
}

/** Service and sandbox as two processes, the app installed in the sandbox's shop and its widget switched on. */
export interface Stack {
  serviceUrl: string;
  sandboxUrl: string;
  shop: string;
  operatorToken: string;
  /** The chat's public site key. */
  site: string;
  documents: number;
  service: Running;
  /** Every process of the service with the address of its health and metrics. */
  processes: { role: string; running: Running; opsUrl: string }[];
  sandbox: Running;
  /** The sandbox's control API. */
  control(path: string, body?: unknown): Promise<unknown>;
  /** A chat session as the storefront opens it: through the signed app proxy, signed in as this customer or as a guest. */
  session(customerEmail: string | null, token?: string): Promise<Session>;
  operator(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startStack(options: StackOptions): Promise<Stack> {
  await buildBundles();
  const temporary = options.data === undefined ? await mkdtemp(path.join(tmpdir(), 'parley-')) : null;
  const data = options.data ?? temporary ?? '';
  await mkdir(data, { recursive: true, mode: 0o700 });
  const secrets = await secretsIn(data);
  const servicePort = options.servicePort ?? (await freePort());
  const sandboxPort = options.sandboxPort ?? (await freePort());
  const serviceUrl = `http://localhost:${servicePort}`;
  const sandboxUrl = `http://localhost:${sandboxPort}`;
  const keys = { SHOPIFY_API_KEY: 'parley-sandbox-key', SHOPIFY_API_SECRET: 'parley-sandbox-secret' };
  const show = options.show ?? false;
  const slack = { SLACK_CLIENT_ID: SLACK_KEYS.clientId, SLACK_CLIENT_SECRET: SLACK_KEYS.clientSecret };

  const sandbox = run('plugins/sandbox/src/main.ts', { SANDBOX_PORT: String(sandboxPort), SANDBOX_APP_URL: serviceUrl, SANDBOX_DATA: path.join(data, 'sandbox'), ...keys, ...(options.desk === true ? { ...slack, SLACK_SIGNING_SECRET: SLACK_KEYS.signingSecret } : {}), ...(options.shopFile === undefined ? {} : { SANDBOX_SHOP_FILE: path.resolve(options.shopFile), SANDBOX_ORDER_WINDOW_DAYS: '0' }), ...options.sandbox }, { show });
  const stops = [() => sandbox.stop()];
  const stop = async () => {
    for (const s of stops.reverse()) await s();
    if (temporary !== null) await rm(temporary, { recursive: true, force: true });
  };
  try {
    await untilReady(`${sandboxUrl}/control/health`, sandbox, 30_000);
    const { shops } = z.object({ shops: z.array(z.string()).min(1) }).parse(await getJson(`${sandboxUrl}/control/health`));
    const shop = shops[0] ?? '';
    const environment = {
      PORT: String(servicePort),
      PARLEY_URL: serviceUrl,
      PARLEY_DATA: path.join(data, shop),
      LOG_LEVEL: 'warn',
      ...secrets,
      SHOPIFY_API_KEY: keys.SHOPIFY_API_KEY,
      SHOPIFY_API_SECRETS: keys.SHOPIFY_API_SECRET,
      SHOPIFY_API_ORIGIN: `${sandboxUrl}/hosts/{shop}`,
      SHOPIFY_EXTENSION_ID: keys.SHOPIFY_API_KEY,
      SHOPIFY_APP_BRIDGE_URL: `${sandboxUrl}/shopifycloud/app-bridge.js`,
      ...(options.desk === true ? { ...slack, SLACK_SIGNING_SECRETS: SLACK_KEYS.signingSecret, SLACK_ORIGIN: `${sandboxUrl}/slack` } : {}),
      ...options.shared?.env,
      ...options.service,
    };
    const main = options.serviceMain ?? 'plugins/service/src/main.ts';
    const processes: Stack['processes'] = [];
    const start = async (role: string): Promise<Running> => {
      const opsPort = await freePort();
      const running = run(main, { ...environment, PARLEY_ROLE: role, OPS_PORT: String(opsPort) }, { show });
      stops.push(() => running.stop());
      const opsUrl = `http://127.0.0.1:${opsPort}`;
      await untilReady(`${opsUrl}/ready`, running, 60_000);
      processes.push({ role, running, opsUrl });
      return running;
    };
    const service = await start(options.shared === undefined ? 'all' : 'web');
    for (let n = 0; n < (options.shared?.workers ?? 0); n++) await start('worker');
    if (options.shared !== undefined) await start('jobs');
    const control = (p: string, body?: unknown) => (body === undefined ? getJson(`${sandboxUrl}/control${p}`) : postJson(`${sandboxUrl}/control${p}`, body));
    const { site, documents } = await install(serviceUrl, shop, control);
    if (options.desk === true) await connectSlack({ serviceUrl, slackUrl: sandboxUrl, shop, control });
    return {
      serviceUrl,
      sandboxUrl,
      shop,
      operatorToken: secrets.PARLEY_OPERATOR_TOKEN,
      site,
      documents,
      service,
      processes,
      sandbox,
      control,
      session: (customerEmail, token) => openSession(sandboxUrl, shop, control, customerEmail, token),
      operator: (p) => getJson(`${serviceUrl}/api/operator${p}`, { Authorization: `Bearer ${secrets.PARLEY_OPERATOR_TOKEN}` }),
      stop,
    };
  } catch (e) {
    await stop();
    throw e;
  }
}

/** What a merchant does: approve the app, open it once, switch the chat on in the theme. Waits until the shop's pages are read. */
async function install(serviceUrl: string, shop: string, control: Stack['control']): Promise<{ site: string; documents: number }> {
  const Overview = z.object({ connection: z.object({ state: z.string(), problem: z.string().nullable() }), settings: z.object({ siteKey: z.string() }), knowledge: z.object({ documents: z.number() }) });
  await control(`/shops/${shop}/install`, {});
  await control(`/shops/${shop}/embed`, { on: true });
  let last = 'nothing';
  let before = -1;
  for (let attempt = 0; attempt < 120; attempt++) {
    const { sessionToken } = z.object({ sessionToken: z.string() }).parse(await control(`/shops/${shop}/session-token`, {}));
    const res = await fetch(`${serviceUrl}/api/admin/overview`, { headers: { Authorization: `Bearer ${sessionToken}` } });
    const text = await res.text();
    if (res.ok) {
      const seen = Overview.parse(JSON.parse(text));
      if (seen.connection.state === 'active' && seen.knowledge.documents > 0 && seen.knowledge.documents === before) return { site: seen.settings.siteKey, documents: before };
      before = seen.knowledge.documents;
    }
    last = `${res.status} ${text.slice(0, 500)}`;
    await new Promise((r) => setTimeout(r, 250));
  }
  throw new Error(`the app could not be installed in ${shop}: ${last}`);
}

async function openSession(sandboxUrl: string, shop: string, control: Stack['control'], email: string | null, token?: string): Promise<Session> {
  const cookie = email === null ? null : z.object({ cookie: z.string().nullable() }).parse(await control(`/shops/${shop}/sign-in`, { email })).cookie;
  const res = await fetch(`${sandboxUrl}/store/${shop}/apps/parley/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(cookie === null ? {} : { Cookie: cookie.includes('=') ? cookie : `_sandbox_shopper=${cookie}` }) },
    body: JSON.stringify(token === undefined ? {} : { token }),
  });
  if (!res.ok) throw new Error(`no chat session${email === null ? '' : ` for ${email}`}: ${res.status} ${await res.text()}`);
  return Session.parse(await res.json());
}

/** Secrets made on first use and kept beside the data they protect. */
async function secretsIn(data: string): Promise<z.infer<typeof Secrets>> {
  const file = path.join(data, 'secrets.json');
  if (existsSync(file)) return Secrets.parse(JSON.parse(await readFile(file, 'utf8')));
  const made = { PARLEY_SECRETS: randomBytes(36).toString('base64url'), PARLEY_OPERATOR_TOKEN: randomBytes(24).toString('base64url') };
  await writeFile(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  await chmod(file, 0o600);
  return made;
}

async function getJson(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  return read(await fetch(url, { headers }), url);
}
async function postJson(url: string, body: unknown): Promise<unknown> {
  return read(await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }), url);
}
async function read(res: Response, url: string): Promise<unknown> {
  const text = await res.text();
  if (!res.ok) throw new Error(`${url}: ${res.status} ${text.slice(0, 500)}`);
  return text === '' ? null : JSON.parse(text);
}
