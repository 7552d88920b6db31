import type { Shipment, ShipmentStatus } from '@parley/core/contracts';
import { instantOf } from './instant.js';
import type { FulfillmentNode } from './order-answers.js';

/**
 * Shopify's states in the shopper's terms. A parcel that was only marked as sent counts as on its way: no carrier said
 * more. https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentDisplayStatus
 */
const STATES: ReadonlyMap<string, ShipmentStatus> = new Map([
  ['SUBMITTED', 'pending'],
  ['LABEL_VOIDED', 'pending'],
  ['LABEL_PURCHASED', 'label-created'],
  ['LABEL_PRINTED', 'label-created'],
  ['CONFIRMED', 'label-created'],
  ['FULFILLED', 'in-transit'],
  ['MARKED_AS_FULFILLED', 'in-transit'],
  ['CARRIER_PICKED_UP', 'in-transit'],
  ['IN_TRANSIT', 'in-transit'],
  ['OUT_FOR_DELIVERY', 'out-for-delivery'],
  ['READY_FOR_PICKUP', 'ready-for-pickup'],
  ['ATTEMPTED_DELIVERY', 'attempted'],
  ['DELAYED', 'delayed'],
  ['DELIVERED', 'delivered'],
  ['PICKED_UP', 'delivered'],
  ['NOT_DELIVERED', 'failed'],
  ['FAILURE', 'failed'],
  ['CANCELED', 'cancelled'],
]);

/** The record's own state, where it overrules or replaces the displayed one. */
const RECORD_STATES: ReadonlyMap<string, ShipmentStatus> = new Map([
  ['CANCELLED', 'cancelled'],
  ['ERROR', 'failed'],
  ['FAILURE', 'failed'],
  ['SUCCESS', 'in-transit'],
]);

/** A state as displayed or of an event; null for one we do not know. */
function shipmentStatus(state: string | null | undefined): ShipmentStatus | null {
  return STATES.get(state ?? '') ?? null;
}

/** The parcels of one fulfilment: one for each tracking number, or a single one without. */
export function shipmentsOf(node: FulfillmentNode): Shipment[] {
  const parcels = node.trackingInfo?.length ? node.trackingInfo : [{ company: null, number: null, url: null }];
  return parcels.map((parcel, n) => ({
    // The first keeps the fulfilment's own id, which change events name.
    id: n === 0 ? node.id : `${node.id}#${n + 1}`,
    status: statusOf(node),
    carrier: parcel.company ?? null,
    trackingNumber: parcel.number ?? null,
    trackingUrl: webAddress(parcel.url),
    shippedAt: instantOf(node.inTransitAt) ?? instantOf(node.createdAt),
    estimatedAt: instantOf(node.estimatedDeliveryAt),
    deliveredAt: instantOf(node.deliveredAt),
    lines: (node.fulfillmentLineItems?.nodes ?? []).map((line) => line.lineItem?.id).filter((id) => id !== undefined),
    events: eventsOf(node),
  }));
}

function statusOf(node: FulfillmentNode): ShipmentStatus {
  if (node.status === 'CANCELLED') return 'cancelled';
  return shipmentStatus(node.displayStatus) ?? RECORD_STATES.get(node.status ?? '') ?? 'pending';
}

function eventsOf(node: FulfillmentNode): Shipment['events'] {
  return (node.events?.nodes ?? [])
    .map((event) => {
      const at = instantOf(event.happenedAt);
      const status = shipmentStatus(event.status);
      const place = [event.city, event.province, event.country].filter((part) => part !== null && part !== undefined && part !== '').join(', ');
      return at === null || status === null ? null : { at, status, message: event.message ?? null, place: place === '' ? null : place };
    })
    .filter((event) => event !== null)
    .sort((a, b) => a.at - b.at);
}

/** An address a shopper may be sent to: carriers' links are typed in by people, and only web links are passed on. */
export function webAddress(url: string | null | undefined): string | null {
  if (url === null || url === undefined || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}
