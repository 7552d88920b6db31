import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoShop } from '../shop/shop-file.js';
import { loadManifest } from '../shopify/app-manifest.js';
import { createSandbox, type Sandbox } from './sandbox.js';

const DOMAIN = 'demo.myshopify.com';
const manifest = loadManifest(fileURLToPath(new URL('../../../../manifests/shopify/shopify.app.toml', import.meta.url)), 'http://localhost:1');
let dataFolder: string;
let said: string[];
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  said = [];
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

/** The sandbox as a process would make it on that day. */
const begin = (day: string, origin = 'demo'): Sandbox => {
  const now = new Date(`2026-11-${day}T08:00:00Z`);
  const fetched: typeof fetch = () => Promise.resolve(new Response('', { status: 200 }));
  return createSandbox({ keys: { apiKey: 'key', apiSecret: 'hush' }, appUrl: 'http://localhost:1', manifest, shops: [demoShop(now)], origins: { [DOMAIN]: origin }, dataFolder, now: () => now, fetch: fetched, say: (text) => void said.push(text) });
};

describe('a sandbox that is started again', () => {
  it.each(['stopped', 'killed'])('after it was %s goes on with what happened in its shop', async (end) => {
    const first = begin('20');
    first.host.installApp(DOMAIN);
    first.host.setEmbed(DOMAIN, true);
    const shop = first.host.shop(DOMAIN);
    const cookie = shop.signIn('emma@example.com', shop.file.customers.find((c) => c.email === 'emma@example.com')?.password ?? '');
    const { refreshToken } = shop.tokens.issue(['read_orders']);
    const open = shop.file.orders.find((o) => o.fulfillments.length === 0 && o.cancelledAt === null)?.name ?? '';
    first.host.changes.fulfil(shop, open, { trackingCompany: 'UPS', trackingNumber: '1Z1', trackingUrl: null, estimatedDeliveryAt: null });
    if (end === 'stopped') await first.close();
    else await new Promise((resolve) => setTimeout(resolve, 120));

    const again = begin('22').host.shop(DOMAIN);
    expect(again.order(open)?.fulfillments[0]).toMatchObject({ trackingNumber: '1Z1' });
    expect(again.shopperOf(`_sandbox_shopper=${cookie ?? ''}`)?.email).toBe('emma@example.com');
    expect(again.tokens.refresh(refreshToken, ['read_orders'])).not.toBeNull();
    expect({ embed: again.embed, install: again.install }).toEqual({ embed: true, install: shop.install });
    // Orders keep the dates they were first shown with.
    expect(again.file.orders.map((o) => o.createdAt)).toEqual(shop.file.orders.map((o) => o.createdAt));
    expect(again.openedAt).toBe(shop.openedAt);
    await first.close();
  });

  it('with another shop under the same domain begins anew and says so', async () => {
    const first = begin('20');
    const shop = first.host.shop(DOMAIN);
    const cookie = shop.admit(shop.file.customers[0]?.id ?? '');
    first.host.installApp(DOMAIN);
    await first.close();
    const other = begin('22', 'another file').host.shop(DOMAIN);
    expect(other.install).toBeNull();
    expect(other.shopperOf(`_sandbox_shopper=${cookie}`)).toBeNull();
    expect(said.join()).toContain('begins anew');
  });

  it('after a reset is as new, then and later', async () => {
    const first = begin('20');
    first.host.installApp(DOMAIN);
    await first.host.reset();
    expect(first.host.shop(DOMAIN).install).toBeNull();
    await first.close();
    expect(begin('21').host.shop(DOMAIN).install).toBeNull();
  });

  it('keeps nothing where no folder is named', async () => {
    const now = new Date();
    const sandbox = createSandbox({ keys: { apiKey: 'key', apiSecret: 'hush' }, appUrl: 'http://localhost:1', manifest, shops: [demoShop(now)], now: () => now });
    sandbox.host.installApp(DOMAIN);
    await sandbox.close();
    expect(existsSync(join(dataFolder, 'shops'))).toBe(false);
    expect(readdirSync(dataFolder)).toEqual([]);
  });
});
