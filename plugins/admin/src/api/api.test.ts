import { describe, expect, it } from '@jest/globals';
import { createApi, type Api } from './api.js';
import { Failure, type FailureKind } from './failure.js';

interface Seen {
  url: string;
  method: string | undefined;
  token: string | null;
  body: unknown;
}

function apiOver(answers: (() => Response | Promise<Response>)[], options: { sessionToken?: () => Promise<string>; timeoutMs?: number } = {}): { api: Api; seen: Seen[] } {
  const seen: Seen[] = [];
  let tokens = 0;
  const api = createApi({
    sessionToken: options.sessionToken ?? (() => Promise.resolve(`token-${(tokens += 1)}`)),
    fetch: async (input, init) => {
      seen.push({ url: input instanceof Request ? input.url : input.toString(), method: init?.method, token: new Headers(init?.headers).get('authorization'), body: init?.body });
      const answer = answers[seen.length - 1];
      if (answer === undefined) throw new Error('one request too many');
      return answer();
    },
    timeoutMs: options.timeoutMs ?? 5_000,
    pageSize: 10,
  });
  return { api, seen };
}

const signal = () => new AbortController().signal;
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) => () => new Response(JSON.stringify(body), { status, headers });
const empty = { conversations: [], next: null };
const failureFrom = async (work: Promise<unknown>): Promise<Failure> => {
  const thrown: unknown = await work.then(
    () => null,
    (e: unknown) => e,
  );
  if (thrown instanceof Failure) return thrown;
  throw new Error(`expected a Failure, got ${String(thrown)}`);
};

describe('the API', () => {
  it('asks with a session token of its own each time', async () => {
    const { api, seen } = apiOver([json(empty), json(empty)]);
    await api.conversations(null, signal());
    await api.conversations(1234, signal());
    expect(seen.map((s) => [s.method, s.url, s.token])).toEqual([
      ['GET', '/api/admin/conversations?limit=10', 'Bearer token-1'],
      ['GET', '/api/admin/conversations?limit=10&before=1234', 'Bearer token-2'],
    ]);
  });

  it('tries once more with a fresh token when the service asks for it', async () => {
    const expired = json({ error: { code: 'shopify.token-expired', message: 'old' } }, 401, { 'X-Shopify-Retry-Invalid-Session-Request': '1' });
    const { api, seen } = apiOver([expired, json(empty)]);
    expect(await api.conversations(null, signal())).toEqual(empty);
    expect(seen.map((s) => s.token)).toEqual(['Bearer token-1', 'Bearer token-2']);

    const twice = apiOver([expired, expired]);
    expect(await failureFrom(twice.api.conversations(null, signal()))).toMatchObject({ kind: 'session', code: 'shopify.token-expired' });
    expect(twice.seen).toHaveLength(2);
  });

  it('does not try again when the service does not ask for it', async () => {
    const { api, seen } = apiOver([json({}, 401)]);
    expect((await failureFrom(api.overview(signal()))).kind).toBe('session');
    expect(seen).toHaveLength(1);
  });

  it.each<[number, FailureKind]>([
    [400, 'invalid'],
    [403, 'forbidden'],
    [404, 'missing'],
    [409, 'connect'],
    [422, 'invalid'],
    [429, 'busy'],
    [500, 'broken'],
    [502, 'broken'],
    [503, 'busy'],
    [504, 'slow'],
  ])('takes %d for %s, whatever came with it', async (status, kind) => {
    for (const body of ['<html>proxy</html>', '', '{"error":"text"}', '{"error":{"code":7}}', '[]', 'null']) {
      const { api } = apiOver([() => new Response(body, { status })]);
      expect((await failureFrom(api.overview(signal()))).kind).toBe(kind);
    }
  });

  it('tells which field was refused', async () => {
    const { api } = apiOver([json({ error: { code: 'admin.invalid', message: 'must be https', field: 'origins.0' } }, 422)]);
    expect(await failureFrom(api.changeSettings({ origins: ['x'] }))).toMatchObject({ kind: 'invalid', code: 'admin.invalid', field: 'origins.0', message: 'must be https' });
  });

  it('takes an answer that it cannot read for a page out of date', async () => {
    expect((await failureFrom(apiOver([json({ conversations: 'many' })]).api.conversations(null, signal()))).kind).toBe('unreadable');
    expect((await failureFrom(apiOver([() => new Response('<html>')]).api.conversations(null, signal()))).kind).toBe('unreadable');
  });

  it('tells no network from a host that gives no token and from no answer in time', async () => {
    const offline = apiOver([() => Promise.reject(new TypeError('Failed to fetch'))]);
    expect((await failureFrom(offline.api.overview(signal()))).kind).toBe('offline');
    const outside = apiOver([], { sessionToken: () => Promise.reject(new Failure('host', 'no App Bridge')) });
    expect((await failureFrom(outside.api.overview(signal()))).kind).toBe('host');
    const mute = apiOver([], { sessionToken: () => new Promise(() => {}), timeoutMs: 5 });
    expect((await failureFrom(mute.api.overview(signal()))).kind).toBe('slow');
  });

  it('hands on that the page itself gave up', async () => {
    const gone = new AbortController();
    const { api } = apiOver([], { sessionToken: () => new Promise(() => {}) });
    const asked = api.overview(gone.signal);
    gone.abort();
    await expect(asked).rejects.toHaveProperty('name', 'AbortError');
  });

  it('sends changes as JSON and reads their answers', async () => {
    const saved = { paused: true, defaultLanguage: 'zh', origins: [], siteKey: 's', scriptTag: 't' };
    const { api, seen } = apiOver([json(saved), json({ started: true }, 202), json({ redriven: 4 })]);
    expect(await api.changeSettings({ paused: true })).toEqual(saved);
    await api.refreshKnowledge();
    expect(await api.redrive()).toBe(4);
    expect(seen.map((s) => [s.method, s.url, s.body])).toEqual([
      ['PATCH', '/api/admin/settings', '{"paused":true}'],
      ['POST', '/api/admin/knowledge/refresh', undefined],
      ['POST', '/api/admin/deliveries/redrive', undefined],
    ]);
  });

  it('keeps an id inside its own path segment', async () => {
    const { api, seen } = apiOver([json({}, 404)]);
    await failureFrom(api.transcript('../settings?x=1', signal()));
    expect(seen[0]?.url).toBe('/api/admin/conversations/..%2Fsettings%3Fx%3D1');
  });
});
