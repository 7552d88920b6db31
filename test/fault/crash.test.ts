import { expect, it } from '@jest/globals';
import { runCrashes } from './crash-run.js';
import { holds } from './settled.js';

/** The short form of `npm run fault:crash`: one kill at each point. */
it('loses nothing and says nothing twice, wherever it is killed', async () => {
  const report = await runCrashes({ kills: 4 });
  expect(report.byPoint).toEqual({ 'inserted': 1, 'decided': 1, 'sending': 1, 'host-accepted': 1, 'random': 0 });
  expect(report).toMatchObject({ kills: 4, lost: 0, duplicated: 0 });
  expect(report.byChannel.key.withheld + report.byChannel.readback.withheld).toBeGreaterThan(0);
  expect(holds(report)).toBe(true);
}, 180_000);
