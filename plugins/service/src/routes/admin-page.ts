import type { Express } from 'express';
import type { Composition } from '../composition.js';
import type { ServiceConfig } from '../config.js';
import type { Counts } from '../counts.js';
import { rawRequest } from '../http/raw-request.js';
import { sendRefusal } from '../http/reply.js';

/** The document that Shopify embeds: a frame for the admin page, which proves who looks by session tokens. */
export function mountAdminPage(app: Express, deps: { composition: Composition; config: ServiceConfig; counts: Counts }): void {
  const { composition, config, counts } = deps;
  app.get('/shopify/app', (req, res) => {
    const request = rawRequest(req);
    const load = composition.shopify.appLoad(request.query, composition.clock());
    if (!load.ok) {
      counts.add(`refused/${load.code}`);
      res.setHeader('Content-Security-Policy', composition.shopify.frameAncestors(null));
      sendRefusal(res, load);
      return;
    }
    const bridge = new URL(config.SHOPIFY_APP_BRIDGE_URL);
    res.removeHeader('X-Frame-Options');
    res.setHeader(
      'Content-Security-Policy',
      [`default-src 'none'`, `script-src 'self' ${bridge.origin}`, `style-src 'self'`, `img-src 'self' data: https:`, `connect-src 'self' ${bridge.origin}`, `font-src 'self'`, `base-uri 'none'`, `form-action 'none'`, composition.shopify.frameAncestors(load.shop)].join('; '),
    );
    res.setHeader('Cache-Control', 'no-store');
    res.type('html').send(page(config, load.locale));
  });
}

function page(config: ServiceConfig, locale: string | null): string {
  const language = locale?.toLowerCase().startsWith('zh') === true ? 'zh-CN' : 'en';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parley</title>
<meta name="shopify-api-key" content="${escaped(config.SHOPIFY_API_KEY)}">
<script src="${escaped(config.SHOPIFY_APP_BRIDGE_URL)}"></script>
<link rel="stylesheet" href="/admin/admin.css">
</head>
<body>
<div id="parley-admin" data-host="shopify" data-locale="${language}"></div>
<noscript>Parley’s settings need JavaScript.</noscript>
<script type="module" src="/admin/admin.js"></script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
