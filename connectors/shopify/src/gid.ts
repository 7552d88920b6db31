/**
 * Global ids (`gid://shopify/Order/1`) are the ids Parley keeps for everything of a shop. Webhooks, searches and the app
 * proxy speak of the bare number instead; both forms are brought to the global one here so that they compare equal.
 */
export type GidType =
  | 'Order'
  | 'Fulfillment'
  | 'Refund'
  | 'Return'
  | 'Customer'
  | 'Product'
  | 'Page'
  | 'OnlineStoreTheme'
  | 'ShopifyPaymentsDispute';

const NUMBER = /^\d{1,20}$/;

/** The global id of a bare or already global id; null where it is neither. */
export function gidOf(type: GidType, id: string): string | null {
  const number = numberOf(type, id);
  return number === null ? null : `gid://shopify/${type}/${number}`;
}

/** The bare number of a bare or global id of that type; null where it is neither. */
export function numberOf(type: GidType, id: string): string | null {
  const prefix = `gid://shopify/${type}/`;
  const number = id.startsWith(prefix) ? id.slice(prefix.length) : id;
  return NUMBER.test(number) ? number : null;
}
