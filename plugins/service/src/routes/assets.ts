import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type { Log } from '@parley/core/contracts';

/** Serves the built widget and admin page. They are built by `npm run build` or on `npm start`; a missing one is said loudly. */
export function mountAssets(app: Express, log: Log): void {
  // From src/routes and from dist/routes alike.
  const plugins = fileURLToPath(new URL('../../../', import.meta.url));
  const widget = path.join(plugins, 'webchat/dist/parley.js');
  const admin = path.join(plugins, 'admin/dist');
  if (!existsSync(widget)) log.warn({ file: 'plugins/webchat/dist/parley.js' }, 'the chat widget is not built: run npm run bundle');
  if (!existsSync(path.join(admin, 'admin.js'))) log.warn({ file: 'plugins/admin/dist/admin.js' }, 'the admin page is not built: run npm run bundle');

  app.get('/parley.js', (_req, res, next) => {
    // Looked for again each time: it may have been built meanwhile.
    if (!existsSync(widget)) {
      next();
      return;
    }
    res.setHeader('Access-Control-Allow-Origin', '*');
    res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    res.setHeader('Cache-Control', 'public, max-age=300');
    res.type('text/javascript').sendFile(widget);
  });
  app.use('/admin', express.static(admin, { index: false, maxAge: '5m', fallthrough: true, extensions: [] }));
}
