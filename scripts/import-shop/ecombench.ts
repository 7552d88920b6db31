// ECom-Bench: a Chinese home-appliance shop. Orders and tracking lie under platform / shop / user / order.
import { z } from 'zod';
import type { ShopFile } from '../../plugins/sandbox/src/shop/shop-file.js';
import { orderOf, OrderSource, TrackSource, type Extra } from './ecombench-order.js';
import { cents, idOf, money, readSource, stableId } from './source.js';

const nested = <T>(value: z.ZodType<T>) => z.record(z.string(), z.record(z.string(), value));
const Discount = z.object({ 政策名称: z.string(), 有效期: z.string(), 详情: z.array(z.record(z.string(), z.string())), 来源: z.string().optional() });
const Product = z.object({
  商品ID: z.string(), 商品名称: z.string(), 商品状态: z.string(), 商品价格: z.number(), 商品描述: z.string(),
  可换货商品: z.array(z.record(z.string(), z.string())), 赠品信息: z.array(z.record(z.string(), z.string())), 辅材材料: z.array(z.record(z.string(), z.string())),
  安装说明: z.string(), 维修说明: z.string(), 常见故障: z.array(z.record(z.string(), z.string())),
});
const User = z.object({
  用户ID: z.string(), 电话号码: z.string(), 用户姓名: z.string(), 地址信息: z.record(z.string(), z.string()),
});

/** What the conversion found odd but could live with, for the summary. */
export interface Oddities {
  readonly unknownStatuses: string[];
  readonly repeatedOrders: string[];
}

/**
 * Converts the folder that has db/*.json (or that folder itself). Every order is moved by whole days so that its newest
 * event lies within the last twenty days before `now`; with `keepDates` all dates stay as they are.
 */
export function fromEcombench(folder: string, now: Date, publicUrl: string, keepDates: boolean): { file: ShopFile; oddities: Oddities } {
  const read = <T>(name: string, schema: z.ZodType<T>): T => readSource(folder, `db/${name}.json`, schema);
  const discounts = read('discount', nested(Discount));
  const products = Object.values(read('products', nested(z.record(z.string(), Product)))).flatMap((shops) => Object.values(shops)).flatMap((goods) => Object.values(goods));
  const users = read('users_info', z.record(z.string(), User));
  const orders = read('orders', nested(z.record(z.string(), z.record(z.string(), OrderSource))));
  const tracks = read('logistics', nested(z.record(z.string(), z.record(z.string(), TrackSource))));
  const invoices = read('invoices', z.record(z.string(), z.record(z.string(), z.string())));
  const services = read('service', nested(z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string())))));
  const domain = 'ecom-bench.myshopify.com';
  const oddities: Oddities = { unknownStatuses: [], repeatedOrders: [] };
  const at = now.toISOString();

  const customers = Object.values(users).map((u) => ({
    id: stableId('user', u.用户ID), firstName: u.用户姓名.slice(1), lastName: u.用户姓名.slice(0, 1),
    // The source has no addresses of this kind; the storefront signs in by one.
    email: `user-${stableId('user', u.用户ID).slice(0, 10)}@example.com`, phone: phoneOf(u.电话号码), locale: 'zh-CN', tags: [`source:${u.用户ID}`],
  }));
  const customerOf = new Map(customers.map((c, i) => [Object.values(users)[i]?.用户ID ?? '', c]));
  const goods = new Map(products.map((p) => [p.商品ID, p.商品名称]));

  const names = new Set<string>();
  const converted = Object.entries(orders).flatMap(([platform, shops]) =>
    Object.entries(shops).flatMap(([shop, buyers]) =>
      Object.entries(buyers).flatMap(([user, own]) =>
        Object.values(own).map((source) => {
          const number = source.订单ID;
          if (names.has(number)) oddities.repeatedOrders.push(number);
          const name = names.has(number) ? `${number}-${stableId('order', user, number).slice(0, 4)}` : number;
          names.add(name);
          const invoice = invoices[number];
          const service = services[platform]?.[shop]?.[user]?.[number];
          const extra: Extra = {
            notes: [
              invoice ? `${invoice['发票类型'] ?? '发票'}，抬头：${invoice['发票抬头'] ?? ''}` : '', service ? `已预约${service['服务类型'] ?? '服务'}：${service['预约日期'] ?? ''}` : '',
              `支付方式：${source.支付方式}`,
            ].filter((note) => note !== ''),
          };
          const customer = customerOf.get(user) ?? null;
          return orderOf({ source, track: tracks[platform]?.[shop]?.[user]?.[number] ?? null, name, user, customer, titleOf: (id) => goods.get(id) ?? `商品 ${id}`, extra, now, keepDates, oddities: oddities.unknownStatuses, phoneOf });
        }),
      ),
    ),
  );

  return {
    oddities,
    file: {
      shop: { domain, name: '家电旗舰店', email: 'service@appliances.example', currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN', locales: ['zh-CN'], publicUrl: `${publicUrl}/store/${domain}` },
      policies: [],
      pages: Object.values(discounts).flatMap((shops) => Object.values(shops)).map((d) => ({
        id: stableId('discount', d.政策名称), handle: `discount-${stableId('discount', d.政策名称).slice(0, 8)}`, title: d.政策名称, updatedAt: at, locale: 'zh-CN',
        body: `<p>有效期：${escaped(d.有效期)}</p>${d.详情.map((part) => Object.values(part)).map(([head = '', ...rest]) => `<h2>${escaped(head)}</h2>${rest.map((text) => `<p>${escaped(text)}</p>`).join('')}`).join('')}`,
      })),
      products: products.map((p) => ({
        id: idOf('product', p.商品ID), handle: `p-${p.商品ID}`, title: p.商品名称, descriptionHtml: describe(p), vendor: '家电旗舰店', productType: '家电', tags: [`source:${p.商品ID}`],
        status: p.商品状态 === '已上架' ? ('ACTIVE' as const) : ('ARCHIVED' as const), image: null, options: [{ name: 'Title', values: ['Default Title'] }],
        variants: [{ id: stableId('variant', p.商品ID), title: 'Default Title', sku: p.商品ID, barcode: null, price: money(cents(p.商品价格)), inventoryQuantity: 10, selectedOptions: [{ name: 'Title', value: 'Default Title' }] }],
        updatedAt: at,
      })),
      customers,
      orders: converted.sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt)),
    },
  };
}

/** Description, and what the shop says about mounting, repair, gifts and faults. */
function describe(p: z.infer<typeof Product>): string {
  const section = (title: string, lines: readonly string[]): string => (lines.length > 0 ? `<h3>${title}</h3>${lines.map((l) => `<p>${escaped(l)}</p>`).join('')}` : '');
  const joined = (parts: readonly Record<string, string>[]): string[] => parts.map((part) => Object.values(part).join('：'));
  return [
    `<p>${escaped(p.商品描述)}</p>`, section('安装说明', p.安装说明.split('\n').filter((l) => l !== '')), section('维修说明', p.维修说明.split('\n').filter((l) => l !== '')),
    section('赠品', joined(p.赠品信息)), section('安装辅材', joined(p.辅材材料)), section('可换货商品', joined(p.可换货商品)), section('常见故障', joined(p.常见故障)),
  ].join('');
}

function phoneOf(number: string): string | null {
  return /^1\d{10}$/.test(number) ? `+86${number}` : null;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
