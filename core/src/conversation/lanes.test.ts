import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DeliveryState, SETTLED, type Delivery, type Turn } from '../contracts/index.js';
import { deliveryOf, T0, turnOf } from '../contracts/examples.fixture.js';
import { nextInLanes } from './lanes.js';

const turn = (seq: number, ...deliveries: Delivery[]): Turn => turnOf({ id: `t${seq}`, tenant: 't', installation: 'i', mailbox: 'm', seq, sealKey: 'k', event: 'e', state: 'composed', deliveries: Object.fromEntries(deliveries.map((d) => [d.id, d])) });
const lanes = (open: Turn[], stale = false) => nextInLanes(open, T0, () => stale).map((l) => (l.is === 'settled' ? `${l.turn.id}: settled` : `${l.turn.id}/${l.delivery.id}: ${l.is}`));
const claim = { worker: 'w', attempt: 1, beat: 0 };

describe('lanes', () => {
  it('keep the order of turns, and within a turn of its messages', () => {
    const first = turn(1, deliveryOf('b', { order: 1 }), deliveryOf('a', { order: 0, state: 'delivered' }), deliveryOf('c', { order: 2 }));
    expect(lanes([first, turn(2, deliveryOf('d'))])).toEqual(['t1/b: send']);
  });
  it('go on with the next turn once one has nothing left', () => {
    expect(lanes([turn(1, deliveryOf('a', { state: 'dead' })), turn(2, deliveryOf('b'))])).toEqual(['t1: settled', 't2/b: send']);
  });
  it('wait for their head, whatever it waits for, and hold up no other lane', () => {
    const desk = deliveryOf('d', { target: 'desk' });
    for (const head of [deliveryOf('a', { state: 'retry', dueAt: T0 + 1 }), deliveryOf('a', { state: 'sending', claim }), deliveryOf('a', { state: 'sending', dueAt: T0 + 1 })]) {
      const found = lanes([turn(1, head), turn(2, deliveryOf('b')), turn(3, desk)]);
      expect(found).toEqual([`t1/a: ${head.claim === null ? 'later' : 'busy'}`, 't3/d: send']);
    }
  });
  it('look at a held head whenever the mailbox moves', () => {
    expect(lanes([turn(1, deliveryOf('a', { state: 'held', dueAt: T0 + 60_000 })), turn(2, deliveryOf('b'), deliveryOf('d', { target: 'desk', state: 'held', dueAt: T0 + 9 }))])).toEqual(['t1/a: send', 't2/d: send']);
  });
  it('settle a sending that nobody is behind, and no other', () => {
    const sending = turn(1, deliveryOf('a', { state: 'sending', claim }));
    expect(lanes([sending], true)).toEqual(['t1/a: stale']);
    expect(lanes([sending], false)).toEqual(['t1/a: busy']);
    expect(lanes([turn(1, deliveryOf('a', { state: 'sending', dueAt: T0 }))])).toEqual(['t1/a: stale']);
  });
  it('never offer two of one lane, never a settled one, and always the first that is not settled', () => {
    const delivery = fc.record({ state: fc.constantFrom(...DeliveryState.options), target: fc.constantFrom('channel' as const, 'desk' as const), dueAt: fc.integer({ min: T0 - 5, max: T0 + 5 }), claimed: fc.boolean() });
    const turns = fc.array(fc.array(delivery, { maxLength: 4 }), { maxLength: 5 });
    fc.assert(fc.property(turns, fc.boolean(), (all, stale) => {
      const open = all.map((ds, seq) => turn(seq + 1, ...ds.map(({ claimed, ...d }, order) => deliveryOf(`d${order}`, { ...d, order, claim: claimed ? claim : null }))));
      const found = nextInLanes(open, T0, () => stale).filter((l) => l.is !== 'settled');
      for (const target of ['channel', 'desk'] as const) {
        const first = open.flatMap((t) => Object.values(t.deliveries).map((d) => ({ t, d }))).find(({ d }) => d.target === target && !SETTLED.includes(d.state));
        const mine = found.filter((l) => l.delivery.target === target);
        expect(mine.map((l) => [l.turn.id, l.delivery.id])).toEqual(first === undefined ? [] : [[first.t.id, first.d.id]]);
      }
    }));
  });
});
