import type { InboundEvent, RawRequest } from '@parley/core/contracts';
import { hmacSha256 } from '@parley/core/security/signatures';
import { data, fixture, hostThat, installation, NOW, SECRET, SHOP, webhook, type Answer, type Seen } from '../../../connectors/shopify/fixtures/host.js';
import type { ConnectorBench } from './descriptor.js';
import { describeConnector } from './suite.js';

const AT = '2026-11-01T00:00:00Z';
const END = { hasNextPage: false, endCursor: null };
const orderUpdated = fixture('webhooks/orders-updated.json');
const time = (at: number) => ({ 'x-shopify-triggered-at': new Date(at).toISOString() });
const recorded = (topic: string, file: string, id: string): RawRequest => webhook(topic, fixture(`webhooks/${file}.json`), { headers: { 'x-shopify-webhook-id': id } });

/** The Admin API as it answered, cut to what is asked for. */
function admin(seen: Seen): Answer {
  const page = { id: 'gid://shopify/Page/1', isPublished: true, updatedAt: AT, title: '关于', body: '<p>你好</p>', handle: 'about' };
  switch (seen.operation) {
    case 'OrderSearch':
      return data({ orders: { nodes: [{ id: 'gid://shopify/Order/5005550001001', name: '#1001', customer: { id: 'gid://shopify/Customer/7007' }, fulfillments: [] }] } });
    case 'ShippedOrders':
      return data({ orders: { nodes: [], pageInfo: END } });
    case 'OrderDetail':
      return data(JSON.parse(fixture('order.json')));
    case 'PolicyList':
      return data({ shop: { shopPolicies: [{ type: 'REFUND_POLICY', updatedAt: AT }] } });
    case 'PolicyRead':
      return data({ shop: { shopPolicies: [{ type: 'REFUND_POLICY', title: 'Refunds', body: '<p>30 days</p>', url: null, updatedAt: AT }] } });
    case 'PageList':
      return data({ pages: { nodes: [page], pageInfo: END } });
    case 'PageRead':
      return data({ shop: { primaryDomain: { url: 'https://d.example.com/' } }, nodes: [page] });
    case 'ProductSearch':
      return data({ shop: { currencyCode: 'USD' }, products: { nodes: [], pageInfo: END } });
    case 'ProductList':
      return data({ products: { nodes: [], pageInfo: END } });
    default:
      return data({ nodes: [] });
  }
}

function make(): Promise<ConnectorBench> {
  const { connector } = hostThat(admin);
  const samples = [
    { name: 'orders/updated', request: webhook('orders/updated', orderUpdated), events: 1 },
    { name: 'app/uninstalled', request: recorded('app/uninstalled', 'app-uninstalled', 'w-2'), events: 1 },
    { name: 'app/scopes_update', request: recorded('app/scopes_update', 'app-scopes-update', 'w-3'), events: 1 },
    { name: 'customers/data_request', request: recorded('customers/data_request', 'customers-data-request', 'w-4'), events: 1 },
    { name: 'customers/redact', request: recorded('customers/redact', 'customers-redact', 'w-5'), events: 1 },
    { name: 'customers/merge', request: recorded('customers/merge', 'customers-merge', 'w-6'), events: 2 },
    { name: 'shop/redact', request: recorded('shop/redact', 'shop-redact', 'w-7'), events: 1 },
    { name: 'fulfillment_events/create', request: recorded('fulfillment_events/create', 'fulfillment-events-create', 'w-8'), events: 1 },
    { name: 'a topic without use', request: webhook('locations/update', '{"id":1}', { headers: { 'x-shopify-webhook-id': 'w-9' } }), events: 0 },
  ];
  const first = webhook('orders/updated', orderUpdated);
  const other = { 'x-shopify-shop-domain': 'other.myshopify.com' };
  return Promise.resolve({
    connector,
    now: NOW,
    installation: installation({ account: SHOP }),
    inbound: {
      secrets: [SECRET],
      samples,
      // Shopify repeats a webhook under its id, with the time it was first triggered.
      repeated: webhook('orders/updated', orderUpdated, { headers: time(NOW - 3_600_000) }),
      unsigned: { ...first, headers: Object.fromEntries(Object.entries(first.headers).filter(([name]) => !name.endsWith('hmac-sha256'))) },
      forged: webhook('orders/updated', orderUpdated, { secret: 'whoever does not know the secret' }),
      stale: webhook('orders/updated', orderUpdated, { headers: time(NOW - 6 * 3_600_000) }),
      future: webhook('orders/updated', orderUpdated, { headers: time(NOW + 6 * 60_000) }),
      signed: (body) => ({ ...first, body, headers: { ...first.headers, 'x-shopify-hmac-sha256': hmacSha256(SECRET, body, 'base64') } }),
      foreign: [
        webhook('app/uninstalled', fixture('webhooks/app-uninstalled.json'), { headers: other }),
        webhook('shop/redact', fixture('webhooks/shop-redact.json'), { headers: other }),
        webhook('customers/redact', fixture('webhooks/customers-redact.json'), { headers: other }),
      ],
      bigId: '9007199254740993',
    },
    events(): Promise<InboundEvent[]> {
      return Promise.resolve(
        samples.flatMap(({ request }) => {
          const verified = connector.inbound.verify(request, [SECRET], NOW);
          const events = verified.ok ? connector.inbound.parse(verified) : [];
          return Array.isArray(events) ? events : [];
        }),
      );
    },
    commerce: {
      orders: [{ by: 'name', name: '#1001' }, { by: 'tracking', number: '1Z999AA10123456784' }, { by: 'customer', customerId: 'gid://shopify/Customer/7007', limit: 5 }],
      products: [{ text: 'rain jacket', limit: 3 }],
      answering: (response) => hostThat(() => response()).connector,
    },
    close: () => Promise.resolve(),
  });
}

describeConnector(
  {
    name: 'shopify',
    make,
    exempt: { 'inbound.passive': 'Shopify reads nothing but the status of an acknowledgement' },
  },
  ['install', 'inbound', 'commerce', 'knowledge'],
);
