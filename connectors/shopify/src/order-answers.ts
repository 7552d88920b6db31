import { z } from 'zod';

/** The forms of order answers: only what is used, and lenient where the schema lets something be missing. */

const Bag = z.object({ presentmentMoney: z.object({ amount: z.string(), currencyCode: z.string() }) }).nullish();
const IdOnly = z.object({ id: z.string() }).nullish();

export const LineNode = z.object({
  id: z.string(),
  title: z.string().nullish(),
  variantTitle: z.string().nullish(),
  sku: z.string().nullish(),
  quantity: z.number(),
  product: IdOnly,
  image: z.object({ url: z.string().nullish() }).nullish(),
  discountedUnitPriceSet: Bag,
});
export type LineNode = z.infer<typeof LineNode>;

const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }).nullish();
const Lines = z.object({ nodes: z.array(LineNode), pageInfo: PageInfo });

export const FulfillmentNode = z.object({
  id: z.string(),
  status: z.string().nullish(),
  displayStatus: z.string().nullish(),
  createdAt: z.string().nullish(),
  inTransitAt: z.string().nullish(),
  estimatedDeliveryAt: z.string().nullish(),
  deliveredAt: z.string().nullish(),
  trackingInfo: z.array(z.object({ company: z.string().nullish(), number: z.string().nullish(), url: z.string().nullish() })).nullish(),
  fulfillmentLineItems: z.object({ nodes: z.array(z.object({ lineItem: IdOnly })) }).nullish(),
  events: z
    .object({
      nodes: z.array(
        z.object({ status: z.string().nullish(), happenedAt: z.string().nullish(), city: z.string().nullish(), province: z.string().nullish(), country: z.string().nullish(), message: z.string().nullish() }),
      ),
    })
    .nullish(),
});
export type FulfillmentNode = z.infer<typeof FulfillmentNode>;

export const OrderNode = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  cancelledAt: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  customer: IdOnly,
  displayFinancialStatus: z.string().nullish(),
  displayFulfillmentStatus: z.string().nullish(),
  statusPageUrl: z.string().nullish(),
  totalPriceSet: Bag,
  totalRefundedSet: Bag,
  lineItems: Lines,
  fulfillments: z.array(FulfillmentNode).nullish(),
});
export type OrderNode = z.infer<typeof OrderNode>;

export const OrderSearchAnswer = z.object({
  orders: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        customer: IdOnly,
        fulfillments: z.array(z.object({ trackingInfo: z.array(z.object({ number: z.string().nullish() })).nullish() })).nullish(),
      }),
    ),
    pageInfo: PageInfo,
  }),
});
export type OrderHit = z.infer<typeof OrderSearchAnswer>['orders']['nodes'][number];

export const OrderDetailAnswer = z.object({ order: OrderNode.nullish() });
export const OrderLinesAnswer = z.object({ order: z.object({ lineItems: Lines }).nullish() });
