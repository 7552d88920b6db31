import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { data, faults, hostThat, installation, json, NOW, request, SECRET, sessionToken, SHOP, type Answer, type Seen } from '../fixtures/host.js';
import { needsRefresh } from './index.js';

const VECTOR =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2RlbW8ubXlzaG9waWZ5LmNvbS9hZG1pbiIsImRlc3QiOiJodHRwczovL2RlbW8ubXlzaG9waWZ5LmNvbSIsImF1ZCI6ImtleSIsInN1YiI6IjQyIiwiZXhwIjoxNzk1MzA1NjYwLCJuYmYiOjE3OTUzMDU2MDAsImlhdCI6MTc5NTMwNTYwMCwianRpIjoiZjg5MTIxMjktMWFmNi00Y2FkLTljYTMtNzZiMGY3NjIxMDg3Iiwic2lkIjoiYWFlYTE4MmYyNzMyZDQ0YzIzMDU3YzBmZWE1ODQwMjFhNDQ4NWIyYmQyNWQzZWI3ZmQzNDkzMTNhZDI0YzY4NSJ9.pj-Ll4xoDtkKiE7XGTcH8NRPY23bajF_9zi7bxwvVxk';

const bearer = (token: string): ReturnType<typeof request> => request({ headers: { authorization: `Bearer ${token}` } });
const silent = hostThat(() => new Error('no network is needed'));
const staff = async (token: string, now = NOW, host = silent): Promise<unknown> => host.connector.install.staff?.(bearer(token), now);
const refused = (code: string): object => ({ ok: false, status: 401, code });

describe('a session token', () => {
  it('says who is in the admin of which shop, until when', async () => {
    expect(await staff(VECTOR)).toEqual({ ok: true, account: SHOP, userId: '42', locale: null, expiresAt: NOW + 60_000 });
  });

  it('is judged by the given time, with 10 s for clocks', async () => {
    expect(await staff(VECTOR, NOW + 69_000)).toMatchObject({ ok: true });
    expect(await staff(VECTOR, NOW + 70_000)).toMatchObject(refused('shopify.session-token-expired'));
    expect(await staff(VECTOR, NOW - 10_000)).toMatchObject({ ok: true });
    expect(await staff(VECTOR, NOW - 11_000)).toMatchObject(refused('shopify.session-token-early'));
  });

  it('may be signed with either secret during a rotation', async () => {
    const rotating = hostThat(() => new Error('no network'), { apiSecrets: ['new', SECRET] });
    expect(await staff(sessionToken(), NOW, rotating)).toMatchObject({ ok: true });
    expect(await staff(sessionToken({}, 'new'), NOW, rotating)).toMatchObject({ ok: true });
    expect(await staff(sessionToken({}, 'older'), NOW, rotating)).toMatchObject(refused('shopify.session-token-signature'));
  });

  it.each([
    ['for another app', sessionToken({ aud: 'another' }), 'shopify.session-token-audience'],
    ['issued by another shop', sessionToken({ iss: 'https://other.myshopify.com/admin' }), 'shopify.session-token-shop'],
    ['for something that is no shop', sessionToken({ iss: 'https://evil.com/admin', dest: 'https://evil.com' }), 'shopify.session-token-shop'],
    ['for a shop over http', sessionToken({ dest: `http://${SHOP}` }), 'shopify.session-token-shop'],
    ['without an end', sessionToken({ exp: undefined }), 'shopify.session-token-claims'],
    ['without a start', sessionToken({ nbf: undefined }), 'shopify.session-token-claims'],
    ['of algorithm none', sessionToken({}, SECRET, NOW, { alg: 'none' }), 'shopify.session-token-algorithm'],
    ['of another algorithm', sessionToken({}, SECRET, NOW, { alg: 'HS512' }), 'shopify.session-token-algorithm'],
    ['changed by one letter', VECTOR.slice(0, -1) + 'A', 'shopify.session-token-signature'],
    ['without a signature', VECTOR.split('.').slice(0, 2).join('.') + '.', 'shopify.session-token-signature'],
    ['in two parts', 'a.b', 'shopify.session-token-form'],
    ['in four parts', `${VECTOR}.x`, 'shopify.session-token-form'],
    ['far too long', `${'a'.repeat(5000)}.b.c`, 'shopify.session-token-form'],
  ])('%s is refused', async (_what, token, code) => {
    expect(await staff(token)).toMatchObject(refused(code));
  });

  it('must be a bearer token', async () => {
    expect(await silent.connector.install.staff?.(request({ headers: { authorization: `Basic ${VECTOR}` } }), NOW)).toMatchObject(refused('shopify.session-token-missing'));
    expect(await silent.connector.install.staff?.(request(), NOW)).toMatchObject(refused('shopify.session-token-missing'));
  });
});

const TOKENS = { access_token: 'shpat_new', scope: 'read_orders,write_products', expires_in: 3600, refresh_token: 'shprt_new', refresh_token_expires_in: 7_776_000 };
const FACTS = { shop: { name: 'Demo Shop', currencyCode: 'JPY', ianaTimezone: 'Asia/Tokyo' } };

function shop(seen: Seen, tokens: () => Answer, languages: () => Answer = () => data({ shopLocales: [{ locale: 'en', primary: false }, { locale: 'zh-CN', primary: true }] })): Answer {
  if (seen.url.endsWith('/admin/oauth/access_token')) return tokens();
  return seen.operation === 'ShopFacts' ? data(FACTS) : languages();
}

/** The SDK reads the session token by the clock of the process, which is set to the vectors' second here. */
function atVectorTime(): void {
  jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout', 'setInterval', 'performance', 'hrtime'] });
}
afterEach(() => {
  jest.useRealTimers();
});

describe('an install', () => {
  it('exchanges the session token for an offline token that expires, and tells of the shop', async () => {
    atVectorTime();
    const host = hostThat((seen) => shop(seen, () => json(TOKENS)));
    expect(await host.connector.install.complete(bearer(VECTOR), NOW)).toEqual({
      accounts: [{ account: SHOP, name: 'Demo Shop', settings: { shopName: 'Demo Shop', currency: 'JPY', timeZone: 'Asia/Tokyo', defaultLanguage: 'zh' } }],
      scopes: ['read_orders', 'write_products'],
      credentials: { values: { accessToken: 'shpat_new', refreshToken: 'shprt_new' }, expiresAt: NOW + 3_600_000, refreshExpiresAt: NOW + 7_776_000_000 },
    });
    expect(host.seen[0]?.url).toBe(`https://${SHOP}/admin/oauth/access_token`);
    expect(host.seen[0]?.body).toEqual({
      client_id: 'key',
      client_secret: SECRET,
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: VECTOR,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      expiring: '1',
    });
    expect(host.seen[1]?.headers.get('x-shopify-access-token')).toBe('shpat_new');
    expect(host.logged.join()).not.toMatch(/shpat_|shprt_|hush|eyJ/);
  });

  it('tells of the shop again when it has changed', async () => {
    const host = hostThat((seen) => shop(seen, () => json(TOKENS)));
    expect(await host.connector.install.facts?.(installation())).toEqual({ shopName: 'Demo Shop', currency: 'JPY', timeZone: 'Asia/Tokyo' });
  });

  it('names us by the secret that signed the session token', async () => {
    atVectorTime();
    const host = hostThat((seen) => shop(seen, () => json(TOKENS)), { apiSecrets: ['new', SECRET] });
    await host.connector.install.complete(bearer(VECTOR), NOW);
    expect(host.seen[0]?.body['client_secret']).toBe(SECRET);
  });

  it('goes on without the language where that scope is not granted', async () => {
    atVectorTime();
    const host = hostThat((seen) => shop(seen, () => json(TOKENS), () => faults('ACCESS_DENIED')));
    const grant = await host.connector.install.complete(bearer(VECTOR), NOW);
    expect(grant.accounts[0]?.settings).toEqual({ shopName: 'Demo Shop', currency: 'JPY', timeZone: 'Asia/Tokyo' });
  });

  it.each([
    ['a refused token', () => json({ error: 'invalid_subject_token' }, 400), 'unauthorized', 'shopify.session-token-refused'],
    ['an unknown app', () => json({ error: 'application_cannot_be_found' }, 400), 'bug', 'shopify.client-refused'],
    ['a gateway’s page', () => new Response('<html>', { status: 502 }), 'retryable', 'shopify.unavailable'],
    ['a page instead of tokens', () => new Response('<html>', { status: 200 }), 'retryable', 'shopify.unreadable'],
    ['an answer without a token', () => json({}), 'retryable', 'shopify.unreadable'],
    ['no connection', () => new Error('ECONNRESET'), 'retryable', 'shopify.network'],
    ['too many requests', () => json({}, 429, { 'retry-after': '2' }), 'retryable', 'shopify.too-many-requests'],
    ['a frozen shop', () => json({}, 402), 'rejected', 'shopify.shop-frozen'],
  ])('ends with %s in the right kind of error', async (_what, answer, kind, code) => {
    atVectorTime();
    const host = hostThat((seen) => shop(seen, answer));
    await expect(host.connector.install.complete(bearer(VECTOR), NOW)).rejects.toMatchObject({ kind, code, connector: 'shopify' });
  });

  it('needs a good session token before anything is sent', async () => {
    await expect(silent.connector.install.complete(bearer(sessionToken({ aud: 'another' })), NOW)).rejects.toMatchObject({ kind: 'unauthorized', code: 'shopify.session-token-audience' });
    // Valid by our clock and long over by that of the process: the SDK refuses, and its error must not carry the token out.
    const late = await silent.connector.install.complete(bearer(sessionToken({}, SECRET, 1_600_000_000_000)), 1_600_000_000_000).catch((e: unknown) => e);
    expect(late).toMatchObject({ kind: 'unauthorized', code: 'shopify.session-token-refused' });
    expect(String(late)).not.toContain('eyJ');
    expect(late).not.toHaveProperty('cause');
    expect(silent.seen).toEqual([]);
  });
});

describe('a refresh', () => {
  const refresh = async (answer: (seen: Seen) => Answer, apiSecrets = [SECRET]): Promise<{ result: unknown; secrets: unknown[] }> => {
    const host = hostThat(answer, { apiSecrets });
    const result = await host.connector.install.refresh?.(installation()).catch((e: unknown) => e);
    return { result, secrets: host.seen.map((seen) => seen.body['client_secret']) };
  };

  it('brings a new pair, counted from our clock', async () => {
    const host = hostThat(() => json(TOKENS));
    expect(await host.connector.install.refresh?.(installation())).toEqual({ values: { accessToken: 'shpat_new', refreshToken: 'shprt_new' }, expiresAt: NOW + 3_600_000, refreshExpiresAt: NOW + 7_776_000_000 });
    expect(host.seen[0]?.body).toEqual({ client_id: 'key', client_secret: SECRET, grant_type: 'refresh_token', refresh_token: 'shprt_first' });
  });

  it('tries an older secret only where the newest is not known', async () => {
    const known = (seen: Seen): Answer => (seen.body['client_secret'] === SECRET ? json(TOKENS) : json({ error: 'invalid_client' }, 401));
    expect(await refresh(known, ['new', SECRET])).toMatchObject({ result: { values: { accessToken: 'shpat_new' } }, secrets: ['new', SECRET] });
    expect(await refresh(() => json({ error: 'invalid_grant' }, 400), ['new', SECRET])).toMatchObject({ result: { kind: 'unauthorized', code: 'shopify.refresh-refused' }, secrets: ['new'] });
  });

  it('does not blame the merchant where our own key or secret is wrong', async () => {
    expect(await refresh(() => json({ error: 'invalid_client' }, 400), ['new', SECRET])).toMatchObject({ result: { kind: 'bug', code: 'shopify.client-refused' }, secrets: ['new', SECRET] });
    expect(await refresh(() => json({ error: 'application_cannot_be_found' }, 400))).toMatchObject({ result: { kind: 'bug', code: 'shopify.client-refused' } });
  });

  it('keeps passing trouble apart from a refusal', async () => {
    expect((await refresh(() => json({}, 503))).result).toMatchObject({ kind: 'retryable', code: 'shopify.unavailable', mayHaveHappened: true });
    expect((await refresh(() => new Error('ECONNREFUSED'))).result).toMatchObject({ kind: 'retryable', code: 'shopify.network' });
    const bare = installation({ credentials: { values: { accessToken: 'shpat_first' }, expiresAt: null, refreshExpiresAt: null } });
    await expect(silent.connector.install.refresh?.(bare)).rejects.toMatchObject({ kind: 'unauthorized', code: 'shopify.no-refresh-token' });
  });

  it('is due five minutes ahead', () => {
    const { credentials } = installation();
    expect(needsRefresh(credentials, NOW)).toBe(false);
    expect(needsRefresh(credentials, NOW + 55 * 60_000 - 1)).toBe(false);
    expect(needsRefresh(credentials, NOW + 55 * 60_000)).toBe(true);
    expect(needsRefresh({ ...credentials, expiresAt: null }, NOW)).toBe(false);
  });
});
