/** What a Shopify permission is for, in a merchant's words. https://shopify.dev/docs/api/usage/access-scopes */
export interface ScopeWords {
  en: string;
  zh: string;
}

const WORDS: Readonly<Record<string, ScopeWords>> = {
  read_customers: { en: 'Recognise signed-in shoppers as your customers', zh: '识别已登录的顾客' },
  read_orders: { en: 'Look up orders and their state', zh: '查询订单及其状态' },
  read_all_orders: { en: 'Look up orders older than 60 days', zh: '查询 60 天之前的订单' },
  write_orders: { en: 'Cancel and refund orders within your rules', zh: '在您的规则之内取消订单和退款' },
  read_fulfillments: { en: 'Tell where a parcel is', zh: '告知包裹位置' },
  read_returns: { en: 'Tell how a return stands', zh: '告知退货进度' },
  write_returns: { en: 'Open returns within your rules', zh: '在您的规则之内办理退货' },
  read_products: { en: 'Answer questions about products', zh: '回答商品问题' },
  read_inventory: { en: 'Tell whether something is in stock', zh: '告知是否有货' },
  read_content: { en: 'Quote from your pages', zh: '引用您的页面内容' },
  read_legal_policies: { en: 'Quote your shipping, return and privacy policies', zh: '引用您的配送、退货和隐私政策' },
  read_themes: { en: 'Tell whether the chat is on in your theme', zh: '查看模板是否已开启聊天' },
  read_locales: { en: 'Know the languages of your shop', zh: '了解店铺使用的语言' },
  write_app_proxy: { en: 'Let Shopify prove to the chat who is signed in', zh: '由 Shopify 向聊天窗口证明顾客身份' },
  write_draft_orders: { en: 'Prepare replacement orders', zh: '准备补发订单' },
  read_discounts: { en: 'Answer questions about discounts', zh: '回答优惠问题' },
  write_discounts: { en: 'Give discount codes within your rules', zh: '在您的规则之内发放优惠码' },
};

/** The words for a scope's handle; null for one that this page does not know. */
export function scopeWords(handle: string): ScopeWords | null {
  return Object.hasOwn(WORDS, handle) ? (WORDS[handle] ?? null) : null;
}
