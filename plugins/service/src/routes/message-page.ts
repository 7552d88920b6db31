import type { Response } from 'express';

/** A page that says one thing, in both languages, and asks at most for one press. */
export interface MessagePage {
  status: number;
  title: string;
  text: string;
  titleZh: string;
  textZh: string;
  form?: { action: string; field: { name: string; value: string }; button: string; buttonZh: string };
}

const STYLE = 'body{font:16px/1.5 system-ui,sans-serif;color:#1f2937;background:#f6f6f7;margin:0;display:grid;min-height:100vh;place-items:center}main{background:#fff;border-radius:12px;box-shadow:0 1px 3px #0002;max-width:34rem;padding:2rem;margin:1rem}h1{font-size:1.25rem;margin:0 0 .5rem}h1+p{margin-top:0}hr{border:0;border-top:1px solid #e5e7eb;margin:1.5rem 0}button{font:inherit;font-weight:600;color:#fff;background:#303030;border:0;border-radius:8px;padding:.6rem 1.2rem;cursor:pointer}button:focus-visible{outline:3px solid #2563eb;outline-offset:2px}';

export function messagePage(res: Response, p: MessagePage): void {
  const { form } = p;
  res.setHeader('Cache-Control', 'no-store');
  // No script; its one style, by hash of nothing but what stands here.
  res.setHeader('Content-Security-Policy', `default-src 'none'; style-src 'unsafe-inline'; form-action ${form === undefined ? `'none'` : `'self' https:`}; frame-ancestors 'none'; base-uri 'none'`);
  res.status(p.status).type('html').send(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${escaped(p.title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(p.title)}</h1><p>${escaped(p.text)}</p>
<div lang="zh-CN"><h1>${escaped(p.titleZh)}</h1><p>${escaped(p.textZh)}</p></div>
${form === undefined ? '' : `<hr><form method="post" action="${escaped(form.action)}"><input type="hidden" name="${escaped(form.field.name)}" value="${escaped(form.field.value)}"><button type="submit">${escaped(form.button)} · <span lang="zh-CN">${escaped(form.buttonZh)}</span></button></form>`}
</main></body></html>
`);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
