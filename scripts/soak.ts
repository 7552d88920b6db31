// npm run soak -- [--minutes 20] [--rate 50] [--mode distributed] [--json]: whether memory and handles stay flat under load.
import { z } from 'zod';
import type { Course } from '../test/soak/judge.js';
import { soak, type SoakReport } from '../test/soak/run.js';
import { command, Refusal } from './terminal/command.js';

const USAGE = `usage: npm run soak -- [--minutes 20] [--rate 50] [--mode distributed] [--json]
  --minutes  how long; below four little can be told
  --rate     messages a second
  --mode     distributed (web, worker and jobs over a MongoDB and a Redis) or embedded (one process)`;

const Options = z.object({ minutes: z.coerce.number().min(4).max(10_000), rate: z.coerce.number().int().min(1).max(10_000), mode: z.enum(['embedded', 'distributed']) });

await command(USAGE, { options: { minutes: { type: 'string', default: '20' }, rate: { type: 'string', default: '50' }, mode: { type: 'string', default: 'distributed' }, json: { type: 'boolean', default: false } } }, async ({ values }) => {
  const read = Options.safeParse(values);
  if (!read.success) throw new Refusal(`${read.error.issues.map((i) => `--${i.path.join('.')}: ${i.message}`).join('\n')}\n${USAGE}`);
  const { minutes, rate, mode } = read.data;
  let shown = 0;
  const report = await soak({
    ms: minutes * 60_000,
    rate,
    mode,
    onSample(process_, s) {
      if (s.atMs - shown < 60_000 && s.atMs !== 0) return;
      shown = s.atMs;
      process.stderr.write(`${Math.round(s.atMs / 60_000)} min: ${process_} resident ${mb(s.residentBytes)}, heap ${mb(s.heapBytes)}, ${s.handles} handles, ${s.files} files\n`);
    },
    onResend: (lastLines) => void process.stderr.write(`a message was answered 503 and goes again; the service said last:\n${lastLines}\n`),
  });
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : tableOf(report));
  return report.flat ? 0 : 1;
});

function tableOf(report: SoakReport): string {
  const line = (name: string, c: Course, show: (n: number) => string) => `  ${name.padEnd(10)}${show(c.from).padStart(12)} -> ${show(c.to).padEnd(12)}${`${(c.growth * 100).toFixed(1)} %`.padStart(8)}  ${c.flat ? 'flat' : 'GROWS'}\n`;
  return [
    `\n${report.minutes} minutes, ${report.messages} messages (${report.resent} sent twice), ${report.visitors} visitors\n`,
    ...Object.entries(report.byProcess).map(([name, c]) => `${name}\n${line('resident', c.residentBytes, mb)}${line('heap', c.heapBytes, mb)}${line('handles', c.handles, String)}${line('files', c.files, String)}`),
    `${report.flat ? 'Flat.' : 'NOT FLAT: see above.'}\n`,
  ].join('');
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
