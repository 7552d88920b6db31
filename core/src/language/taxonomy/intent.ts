/** What an intent may need named. */
export type Slot = 'order' | 'tracking' | 'product' | 'quantity' | 'size' | 'colour' | 'money' | 'date' | 'coupon' | 'address' | 'place' | 'country' | 'courier' | 'name' | 'phone' | 'email';

/** One thing a shopper may want of the service, and how people say it. */
export interface Intent {
  /** `group.what`, stable: flows, reports and stored turns refer to it. */
  id: string;
  /** The broader intent it belongs to, which a flow owns; its own id where absent. */
  family?: string;
  /** What has to be known before it can be served, beside the order of the conversation. */
  slots?: readonly Slot[];
  name: { zh: string; en: string };
  /** What counts as this intent, and what sets it apart from its neighbours. */
  description: { zh: string; en: string };
  /** Written for Parley; from these the shipped model learns. */
  examples: { zh: readonly string[]; en: readonly string[] };
}

/** The lines of a block, or what stands between its bars, trimmed, without the empty ones. */
export function lines(block: string): string[] {
  return block
    .split(/[\n|]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
