import { expect, it } from '@jest/globals';
import { DuplicateKey } from '@parley/core/storage';
import { A, freshStore, type OpenStore } from './harness.js';

/** Many at once: one winner per compare and set, no gap and no double in a sequence, nobody failing with a neighbour. */
export function describeRaces(open: OpenStore, racers: number): void {
  const bench = freshStore(open);

  it('lets exactly one of 200 win each round of compare and set', async () => {
    const { things } = bench();
    await things.insert({ id: '1', tenant: 'a', rank: 0 });
    for (let round = 0; round < 10; round += 1) {
      const tries = Array.from({ length: 200 }, (_, n) => things.update(A, '1', { when: { rank: round }, set: { name: `w${n}` }, inc: { rank: 1 } }));
      const winners = (await Promise.all(tries)).filter((won) => won !== null);
      expect(winners).toHaveLength(1);
      expect(await things.get(A, '1')).toEqual(winners[0]);
    }
    expect((await things.get(A, '1'))?.rank).toBe(10);
  });

  it('adds up 200 parallel increments, each seeing its own result', async () => {
    const { things } = bench();
    await things.insert({ id: '1', tenant: 'a', rank: 0 });
    const seen = await Promise.all(Array.from({ length: 200 }, () => things.update(A, '1', { inc: { rank: 1 } })));
    expect(seen.map((thing) => thing?.rank ?? 0).sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
  });

  it(`ends ${racers} racing inserts of last + 1 in 1 to ${racers} without a gap`, async () => {
    const { things } = bench();
    const append = async (n: number): Promise<void> => {
      for (;;) {
        const [last] = await things.find(A, { where: { box: 'm' }, sort: [{ path: 'seq', order: 'desc' }], limit: 1 });
        try {
          await things.insert({ id: `m${n}`, tenant: 'a', box: 'm', seq: (last?.seq ?? 0) + 1 });
          return;
        } catch (error) {
          if (!(error instanceof DuplicateKey) || error.index !== 'box-seq') throw error;
        }
      }
    };
    await Promise.all(Array.from({ length: racers }, (_, n) => append(n)));
    const all = await things.find(A, { where: { box: 'm' }, sort: [{ path: 'seq', order: 'asc' }], limit: 1_000 });
    expect(all.map((thing) => thing.seq)).toEqual(Array.from({ length: racers }, (_, n) => n + 1));
    expect(new Set(all.map((thing) => thing.id)).size).toBe(racers);
    // Up to half the square of that in attempts where all collide every time: a busy machine may need its time for them.
  }, 120_000);

  it('fails only the duplicate among writes made together', async () => {
    const { things } = bench();
    await things.insert({ id: 'taken', tenant: 'a' });
    const outcomes = await Promise.allSettled([
      things.insert({ id: '1', tenant: 'a' }),
      things.insert({ id: 'taken', tenant: 'a' }),
      things.update(A, 'taken', { set: { name: 'still changed' } }),
      things.insert({ id: '1', tenant: 'a' }),
      things.insert({ id: '2', tenant: 'a' }),
    ]);
    const [first, taken, changed, second, other] = outcomes.map((outcome) => outcome.status);
    expect([taken, changed, other]).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    // Over a network either of the two may arrive first.
    expect([first, second].sort()).toEqual(['fulfilled', 'rejected']);
    expect((await things.find(A, { sort: [{ path: 'id', order: 'asc' }] })).map((thing) => thing.id)).toEqual(['1', '2', 'taken']);
    expect(await things.get(A, 'taken')).toMatchObject({ name: 'still changed' });
  });

  it('lets exactly one of 100 inserts of the same id in', async () => {
    const { things } = bench();
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, (_, n) => things.insert({ id: 'same', tenant: 'a', rank: n })));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'DuplicateKey', index: 'id' });
  });
}
