/**
 * Stands in for https://cdn.shopify.com/shopifycloud/app-bridge.js: runs inside the app's frame, defines
 * `window.shopify` and puts session tokens on the page's own requests, as the real one does
 * (https://shopify.dev/docs/api/app-bridge-library). Tokens come from the admin frame around it.
 */
export const APP_BRIDGE_JS = `(() => {
  'use strict';
  const script = document.currentScript;
  const hostOrigin = new URL(script.src).origin;
  const query = new URLSearchParams(location.search);
  const meta = document.querySelector('meta[name="shopify-api-key"]');
  const TIMEOUT = 10000;
  const waiting = new Map();
  let next = 0;

  const post = (message) => window.parent.postMessage({ sandboxBridge: 1, ...message }, hostOrigin);
  const ask = (what, more) => new Promise((resolve, reject) => {
    if (window.parent === window) return reject(new Error('App Bridge: this page is not inside the admin'));
    const id = ++next;
    const timer = setTimeout(() => { waiting.delete(id); reject(new Error('App Bridge: the admin does not answer')); }, TIMEOUT);
    waiting.set(id, { resolve, reject, timer });
    post({ id, what, ...more });
  });
  window.addEventListener('message', (event) => {
    if (event.origin !== hostOrigin || event.source !== window.parent) return;
    const answer = event.data;
    if (!answer || answer.sandboxBridge !== 1) return;
    const waiter = waiting.get(answer.id);
    if (!waiter) return;
    waiting.delete(answer.id);
    clearTimeout(waiter.timer);
    if (typeof answer.error === 'string') waiter.reject(new Error(answer.error)); else waiter.resolve(answer.value);
  });

  const idToken = () => ask('idToken');
  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.origin !== location.origin || request.headers.has('authorization')) return plainFetch(request);
    const again = request.clone();
    request.headers.set('Authorization', 'Bearer ' + await idToken());
    const response = await plainFetch(request);
    if (response.status !== 401 || !response.headers.has('X-Shopify-Retry-Invalid-Session-Request')) return response;
    again.headers.set('Authorization', 'Bearer ' + await idToken());
    return plainFetch(again);
  };

  const navigate = (url) => ask('navigate', { url: String(url) });
  const plainOpen = window.open.bind(window);
  window.open = (url, target, features) => {
    const address = String(url ?? '');
    if (address.startsWith('shopify:') || target === '_top' || target === '_parent') { void navigate(address.startsWith('shopify:') ? address : new URL(address, location.href).href); return null; }
    return plainOpen(url, target, features);
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link || event.defaultPrevented) return;
    const href = link.getAttribute('href');
    if (!href.startsWith('shopify:') && link.target !== '_top') return;
    event.preventDefault();
    void navigate(href.startsWith('shopify:') ? href : link.href);
  });

  window.shopify = Object.freeze({
    config: Object.freeze({ apiKey: meta ? meta.content : '', host: query.get('host') ?? '', shop: query.get('shop') ?? '', locale: query.get('locale') ?? 'en' }),
    environment: Object.freeze({ embedded: window.parent !== window, mobile: false, pos: false }),
    ready: Promise.resolve(),
    idToken,
    open: (url, target) => window.open(url, target ?? '_top'),
    loading: (on) => { void ask('loading', { on: on !== false }); },
    toast: Object.freeze({
      show: (text, options) => { const id = 'toast-' + (++next); void ask('toast', { text: String(text), isError: !!(options && options.isError), duration: Number(options && options.duration) || 5000 }); return id; },
      hide: () => { void ask('hideToasts'); },
    }),
  });
})();
`;
