import type { Express } from 'express';
import type { Metrics } from '../observability/metrics.js';

/**
 * `/metrics` for Prometheus. Says how much business a shop does: only on the operations listener or behind the operator's token.
 * @param refresh brings up to date what is measured only when somebody looks
 */
export function mountMetrics(app: Express, path: string, metrics: Metrics, refresh: () => Promise<void>): void {
  app.get(path, (_req, res, next) => {
    refresh()
      .then(() => metrics.registry.metrics())
      .then((text) => {
        res.setHeader('Content-Type', metrics.registry.contentType);
        res.setHeader('Cache-Control', 'no-store');
        res.send(text);
      }, next);
  });
}
