import { ACCOUNT_MORE } from './account-more.js';
import { ACCOUNT } from './account.js';
import { AFTER_SALE } from './after-sale.js';
import { ANSWERS } from './answers.js';
import { COMPLAINT_MORE } from './complaint-more.js';
import { COMPLAINT } from './complaint.js';
import { DISCOUNT } from './discount.js';
import type { Intent } from './intent.js';
import { ORDER_CHANGES } from './order-changes.js';
import { ORDER_MORE } from './order-more.js';
import { ORDER_QUESTIONS } from './order-questions.js';
import { ORDER } from './order.js';
import { PAYMENT_MORE } from './payment-more.js';
import { PAYMENT } from './payment.js';
import { PRODUCT_BUYING } from './product-buying.js';
import { PRODUCT_FACTS } from './product-facts.js';
import { PRODUCT } from './product.js';
import { REFUNDS } from './refunds.js';
import { RETURNS } from './returns.js';
import { RULES } from './rules.js';
import { SHIPPING_MORE } from './shipping-more.js';
import { SHIPPING } from './shipping.js';
import { SHOP } from './shop.js';
import { TALK } from './talk.js';

export { FAMILIES, type Family, type Stage } from './families.js';
export type { Intent, Slot } from './intent.js';
export { OUT_OF_SCOPE } from './out-of-scope.js';

/** Everything the shipped model tells apart. A merchant's own intents are added to these as data. */
export const TAXONOMY: readonly Intent[] = [...ORDER, ...ORDER_QUESTIONS, ...ORDER_CHANGES, ...RETURNS, ...REFUNDS, ...PAYMENT, ...SHIPPING, ...PRODUCT, ...ACCOUNT, ...COMPLAINT, ...SHOP, ...RULES, ...TALK, ...ANSWERS, ...ACCOUNT_MORE, ...AFTER_SALE, ...COMPLAINT_MORE, ...DISCOUNT, ...ORDER_MORE, ...PAYMENT_MORE, ...PRODUCT_BUYING, ...PRODUCT_FACTS, ...SHIPPING_MORE];

const FAMILY_OF = new Map(TAXONOMY.map((i) => [i.id, i.family ?? i.id]));

/** The family an intent belongs to; an intent of a merchant's own is its own family. */
export function familyOf(intent: string): string {
  return FAMILY_OF.get(intent) ?? intent;
}
