import { render } from 'preact';
import { createApi } from './api/api.js';
import { shopifySessionToken } from './host/shopify.js';
import { createTexts, localeOf } from './i18n/texts.js';
import { App } from './views/app.js';

const TIMEOUT_MS = 20_000;
const PAGE_SIZE = 10;

/** The document's own element; the service writes the host and the merchant's language on it. */
const root = document.getElementById('parley-admin');
if (root === null) throw new Error('the document has no element #parley-admin');

const api = createApi({
  sessionToken: shopifySessionToken(window),
  // Looked up at each call: the host's script may put its own in place later.
  fetch: (input, init) => window.fetch(input, init),
  timeoutMs: TIMEOUT_MS,
  pageSize: PAGE_SIZE,
});
const locale = localeOf(root.dataset['locale']);
document.documentElement.lang = locale;
render(<App api={api} texts={createTexts(locale)} />, root);
