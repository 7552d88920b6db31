// A shop small enough to know by heart, for the sandbox's own tests.
import { ShopFile } from '../shop/shop-file.js';

/** An id that a JSON number cannot hold. */
export const BIG_ID = '9007199254740995001';

const address = { name: 'Ann Lee', address1: '1 High St', address2: '', city: 'Berlin', province: 'Berlin', provinceCode: 'BE', zip: '10115', country: 'Germany', countryCode: 'DE', phone: '' };

function order(id: string, name: string, more: Record<string, unknown>): Record<string, unknown> {
  return {
    id,
    name,
    confirmationNumber: `C${name.slice(1)}`,
    createdAt: '2026-11-01T10:00:00Z',
    updatedAt: '2026-11-02T10:00:00Z',
    cancelledAt: null,
    cancelReason: null,
    customerId: null,
    email: null,
    phone: null,
    financialStatus: 'PAID',
    currency: 'EUR',
    totalPrice: '25.00',
    subtotalPrice: '20.00',
    shippingPrice: '5.00',
    totalRefunded: '0.00',
    shippingAddress: address,
    note: '',
    tags: [],
    lineItems: [{ id: `${id}7`, productId: '501', variantId: '601', title: 'Trail lamp', variantTitle: 'Red', sku: 'LAMP-R', quantity: 2, price: '10.00', image: null }],
    fulfillments: [],
    returnStatus: 'NO_RETURN',
    ...more,
  };
}

/** A fresh copy. `now` of the tests is 2026-11-23; one order is older than 60 days. */
export function tinyShop(): ShopFile {
  return ShopFile.parse({
    shop: { domain: 'tiny.myshopify.com', name: 'Tiny', email: 'hi@tiny.example', currency: 'EUR', timezone: 'Europe/Berlin', locale: 'en', locales: ['en', 'zh-CN'], publicUrl: 'https://tiny.example' },
    policies: [
      { type: 'REFUND_POLICY', title: 'Refund policy', body: '<p>30 days.</p>', locale: 'en' },
      { type: 'REFUND_POLICY', title: '退款政策', body: '<p>30 天。</p>', locale: 'zh-CN' },
      { type: 'SHIPPING_POLICY', title: 'Shipping', body: '<p>3 days.</p>', locale: 'en' },
    ],
    pages: [{ id: '701', handle: 'faq', title: 'FAQ', body: '<h1>Questions</h1><p>We &amp; you.</p>', updatedAt: '2026-10-01T00:00:00Z', locale: 'en' }],
    products: [
      {
        id: '501', handle: 'trail-lamp', title: 'Trail lamp', descriptionHtml: '<p>Bright.</p>', vendor: 'Lumo', productType: 'Lamp', tags: ['outdoor', 'light'], status: 'ACTIVE', image: 'https://tiny.example/lamp.jpg',
        options: [{ name: 'Colour', values: ['Red', 'Blue'] }],
        variants: [
          { id: '601', title: 'Red', sku: 'LAMP-R', barcode: null, price: '10.00', inventoryQuantity: 3, selectedOptions: [{ name: 'Colour', value: 'Red' }] },
          { id: '602', title: 'Blue', sku: 'LAMP-B', barcode: null, price: '12.50', inventoryQuantity: 0, selectedOptions: [{ name: 'Colour', value: 'Blue' }] },
        ],
        updatedAt: '2026-10-05T00:00:00Z',
      },
      {
        id: '502', handle: 'earphones', title: '无线蓝牙耳机', descriptionHtml: '<p>降噪。</p>', vendor: 'Lumo', productType: 'Audio', tags: [], status: 'DRAFT', image: null, options: [],
        variants: [{ id: '603', title: 'Default Title', sku: 'EAR-1', barcode: '690', price: '99.90', inventoryQuantity: 5, selectedOptions: [] }],
        updatedAt: '2026-10-06T00:00:00Z',
      },
    ],
    customers: [
      { id: '301', firstName: 'Ann', lastName: 'Lee', email: 'ann@example.com', phone: '+4915112345678', locale: 'en', tags: ['vip'], password: 'lamp' },
      { id: '302', firstName: 'Mary', lastName: 'Ann', email: 'mary.ann@example.com', phone: null, locale: 'zh-CN', tags: [] },
    ],
    orders: [
      order('9007199254740995001', '#1001', {
        customerId: '301',
        email: 'ann@example.com',
        phone: '+4915112345678',
        tags: ['gift'],
        fulfillments: [
          {
            id: '9007199254740995901', createdAt: '2026-11-03T10:00:00Z', updatedAt: '2026-11-04T10:00:00Z', status: 'SUCCESS', displayStatus: 'IN_TRANSIT', trackingCompany: 'DHL', trackingNumber: 'JD001', trackingUrl: 'https://dhl.example/JD001',
            estimatedDeliveryAt: '2026-11-06T10:00:00Z', inTransitAt: '2026-11-04T10:00:00Z', deliveredAt: null, lineItems: [{ lineItemId: '90071992547409950017', quantity: 1 }],
            events: [{ status: 'IN_TRANSIT', happenedAt: '2026-11-04T10:00:00Z', message: 'Left the hub', city: 'Leipzig', province: '', country: 'Germany' }],
          },
        ],
      }),
      order('802', '#1002', { customerId: '302', email: 'mary.ann@example.com', createdAt: '2026-11-10T10:00:00Z' }),
      order('803', '#1003', { email: 'example@ann.com', createdAt: '2026-11-12T23:30:00Z', financialStatus: 'PENDING' }),
      order('804', '#1001-A', { email: 'guest@example.net', createdAt: '2026-11-13T10:00:00Z' }),
      order('805', '#0900', { customerId: '301', email: 'ann@example.com', createdAt: '2026-08-01T10:00:00Z' }),
    ],
  });
}
