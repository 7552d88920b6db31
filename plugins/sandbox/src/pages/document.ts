import type { Response } from 'express';
import { html, trusted, type Html } from './html.js';
import type { Locale } from './locale.js';

/** What a page consists of. Style and script are addresses below this origin. */
export interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly style: string;
  readonly scripts?: readonly string[];
  readonly body: Html;
  readonly bodyClass?: string;
  /** Further sources for the Content-Security-Policy, by directive. */
  readonly allow?: Readonly<Record<string, readonly string[]>>;
  readonly status?: number;
}

/** Sends a whole page with its headers: nothing is loaded from anywhere that is not named. */
export function sendPage(response: Response, page: Page): void {
  const policy: Record<string, string[]> = {
    'default-src': ["'none'"], 'script-src': ["'self'"], 'style-src': ["'self'"], 'img-src': ["'self'", 'data:'], 'connect-src': ["'self'"],
    'form-action': ["'self'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'self'"],
  };
  for (const [directive, sources] of Object.entries(page.allow ?? {})) policy[directive] = [...(policy[directive] ?? []), ...sources];
  response
    .status(page.status ?? 200)
    .set({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': Object.entries(policy).map(([directive, sources]) => `${directive} ${sources.join(' ')}`).join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .send(
      html`${trusted('<!doctype html>')}
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${page.style}">
</head>
<body class="${page.bodyClass ?? ''}">
${page.body}
${(page.scripts ?? []).map((src) => html`<script src="${src}" defer></script>\n`)}</body>
</html>
`.text,
    );
}
