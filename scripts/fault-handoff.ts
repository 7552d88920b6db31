// npm run fault:handoff -- [--runs 50] [--steps 120] [--seed 1] [--json]: shoppers and agents write at once while Slack, the network and our own processes fail.
import { z } from 'zod';
import { runHandoffs, type HandoffReport } from '../test/fault/handoff-run.js';
import { command, Refusal } from './terminal/command.js';

const USAGE = `usage: npm run fault:handoff -- [--runs 50] [--steps 120] [--seed 1] [--json]
  --runs   how often a shop, a team and their day are played from the beginning
  --steps  what happens in each: words, presses, faults, restarts, time
  --seed   start of the sequence that everything is drawn from`;

await command(USAGE, { options: { runs: { type: 'string', default: '50' }, steps: { type: 'string', default: '120' }, seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } } }, async ({ values }) => {
  const read = z.object({ runs: z.coerce.number().int().min(1).max(10_000), steps: z.coerce.number().int().min(1).max(10_000), seed: z.coerce.number().int().min(0) }).safeParse(values);
  if (!read.success) throw new Refusal(`${read.error.issues.map((i) => `--${i.path.join('.')}: ${i.message}`).join('\n')}\n${USAGE}`);
  const report = await runHandoffs({
    ...read.data,
    onRun: (n, found) => {
      if (n % 10 === 0 || !holds(found)) process.stderr.write(`run ${n}/${read.data.runs}: ${JSON.stringify(found)}\n`);
    },
  });
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : tableOf(report));
  return holds(report) ? 0 : 1;
});

function holds(r: HandoffReport): boolean {
  return r.lost + r.duplicated + r.misordered + r.orphaned === 0;
}

function tableOf(r: HandoffReport): string {
  const rows = Object.entries(r).map(([key, value]) => `${key.padEnd(14)}${String(value).padStart(10)}\n`);
  return `${rows.join('')}\n${holds(r) ? 'Holds: nothing lost, nothing twice, everything in order, nobody left alone.' : 'BROKEN: see lost, duplicated, misordered and orphaned.'}\n`;
}
