import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from '@parley/core/contracts';
import { readConfig, startService, type CompositionOptions, type Service } from '@parley/service';

export const SHOP = 'unit-test.myshopify.com';
export const SHOPIFY_SECRET = 'hush';
export const OPERATOR = 'operator-token-of-the-tests';

export interface TestService extends Service {
  url: string;
  /** Everything the service logged as a warning or error. */
  logged: { level: string; facts: object; message: string }[];
  /** Site key of the chat that is connected. */
  site: string;
  tenant: string;
}

/** The service in this process on a free port and a folder of its own, with one shop and its chat connected; hosts are unreachable. */
export async function startTestService(options: Partial<CompositionOptions> & { env?: Record<string, string>; onStop?: () => Promise<void> } = {}): Promise<TestService> {
  const data = await mkdtemp(path.join(tmpdir(), 'parley-test-'));
  const logged: TestService['logged'] = [];
  const note = (level: string) => (facts: object, message: string) => void logged.push({ level, facts, message });
  const log: Log = { debug: () => {}, info: () => {}, warn: note('warn'), error: note('error') };
  const { env, ...rest } = options;
  const config = readConfig({
    PORT: '0',
    PARLEY_DATA: data,
    PARLEY_SECRETS: 'a secret for tests that is long enough and newest',
    PARLEY_OPERATOR_TOKEN: OPERATOR,
    SHOPIFY_API_KEY: 'key',
    SHOPIFY_API_SECRETS: SHOPIFY_SECRET,
    SHOPIFY_API_ORIGIN: 'http://127.0.0.1:9/{shop}',
    WEBCHAT_MESSAGES_PER_MINUTE: '1000000',
    WEBCHAT_SESSIONS_PER_MINUTE: '1000000',
    ...env,
  });
  const service = await startService({ config, log, ...rest });
  const { installations } = service.composition.engine;
  const credentials = { values: { accessToken: 'shpat_test', refreshToken: 'shprt_test' }, expiresAt: null, refreshExpiresAt: null };
  const { record: shop } = await installations.grant('shopify', { accounts: [{ account: SHOP, name: 'Test shop', settings: { shopName: 'Test shop' } }], scopes: ['read_orders'], credentials }, SHOP);
  const site = 'site_of_the_tests';
  await installations.grant('webchat', { accounts: [{ account: site, name: 'Test shop', settings: { shopName: 'Test shop', commerce: [shop.id] } }], scopes: [], credentials: { values: {}, expiresAt: null, refreshExpiresAt: null } }, site, shop.tenant);
  return {
    ...service,
    url: `http://127.0.0.1:${service.port}`,
    logged,
    site,
    tenant: shop.tenant,
    async stop() {
      await service.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
