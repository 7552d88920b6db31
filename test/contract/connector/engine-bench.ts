import { randomBytes } from 'node:crypto';
import type { Connector, Credentials, Doc, Log, Mailer, Turn } from '@parley/core/contracts';
import { createEngine, type DeliveringOptions, type Engine, type InstallationRecord, type Probe } from '@parley/core/conversation';
import type { Classifier } from '@parley/core/language';
import { createMaster } from '@parley/core/security';
import { createMemorySignals } from '@parley/core/signals';
import { openSqliteStore, type Store } from '@parley/core/storage';
import { mortal } from './mortal.js';
import { onePage, smallModel } from './small-mind.js';

/** How one process is made up. */
export interface ProcessOptions {
  connectors: (fetch: typeof globalThis.fetch, engine: Engine) => Connector[];
  probe?: Probe;
  /** Kills the process when it comes to this point for the nth time (1 if left out). */
  killAt?: Parameters<Probe>[0];
  killAtNth?: number;
  model?: Classifier;
  pages?: readonly string[];
  delivering?: Partial<DeliveringOptions>;
  mailer?: Mailer;
  /** Another process may be at work on the same store. */
  shared?: boolean;
  monotonic?: () => number;
}

/** One running process of ours on the bench's store. */
export interface Process {
  engine: Engine;
  /** Documents of the shop's own people, as they were put into its library. */
  kept: Doc[];
  /** Takes in everything the hosts hold, thinks and delivers until nothing is due. */
  work(): Promise<void>;
  /** Connects an account; a second call finds it connected. */
  connect(connector: string, account: string, credentials: Credentials, tenant?: string): Promise<InstallationRecord>;
  turns(mailbox?: string): Promise<Turn[]>;
  dead(): boolean;
  kill(): void;
  stop(): Promise<void>;
}

/** A store that outlives the processes on it. */
export interface EngineBench {
  store: Store;
  logged: string[];
  start(options: ProcessOptions): Process;
  close(): Promise<void>;
}

/** Opens a store in memory. `now` is every process's clock. */
export async function engineBench(now: () => number): Promise<EngineBench> {
  const store = await openSqliteStore({ file: ':memory:' });
  const logged: string[] = [];
  const running = new Set<Process>();
  const keep = (level: string) => (facts: object, message: string): void => void logged.push(`${level} ${message} ${JSON.stringify(facts)}`);
  const log: Log = { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
  let started = 0;

  function start(options: ProcessOptions): Process {
    const life = mortal(store, options.shared !== true);
    const kept: Doc[] = [];
    let left = options.killAtNth ?? 1;
    const connectors = new Map<string, Connector>();
    const engine = createEngine({
      store: life.store,
      signals: createMemorySignals({ clock: now }),
      connectors,
      knowledge: () => onePage(options.pages ?? [], (doc) => kept.push(doc)),
      model: options.model ?? smallModel(),
      master: createMaster(['a master secret for tests only, long enough'], (n) => randomBytes(n)),
      clock: now,
      monotonic: options.monotonic ?? (() => performance.now()),
      random: (n) => randomBytes(n),
      log,
      worker: `process-${++started}`,
      release: 'test',
      mailer: options.mailer ?? null,
      ...(options.delivering === undefined ? {} : { delivering: options.delivering }),
      probe: (point, id) => {
        options.probe?.(point, id);
        if (point === options.killAt && --left === 0) life.kill();
      },
    });
    for (const c of options.connectors(life.fetch, engine)) connectors.set(c.id, c);

    const process: Process = {
      engine,
      kept,
      dead: life.dead,
      kill: life.kill,
      async work() {
        if (life.dead()) return;
        const pulling = [...connectors.values()].filter((c) => c.inbound?.pull !== undefined).map((c) => c.id);
        for (const i of await engine.installations.all()) if (pulling.includes(i.connector)) engine.pulling.poke(i.id);
        await engine.pulling.idle();
        if (life.dead()) return;
        await engine.worker.sweep();
        await engine.worker.idle();
      },
      async connect(connector, account, credentials, tenant) {
        const { record } = await engine.installations.grant(connector, { accounts: [{ account, name: 'The Lantern Shop' }], scopes: [], credentials }, account, tenant);
        return record;
      },
      async turns(mailbox) {
        return engine.records.turns.find('all', { ...(mailbox === undefined ? {} : { where: { mailbox } }), sort: [{ path: 'seq', order: 'asc' }], limit: 1_000 });
      },
      async stop() {
        running.delete(process);
        await engine.pulling.stop();
        await engine.worker.stop();
      },
    };
    running.add(process);
    return process;
  }

  return {
    store,
    logged,
    start,
    async close() {
      for (const p of [...running]) await p.stop();
      await store.close();
    },
  };
}
