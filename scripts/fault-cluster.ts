// npm run fault:cluster -- [--faults 22] [--seed 1] [--json]: a cluster under load while its processes, its servers and its network fail.
import { z } from 'zod';
import { runCluster, type ClusterReport } from '../test/fault/cluster-run.js';
import { holds } from '../test/fault/settled.js';
import { command, Refusal } from './terminal/command.js';

const USAGE = `usage: npm run fault:cluster -- [--faults 22] [--seed 1] [--json]
  --faults  how many; every kind comes once before any comes twice
  --seed    start of the sequence that kinds and times are drawn from
Needs redis-server, a JDK and Maven (Debian: apt-get install redis-server default-jdk-headless maven).`;

await command(USAGE, { options: { faults: { type: 'string', default: '22' }, seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } } }, async ({ values }) => {
  const read = z.object({ faults: z.coerce.number().int().min(1).max(10_000), seed: z.coerce.number().int().min(0) }).safeParse(values);
  if (!read.success) throw new Refusal(`${read.error.issues.map((i) => `--${i.path.join('.')}: ${i.message}`).join('\n')}\n${USAGE}`);
  const { faults, seed } = read.data;
  const begun = performance.now();
  const report = await runCluster({
    faults,
    seed,
    onFault: (done, fault) => void process.stderr.write(`fault ${done}/${faults} (${fault})\n`),
    onLost: (where, count) => void process.stderr.write(`broken: ${count} x ${where}\n`),
  });
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : tableOf(report, performance.now() - begun));
  return holds(report) ? 0 : 1;
});

function tableOf(report: ClusterReport, ms: number): string {
  const columns = ['accepted', 'answered', 'lost', 'duplicated', 'uncertain', 'outOfOrder'] as const;
  const row = (name: string, cells: readonly (string | number)[]) => `${name.padEnd(16)}${cells.map((c) => String(c).padStart(12)).join('')}\n`;
  return [
    `\n${report.faults} faults in ${Math.round(ms / 1_000)} s\n\n`,
    row('channel', columns),
    ...Object.entries(report.byChannel).map(([flavour, c]) => row(flavour, columns.map((column) => c[column]))),
    `\n`,
    row('fault', ['times', 'recovery ms']),
    ...Object.entries(report.byFault).map(([fault, f]) => row(fault, [f.times, f.recoveryMs ?? '-'])),
    `\nrecovery: median ${report.recoveryMs.median} ms, longest ${report.recoveryMs.longest} ms\n`,
    `${holds(report) ? 'Holds: nothing lost, nothing twice, everything in order.' : 'BROKEN: see the columns lost, duplicated and outOfOrder.'}\n`,
  ].join('');
}
