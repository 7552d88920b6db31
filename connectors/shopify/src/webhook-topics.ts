import type { EventBody } from '@parley/core/contracts';
import type { GidType } from './gid.js';

type Changed = Extract<EventBody, { type: 'changed' }>;

/** What a topic about a record of the shop tells: which record changed, how, and which field of the payload names it. */
export interface ChangeTopic {
  entity: Changed['entity'];
  change: Changed['change'];
  gid: GidType;
  /** Field with the record's id, where it is not the payload's own `id`. */
  idField?: string;
}

const order = (change: Changed['change']): ChangeTopic => ({ entity: 'order', change, gid: 'Order' });
const shipment = (change: Changed['change']): ChangeTopic => ({ entity: 'shipment', change, gid: 'Fulfillment' });
const returned = (change: Changed['change']): ChangeTopic => ({ entity: 'return', change, gid: 'Return' });
const customer = (change: Changed['change']): ChangeTopic => ({ entity: 'customer', change, gid: 'Customer' });
const product = (change: Changed['change']): ChangeTopic => ({ entity: 'product', change, gid: 'Product' });

/** Topics that say "read this again". https://shopify.dev/docs/api/webhooks/latest */
export const CHANGE_TOPICS: ReadonlyMap<string, ChangeTopic> = new Map([
  ['orders/create', order('created')],
  ['orders/updated', order('updated')],
  ['orders/cancelled', order('updated')],
  ['orders/edited', { ...order('updated'), idField: 'order_id' }],
  ['orders/fulfilled', order('updated')],
  ['orders/partially_fulfilled', order('updated')],
  ['orders/paid', order('updated')],
  ['orders/delete', order('deleted')],
  ['fulfillments/create', shipment('created')],
  ['fulfillments/update', shipment('updated')],
  ['fulfillment_events/create', { ...shipment('updated'), idField: 'fulfillment_id' }],
  ['fulfillment_events/delete', { ...shipment('updated'), idField: 'fulfillment_id' }],
  ['refunds/create', { entity: 'refund', change: 'created', gid: 'Refund' }],
  ['returns/request', returned('created')],
  ['returns/approve', returned('updated')],
  ['returns/decline', returned('updated')],
  ['returns/process', returned('updated')],
  ['returns/update', returned('updated')],
  ['returns/close', returned('updated')],
  ['returns/cancel', returned('updated')],
  ['returns/reopen', returned('updated')],
  ['customers/create', customer('created')],
  ['customers/update', customer('updated')],
  ['customers/delete', customer('deleted')],
  ['products/create', product('created')],
  ['products/update', product('updated')],
  ['products/delete', product('deleted')],
  ['themes/publish', { entity: 'theme', change: 'updated', gid: 'OnlineStoreTheme' }],
  ['disputes/create', { entity: 'dispute', change: 'created', gid: 'ShopifyPaymentsDispute' }],
  ['disputes/update', { entity: 'dispute', change: 'updated', gid: 'ShopifyPaymentsDispute' }],
]);
