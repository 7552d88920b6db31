/** Where in a purchase an intent belongs. */
export type Stage = 'pre-sale' | 'in-sale' | 'after-sale' | 'account' | 'complaint' | 'chit-chat';

/** A broader intent: what the intents under it share is the flow that serves them. */
export interface Family {
  stage: Stage;
  /** The service flow that owns it; `request` is honest about what Parley has no hand for. */
  flow: string;
}

/** Every family of the shipped intents. An intent without a family of its own name is one itself. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  'product.search': { stage: 'pre-sale', flow: 'product-question' },
  'product.stock': { stage: 'pre-sale', flow: 'product-question' },
  'product.price': { stage: 'pre-sale', flow: 'product-question' },
  'product.details': { stage: 'pre-sale', flow: 'product-question' },
  'product.size': { stage: 'pre-sale', flow: 'product-question' },
  'product.options': { stage: 'pre-sale', flow: 'product-question' },
  'discount.code': { stage: 'pre-sale', flow: 'policy-question' },
  'price.match': { stage: 'after-sale', flow: 'policy-question' },
  'shipping.cost': { stage: 'pre-sale', flow: 'policy-question' },
  'shipping.time': { stage: 'pre-sale', flow: 'policy-question' },
  'shipping.regions': { stage: 'pre-sale', flow: 'policy-question' },
  'shipping.split': { stage: 'in-sale', flow: 'policy-question' },
  'payment.methods': { stage: 'pre-sale', flow: 'policy-question' },
  'shop.info': { stage: 'pre-sale', flow: 'policy-question' },
  'shop.contact': { stage: 'pre-sale', flow: 'policy-question' },
  'policy.privacy': { stage: 'account', flow: 'policy-question' },
  'order.checkout': { stage: 'in-sale', flow: 'request' },
  'payment.problem': { stage: 'in-sale', flow: 'request' },
  'order.status': { stage: 'in-sale', flow: 'order' },
  'order.tracking': { stage: 'in-sale', flow: 'order' },
  'order.list': { stage: 'in-sale', flow: 'order' },
  'order.late': { stage: 'in-sale', flow: 'order' },
  'order.amount': { stage: 'in-sale', flow: 'order' },
  'order.cancelled': { stage: 'in-sale', flow: 'order' },
  'order.delivered-not-received': { stage: 'in-sale', flow: 'order' },
  'order.cancel': { stage: 'in-sale', flow: 'request' },
  'order.change-address': { stage: 'in-sale', flow: 'request' },
  'order.change-items': { stage: 'in-sale', flow: 'request' },
  'invoice.request': { stage: 'after-sale', flow: 'policy-question' },
  'return.start': { stage: 'after-sale', flow: 'request' },
  'return.status': { stage: 'after-sale', flow: 'order' },
  'exchange.start': { stage: 'after-sale', flow: 'request' },
  'refund.request': { stage: 'after-sale', flow: 'request' },
  'refund.status': { stage: 'after-sale', flow: 'order' },
  'policy.returns': { stage: 'after-sale', flow: 'policy-question' },
  'policy.warranty': { stage: 'after-sale', flow: 'policy-question' },
  'account.problem': { stage: 'account', flow: 'request' },
  'privacy.request': { stage: 'account', flow: 'request' },
  'complaint.damaged': { stage: 'complaint', flow: 'request' },
  'complaint.wrong-item': { stage: 'complaint', flow: 'request' },
  'complaint.service': { stage: 'complaint', flow: 'request' },
  'human': { stage: 'chit-chat', flow: 'human' },
  'greeting': { stage: 'chit-chat', flow: 'small-talk' },
  'thanks': { stage: 'chit-chat', flow: 'small-talk' },
  'goodbye': { stage: 'chit-chat', flow: 'small-talk' },
  'affirm': { stage: 'chit-chat', flow: 'small-talk' },
  'deny': { stage: 'chit-chat', flow: 'small-talk' },
  'bot.identity': { stage: 'chit-chat', flow: 'small-talk' },
  'talk.wait': { stage: 'chit-chat', flow: 'small-talk' },
  'talk.repeat': { stage: 'chit-chat', flow: 'unknown' },
};
