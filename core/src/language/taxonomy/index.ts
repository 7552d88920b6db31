import { ACCOUNT } from './account.js';
import { ANSWERS } from './answers.js';
import { COMPLAINT } from './complaint.js';
import type { Intent } from './intent.js';
import { ORDER } from './order.js';
import { ORDER_CHANGES } from './order-changes.js';
import { ORDER_QUESTIONS } from './order-questions.js';
import { PAYMENT } from './payment.js';
import { PRODUCT } from './product.js';
import { REFUNDS } from './refunds.js';
import { RETURNS } from './returns.js';
import { RULES } from './rules.js';
import { SHIPPING } from './shipping.js';
import { SHOP } from './shop.js';
import { TALK } from './talk.js';

export type { Intent } from './intent.js';
export { OUT_OF_SCOPE } from './out-of-scope.js';

/** Everything the shipped model tells apart. A merchant's own intents are added to these as data. */
export const TAXONOMY: readonly Intent[] = [...ORDER, ...ORDER_QUESTIONS, ...ORDER_CHANGES, ...RETURNS, ...REFUNDS, ...PAYMENT, ...SHIPPING, ...PRODUCT, ...ACCOUNT, ...COMPLAINT, ...SHOP, ...RULES, ...TALK, ...ANSWERS];
