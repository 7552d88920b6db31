import type { Express } from 'express';
import type { Composition } from '../composition.js';
import type { ServiceConfig } from '../config.js';
import type { Counts } from '../counts.js';

/** `/health`: the process lives. `/ready`: it can take and keep messages right now. */
export function mountHealth(app: Express, deps: { composition: Composition; config: ServiceConfig; counts: Counts; stopping: AbortSignal }): void {
  const { composition, config, counts, stopping } = deps;
  const begun = composition.clock();
  app.get('/health', (_req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    res.json({ status: 'ok', release: config.PARLEY_RELEASE, upSeconds: Math.round((composition.clock() - begun) / 1_000), counts: counts.all() });
  });
  app.get('/ready', (_req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    if (stopping.aborted) {
      res.status(503).json({ ready: false, why: 'stopping' });
      return;
    }
    composition.store.ping().then(
      () => res.json({ ready: true }),
      () => res.status(503).json({ ready: false, why: 'the store does not answer' }),
    );
  });
}
