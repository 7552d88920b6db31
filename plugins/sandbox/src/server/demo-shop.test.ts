import { describe, expect, it } from '@jest/globals';
import { demoShop } from '../shop/shop-file.js';
import { answerGraphql } from '../shopify/graphql-endpoint.js';
import { deployManifest } from '../shopify/app-manifest.js';
import { readFileSync } from 'node:fs';
import { createSandbox } from './sandbox.js';

const DOMAIN = 'demo.myshopify.com';
const manifest = deployManifest(readFileSync(new URL('../../../../manifests/shopify/shopify.app.toml', import.meta.url), 'utf8'), 'http://localhost:1');
const now = new Date('2026-11-23T12:00:00Z');
const sandbox = createSandbox({ keys: { apiKey: 'key', apiSecret: 'hush' }, appUrl: 'http://localhost:1', manifest, shops: [demoShop(now)], now: () => now, orderWindowDays: null });
sandbox.host.installApp(DOMAIN);
const shop = sandbox.host.shop(DOMAIN);
shop.bucket.configure({ maximum: 1_000_000 });
const { accessToken } = shop.tokens.issue(shop.install?.scopes ?? []);

type Page = { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

/** Reads a whole connection, page by page, and fails on any error in it. */
async function readAll(field: string, size: number, selection: string): Promise<unknown[]> {
  const all: unknown[] = [];
  let after: string | null = null;
  for (;;) {
    const query = `query All($after: String) { page: ${field}(first: ${size}, after: $after) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
    const answer = await answerGraphql(shop, sandbox.host.facts, '2026-07', accessToken, JSON.stringify({ query, variables: { after } }));
    expect(answer.body).not.toHaveProperty('errors');
    const { page } = (answer.body as { data: { page: Page } }).data;
    all.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return all;
    after = page.pageInfo.endCursor;
  }
}

describe('the demo shop', () => {
  it('can be read to the end through the Admin API without an error', async () => {
    const orders = await readAll('orders', 2, `id legacyResourceId name email phone cancelledAt cancelReason displayFinancialStatus displayFulfillmentStatus returnStatus statusPageUrl tags note
      totalPriceSet { shopMoney { amount currencyCode } } totalRefundedSet { shopMoney { amount } } customer { id displayName } shippingAddress { formatted phone countryCodeV2 }
      lineItems(first: 20) { nodes { id title name quantity currentQuantity image { url } product { id } variant { id } discountedTotalSet { shopMoney { amount } } } }
      fulfillments(first: 5) { id name status displayStatus estimatedDeliveryAt deliveredAt inTransitAt trackingInfo { company number url } events(first: 20) { nodes { status happenedAt message } } fulfillmentLineItems(first: 20) { nodes { quantity lineItem { id } } } }`);
    expect(orders).toHaveLength(shop.file.orders.length);
    const products = await readAll('products', 20, 'id title description descriptionHtml status onlineStoreUrl featuredMedia { preview { image { url altText } } } options { name values } variants(first: 20) { nodes { id title sku price inventoryQuantity selectedOptions { name value } } }');
    expect(products).toHaveLength(shop.file.products.length);
    expect(await readAll('customers', 50, 'id displayName locale tags defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } amountSpent { amount }')).toHaveLength(shop.file.customers.length);
    expect(await readAll('pages', 50, 'id title body bodySummary updatedAt')).toHaveLength(shop.file.pages.length);
  });

  it('finds each order by its name, alone', async () => {
    for (const order of shop.file.orders) {
      const body = JSON.stringify({ query: 'query Q($q: String) { orders(first: 5, query: $q) { nodes { name } } }', variables: { q: `name:${order.name}` } });
      const answer = await answerGraphql(shop, sandbox.host.facts, '2026-07', accessToken, body);
      expect(answer.body).toMatchObject({ data: { orders: { nodes: [{ name: order.name }] } } });
    }
  });
});
