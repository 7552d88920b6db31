import { describe, expect, it } from '@jest/globals';
import type { Conversation } from '../api/conversations.js';
import { withEarlier, withFresh } from './list.js';
import { intentWords, readable } from './words.js';

const c = (id: string, updatedAt: number): Conversation => ({ id, status: 'bot', openedAt: 0, updatedAt, preview: '', language: null, lastIntent: null, lastIntentName: null, lastOutcome: null });
const ids = (list: { conversations: Conversation[] }) => list.conversations.map((x) => x.id).join(' ');

describe('the loaded list', () => {
  const loaded = withEarlier({ conversations: [c('d', 40), c('c', 30)], next: 30 }, { conversations: [c('b', 20), c('a', 10)], next: 10 });

  it('grows by earlier pages and shows nothing twice', () => {
    expect(ids(loaded)).toBe('d c b a');
    expect(loaded.next).toBe(10);
    expect(ids(withEarlier(loaded, { conversations: [c('b', 20), c('z', 5)], next: null }))).toBe('d c b a z');
  });

  it('takes in the newest page and keeps the earlier ones', () => {
    const fresh = withFresh(loaded, { conversations: [c('e', 50), c('d', 41)], next: 41 });
    expect(ids(fresh)).toBe('e d c b a');
    expect(fresh.next).toBe(10);
  });

  it('moves up a conversation that goes on', () => {
    expect(ids(withFresh(loaded, { conversations: [c('a', 60), c('d', 40)], next: 40 }))).toBe('a d c b');
  });

  it('forgets what was erased among the newest', () => {
    expect(ids(withFresh(loaded, { conversations: [c('d', 40), c('b', 20)], next: 20 }))).toBe('d b a');
  });

  it('begins anew where a gap would hide conversations, and where all fits one page', () => {
    expect(withFresh(loaded, { conversations: [c('x', 90), c('y', 80)], next: 80 })).toEqual({ conversations: [c('x', 90), c('y', 80)], next: 80 });
    expect(withFresh(loaded, { conversations: [c('d', 40)], next: null })).toEqual({ conversations: [c('d', 40)], next: null });
    expect(ids(withFresh(loaded, { conversations: [], next: null }))).toBe('');
    expect(ids(withFresh(null, loaded))).toBe('d c b a');
  });
});

describe('intent words', () => {
  it('are the name where there is one, else the id made readable', () => {
    expect(intentWords('order.status', { en: 'Order status', zh: '订单状态' }, 'zh')).toBe('订单状态');
    expect(intentWords('order.change-address', null, 'en')).toBe('Order: change address');
    expect(intentWords('human', null, 'en')).toBe('Human');
    expect(intentWords('unknown', null, 'zh')).toBe('未识别');
    expect(readable('is [ORDER_1] for [EMAIL_2]? [WHAT_1]', 'en')).toBe('is (order number) for (e-mail address)? [WHAT_1]');
    expect(readable('我的[PHONE_1]', 'zh')).toBe('我的（电话）');
  });
});
