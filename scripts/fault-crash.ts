// npm run fault:crash -- [--kills 50] [--seed 1] [--json]: kills the service under load and counts what was lost or sent twice.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runCrashes, type CrashReport } from '../test/fault/crash-run.js';
import { holds } from '../test/fault/settled.js';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } } });
const read = z.object({ kills: z.coerce.number().int().min(1).max(10_000), seed: z.coerce.number().int().min(0), json: z.boolean() }).safeParse(values);

if (read.success) {
  const { kills, seed, json } = read.data;
  const begun = performance.now();
  const report = await runCrashes({
    kills,
    seed,
    onKill: (done, at) => void process.stderr.write(`kill ${done}/${kills} (${at})\n`),
    onLost: (where, count) => void process.stderr.write(`lost: ${count} x ${where}\n`),
  });
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : tableOf(report, performance.now() - begun));
  process.exitCode = holds(report) ? 0 : 1;
} else {
  process.stderr.write(`${read.error.issues.map((i) => `--${i.path.join('.')}: ${i.message}`).join('\n')}\n`);
  process.exitCode = 2;
}

function tableOf(report: CrashReport, ms: number): string {
  const columns = ['accepted', 'answered', 'lost', 'duplicated', 'uncertain', 'outOfOrder', 'withheld'] as const;
  const row = (name: string, cells: readonly (string | number)[]) => `${name.padEnd(10)}${cells.map((c) => String(c).padStart(12)).join('')}\n`;
  return [
    `\n${report.kills} kills in ${Math.round(ms / 1_000)} s: ${Object.entries(report.byPoint).map(([point, n]) => `${point} ${n}`).join(', ')}\n\n`,
    row('channel', columns),
    ...Object.entries(report.byChannel).map(([flavour, c]) => row(flavour, columns.map((column) => c[column]))),
    `\n${holds(report) ? 'Holds: nothing lost, nothing twice, everything in order.' : 'BROKEN: see the columns lost, duplicated and outOfOrder.'}\n`,
  ].join('');
}
