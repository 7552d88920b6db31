import { describe, expect, it } from '@jest/globals';
import { InboundEvent } from '@parley/core/contracts';
import { fixture, hostThat, NOW, SECRET, SHOP, webhook } from '../fixtures/host.js';
import { CHANGE_TOPICS } from './webhook-topics.js';

const host = hostThat(() => new Error('webhooks must not reach for the network'));

function events(topic: string, body: string): unknown {
  const verified = host.connector.inbound.verify(webhook(topic, body), [SECRET], NOW);
  if (!verified.ok) return verified;
  const parsed = host.connector.inbound.parse(verified);
  if (Array.isArray(parsed)) for (const event of parsed) InboundEvent.parse(event);
  return parsed;
}
const recorded = (topic: string, name: string): unknown => events(topic, fixture(`webhooks/${name}.json`));

describe('events of webhooks', () => {
  it('an order changed: its global id, its own mailbox, the time with its zone', () => {
    expect(recorded('orders/updated', 'orders-updated')).toEqual([
      {
        account: SHOP,
        eventKey: 'w-1',
        at: NOW - 1000,
        mailbox: { kind: 'entity', topic: 'order', entity: 'gid://shopify/Order/5005550001001' },
        body: { type: 'changed', entity: 'order', entityId: 'gid://shopify/Order/5005550001001', change: 'updated', updatedAt: Date.parse('2026-11-22T08:00:00Z') },
      },
    ]);
  });

  it('the same delivery repeated has the same key', () => {
    expect(recorded('orders/updated', 'orders-updated')).toEqual(recorded('orders/updated', 'orders-updated'));
  });

  it('keeps ids beyond 2^53 exact', () => {
    expect(events('products/update', '{"id":9007199254740993}')).toMatchObject([{ body: { entityId: 'gid://shopify/Product/9007199254740993' } }]);
  });

  it('a scan of a parcel names the parcel', () => {
    expect(recorded('fulfillment_events/create', 'fulfillment-events-create')).toMatchObject([
      { mailbox: { topic: 'shipment', entity: 'gid://shopify/Fulfillment/21' }, body: { entity: 'shipment', change: 'updated', updatedAt: Date.parse('2026-11-22T07:30:00Z') } },
    ]);
  });

  it('an edited order is named inside', () => {
    expect(events('orders/edited', '{"order_edit":{"id":78,"order_id":5,"created_at":"2026-11-22T07:30:00Z"}}')).toMatchObject([{ body: { entity: 'order', entityId: 'gid://shopify/Order/5' } }]);
  });

  it('merged customers are two events with keys of their own', () => {
    expect(recorded('customers/merge', 'customers-merge')).toMatchObject([
      { eventKey: 'w-1/updated', body: { entityId: 'gid://shopify/Customer/1', change: 'updated' } },
      { eventKey: 'w-1/deleted', body: { entityId: 'gid://shopify/Customer/2', change: 'deleted' } },
    ]);
  });

  it('the life of the installation shares one mailbox', () => {
    const mailbox = { kind: 'entity', topic: 'installation', entity: SHOP };
    expect(recorded('app/uninstalled', 'app-uninstalled')).toMatchObject([{ mailbox, body: { type: 'lifecycle', change: 'uninstalled' } }]);
    expect(recorded('app/scopes_update', 'app-scopes-update')).toMatchObject([{ mailbox, body: { type: 'lifecycle', change: 'scopes-changed', scopes: ['read_orders', 'read_themes'] } }]);
    expect(recorded('shop/update', 'app-uninstalled')).toMatchObject([{ mailbox, body: { type: 'lifecycle', change: 'shop-updated' } }]);
    expect(recorded('shop/redact', 'shop-redact')).toMatchObject([{ mailbox, body: { type: 'privacy', request: 'erase-tenant', customer: null, orderIds: [] } }]);
  });

  it('privacy duties name the customer and the orders', () => {
    expect(recorded('customers/data_request', 'customers-data-request')).toMatchObject([
      {
        body: {
          type: 'privacy',
          request: 'export-shopper',
          customer: { id: 'gid://shopify/Customer/9007199254740993', email: 'a@example.com', phone: '555-0100' },
          orderIds: ['gid://shopify/Order/11', 'gid://shopify/Order/12'],
        },
      },
    ]);
    expect(recorded('customers/redact', 'customers-redact')).toMatchObject([{ body: { request: 'erase-shopper', customer: { id: 'gid://shopify/Customer/9' }, orderIds: ['gid://shopify/Order/11', 'gid://shopify/Order/12'] } }]);
  });

  it('a signed body under another privacy topic is refused: one must never turn into the other', () => {
    const refused = { ok: false, status: 422, code: 'shopify.body' };
    expect(recorded('shop/redact', 'customers-redact')).toMatchObject(refused);
    expect(recorded('shop/redact', 'customers-data-request')).toMatchObject(refused);
    expect(recorded('customers/redact', 'customers-data-request')).toMatchObject(refused);
    expect(recorded('customers/data_request', 'customers-redact')).toMatchObject(refused);
    expect(recorded('customers/redact', 'shop-redact')).toMatchObject(refused);
  });

  it.each([...CHANGE_TOPICS])('%s becomes a change', (topic, { gid, entity, change }) => {
    const body = { id: 3, order_id: 3, fulfillment_id: 3, updated_at: null };
    expect(events(topic, JSON.stringify(body))).toMatchObject([{ eventKey: 'w-1', body: { type: 'changed', entity, change, entityId: `gid://shopify/${gid}/3`, updatedAt: null } }]);
  });

  it('a known topic without a usable id is refused, an unknown one is let in and yields nothing', () => {
    expect(events('orders/updated', '{"name":"#1"}')).toMatchObject({ ok: false, status: 422 });
    expect(events('orders/updated', '{"admin_graphql_api_id":"gid://shopify/Customer/1"}')).toMatchObject({ ok: false, status: 422 });
    expect(events('carts/update', '{"id":"x"}')).toEqual([]);
    expect(host.logged.some((line) => line.includes('shopify.unknown-topic') && line.includes('carts/update'))).toBe(true);
  });

  it('needs no token and no network', () => {
    expect(host.seen).toEqual([]);
    expect(host.connector.inbound.secretOf(webhook('app/uninstalled', '{}'))).toEqual({ of: 'app', name: 'shopify' });
    expect(host.connector.inbound.routes.map((route) => route.path)).toEqual(['/shopify/webhooks', '/shopify/webhooks/compliance']);
  });
});
