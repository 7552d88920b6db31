// The way of one parcel: from its label to the door, or to whatever kept it from getting there.
import type { ShopFulfillment } from '../shop-file.js';
import type { Address } from './people.js';
import { between, type Random } from './random.js';

type Event = ShopFulfillment['events'][number];

/** How far a parcel has come. `pickedUp` is one that its buyer fetched in the shop. */
export type Stage =
  | 'labelled' | 'confirmed' | 'inTransit' | 'delayed' | 'outForDelivery' | 'attempted'
  | 'readyForPickup' | 'pickedUp' | 'delivered' | 'failed' | 'notDelivered' | 'cancelled';

const HOUR = 3_600_000;

const DISPLAY: Record<Stage, ShopFulfillment['displayStatus']> = {
  labelled: 'LABEL_PRINTED', confirmed: 'CONFIRMED', inTransit: 'IN_TRANSIT', delayed: 'DELAYED',
  outForDelivery: 'OUT_FOR_DELIVERY', attempted: 'ATTEMPTED_DELIVERY', readyForPickup: 'READY_FOR_PICKUP',
  pickedUp: 'PICKED_UP', delivered: 'DELIVERED', failed: 'FAILURE', notDelivered: 'NOT_DELIVERED', cancelled: 'CANCELED',
};

/** The events of each stage, oldest first. */
const WAY: Record<Stage, readonly Event['status'][]> = {
  labelled: ['LABEL_PRINTED'],
  confirmed: ['LABEL_PRINTED', 'CONFIRMED'],
  inTransit: ['LABEL_PRINTED', 'CARRIER_PICKED_UP', 'IN_TRANSIT', 'IN_TRANSIT'],
  delayed: ['LABEL_PRINTED', 'CARRIER_PICKED_UP', 'IN_TRANSIT', 'DELAYED'],
  outForDelivery: ['LABEL_PRINTED', 'CARRIER_PICKED_UP', 'IN_TRANSIT', 'IN_TRANSIT', 'OUT_FOR_DELIVERY'],
  attempted: ['LABEL_PRINTED', 'CARRIER_PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'ATTEMPTED_DELIVERY'],
  readyForPickup: ['CONFIRMED', 'READY_FOR_PICKUP'],
  pickedUp: ['CONFIRMED', 'READY_FOR_PICKUP', 'DELIVERED'],
  delivered: ['LABEL_PRINTED', 'CARRIER_PICKED_UP', 'IN_TRANSIT', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED'],
  failed: ['LABEL_PRINTED', 'CARRIER_PICKED_UP', 'IN_TRANSIT', 'FAILURE'],
  notDelivered: ['LABEL_PRINTED', 'CARRIER_PICKED_UP', 'IN_TRANSIT', 'ATTEMPTED_DELIVERY', 'FAILURE'],
  cancelled: ['LABEL_PRINTED'],
};

const SAID: Record<Event['status'], readonly [en: string, zh: string]> = {
  LABEL_PRINTED: ['Shipping label created', '已打印面单'],
  LABEL_PURCHASED: ['Shipping label bought', '已购买面单'],
  CONFIRMED: ['Parcel packed and confirmed', '包裹已打包确认'],
  CARRIER_PICKED_UP: ['Picked up by the carrier', '快递员已揽收'],
  IN_TRANSIT: ['Arrived at a sorting centre', '快件已到达转运中心'],
  DELAYED: ['Delayed by bad weather', '受天气影响，派送延误'],
  OUT_FOR_DELIVERY: ['On the vehicle for delivery today', '快递员正在派送，今日送达'],
  ATTEMPTED_DELIVERY: ['Nobody was there; a second attempt follows on the next working day', '收件人不在，下一工作日再次派送'],
  READY_FOR_PICKUP: ['Ready at the Oakland shop; please bring the order number', '已备好，请凭订单号到店自提'],
  DELIVERED: ['Delivered', '已签收'],
  FAILURE: ['Could not be delivered and is on its way back to the warehouse', '无法派送，包裹正在退回仓库'],
};

/** Builds a parcel whose newest event lies `sinceLast` hours before `now`, or where the stage is old, follows the normal pace. */
export function parcel(input: {
  id: string; stage: Stage; lines: ShopFulfillment['lineItems']; address: Address; createdAt: Date; now: Date; random: Random; trackingNumber?: string;
}): ShopFulfillment {
  const { stage, address, createdAt, now, random } = input;
  const chinese = address.countryCode === 'CN';
  const pickup = stage === 'readyForPickup' || stage === 'pickedUp';
  const way = WAY[stage];
  const over = stage === 'delivered' || stage === 'pickedUp' || stage === 'failed' || stage === 'notDelivered';
  // What is over kept the carrier's pace; what is under way has had news within the last hours.
  const room = now.getTime() - createdAt.getTime();
  const pace = between(random, 60, 92) * HOUR;
  const newest = over ? Math.min(pace, room - HOUR) : Math.max(room - between(random, 1, 9) * HOUR, room / 2);
  const events = way.map((status, i): Event => {
    const at = way.length === 1 ? 0 : (newest * i) / (way.length - 1);
    const here = status === 'OUT_FOR_DELIVERY' || status === 'DELIVERED' || status === 'ATTEMPTED_DELIVERY' || (status === 'IN_TRANSIT' && i === 3);
    const origin = chinese ? { city: '杭州市', province: '浙江省', country: 'CN' } : { city: 'Oakland', province: 'California', country: 'US' };
    const place = here && !pickup ? { city: address.city, province: address.province, country: address.countryCode } : origin;
    return { status, happenedAt: new Date(createdAt.getTime() + at).toISOString(), message: SAID[status][chinese ? 1 : 0], ...place };
  });
  const at = (status: Event['status']): string | null => events.find((e) => e.status === status)?.happenedAt ?? null;
  const last = events.at(-1)?.happenedAt ?? createdAt.toISOString();
  const tracking = pickup ? null : (input.trackingNumber ?? trackingNumber(address.countryCode, random));
  return {
    id: input.id,
    createdAt: createdAt.toISOString(),
    updatedAt: last,
    status: stage === 'cancelled' ? 'CANCELLED' : 'SUCCESS',
    displayStatus: DISPLAY[stage],
    trackingCompany: pickup ? null : carrier(address.countryCode),
    trackingNumber: tracking,
    trackingUrl: tracking === null ? null : `https://track.fernway.example/${tracking}`,
    estimatedDeliveryAt: pickup || over || stage === 'cancelled' ? null : new Date(now.getTime() + (stage === 'outForDelivery' ? 6 : stage === 'delayed' ? 96 : between(random, 24, 60)) * HOUR).toISOString(),
    inTransitAt: at('IN_TRANSIT'),
    deliveredAt: at('DELIVERED'),
    lineItems: input.lines,
    events,
  };
}

function carrier(country: string): string {
  return country === 'CN' ? 'SF Express' : country === 'US' ? 'UPS' : country === 'CA' ? 'Canada Post' : 'DHL Express';
}

/** Numbers that look like a carrier's and are none: UPS's own sample prefix, runs of zeros elsewhere. */
function trackingNumber(country: string, random: Random): string {
  const digits = (n: number): string => Array.from({ length: n }, () => between(random, 0, 9)).join('');
  if (country === 'CN') return `SF00${digits(11)}`;
  if (country === 'US') return `1Z999AA1${digits(10)}`;
  if (country === 'CA') return `7000${digits(12)}`;
  return `JD00${digits(14)}`;
}
