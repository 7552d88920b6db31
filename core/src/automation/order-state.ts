import type { Language, Order, ShipmentStatus } from '../contracts/index.js';

const SHIPMENT: Readonly<Record<Language, Readonly<Record<ShipmentStatus, string>>>> = {
  en: { 'pending': 'Being prepared', 'label-created': 'Label printed', 'in-transit': 'On its way', 'out-for-delivery': 'Out for delivery', 'ready-for-pickup': 'Ready for pickup', 'attempted': 'Delivery attempted', 'delayed': 'Delayed', 'delivered': 'Delivered', 'failed': 'Delivery failed', 'cancelled': 'Called off' },
  zh: { 'pending': '准备中', 'label-created': '待揽收', 'in-transit': '运输中', 'out-for-delivery': '派送中', 'ready-for-pickup': '待取件', 'attempted': '派送未成功', 'delayed': '有延误', 'delivered': '已签收', 'failed': '派送失败', 'cancelled': '已撤回' },
};
const ORDER: Readonly<Record<Language, Readonly<Record<'cancelled' | 'not-shipped' | 'on-hold' | 'partly' | 'shipped', string>>>> = {
  en: { 'cancelled': 'Cancelled', 'not-shipped': 'Not shipped yet', 'on-hold': 'On hold', 'partly': 'Partly shipped', 'shipped': 'Shipped' },
  zh: { 'cancelled': '已取消', 'not-shipped': '未发货', 'on-hold': '已挂起', 'partly': '部分发货', 'shipped': '已发货' },
};

/** One word for where an order stands, for cards and lists. */
export function stateOf(order: Order, language: Language): string {
  if (order.cancelledAt !== null) return ORDER[language].cancelled;
  const live = order.shipments.filter((s) => s.status !== 'cancelled');
  const [only] = live;
  if (order.fulfilment === 'partial') return ORDER[language].partly;
  if (only === undefined) return order.fulfilment === 'on-hold' ? ORDER[language]['on-hold'] : order.fulfilment === 'fulfilled' ? ORDER[language].shipped : ORDER[language]['not-shipped'];
  const same = live.every((s) => s.status === only.status);
  return same ? SHIPMENT[language][only.status] : ORDER[language].shipped;
}

export function shipmentStateOf(status: ShipmentStatus, language: Language): string {
  return SHIPMENT[language][status];
}
