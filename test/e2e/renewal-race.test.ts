import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Unauthorized } from '@parley/core/contracts';
import { SHOP, startTestService, type TestService } from '../harness/service.js';

describe('a renewal that the host refuses', () => {
  let service: TestService;
  let host: Server;
  /** What happens at the host between the question for new tokens and its refusal. */
  let meanwhile: () => Promise<void> = () => Promise.resolve();

  beforeAll(async () => {
    host = createServer((req, res) => {
      req.resume().on('end', () => {
        void meanwhile().then(() => {
          res.writeHead(400, { 'Content-Type': 'application/json' });
          res.end(JSON.stringify({ error: 'invalid_grant' }));
        });
      });
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    const address = host.address();
    service = await startTestService({ env: { SHOPIFY_API_ORIGIN: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/{shop}` } });
  });
  afterAll(async () => {
    await service.stop();
    await new Promise((resolve) => host.close(resolve));
  });

  /** A call that the host takes with this token only. */
  async function call(token: string): Promise<string> {
    const { installations } = service.composition.engine;
    const shop = await installations.byAccount('shopify', SHOP);
    if (shop === null) throw new Error('no shop');
    return installations.call(shop, 'check', (i) => {
      if (i.credentials.values['accessToken'] !== token) throw new Unauthorized('refused', { code: 'test.refused' });
      return Promise.resolve('taken');
    });
  }
  const state = async () => (await service.composition.engine.installations.byAccount('shopify', SHOP))?.state;

  it('does not undo the access that the merchant has granted in that very moment', async () => {
    meanwhile = async () => {
      const credentials = { values: { accessToken: 'shpat_granted', refreshToken: 'shprt_granted' }, expiresAt: null, refreshExpiresAt: null };
      await service.composition.engine.installations.grant('shopify', { accounts: [{ account: SHOP, name: 'Test shop', settings: {} }], scopes: ['read_orders'], credentials }, SHOP);
    };
    expect(await call('shpat_granted')).toBe('taken');
    expect(await state()).toBe('active');
  });

  it('asks for the merchant where nothing else came', async () => {
    meanwhile = () => Promise.resolve();
    await expect(call('shpat_never')).rejects.toBeInstanceOf(Unauthorized);
    expect(await state()).toBe('needs-reauth');
  });
});
