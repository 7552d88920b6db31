import { describe, expect, it } from '@jest/globals';
import { Turn } from '@parley/core/contracts';
import type { BackupItem } from '@parley/core/storage';
import { deliveryOf, turnOf } from '../../core/src/contracts/examples.fixture.js';
import { unsettle } from './unsettled.js';

const AT = Date.UTC(2026, 4, 6);

function itemOf(turn: Turn): BackupItem {
  return { kind: 'document', collection: 'turns', document: turn };
}

describe('what was under way when a backup was made', () => {
  it('is taken for begun by nobody, so that the channel’s law decides; what was settled stays', () => {
    const deliveries = {
      waiting: deliveryOf('waiting'),
      again: deliveryOf('again', { state: 'retry', attempts: 2, firstSendAt: AT - 5_000, sendingAt: AT - 1_000, dueAt: AT + 60_000 }),
      held: deliveryOf('held', { state: 'sending', attempts: 1, claim: { worker: 'w', attempt: 1, beat: 4 }, firstSendAt: AT - 10, sendingAt: AT - 10 }),
      done: deliveryOf('done', { state: 'delivered', hostId: 'h', deliveredAt: AT - 1, attempts: 1 }),
    };
    const item = itemOf(turnOf({ id: 't', tenant: 'a', installation: 'i', mailbox: 'm', seq: 1, sealKey: 'k', event: 'e', state: 'composed', deliveries }));
    const after = unsettle(item, AT);
    if (after.kind !== 'document') throw new Error('a turn became something else');
    const turn = Turn.parse(after.document);
    expect(turn.deliveries['waiting']).toMatchObject({ state: 'sending', claim: null, attempts: 1, firstSendAt: AT, key: 'key/waiting' });
    expect(turn.deliveries['again']).toMatchObject({ state: 'sending', claim: null, attempts: 2, firstSendAt: AT - 5_000, dueAt: AT });
    expect(turn.deliveries['held']).toMatchObject({ state: 'sending', claim: null, firstSendAt: AT - 10 });
    expect(turn.deliveries['done']).toEqual(deliveries.done);
  });

  it('is nothing in a finished turn and in other collections, which pass as they are', () => {
    const finished = itemOf(turnOf({ id: 't', tenant: 'a', installation: 'i', mailbox: 'm', seq: 1, sealKey: 'k', event: 'e', deliveries: { done: deliveryOf('done', { state: 'dead' }) } }));
    const other: BackupItem = { kind: 'document', collection: 'audit', document: { id: 'x', tenant: 'a' } };
    expect(unsettle(finished, AT)).toBe(finished);
    expect(unsettle(other, AT)).toBe(other);
  });
});
