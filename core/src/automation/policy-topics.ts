import type { Language } from '../contracts/index.js';

/** The words a shop's own pages use for what an intent is about: how the right page is found when the shopper's words are in none. */
export const POLICY_TOPICS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'policy.returns': { en: 'returns refunds', zh: '退货 退款' },
  'return.start': { en: 'returns', zh: '退货' },
  'refund.request': { en: 'refunds', zh: '退款' },
  'exchange.start': { en: 'exchange', zh: '换货' },
  'policy.warranty': { en: 'warranty', zh: '保修 质保' },
  'payment.methods': { en: 'payment pay', zh: '支付 付款方式' },
  'payment.problem': { en: 'payment declined', zh: '支付失败 付款' },
  'invoice.request': { en: 'invoice', zh: '发票' },
  'discount.code': { en: 'discount code', zh: '优惠码 优惠' },
  'shipping.cost': { en: 'shipping cost', zh: '配送 运费' },
  'shipping.time': { en: 'shipping time', zh: '配送 时效' },
  'shipping.regions': { en: 'shipping countries', zh: '配送 地区' },
  'order.cancel': { en: 'cancelling an order', zh: '取消订单' },
  'order.change-address': { en: 'changing the delivery address', zh: '修改收货地址' },
  'order.change-items': { en: 'changing an order', zh: '修改订单' },
  'order.delivered-not-received': { en: 'parcel lost delivered', zh: '包裹 未收到' },
  'complaint.damaged': { en: 'damaged faulty', zh: '破损 质量问题' },
  'complaint.wrong-item': { en: 'wrong item', zh: '发错' },
  'privacy.request': { en: 'privacy personal data', zh: '隐私 个人信息' },
  'account.problem': { en: 'account sign in', zh: '账号 登录' },
  'shop.info': { en: 'contact hours', zh: '联系 客服时间' },
};
