import type { Language } from '../contracts/index.js';

/** The words a shop's own pages use for what an intent is about, most often in headings: how the right page is found when the shopper's words are in none. */
const POLICY_TOPICS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  // Not by the word itself, which every heading of such a page holds: how, what it costs, what not.
  'policy.returns': { en: 'change mind withdrawal unused', zh: '无理由 退换货' },
  'return.start': { en: 'how to return returns', zh: '怎么退 如何退 退货流程 退货步骤' },
  'refund.request': { en: 'refunds money back returns', zh: '退款 退货' },
  'refund.status': { en: 'refunds money comes when refund', zh: '退款多久 到账' },
  'exchange.start': { en: 'exchange exchanges', zh: '换货' },
  'policy.warranty': { en: 'warranty guarantee', zh: '保修 质保' },
  'payment.methods': { en: 'payment pay methods', zh: '支付 付款方式' },
  'payment.problem': { en: 'payment declined failed', zh: '支付失败 付款' },
  'invoice.request': { en: 'invoice invoices receipt', zh: '发票 开票' },
  'discount.code': { en: 'discount coupon codes voucher', zh: '优惠码 优惠券 折扣码' },
  'price.match': { en: 'prices cheaper protection', zh: '保价 降价 差价' },
  'shipping.cost': { en: 'shipping delivery postage', zh: '配送 运费 邮费' },
  'shipping.time': { en: 'shipping delivery dispatch', zh: '配送 时效 发货' },
  'shipping.regions': { en: 'shipping delivery countries', zh: '配送' },
  'shipping.split': { en: 'split parcels several parcels', zh: '分批发货 分包' },
  'order.cancel': { en: 'cancel cancelling cancellation', zh: '取消订单 取消' },
  'order.change-address': { en: 'changing delivery address order', zh: '修改收货地址 改地址 收货地址' },
  'order.change-items': { en: 'changing an order', zh: '修改订单' },
  'order.delivered-not-received': { en: 'parcel lost missing delivered', zh: '包裹 丢失 未收到' },
  'order.late': { en: 'parcel where late stuck delay', zh: '包裹 在哪 物流 延误' },
  'complaint.damaged': { en: 'damaged faulty broken defective', zh: '破损 质量问题 损坏' },
  'complaint.wrong-item': { en: 'wrong item faulty', zh: '发错货 发错' },
  'privacy.request': { en: 'privacy personal data', zh: '隐私 个人信息' },
  'policy.privacy': { en: 'privacy data security keep', zh: '隐私 安全 保存' },
  'account.problem': { en: 'account sign in password', zh: '账号 登录 密码' },
  'shop.info': { en: 'contact hours', zh: '联系 客服时间' },
  'shop.contact': { en: 'contact telephone phone e-mail', zh: '联系 电话 邮箱' },
};

/** Wishes under which only a page on that very subject answers: what else holds the shopper's words is about something else. */
export const STRICT_TOPICS: ReadonlySet<string> = new Set(['complaint.damaged', 'complaint.wrong-item', 'order.cancel', 'order.change-address', 'return.start', 'refund.request', 'refund.status']);

/** Subjects within a wish's that a word of the message names: a page with a section of its own on them answers from there. */
const NARROWER: Readonly<Record<string, readonly (readonly [RegExp, Readonly<Record<Language, string>>])[]>> = {
  'shop.contact': [
    [/\b(?:phone|telephone|call|ring|hotline|number)\b|电话|热线|打给/i, { en: 'telephone phone hotline call', zh: '电话 热线' }],
    [/\be-?mail\b|邮箱|邮件/i, { en: 'e-mail email mail', zh: '邮箱 邮件' }],
  ],
  'shop.info': [[/\b(?:open|opening|hours|close|closed|closing)\b|几点|营业|上班|下班|开门|关门/i, { en: 'opening hours open', zh: '营业时间 服务时间 客服时间 工作时间 开放时间' }]],
};

/** The words that pages on a wish's subject, as the message words it, are headed by; null where the wish has no page. */
export function topicOf(intent: string, text: string, language: Language): string | null {
  return NARROWER[intent]?.find(([form]) => form.test(text))?.[1][language] ?? POLICY_TOPICS[intent]?.[language] ?? null;
}
