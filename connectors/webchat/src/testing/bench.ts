import { createHmac } from 'node:crypto';
import type { Endpoint, HttpReply, PublicInstallation, RawRequest, StreamReply } from '@parley/core/contracts';
import { createWebchatConnector, type WebchatConnector, type WebchatRates } from '../index.js';
import { handClock, memoryBlobs, memoryLimit, memoryLog, memoryThreads } from './memory.js';

/** When the tests' clock begins. */
export const START = 1_800_000_000_000;
export const SECRETS = ['the newest signing secret, long enough', 'the signing secret that is being retired'];
/** A shop whose site key is `shop-1` and whose page lives on https://shop.example. */
export const SHOP: PublicInstallation = { id: 'inst-1', account: 'shop-1', shopName: 'Lantern & Co', defaultLanguage: 'en', origins: ['https://shop.example'], active: true, answering: true };

export type Setup = ReturnType<typeof setup>;

/** The connector on in-memory ports, with a clock moved by hand. */
export function setup(rates: Partial<WebchatRates> = {}, installations: PublicInstallation[] = [SHOP, { ...SHOP, id: 'inst-2', account: 'shop-2' }, { ...SHOP, id: 'inst-3', account: 'closed', active: false }]) {
  const clock = handClock(START);
  const threads = memoryThreads(clock.now);
  const log = memoryLog();
  let drawn = 0;
  const connector = createWebchatConnector({
    clock: clock.now,
    timer: clock.timer,
    // Strong enough for tests: never the same bytes twice.
    random: (size) => createHmac('sha512', 'random').update(String(drawn++)).digest().subarray(0, size),
    log,
    threads,
    blobs: memoryBlobs(),
    limit: memoryLimit(),
    installationOf: (account) => Promise.resolve(installations.find((i) => i.account === account) ?? null),
    tokenSecrets: () => SECRETS,
    appOrigin: 'https://chat.example/',
    rates,
  });
  return { clock, threads, log, connector };
}

/** A request as the service hands it on. */
export function request(part: Partial<Omit<RawRequest, 'body'>> & { json?: unknown; body?: Uint8Array | string; token?: string }): RawRequest {
  const { json, body, token, headers, ...rest } = part;
  const bytes = json !== undefined ? JSON.stringify(json) : (body ?? '');
  return {
    method: 'POST',
    path: '/',
    query: '',
    params: {},
    remote: '203.0.113.7',
    ...rest,
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    body: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  };
}

/** The endpoint at a path. */
export function endpoint(c: WebchatConnector, method: string, path: string): Endpoint {
  const found = c.endpoints.find((e) => e.route.method === method && e.route.path === path);
  if (found === undefined) throw new Error(`no endpoint ${method} ${path}`);
  return found;
}

/** Calls an endpoint that answers at once. */
export async function call(s: Setup, method: string, path: string, req: RawRequest): Promise<Omit<HttpReply, 'body'> & { body: Record<string, unknown> }> {
  const reply = await endpoint(s.connector, method, path).handle(req, s.clock.now());
  if ('run' in reply) throw new Error('a stream was not expected');
  return { ...reply, body: reply.body as Record<string, unknown> };
}

/** Opens an anonymous session on the shop's own page and returns its token and thread. */
export async function open(s: Setup, extra: object = {}): Promise<{ token: string; thread: string; expiresAt: number }> {
  const reply = await call(s, 'POST', '/webchat/session', request({ json: { site: 'shop-1', ...extra }, headers: { origin: 'https://shop.example' } }));
  if (reply.status !== 200) throw new Error(`session refused with ${reply.status}`);
  return { token: String(reply.body['token']), thread: String(reply.body['thread']), expiresAt: Number(reply.body['expiresAt']) };
}

/** Opens an event stream, or returns the reply that refused it. */
export async function stream(s: Setup, token: string, part: Partial<RawRequest> = {}): Promise<StreamReply | HttpReply> {
  return endpoint(s.connector, 'GET', '/webchat/events').handle(request({ method: 'GET', token, ...part }), s.clock.now());
}

/** The place of a thread in the shop's log. */
export function placeOf(thread: string): { installation: string; hostThread: string; identity: string } {
  return { installation: SHOP.id, hostThread: thread, identity: thread };
}
