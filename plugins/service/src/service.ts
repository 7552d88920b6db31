import { setMaxListeners } from 'node:events';
import { performance } from 'node:perf_hooks';
import type { Express } from 'express';
import { operationsApp, publicApp, type AppDeps } from './apps.js';
import { compose, type Composition, type CompositionOptions } from './composition.js';
import type { Role } from './config.js';
import { createCounts } from './counts.js';
import { listen, within, type Listening } from './listen.js';
import { observeBacklog } from './observability/backlog.js';
import { createMetrics } from './observability/metrics.js';
import { observers } from './observability/observers.js';
import { createTraces } from './observability/traces.js';

export interface Service {
  composition: Composition;
  /** What answers the requests of hosts, shoppers and staff; the operations' where the role takes none. */
  app: Express;
  /** The port of `app`; 0 where this role listens nowhere. */
  port: number;
  /** The port of health, readiness and metrics; null where there is none. */
  opsPort: number | null;
  /** Takes nothing new, finishes what is in hand, closes the store. Within ten seconds, whatever hangs. */
  stop(): Promise<void>;
}

/** A stop that takes longer would be cut short by most supervisors anyway. */
const STOP_MS = 9_000;
/** Where roles without a public address are asked how they do. */
const OPS_PORT = 9_090;

/** What a process does, by its role. */
const DOES: Readonly<Record<Role, { requests: boolean; turns: boolean; background: boolean }>> = {
  all: { requests: true, turns: true, background: true },
  web: { requests: true, turns: false, background: false },
  worker: { requests: false, turns: true, background: false },
  jobs: { requests: false, turns: false, background: true },
};

/** Composes everything, starts what belongs to the role, and listens. Throws the error family with a message for the operator. */
export async function startService(options: CompositionOptions): Promise<Service> {
  const { config, log } = options;
  const { PARLEY_ROLE: role, PARLEY_RELEASE: release } = config;
  const does = DOES[role];
  const metrics = createMetrics({ role, release });
  const traces = config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? null : createTraces({ to: config.OTEL_EXPORTER_OTLP_ENDPOINT, role, release, share: config.OTEL_TRACES_SAMPLER_ARG });
  const watching = [metrics.observer, ...(traces === null ? [] : [traces.observer]), ...(options.observer === undefined ? [] : [options.observer])];
  const composition = await compose({ ...options, observer: observers(watching), watch: metrics.backends });
  const { engine, clock } = composition;

  const stopping = new AbortController();
  // Every open stream waits for it: that is no leak.
  setMaxListeners(0, stopping.signal);
  const refreshMetrics = does.background ? observeBacklog(metrics.registry, engine.records, clock, log) : () => Promise.resolve();
  const deps: AppDeps = { composition, config, counts: createCounts((name) => metrics.counted(name)), metrics, refreshMetrics, log, stopping: stopping.signal };
  const app = does.requests ? publicApp(deps) : operationsApp(deps);
  const listening: Listening[] = [];
  const opsPort = config.OPS_PORT ?? (does.requests ? null : OPS_PORT);

  let stopped: Promise<void> | null = null;
  const stopOnce = () => (stopped ??= stop());
  try {
    await engine.knowledge.start({ reads: does.background });
    if (does.turns) await engine.worker.start();
    if (does.turns) await engine.pulling.start();
    const open = does.requests ? await listen(app, config.PORT, config.HOST, 'HOST and PORT') : null;
    if (open !== null) listening.push(open);
    const ops = opsPort === null ? null : await listen(does.requests ? operationsApp(deps) : app, opsPort, config.HOST, 'HOST and OPS_PORT');
    if (ops !== null) listening.push(ops);
    log.info({ role, release, ...(open === null ? {} : { port: open.port }), ...(ops === null ? {} : { opsPort: ops.port }) }, open === null ? 'Parley is at work' : 'Parley is listening');
    return { composition, app, port: (open ?? ops)?.port ?? 0, opsPort: ops?.port ?? null, stop: stopOnce };
  } catch (e) {
    await stopOnce();
    throw e;
  }

  async function stop(): Promise<void> {
    const began = performance.now();
    const share = STOP_MS / 3;
    stopping.abort();
    await Promise.all(listening.map((l) => l.close(share)));
    await within(share, Promise.all([engine.pulling.stop(), engine.worker.stop()]));
    await within(share / 3, engine.knowledge.stop());
    await within(share * (2 / 3), Promise.all([composition.close(), traces?.stop()]));
    log.info({ ms: Math.round(performance.now() - began) }, 'Parley has stopped');
  }
}
