import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exchangeForm, KEYS, openBench, SHOP, type Bench } from './bench.fixture.js';

const PATH = `/hosts/${SHOP}/admin/oauth/access_token`;
let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const install = async (): Promise<string> => String((await bench.control(`/shops/${SHOP}/install`))['sessionToken']);

describe('token exchange', () => {
  it('gives an expiring pair with the scopes of the manifest', async () => {
    const reply = await bench.post(PATH, exchangeForm(await install()));
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000, scope: expect.stringContaining('read_orders,') });
    expect(reply.json['access_token']).toMatch(/^shpat_[0-9a-f]{32}$/);
    expect(reply.json['refresh_token']).toMatch(/^shprt_[0-9a-f]{32}$/);
  });

  it('takes a form as well as JSON', async () => {
    const form = new URLSearchParams(exchangeForm(await install())).toString();
    expect((await bench.post(PATH, form, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(200);
  });

  it('gives an online token with the member of staff', async () => {
    const reply = await bench.post(PATH, exchangeForm(await install(), { requested_token_type: 'urn:shopify:params:oauth:token-type:online-access-token' }));
    expect(reply.json).toMatchObject({ expires_in: 86_399, associated_user: { account_owner: true } });
    expect(reply.json).not.toHaveProperty('refresh_token');
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['an unknown client', { client_id: 'other' }, 400, 'application_cannot_be_found'],
    ['a wrong secret', { client_secret: 'hash' }, 400, 'invalid_client'],
    ['a token that does not expire', { expiring: '0' }, 400, 'invalid_request'],
    ['another subject type', { subject_token_type: 'urn:x' }, 400, 'invalid_request'],
    ['another requested type', { requested_token_type: 'urn:x' }, 400, 'invalid_request'],
    ['a grant of another kind', { grant_type: 'authorization_code' }, 400, 'unsupported_grant_type'],
    ['a session token that is none', { subject_token: 'x.y.z' }, 400, 'invalid_subject_token'],
  ])('refuses %s', async (_name, change, status, error) => {
    const reply = await bench.post(PATH, exchangeForm(await install(), change));
    expect(reply.status).toBe(status);
    expect(reply.json).toMatchObject({ error });
  });

  it('refuses a session token that is old, and any after an uninstall', async () => {
    const token = await install();
    bench.pass(61);
    expect((await bench.post(PATH, exchangeForm(token))).json).toMatchObject({ error: 'invalid_subject_token' });
    const { sessionToken } = await bench.control(`/shops/${SHOP}/session-token`);
    await bench.control(`/shops/${SHOP}/uninstall`);
    expect((await bench.post(PATH, exchangeForm(String(sessionToken)))).json).toMatchObject({ error: 'invalid_subject_token' });
  });

  it('refuses bodies it cannot read, and shops that do not exist', async () => {
    expect((await bench.post(PATH, '{broken')).status).toBe(400);
    expect((await bench.post(PATH, '[]')).status).toBe(400);
    expect((await bench.post('/hosts/other.myshopify.com/admin/oauth/access_token', {})).status).toBe(404);
  });
});

describe('refresh', () => {
  const form = (refresh_token: string): Record<string, string> => ({ client_id: KEYS.apiKey, client_secret: KEYS.apiSecret, grant_type: 'refresh_token', refresh_token });

  it('gives a new pair whose tokens work', async () => {
    const first = await bench.connect();
    const second = (await bench.post(PATH, form(first.refresh_token))).json;
    expect(second['refresh_token']).not.toBe(first.refresh_token);
    expect((await bench.query('{shop{name}}', {}, String(second['access_token']))).status).toBe(200);
  });

  it('is refused with 401 for an unknown token and after an uninstall', async () => {
    const { refresh_token } = await bench.connect();
    expect((await bench.post(PATH, form('shprt_x'))).status).toBe(401);
    await bench.control(`/shops/${SHOP}/uninstall`);
    const refused = await bench.post(PATH, form(refresh_token));
    expect(refused.status).toBe(401);
    expect(refused.json).toMatchObject({ error: 'invalid_request' });
  });
});
