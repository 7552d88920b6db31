/** Our key of a shop: its permanent domain, bare and lower-case. Custom domains come and go, this one stays. */
const SHOP = /^[a-z0-9][a-z0-9-]{0,62}\.myshopify\.com$/;

/**
 * The shop's permanent domain as our account key, or null for anything else. Stricter than the SDK's check, which lets
 * trailing slashes, other domains of Shopify and upper case through: none of these may become a second key of one shop.
 */
export function shopDomain(text: string): string | null {
  const domain = text.toLowerCase();
  return SHOP.test(domain) ? domain : null;
}

/** The shop a `https://<shop>` or `https://<shop>/admin` address names, or null. */
export function shopOfAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.port === '' ? shopDomain(url.hostname) : null;
}
