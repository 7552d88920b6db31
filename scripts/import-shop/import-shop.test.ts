import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ShopFile } from '../../plugins/sandbox/src/shop/shop-file.js';
import { fromEcombench } from './ecombench.js';
import { BadSource, idOf, stableId } from './source.js';
import { fromTau2 } from './tau2.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const URL_ = 'http://localhost:8090';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-shop-'));
  mkdirSync(join(folder, 'db'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const put = (file: string, value: unknown) => writeFileSync(join(folder, file), JSON.stringify(value));

it('ids are kept where they are decimal and stable where they are not', () => {
  expect(idOf('product', '4711')).toBe('4711');
  expect(idOf('product', '0815')).toBe(stableId('product', '0815'));
  expect(stableId('a', 'b')).toBe(stableId('a', 'b'));
  expect(stableId('a', 'b')).not.toBe(stableId('ab', ''));
  expect(stableId('user', 'x')).toMatch(/^[1-9]\d*$/);
});

describe('tau2', () => {
  const address = { address1: '1 Pine Road', address2: 'Flat 2', city: 'Springfield', country: 'USA', state: 'OR', zip: '97000' };
  const item = { name: 'Clay Pot', product_id: '500', item_id: '501', price: 19.99, options: { size: 'small' } };
  const order = (order_id: string, status: string, more: Record<string, unknown> = {}) => ({
    order_id, user_id: 'ann_lee_1', address, status, items: [item, { ...item, item_id: '502', price: 5.01, options: { size: 'large' } }], fulfillments: [],
    payment_history: [{ transaction_type: 'payment', amount: 25, payment_method_id: 'gift_card_1' }], ...more,
  });
  beforeEach(() => {
    const sent = { fulfillments: [{ tracking_id: ['900100'], item_ids: ['501', '502'] }] };
    put('db.json', {
      products: { 500: { name: 'Clay Pot', product_id: '500', variants: { 501: { item_id: '501', options: { size: 'small' }, available: true, price: 19.99 }, 502: { item_id: '502', options: { size: 'large' }, available: false, price: 5.01 } } } },
      users: { ann_lee_1: { user_id: 'ann_lee_1', name: { first_name: 'Ann', last_name: 'Lee' }, address, email: 'ann@example.com', payment_methods: {}, orders: [] } },
      orders: {
        a: order('#W1', 'pending'), b: order('#W2', 'processed', sent), c: order('#W3', 'delivered', sent),
        d: order('#W4', 'cancelled', { ...sent, payment_history: [{ transaction_type: 'payment', amount: 25, payment_method_id: 'p' }, { transaction_type: 'refund', amount: 25, payment_method_id: 'p' }] }),
      },
    });
  });

  it('becomes a shop file that says the same', () => {
    const file = fromTau2(folder, NOW, URL_);
    expect(ShopFile.parse(file)).toEqual(file);
    expect(file.customers).toMatchObject([{ firstName: 'Ann', email: 'ann@example.com', tags: ['source:ann_lee_1'] }]);
    expect(file.products[0]!.variants.map((v) => [v.id, v.price, v.inventoryQuantity])).toEqual([['501', '19.99', 10], ['502', '5.01', 0]]);
    const byName = new Map(file.orders.map((o) => [o.name, o]));
    const state = (name: string) => [byName.get(name)!.financialStatus, byName.get(name)!.fulfillments.map((f) => `${f.displayStatus} ${f.trackingNumber}`)];
    expect(state('#W1')).toEqual(['PAID', []]);
    expect(state('#W2')).toEqual(['PAID', ['CONFIRMED 900100']]);
    expect(state('#W3')).toEqual(['PAID', ['DELIVERED 900100']]);
    expect(state('#W4')).toEqual(['REFUNDED', []]);
    expect(byName.get('#W4')).toMatchObject({ cancelReason: 'CUSTOMER', totalPrice: '25.00', totalRefunded: '25.00' });
    expect(byName.get('#W4')!.cancelledAt).not.toBeNull();
    expect(byName.get('#W1')!.customerId).toBe(file.customers[0]!.id);
    for (const o of file.orders) expect(Date.parse(o.updatedAt)).toBeLessThanOrEqual(NOW.getTime());
    expect(fromTau2(folder, NOW, URL_)).toEqual(file);
  });

  it('says what is wrong with a folder', () => {
    expect(() => fromTau2(join(folder, 'none'), NOW, URL_)).toThrow(/is not a folder/);
    expect(() => fromTau2(join(folder, 'db'), NOW, URL_)).toThrow(/has no db\.json/);
    put('db.json', { products: {}, users: {}, orders: { a: { order_id: 7 } } });
    expect(() => fromTau2(folder, NOW, URL_)).toThrow(/orders\.a\.order_id/);
    writeFileSync(join(folder, 'db.json'), '{');
    expect(() => fromTau2(folder, NOW, URL_)).toThrow(BadSource);
  });
});

describe('ecombench', () => {
  const address = { 收件人姓名: '甲乙', 电话号码: '13900000000', 国家: '中国', 省份: '浙江省', 城市: '杭州市', 区县: '西湖区', 详细地址: '某路1号' };
  const order = (id: string, status: string) => ({ 用户ID: 'u一', 订单ID: id, 订单状态: status, 订单总金额: 200, 是否加急: true, 订单商品列表: [{ 商品ID: '700', 单价: 100, 数量: 2 }], 收货地址: address, 支付方式: '微信' });
  const track = (...scans: [string, string][]) => ({ 物流单号: 'X1', 物流公司: '某快递', 预计送达时间: '2025-05-04 12:00:00', 实际送达时间: null, 收件人信息: {}, 物流轨迹: scans.map(([时间, 状态]) => ({ 时间, 状态, 位置: '某地', 描述: `${状态}了`, 操作人: null })) });
  beforeEach(() => {
    const in_ = (value: unknown) => ({ jd: { s1: value } });
    put('db/discount.json', in_({ 政策名称: '满减', 有效期: '全年', 详情: [{ 类型: '满减', 描述: '满 <100> 减 10' }] }));
    put('db/products.json', in_({ 700: { 商品ID: '700', 商品名称: '电饭煲 K-7', 商品状态: '已上架', 商品价格: 100, 商品描述: '四升', 可换货商品: [], 赠品信息: [{ 赠品名称: '饭勺', 赠品描述: '一把' }], 辅材材料: [], 安装说明: '插电即用', 维修说明: '保修一年', 常见故障: [] } }));
    put('db/users_info.json', { u一: { 用户ID: 'u一', 电话号码: '13900000000', 用户姓名: '甲乙', 性别: '男', 年龄: 30, 地址信息: { 国家: '中国' } } });
    put('db/orders.json', in_({ u一: { 1: order('1001', '待付款'), 2: order('1002', '已付款'), 3: order('1003', '已发货'), 4: order('1004', '已签收'), 5: order('1005', '已退货'), 6: order('1006', '奇怪') } }));
    put('db/logistics.json', in_({ u一: {
      1002: track(['2025-05-01 08:00:00', '已创建']), 1003: track(['2025-05-01 08:00:00', '已创建'], ['2025-05-02T09:00:00', '已揽收'], ['2025-05-03 10:00:00', '派送中']),
      1004: track(['2025-05-01 08:00:00', '已创建'], ['2025-05-03 10:00:00', '已签收']),
    } }));
    put('db/invoices.json', { 1004: { 订单ID: '1004', 发票类型: '个人发票', 发票抬头: '甲乙' } });
    put('db/service.json', in_({ u一: { 1004: { 服务类型: '安装', 预约日期: '周六' } } }));
    put('db/register_cashback.json', {});
  });

  it('becomes a shop file that says the same', () => {
    const { file, oddities } = fromEcombench(folder, NOW, URL_, false);
    expect(ShopFile.parse(file)).toEqual(file);
    const byName = new Map(file.orders.map((o) => [o.name, o]));
    expect(byName.get('1001')).toMatchObject({ financialStatus: 'PENDING', fulfillments: [], totalPrice: '200.00' });
    expect(byName.get('1002')).toMatchObject({ financialStatus: 'PAID', fulfillments: [] });
    expect(byName.get('1003')!.fulfillments).toMatchObject([{ displayStatus: 'OUT_FOR_DELIVERY', trackingNumber: 'X1', events: [{ status: 'CARRIER_PICKED_UP' }, { status: 'OUT_FOR_DELIVERY', message: '派送中了' }] }]);
    expect(byName.get('1004')!.fulfillments[0]).toMatchObject({ displayStatus: 'DELIVERED', estimatedDeliveryAt: null });
    expect(byName.get('1004')!.note).toBe('个人发票，抬头：甲乙；已预约安装：周六；支付方式：微信');
    expect(byName.get('1005')).toMatchObject({ financialStatus: 'REFUNDED', returnStatus: 'RETURNED' });
    expect(oddities.unknownStatuses).toEqual(['奇怪']);
    expect(file.customers[0]).toMatchObject({ lastName: '甲', firstName: '乙', phone: '+8613900000000' });
    expect(file.pages[0]!.body).toContain('满 &#60;100&#62; 减 10');
    expect(file.products[0]!.descriptionHtml).toMatch(/四升.*安装说明.*保修一年.*饭勺：一把/s);
  });

  it('moves dates close to now, or keeps them', () => {
    const newest = (keep: boolean) => Date.parse(fromEcombench(folder, NOW, URL_, keep).file.orders.find((o) => o.name === '1003')!.updatedAt);
    expect(new Date(newest(true)).toISOString()).toBe('2025-05-03T02:00:00.000Z');
    expect(NOW.getTime() - newest(false)).toBeLessThan(4 * 86_400_000);
    expect(newest(false)).toBeLessThan(NOW.getTime());
    expect((newest(false) - newest(true)) % 86_400_000).toBe(0);
  });

  it('refuses another folder', () => {
    expect(() => fromEcombench(join(folder, 'db'), NOW, URL_, false)).toThrow(/has no db\/discount\.json/);
  });
});
