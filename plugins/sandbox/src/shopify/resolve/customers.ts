// Customers, found by search or exactly.
import { z } from 'zod';
import { GraphQLError } from 'graphql';
import type { ShopFile, ShopOrder } from '../../shop/shop-file.js';
import type { SearchIndex } from '../search-match.js';
import { cents, fromCents, gid, idOf, type GraphContext, type GraphObject, type Listing } from './context.js';
import { listOrders, orderNode } from './orders.js';

type Customer = ShopFile['customers'][number];

const customerIndex: SearchIndex<Customer> = {
  fields: {
    email: { kind: 'text', values: (c) => [c.email] },
    phone: { kind: 'digits', values: (c) => [c.phone] },
    first_name: { kind: 'text', values: (c) => [c.firstName] },
    last_name: { kind: 'text', values: (c) => [c.lastName] },
    id: { kind: 'id', values: (c) => [c.id] },
    tag: { kind: 'keyword', values: (c) => c.tags },
    tag_not: { kind: 'keyword', values: (c) => c.tags, negated: true },
  },
  defaults: (c) => [c.firstName, c.lastName, c.email, c.phone],
};

/** How customers are listed. */
export function customerListing(context: GraphContext): Listing<Customer> {
  return {
    field: 'customers',
    index: customerIndex,
    defaultSort: 'ID',
    id: (c) => c.id,
    toNode: (c) => customerNode(context, c),
    sorts: { ID: (c) => BigInt(c.id), RELEVANCE: (c) => BigInt(c.id), NAME: (c) => `${c.lastName} ${c.firstName}` },
  };
}

/** One customer. The file keeps no dates of customers, so those are not emulated. */
export function customerNode(context: GraphContext, c: Customer): GraphObject {
  const own = (): ShopOrder[] => context.shop.file.orders.filter((o) => o.customerId === c.id);
  const name = `${c.firstName} ${c.lastName}`.trim();
  return {
    __typename: 'Customer',
    id: gid('Customer', c.id),
    legacyResourceId: c.id,
    firstName: c.firstName === '' ? null : c.firstName,
    lastName: c.lastName === '' ? null : c.lastName,
    displayName: name === '' ? (c.email ?? c.phone ?? '') : name,
    email: c.email,
    phone: c.phone,
    defaultEmailAddress: c.email === null ? null : { emailAddress: c.email, validFormat: true },
    defaultPhoneNumber: c.phone === null ? null : { phoneNumber: c.phone },
    locale: c.locale,
    tags: c.tags,
    state: c.email === null ? 'DISABLED' : 'ENABLED',
    note: null,
    verifiedEmail: c.email !== null,
    numberOfOrders: () => String(own().length),
    amountSpent: () => ({ amount: fromCents(own().reduce((sum, o) => sum + cents(o.totalPrice) - cents(o.totalRefunded), 0n)), currencyCode: context.shop.file.shop.currency }),
    orders: (args: unknown, _: unknown, path: readonly (string | number)[]) => listOrders(context, args, path, 'ID', (o) => o.customerId === c.id),
    lastOrder: () => {
      const newest = own().sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))[0];
      return newest === undefined ? null : orderNode(context, newest);
    },
  };
}

const identifier = z.object({
  identifier: z.object({ id: z.string().nullish(), emailAddress: z.string().nullish(), phoneNumber: z.string().nullish(), customId: z.unknown().optional() }),
});

/** `customerByIdentifier`: exact, and by one way only. */
export function customerByIdentifier(context: GraphContext, args: unknown): GraphObject | null {
  const { id, emailAddress, phoneNumber, customId } = identifier.parse(args).identifier;
  const given = [id, emailAddress, phoneNumber, customId].filter((value) => value != null);
  if (given.length !== 1) throw new GraphQLError('exactly one identifier must be given', { extensions: { code: 'BAD_REQUEST' } });
  const found = context.shop.file.customers.find(
    (c) =>
      (id != null && c.id === idOf('Customer', id)) ||
      (emailAddress != null && c.email?.toLowerCase() === emailAddress.toLowerCase()) ||
      (phoneNumber != null && c.phone === phoneNumber),
  );
  return found === undefined ? null : customerNode(context, found);
}
