import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ledger } from './ledger.js';

const draft = (kind: string, shop = 'a') => ({ direction: 'in' as const, host: 'shopify', kind, shop, status: 200 });

describe('Ledger', () => {
  it('numbers entries, finds them by fields, and gives what came after a number', () => {
    const ledger = new Ledger({ now: () => new Date(0) });
    ledger.append(draft('graphql'));
    ledger.append({ ...draft('webhook', 'b'), direction: 'out', key: 'k', status: 500, ms: 3, detail: { attempt: 1 } });
    ledger.append({ ...draft('graphql', 'b'), key: undefined });
    expect(ledger.since(0).map((e) => e.n)).toEqual([1, 2, 3]);
    expect(ledger.since(2)).toEqual([{ n: 3, at: '1970-01-01T00:00:00.000Z', direction: 'in', host: 'shopify', kind: 'graphql', shop: 'b', status: 200, ms: 0, detail: {} }]);
    expect(ledger.find({ kind: 'graphql', shop: 'b' }).map((e) => e.n)).toEqual([3]);
    expect(ledger.find({ direction: 'out', status: 500, key: 'k' }).map((e) => e.n)).toEqual([2]);
    expect(ledger.find({ host: 'other' })).toEqual([]);
  });

  it('is in its file when append returns, and goes on from there after a restart', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ledger-')), 'deep', 'ledger.jsonl');
    new Ledger({ file }).append(draft('one'));
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
    appendFileSync(file, '{"n":2,"at":"2026');
    const again = new Ledger({ file });
    expect(again.append(draft('two')).n).toBe(2);
    expect(new Ledger({ file }).since(0).map((e) => e.kind)).toEqual(['one', 'two']);
  });

  it('refuses a file that is no ledger', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ledger-')), 'ledger.jsonl');
    appendFileSync(file, '{"hello":1}\n');
    expect(() => new Ledger({ file })).toThrow();
  });

  it('tells watchers until they stop, and can be emptied', () => {
    const ledger = new Ledger();
    const seen: string[] = [];
    const stop = ledger.watch((entry) => seen.push(entry.kind));
    ledger.append(draft('one'));
    stop();
    ledger.append(draft('two'));
    expect(seen).toEqual(['one']);
    ledger.clear();
    expect(ledger.last()).toBe(0);
  });
});
