import type { Express, Response } from 'express';
import type { Composition } from '../composition.js';
import type { ServiceConfig } from '../config.js';
import type { Counts } from '../counts.js';

/** A dependency that does not answer within this time does not answer. */
const PING_MS = 2_000;

/**
 * `/health`: the process lives. `/ready`: it can do the work of its role right now. A store that does not answer makes it
 * unready; signals that do not answer only make it slower, and are named as degraded.
 * @param deps.counts told with `/health` where only the operator's own network listens: they say how much business a shop does
 */
export function mountHealth(app: Express, deps: { composition: Composition; config: ServiceConfig; counts?: Counts; stopping: AbortSignal }): void {
  const { composition, config, counts, stopping } = deps;
  const begun = composition.clock();

  app.get('/health', (_req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    res.json({ status: 'ok', role: config.PARLEY_ROLE, release: config.PARLEY_RELEASE, upSeconds: Math.round((composition.clock() - begun) / 1_000), ...(counts === undefined ? {} : { counts: counts.all() }) });
  });
  app.get('/ready', (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    ready(res).catch(next);
  });

  async function ready(res: Response): Promise<void> {
    const [store, signals] = stopping.aborted ? [false, false] : await Promise.all([answers(composition.store), answers(composition.signals)]);
    if (store) res.json({ ready: true, degraded: signals ? [] : ['signals'] });
    else res.status(503).json({ ready: false, why: stopping.aborted ? 'stopping' : 'the store does not answer' });
  }
}

async function answers(engine: { ping(): Promise<void> }): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), PING_MS)));
  try {
    return await Promise.race([engine.ping().then(() => true, () => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
