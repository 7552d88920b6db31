import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { countingRandom, T0 } from '../contracts/examples.fixture.js';
import { openSqliteStore, type Store } from '../storage/index.js';
import { createLinks, type Links } from './links.js';
import { openRecords } from './records.js';

let store: Store;
let links: Links;
let now: number;
beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:' });
  now = T0;
  links = createLinks({ records: openRecords(store), clock: () => now, random: countingRandom(3) });
});
afterEach(() => store.close());

describe('a link', () => {
  it('lets one in, once, for its own connector', async () => {
    const link = await links.make('tn-1', 'slack');
    expect(await links.peek('slack', link)).toEqual({ tenant: 'tn-1' });
    expect(await links.use('zendesk', link)).toBeNull();
    const used = await Promise.all([links.use('slack', link), links.use('slack', link)]);
    expect(used.filter((u) => u !== null)).toEqual([{ tenant: 'tn-1' }]);
    expect(await links.peek('slack', link)).toBeNull();
  });
  it('is no good after a quarter of an hour, nor are others', async () => {
    const link = await links.make('tn-1', 'slack');
    expect(await links.use('slack', `${link}x`)).toBeNull();
    now += 15 * 60_000;
    expect(await links.peek('slack', link)).toBeNull();
    expect(await links.use('slack', link)).toBeNull();
  });
});
