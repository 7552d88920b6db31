import { z } from 'zod';
import { Id, Instant } from './ids.js';
import { Money } from './money.js';

/** Where a parcel is, in the shopper's terms; each connector maps its host's states to these. */
export const ShipmentStatus = z.enum(['pending', 'label-created', 'in-transit', 'out-for-delivery', 'ready-for-pickup', 'attempted', 'delayed', 'delivered', 'failed', 'cancelled']);
export type ShipmentStatus = z.infer<typeof ShipmentStatus>;

export const Shipment = z.object({
  id: Id,
  status: ShipmentStatus,
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  trackingUrl: z.string().nullable(),
  shippedAt: Instant.nullable(),
  estimatedAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
  /** Line item ids in this parcel; empty where the host does not say. */
  lines: z.array(Id),
  /** Newest last. */
  events: z.array(z.object({ at: Instant, status: ShipmentStatus, message: z.string().nullable(), place: z.string().nullable() })),
});
export type Shipment = z.infer<typeof Shipment>;

export const OrderLine = z.object({
  id: Id,
  title: z.string(),
  variant: z.string().nullable(),
  sku: z.string().nullable(),
  productId: Id.nullable(),
  quantity: z.number().int(),
  price: Money.nullable(),
  image: z.string().nullable(),
});
export type OrderLine = z.infer<typeof OrderLine>;

export const FulfilmentStatus = z.enum(['unfulfilled', 'in-progress', 'on-hold', 'partial', 'fulfilled']);
export const PaymentStatus = z.enum(['pending', 'authorized', 'paid', 'partially-paid', 'partially-refunded', 'refunded', 'voided', 'expired']);

/** One order as read from a host at `readAt`. `email`, `phone` and `customerId` are what the buyer is recognised by. */
export const Order = z.object({
  id: Id,
  /** What the shopper calls it, for example `#1001`. */
  name: z.string(),
  createdAt: Instant,
  cancelledAt: Instant.nullable(),
  customerId: Id.nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  payment: PaymentStatus,
  fulfilment: FulfilmentStatus,
  total: Money.nullable(),
  refunded: Money.nullable(),
  lines: z.array(OrderLine),
  shipments: z.array(Shipment),
  statusUrl: z.string().nullable(),
  readAt: Instant,
});
export type Order = z.infer<typeof Order>;

/** A way to find orders; the answer is only ever told to a proven buyer. */
export type OrderQuery =
  | { by: 'name'; name: string }
  | { by: 'tracking'; number: string }
  | { by: 'customer'; customerId: string; limit: number };

export const ProductVariant = z.object({ id: Id, title: z.string(), sku: z.string().nullable(), price: Money.nullable(), available: z.boolean() });
export type ProductVariant = z.infer<typeof ProductVariant>;

export const Product = z.object({
  id: Id,
  title: z.string(),
  description: z.string(),
  vendor: z.string().nullable(),
  type: z.string().nullable(),
  tags: z.array(z.string()),
  url: z.string().nullable(),
  image: z.string().nullable(),
  variants: z.array(ProductVariant),
  readAt: Instant,
});
export type Product = z.infer<typeof Product>;

export type ProductQuery = { text: string; limit: number };
