/** Wishes that somebody of the shop has to carry out, as long as Parley has no hand for them. */
const ACTS = new Set(['order.cancel', 'order.change-address', 'order.change-items', 'return.start', 'refund.request', 'exchange.start', 'privacy.request', 'account.problem']);

export function isShopsToDo(intent: string): boolean {
  return ACTS.has(intent);
}
