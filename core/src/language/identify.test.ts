import { describe, expect, it } from '@jest/globals';
import { identify } from './identify.js';

describe('identify', () => {
  it.each([
    ['Could you look into this for me', 'en'],
    ['refund', 'en'],
    ['what does 包邮 mean', 'en'],
    ['帮忙看看', 'zh'],
    ['iPhone 15 Pro Max Case 有货吗', 'zh'],
    ['我的order什么时候ship', 'zh'],
    ['請問運費多少', 'zh'],
    ['Adidas Ultraboost 多少钱', 'zh'],
    ['これはいつ届きますか', 'other'],
    ['주문이 언제 도착하나요', 'other'],
    ['¿dónde está mi pedido?', 'other'],
    ['où est ma commande, merci', 'other'],
    ['где мой заказ', 'other'],
    ['أين طلبي', 'other'],
  ])('%s is %s, surely', (text, language) => {
    expect(identify(text)).toEqual({ language, sure: true });
  });

  it.each(['', '1001', '#W2378156', '👍👍', '???', 'ok', 'OK!', 'SF1402233445566', 'a@b.com', 'https://example.com/where-is-my-order', 'vip'])('%j does not show its language', (text) => {
    expect(identify(text).sure).toBe(false);
  });

  it('judges an enormous text by its beginning', () => {
    expect(identify('你好，'.repeat(40_000)).language).toBe('zh');
  });
});
