import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Course, Measure } from '../soak/judge.js';
import { soak, type SoakReport } from '../soak/run.js';

/** Twelve seconds say nothing of slow leaks, but a fast one must come through metrics, samples and judgement alike. */
describe('a soak of a service that leaks on purpose', () => {
  const before = process.env['NODE_OPTIONS'];
  let report: SoakReport;

  beforeAll(async () => {
    process.env['NODE_OPTIONS'] = `${before ?? ''} --import=${new URL('./leaking.mjs', import.meta.url).href}`.trim();
    report = await soak({ ms: 12_000, rate: 20, mode: 'embedded', everyMs: 300 }).finally(() => {
      if (before === undefined) delete process.env['NODE_OPTIONS'];
      else process.env['NODE_OPTIONS'] = before;
    });
  }, 120_000);
  afterAll(() => expect(process.env['NODE_OPTIONS']).toBe(before));

  const courseOf = (measure: Measure): Course => {
    const all = report.byProcess['all-0'];
    if (all === undefined) throw new Error(`nothing was seen of the service, only of ${Object.keys(report.byProcess).join(', ')}`);
    return all[measure];
  };

  it.each(['heapBytes', 'residentBytes', 'handles', 'files'] as const)('says that its %s grow', (measure) => {
    expect(courseOf(measure)).toMatchObject({ flat: false });
  });
  it('is not called flat', () => expect(report.flat).toBe(false));
});
