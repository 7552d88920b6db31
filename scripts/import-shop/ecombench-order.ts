// One order of ECom-Bench with its tracking.
import { z } from 'zod';
import type { ShopFile } from '../../plugins/sandbox/src/shop/shop-file.js';
import { cents, idOf, money, stableId, stableNumber } from './source.js';

type Order = ShopFile['orders'][number];
type Fulfillment = Order['fulfillments'][number];

export const OrderSource = z.object({
  用户ID: z.string(), 订单ID: z.string(), 订单状态: z.string(), 订单总金额: z.number(), 是否加急: z.boolean(), 支付方式: z.string(),
  订单商品列表: z.array(z.object({ 商品ID: z.string(), 单价: z.number(), 数量: z.number().int().positive() })).min(1), 收货地址: z.record(z.string(), z.string()),
});
export const TrackSource = z.object({
  物流单号: z.string().nullable(), 物流公司: z.string().nullable(), 预计送达时间: z.string().nullable(), 实际送达时间: z.string().nullable(),
  物流轨迹: z.array(z.object({ 时间: z.string(), 状态: z.string().optional(), status: z.string().optional(), 位置: z.string().nullish(), 描述: z.string().nullish() })),
});

/** What other files of the source say about an order. */
export interface Extra {
  readonly notes: readonly string[];
}

const DAY = 86_400_000;

/** What is not here is nothing that a carrier scans. */
const SCANS: Record<string, Fulfillment['events'][number]['status']> = {
  已出库: 'CONFIRMED', 已揽收: 'CARRIER_PICKED_UP', 运输中: 'IN_TRANSIT', 已到达: 'IN_TRANSIT', 派送中: 'OUT_FOR_DELIVERY', 已签收: 'DELIVERED', 已送达: 'DELIVERED', 派送失败: 'ATTEMPTED_DELIVERY', 延误: 'DELAYED',
};
const BEFORE_SENDING = new Set(['已创建', '已付款', '待付款', '处理中']);
const KNOWN = new Set(['待付款', '已付款', '处理中', '已发货', '运输中', '派送中', '已签收', '已送达', '已完成', '已退货', '已退款', '已取消']);
const SENT = new Set(['已发货', '运输中', '派送中', '已签收', '已送达', '已完成', '已退货']);
const OVER = new Set(['已签收', '已送达', '已完成', '已退货']);

/** Converts one order. Statuses that are not known are added to `oddities` and treated as paid and not sent. */
export function orderOf(given: {
  source: z.infer<typeof OrderSource>; track: z.infer<typeof TrackSource> | null; name: string; user: string; customer: ShopFile['customers'][number] | null;
  titleOf: (productId: string) => string; extra: Extra; now: Date; keepDates: boolean; oddities: string[]; phoneOf: (number: string) => string | null;
}): Order {
  const { source, track, name, user, customer, now } = given;
  const status = source.订单状态;
  if (!KNOWN.has(status)) given.oddities.push(status);
  const times = (track?.物流轨迹 ?? []).map((e) => instant(e.时间)).filter((t): t is number => t !== null);
  const first = times.length > 0 ? Math.min(...times) : null;
  const newest = times.length > 0 ? Math.max(...times) : null;
  // Parcels under way have had news within two days; what is over lies further back.
  const goal = now.getTime() - DAY * (1 + stableNumber(OVER.has(status) ? 20 : 2, 'age', user, source.订单ID));
  const shift = newest === null || given.keepDates ? 0 : Math.floor((goal - newest) / DAY) * DAY;
  const iso = (t: number): string => new Date(t + shift).toISOString();
  const createdAt = first === null ? new Date(goal).toISOString() : iso(first);
  const lines = source.订单商品列表.map((item, i) => ({
    id: stableId('line', user, source.订单ID, String(i)), productId: idOf('product', item.商品ID), variantId: stableId('variant', item.商品ID), title: given.titleOf(item.商品ID),
    variantTitle: '', sku: item.商品ID, quantity: item.数量, price: money(cents(item.单价)), image: null,
  }));
  const subtotal = source.订单商品列表.reduce((sum, item) => sum + cents(item.单价) * item.数量, 0);
  const total = cents(source.订单总金额);
  const cancelled = status === '已取消';
  const refunded = status === '已退货' || status === '已退款' || cancelled ? total : 0;
  const events = scans(track, iso);
  const fulfillments = cancelled || (!SENT.has(status) && events.length === 0) ? [] : [parcel(given, events, lines, createdAt, iso)];
  const a = source.收货地址;
  return {
    id: stableId('order', user, source.订单ID), name, confirmationNumber: source.订单ID, createdAt, updatedAt: newest === null ? createdAt : iso(newest),
    cancelledAt: cancelled ? createdAt : null, cancelReason: cancelled ? 'CUSTOMER' : null, customerId: customer?.id ?? null, email: customer?.email ?? null, phone: customer?.phone ?? null,
    financialStatus: status === '待付款' ? 'PENDING' : refunded > 0 ? 'REFUNDED' : 'PAID', currency: 'CNY', totalPrice: money(total), subtotalPrice: money(subtotal), shippingPrice: '0.00', totalRefunded: money(refunded),
    shippingAddress: {
      name: a['收件人姓名'] ?? '', address1: `${a['区县'] ?? ''}${a['详细地址'] ?? ''}`, address2: '', city: a['城市'] ?? '', province: a['省份'] ?? '', provinceCode: '', zip: '', country: a['国家'] ?? '中国', countryCode: 'CN',
      phone: given.phoneOf(a['电话号码'] ?? '') ?? '',
    },
    note: given.extra.notes.join('；'), tags: [`source:${source.订单ID}`, `status:${status}`, ...(source.是否加急 ? ['加急'] : [])], lineItems: lines, fulfillments,
    returnStatus: status === '已退货' ? 'RETURNED' : 'NO_RETURN',
  };
}

function scans(track: z.infer<typeof TrackSource> | null, iso: (t: number) => string): Fulfillment['events'] {
  return (track?.物流轨迹 ?? []).flatMap((e) => {
    const word = e.状态 ?? e.status ?? '';
    const time = instant(e.时间);
    if (time === null || BEFORE_SENDING.has(word)) return [];
    return [{ status: SCANS[word] ?? ('IN_TRANSIT' as const), happenedAt: iso(time), message: e.描述 ?? word, city: e.位置 ?? '', province: '', country: 'CN' }];
  }).sort((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt));
}

function parcel(given: Parameters<typeof orderOf>[0], events: Fulfillment['events'], lines: Order['lineItems'], createdAt: string, iso: (t: number) => string): Fulfillment {
  const { source, track, user } = given;
  const over = OVER.has(source.订单状态);
  const last = events.at(-1);
  const at = (status: string): string | null => events.find((e) => e.status === status)?.happenedAt ?? null;
  const actual = track?.实际送达时间 ? instant(track.实际送达时间) : null;
  const expected = track?.预计送达时间 ? instant(track.预计送达时间) : null;
  const shown = over ? 'DELIVERED' : last?.status === 'CONFIRMED' || last === undefined ? 'CONFIRMED' : last.status;
  return {
    id: stableId('fulfillment', user, source.订单ID), createdAt: events[0]?.happenedAt ?? createdAt, updatedAt: last?.happenedAt ?? createdAt, status: 'SUCCESS', displayStatus: shown,
    trackingCompany: track?.物流公司 ?? null, trackingNumber: track?.物流单号 ?? null, trackingUrl: null, estimatedDeliveryAt: over || expected === null ? null : iso(expected),
    inTransitAt: at('IN_TRANSIT'), deliveredAt: over ? (at('DELIVERED') ?? (actual === null ? (last?.happenedAt ?? createdAt) : iso(actual))) : null,
    lineItems: lines.map((l) => ({ lineItemId: l.id, quantity: l.quantity })), events,
  };
}

/** A time as the source writes it (Beijing time, with a space or a T); null when it is none. */
function instant(text: string): number | null {
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/.exec(text.trim());
  if (!found) return null;
  const time = Date.parse(`${found[1] ?? ''}T${found[2] ?? ''}+08:00`);
  return Number.isNaN(time) ? null : time;
}
