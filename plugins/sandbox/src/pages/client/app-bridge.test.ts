import { createContext, Script } from 'node:vm';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { APP_BRIDGE_JS } from './app-bridge.js';

const HOST = 'http://admin.test';
const APP = 'http://app.test';

/** What the page's own scripts see. */
interface PageWindow {
  fetch(input: string, init?: RequestInit): Promise<Response>;
  open(url: string, target: string): unknown;
  shopify: { idToken(): Promise<string>; config: Record<string, string>; toast: { show(text: string, options?: { isError?: boolean }): string } };
}

/** A page inside the admin: what it sent, how the admin answers it, and what its own server answers. */
class Page {
  asked: { what: string; [key: string]: unknown }[] = [];
  fetched: { url: string; authorization: string | null; body: string }[] = [];
  responses: Response[] = [];
  tokens = 0;
  readonly #listeners: ((event: unknown) => void)[] = [];
  readonly parent = { postMessage: (message: { id: number; what: string }, target: string) => this.#asked(message, target) };
  readonly window: PageWindow;

  constructor() {
    const window = {
      parent: this.parent,
      addEventListener: (_: string, listener: (event: unknown) => void) => this.#listeners.push(listener),
      open: () => 'opened',
      fetch: async (request: Request) => {
        this.fetched.push({ url: request.url, authorization: request.headers.get('authorization'), body: await request.text() });
        return this.responses.shift() ?? new Response('ok');
      },
    };
    class PageRequest extends Request {
      constructor(input: string | Request, init?: RequestInit) {
        super(typeof input === 'string' ? new URL(input, APP).href : input, init);
      }
    }
    const context = createContext({
      window, location: { search: '?shop=demo.myshopify.com&locale=zh-CN&host=aG9zdA', origin: APP, href: `${APP}/x` }, URL, URLSearchParams, Map, Promise, Request: PageRequest, setTimeout, clearTimeout,
      document: { currentScript: { src: `${HOST}/shopifycloud/app-bridge.js` }, querySelector: () => ({ content: 'key' }), addEventListener: () => {} },
    });
    new Script(APP_BRIDGE_JS).runInContext(context);
    this.window = window as unknown as PageWindow;
  }

  say(data: unknown, origin = HOST, source: unknown = this.parent): void {
    for (const listener of this.#listeners) listener({ origin, source, data });
  }

  #asked(message: { id: number; what: string }, target: string): void {
    expect(target).toBe(HOST);
    this.asked.push({ ...message });
    if (message.what !== 'idToken') return;
    this.tokens += 1;
    // Somebody else is faster, and is not believed.
    this.say({ sandboxBridge: 1, id: message.id, value: 'forged' }, 'http://evil.test');
    this.say({ sandboxBridge: 1, id: message.id, value: 'forged' }, HOST, {});
    this.say({ sandboxBridge: 1, id: message.id, value: `token-${this.tokens}` });
  }
}

describe('app bridge', () => {
  let page: Page;
  beforeEach(() => {
    page = new Page();
  });

  it('gives tokens of the admin only', async () => {
    expect(await page.window.shopify.idToken()).toBe('token-1');
    expect({ ...page.window.shopify.config }).toEqual({ apiKey: 'key', host: 'aG9zdA', shop: 'demo.myshopify.com', locale: 'zh-CN' });
  });

  it('puts a token on the page’s own requests and on no others', async () => {
    await page.window.fetch('/api');
    await page.window.fetch('http://elsewhere.test/api');
    await page.window.fetch('/api', { headers: { authorization: 'Basic x' } });
    expect(page.fetched.map((f) => f.authorization)).toEqual(['Bearer token-1', null, 'Basic x']);
  });

  it('asks again once with a fresh token when the app says so', async () => {
    const refused = () => new Response('', { status: 401, headers: { 'X-Shopify-Retry-Invalid-Session-Request': '1' } });
    page.responses = [refused(), refused()];
    const response = await page.window.fetch('/api', { method: 'POST', body: 'data' });
    expect(response.status).toBe(401);
    expect(page.fetched.map((f) => [f.authorization, f.body])).toEqual([['Bearer token-1', 'data'], ['Bearer token-2', 'data']]);
    page.responses = [new Response('', { status: 401 })];
    expect((await page.window.fetch('/api')).status).toBe(401);
    expect(page.fetched).toHaveLength(3);
  });

  it('leaves toasts and navigation to the admin', () => {
    page.window.shopify.toast.show('Saved', { isError: true });
    page.window.open('shopify://admin/products', '_top');
    page.window.open('/settings', '_top');
    expect(page.window.open('/new', '_blank')).toBe('opened');
    expect(page.asked.map(({ what, text, isError, url }) => ({ what, text, isError, url }))).toEqual([
      { what: 'toast', text: 'Saved', isError: true, url: undefined },
      { what: 'navigate', text: undefined, isError: undefined, url: 'shopify://admin/products' },
      { what: 'navigate', text: undefined, isError: undefined, url: `${APP}/settings` },
    ]);
    // The page's promises are settled so that no timer outlives the test.
    for (const { id } of page.asked) page.say({ sandboxBridge: 1, id, value: null });
  });
});
