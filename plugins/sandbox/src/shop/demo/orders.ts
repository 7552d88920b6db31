// Three hundred orders in every state an order can be in, seeded and relative to the instant that is passed in.
import type { ShopFile, ShopOrder, ShopProduct, ShopVariant } from '../shop-file.js';
import { parcel, type Stage } from './parcel.js';
import { DEMO_PEOPLE, type Person } from './people.js';
import { between, pick, type Random } from './random.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The first order's number; the demo people's orders are #1001 to #1008. */
const FIRST = 725;
const COUNT = 300;

/** Letters and digits that are not mistaken for one another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'.split('');

type Line = ShopOrder['lineItems'][number];

/** What became of an order. Stages of a single parcel carry the parcel's name. */
type Fate =
  | Stage
  | 'unfulfilled' | 'backorder' | 'partial' | 'multiParcel' | 'cancelledByBuyer' | 'cancelledForStock' | 'declined'
  | 'refunded' | 'partiallyRefunded' | 'returnRequested' | 'returnInProgress' | 'returned' | 'paymentPending' | 'authorized';

/** Fates of orders older than twelve days, of those between four and twelve, and of the newest; taken in turn. */
const OLD: readonly Fate[] = [
  'delivered', 'delivered', 'multiParcel', 'delivered', 'returned', 'delivered', 'refunded', 'delivered', 'cancelledByBuyer',
  'delivered', 'partiallyRefunded', 'delivered', 'pickedUp', 'delivered', 'returnInProgress', 'delivered', 'failed', 'delivered',
  'cancelledForStock', 'delivered', 'notDelivered', 'delivered', 'declined',
];
const MIDDLE: readonly Fate[] = [
  'inTransit', 'delivered', 'outForDelivery', 'multiParcel', 'delayed', 'delivered', 'attempted', 'partial', 'readyForPickup',
  'returnRequested', 'backorder', 'inTransit', 'delivered', 'notDelivered', 'partiallyRefunded', 'cancelledByBuyer',
];
const NEW: readonly Fate[] = ['unfulfilled', 'labelled', 'confirmed', 'unfulfilled', 'paymentPending', 'authorized', 'unfulfilled', 'cancelledByBuyer'];

/** The orders that docs/shop-file.md and the start page promise: number, whose, how many hours ago, fate, parcel number. */
const PROMISED: readonly { name: number; person: number; hoursAgo: number; fate: Fate; handles: readonly string[]; tracking?: string }[] = [
  { name: 1001, person: 0, hoursAgo: 90, fate: 'inTransit', handles: ['ridge-2-tent', 'ember-gas-stove'], tracking: '1Z999AA10123456784' },
  { name: 1002, person: 0, hoursAgo: 88.5, fate: 'delivered', handles: ['trailhead-bottle'], tracking: '1Z999AA10123456801' },
  { name: 1003, person: 1, hoursAgo: 70, fate: 'outForDelivery', handles: ['moor-wool-blanket', 'gaiwan-travel-tea-set'], tracking: 'SF0012345678901' },
  { name: 1004, person: 1, hoursAgo: 27, fate: 'unfulfilled', handles: ['tide-desk-lamp'] },
  { name: 1005, person: 2, hoursAgo: 26, fate: 'cancelledByBuyer', handles: ['squall-rain-jacket'] },
  { name: 1006, person: 3, hoursAgo: 25.5, fate: 'partial', handles: ['anvil-dutch-oven', 'enamel-mug', 'grove-cutting-board'] },
  { name: 1007, person: 4, hoursAgo: 25, fate: 'readyForPickup', handles: ['hearth-fire-pit'] },
  { name: 1008, person: 2, hoursAgo: 24.5, fate: 'authorized', handles: ['switchback-55-backpack'] },
];

/**
 * Builds the orders, oldest first, with their names rising. Every sixth or so is a guest's. The demo people have their
 * promised orders and no others, so that what a visitor is told to try comes out as told.
 */
export function orders(products: readonly ShopProduct[], persons: readonly Person[], now: Date, random: Random): ShopFile['orders'] {
  const sellable = products.filter((p) => p.status === 'ACTIVE' && p.productType !== 'Gift card');
  const before = 1001 - FIRST;
  return Array.from({ length: COUNT }, (_, i): ShopOrder => {
    const number = FIRST + i;
    const promised = PROMISED.find((p) => p.name === number);
    const ageDays = number <= 1000 ? 4 + 71 * (1 - i / before) ** 1.7 : (24 * (FIRST + COUNT - number)) / (COUNT - before) / 24;
    const createdAt = new Date(now.getTime() - (promised ? promised.hoursAgo * HOUR : Math.round(ageDays * DAY)));
    const fates = ageDays > 12 ? OLD : ageDays > 3.9 ? MIDDLE : NEW;
    const fate = promised?.fate ?? fates[i % fates.length] ?? 'delivered';
    const guest = promised === undefined && i % 6 === 5;
    const person = persons[promised ? promised.person : between(random, DEMO_PEOPLE, persons.length - 1)] ?? pick(random, persons);
    const chosen = promised ? promised.handles.map((h) => sellable.find((p) => p.handle === h) ?? pick(random, sellable)) : distinct(random, sellable, fate);
    return build({ index: i, number, fate, createdAt, now, person, guest, products: chosen, random, tracking: promised?.tracking });
  });
}

function build(given: {
  index: number; number: number; fate: Fate; createdAt: Date; now: Date; person: Person; guest: boolean; products: readonly ShopProduct[]; random: Random; tracking: string | undefined;
}): ShopOrder {
  const { index, number, fate, createdAt, now, person, guest, random } = given;
  // Odd numbers just above 2^53: parsers that round make neighbours equal.
  const wide = (kind: bigint, n: number): string => String(9_007_199_254_740_993n + kind * 1_000_000_000_000n + BigInt(index * 20 + n) * 2n);
  const lineItems = given.products.map((product, n) => line(wide(2n, n), product, given.tracking === undefined && random() < 0.2 ? 2 : 1, random));
  const subtotal = lineItems.reduce((sum, l) => sum + cents(l.price) * l.quantity, 0);
  const shipping = shippingCents(person.address.countryCode, subtotal);
  const total = subtotal + shipping;
  const all = lineItems.map((l) => ({ lineItemId: l.id, quantity: l.quantity }));
  const room = now.getTime() - createdAt.getTime();
  const sentAt = new Date(createdAt.getTime() + Math.min(between(random, 5, 20) * HOUR, room / 4));
  let parcels = 0;
  const send = (stage: Stage, lines = all, later = 0): ShopOrder['fulfillments'][number] =>
    parcel({
      id: wide(3n, parcels++), stage, lines, address: person.address, now, random,
      createdAt: new Date(Math.min(sentAt.getTime() + later, now.getTime() - 2 * HOUR)),
      ...(given.tracking === undefined ? {} : { trackingNumber: given.tracking }),
    });
  const half = { first: all.slice(0, Math.ceil(all.length / 2)), rest: all.slice(Math.ceil(all.length / 2)) };
  const base = {
    cancelledAt: null as string | null, cancelReason: null as ShopOrder['cancelReason'], financialStatus: 'PAID' as ShopOrder['financialStatus'],
    refunded: 0, returnStatus: 'NO_RETURN' as ShopOrder['returnStatus'], fulfillments: [] as ShopOrder['fulfillments'], note: '',
  };
  const cancelled = (reason: NonNullable<ShopOrder['cancelReason']>, financialStatus: ShopOrder['financialStatus'], refunded: number): typeof base => ({
    ...base, cancelReason: reason, financialStatus, refunded, cancelledAt: new Date(createdAt.getTime() + Math.min(3 * HOUR, room / 2)).toISOString(),
  });
  const outcome = ((): typeof base => {
    switch (fate) {
      case 'unfulfilled': return base;
      case 'backorder': return { ...base, note: 'Waiting for stock; the shopper was told and wants to wait.' };
      case 'paymentPending': return { ...base, financialStatus: 'PENDING' };
      case 'authorized': return { ...base, financialStatus: 'AUTHORIZED' };
      case 'cancelledByBuyer': return cancelled('CUSTOMER', 'REFUNDED', total);
      case 'cancelledForStock': return cancelled('INVENTORY', 'REFUNDED', total);
      case 'declined': return cancelled('DECLINED', 'VOIDED', 0);
      case 'partial': return { ...base, fulfillments: [send('inTransit', half.first)] };
      case 'multiParcel': return { ...base, fulfillments: [send('delivered', half.first), send(room > 12 * DAY ? 'delivered' : 'inTransit', half.rest, 20 * HOUR)] };
      case 'refunded': return { ...base, financialStatus: 'REFUNDED', refunded: total, returnStatus: 'RETURNED', fulfillments: [send('delivered')] };
      case 'partiallyRefunded': return { ...base, financialStatus: 'PARTIALLY_REFUNDED', refunded: cents(lineItems[0]?.price ?? '0'), fulfillments: [send('delivered')], note: 'Refunded one piece: arrived damaged.' };
      case 'returnRequested': return { ...base, returnStatus: 'RETURN_REQUESTED', fulfillments: [send('delivered')] };
      case 'returnInProgress': return { ...base, returnStatus: 'IN_PROGRESS', fulfillments: [send('delivered')] };
      case 'returned': return { ...base, financialStatus: 'PARTIALLY_REFUNDED', refunded: cents(lineItems[0]?.price ?? '0'), returnStatus: 'RETURNED', fulfillments: [send('delivered')] };
      case 'failed': return { ...base, fulfillments: [send('failed')], note: 'Parcel is coming back; ask the shopper for a better address.' };
      default: return { ...base, fulfillments: [send(fate)] };
    }
  })();
  const updated = [createdAt.toISOString(), outcome.cancelledAt ?? '', ...outcome.fulfillments.map((f) => f.updatedAt)].sort().at(-1) ?? createdAt.toISOString();
  return {
    id: wide(1n, 0), name: `#${number}`, confirmationNumber: confirmation(random),
    createdAt: createdAt.toISOString(), updatedAt: updated, cancelledAt: outcome.cancelledAt, cancelReason: outcome.cancelReason,
    customerId: guest ? null : person.customer.id,
    email: guest ? `guest${number}@example.com` : person.customer.email,
    phone: guest && index % 2 === 0 ? null : person.customer.phone,
    financialStatus: outcome.financialStatus, currency: 'USD',
    totalPrice: money(total), subtotalPrice: money(subtotal), shippingPrice: money(shipping), totalRefunded: money(outcome.refunded),
    shippingAddress: person.address, note: outcome.note,
    tags: [...(guest ? ['guest'] : []), ...(fate === 'backorder' ? ['backorder'] : [])],
    lineItems, fulfillments: outcome.fulfillments, returnStatus: outcome.returnStatus,
  };
}

function line(id: string, product: ShopProduct, quantity: number, random: Random): Line {
  const inStock = product.variants.filter((v) => v.inventoryQuantity > 0);
  const variant: ShopVariant = pick(random, inStock.length > 0 ? inStock : product.variants);
  return {
    id, productId: product.id, variantId: variant.id, title: product.title,
    variantTitle: variant.title === 'Default Title' ? '' : variant.title, sku: variant.sku,
    quantity, price: variant.price, image: product.image,
  };
}

/** One to three different products; orders that are split need at least two. */
function distinct(random: Random, from: readonly ShopProduct[], fate: Fate): ShopProduct[] {
  const wanted = fate === 'partial' || fate === 'multiParcel' ? between(random, 2, 3) : between(random, 1, 3);
  const chosen = new Set<ShopProduct>();
  while (chosen.size < wanted) chosen.add(pick(random, from));
  return [...chosen];
}

/** The rates of the shipping policy, in US cents. */
function shippingCents(country: string, subtotal: number): number {
  const [rate, free] = country === 'US' ? [595, 5900] : country === 'CN' ? [400, 3000] : country === 'CA' ? [1295, 12_000] : [1895, 15_000];
  return subtotal >= free ? 0 : rate;
}

function confirmation(random: Random): string {
  return Array.from({ length: 9 }, () => pick(random, LETTERS)).join('');
}

function cents(amount: string): number {
  return Math.round(Number(amount) * 100);
}

function money(value: number): string {
  return (value / 100).toFixed(2);
}
