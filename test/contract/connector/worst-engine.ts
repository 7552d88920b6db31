import { afterEach } from '@jest/globals';
import type { Log, Turn } from '@parley/core/contracts';
import type { InstallationRecord } from '@parley/core/conversation';
import { startWorstHost, type HostFaults, type WorstBench } from '../worst-host/bench.js';
import { createWorstConnector, type WorstConnector } from '../worst-host/connector.js';
import { worstCredentials } from '../worst-host/credentials.js';
import { connectorIdOf, type Flavour } from '../worst-host/flavour.js';
import { engineBench, type EngineBench, type Process, type ProcessOptions } from './engine-bench.js';

export const START = Date.parse('2026-11-23T08:00:00Z');
export const ACCOUNT = 'acme';
const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** The engine with one account of the worst host, on a clock that moves by hand. */
export interface WorstEngine {
  host: WorstBench;
  bench: EngineBench;
  connector: string;
  /** A process with the account connected. */
  start(options?: Partial<ProcessOptions>): Promise<Process & { installation: InstallationRecord }>;
  /** Starts a process without connecting anything. */
  bare(options?: Partial<ProcessOptions>): Process;
  connect(process: Process): Promise<InstallationRecord>;
  /** The connector as a process gets it. */
  connectorOf(fetch: typeof globalThis.fetch): WorstConnector;
  write(thread: string, id: string, text: string): Promise<void>;
  faults(faults: HostFaults): Promise<void>;
  shown(thread: string): Promise<string[]>;
  /** Lets time pass in steps, working in between, as a running process would. */
  passWorking(process: Process, ms: number, steps?: number): Promise<void>;
}

const open: WorstEngine[] = [];
afterEach(async () => {
  for (const w of open.splice(0)) {
    await w.bench.close();
    await w.host.close();
  }
});

/** Closed by itself when the test ends. */
export async function worstEngine(flavour: Flavour, setup: { faults?: HostFaults } = {}): Promise<WorstEngine> {
  const host = await startWorstHost(START);
  const bench = await engineBench(host.now);
  const connector = connectorIdOf(flavour);
  const access = await host.account(ACCOUNT, flavour, setup.faults === undefined ? {} : { faults: setup.faults });
  const connectorOf = (fetch: typeof globalThis.fetch) => createWorstConnector({ flavour, clock: host.now, log: SILENT, fetch });
  const bare = (options: Partial<ProcessOptions> = {}): Process => bench.start({ connectors: (fetch) => [connectorOf(fetch)], delivering: { backoff: { firstMs: 1_000, capMs: 60_000 } }, ...options });
  const connect = (process: Process) => process.connect(connector, ACCOUNT, worstCredentials(access));
  const w: WorstEngine = {
    host,
    bench,
    connector,
    bare,
    connect,
    connectorOf,
    async start(options) {
      const process = bare(options);
      return Object.assign(process, { installation: await connect(process) });
    },
    write: (thread, id, text) => host.write(ACCOUNT, thread, id, text),
    faults: (faults) => host.faults(ACCOUNT, faults),
    shown: (thread) => host.shown(ACCOUNT, thread),
    async passWorking(process, ms, steps = 1) {
      for (let n = 0; n < steps; n++) {
        host.pass(Math.ceil(ms / steps));
        await process.work();
      }
    },
  };
  open.push(w);
  return w;
}

/** All deliveries of turns, in lane order. */
export function deliveriesOf(turns: readonly Turn[]): Turn['deliveries'][string][] {
  return turns.flatMap((t) => Object.values(t.deliveries).sort((a, b) => a.order - b.order));
}
