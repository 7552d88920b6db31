import { describe, expect, it } from '@jest/globals';
import { mulberry32 } from '../harness/random.js';
import { judge, type Sample } from './judge.js';
import { soak } from './run.js';

const random = mulberry32(7);
/** Twenty minutes of a process that looks like one at work: a saw-tooth heap, some noise, and what is added to it. */
const course = (added: (n: number) => Partial<Sample>): Sample[] =>
  Array.from({ length: 240 }, (_, n) => {
    const base = { residentBytes: 300e6 + random() * 20e6, heapBytes: 90e6 + (n % 6) * 15e6 + random() * 5e6, handles: 60 + Math.floor(random() * 5), files: 80 + Math.floor(random() * 4) };
    const more = added(n);
    return { atMs: n * 5_000, residentBytes: base.residentBytes + (more.residentBytes ?? 0), heapBytes: base.heapBytes + (more.heapBytes ?? 0), handles: base.handles + (more.handles ?? 0), files: base.files + (more.files ?? 0) };
  });

describe('the judgement of a soak', () => {
  it('is flat for a process at work, however its heap saws, after it has warmed up', () => {
    const judged = judge(course((n) => (n < 60 ? { residentBytes: -150e6 + n * 2.5e6, heapBytes: -40e6 + n * 0.6e6 } : {})));
    expect(Object.values(judged).every((c) => c.flat)).toBe(true);
  });
  it.each([
    ['heapBytes', { heapBytes: 0.25e6 }],
    ['residentBytes', { residentBytes: 0.5e6 }],
    ['handles', { handles: 0.2 }],
    ['files', { files: 0.2 }],
  ] as const)('finds %s that leak', (measure, each) => {
    const judged = judge(course((n) => Object.fromEntries(Object.entries(each).map(([name, by]) => [name, by * n]))));
    expect(judged[measure].flat).toBe(false);
    expect(judged[measure].growth).toBeGreaterThan(0);
  });
  it('is refused where too little was seen', () => expect(() => judge(course(() => ({})).slice(0, 20))).toThrow('samples tell nothing'));
});

/** The short form of `npm run soak`: that everything is measured; so short a time shows no leak. */
it('a soak writes down what a process holds while messages and visitors come', async () => {
  let seen = 0;
  const report = await soak({ ms: 12_000, rate: 20, mode: 'embedded', everyMs: 300, onSample: () => void (seen += 1) });
  expect(seen).toBeGreaterThan(20);
  expect(report.messages).toBeGreaterThan(100);
  expect(report.visitors).toBeGreaterThan(3);
  expect(report.byProcess['all-0']?.residentBytes.from).toBeGreaterThan(50e6);
}, 120_000);
