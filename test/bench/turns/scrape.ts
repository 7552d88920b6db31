import type { Stack } from '../../../scripts/stack/stack.js';

/** Running totals of all processes of the service. */
export interface Totals {
  /** Processor time by role. */
  cpuMs: Record<string, number>;
  /** Commands to the shared store, as `command collection`. */
  store: Record<string, number>;
  /** Commands to the shared Redis, by purpose. */
  redis: Record<string, number>;
}

/** Reads what every process says of itself under `/metrics`. */
export async function scrape(processes: Stack['processes']): Promise<Totals> {
  const totals: Totals = { cpuMs: {}, store: {}, redis: {} };
  for (const { role, opsUrl } of processes) {
    const text = await (await fetch(`${opsUrl}/metrics`)).text();
    for (const line of text.split('\n')) {
      const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? ([\d.e+-]+)$/.exec(line) ?? [];
      if (name === undefined) continue;
      const label = (which: string) => new RegExp(`(?:^|,)${which}="([^"]*)"`).exec(labels)?.[1] ?? '';
      if (name === 'process_cpu_seconds_total') add(totals.cpuMs, role, Number(value) * 1_000);
      if (name === 'parley_store_command_seconds_count') add(totals.store, `${label('command')} ${label('collection')}`, Number(value));
      if (name === 'parley_signal_commands_total') add(totals.redis, label('purpose'), Number(value));
    }
  }
  return totals;
}

function add(to: Record<string, number>, name: string, n: number): void {
  to[name] = (to[name] ?? 0) + n;
}
