import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { OPERATOR, SHOP, SHOPIFY_SECRET, startTestService, type TestService } from '../harness/service.js';

/** What an OpenAPI 3.1 document must be in the parts that ours has. */
const Schema = z.record(z.string(), z.unknown());
const Content = z.record(z.string(), z.strictObject({ schema: Schema.optional() }));
const Operation = z.strictObject({
  summary: z.string().min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  parameters: z.array(z.strictObject({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema: Schema })).optional(),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(z.string().regex(/^([1-5]\d\d|default)$/), z.strictObject({ description: z.string().min(1), content: Content.optional() })),
});
const OpenApi = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.strictObject({ title: z.string(), version: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'patch', 'put', 'delete']), Operation)),
  components: z.strictObject({ securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })) }),
});

/** Where the document and what browsers load lie: no API. Hosts' own paths are the hosts' to describe. */
const NO_API = /^\/(openapi\.json|parley\.js|admin(\/|$)|shopify\/)/;

describe('the service’s HTTP surface', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service.stop());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${service.url}${path}`, { headers });
  const document = async () => OpenApi.parse(await (await get('/openapi.json')).json());

  it('tells that it lives and that it is ready', async () => {
    const health = await get('/health');
    expect(health.status).toBe(200);
    // What came in says how much business a shop does: nobody's but the operator's.
    expect(await health.json()).toEqual({ status: 'ok', role: 'all', release: 'dev', upSeconds: expect.any(Number) });
    expect(health.headers.get('cache-control')).toBe('no-store');
    expect(await (await get('/ready')).json()).toEqual({ ready: true, degraded: [] });
  });

  it('describes itself in a whole OpenAPI document', async () => {
    const { paths, components } = await document();
    for (const [path, methods] of Object.entries(paths))
      for (const [method, operation] of Object.entries(methods)) {
        const named = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
        const inPath = (operation.parameters ?? []).filter((p) => p.in === 'path');
        expect([method, path, inPath.map((p) => p.name)]).toEqual([method, path, named]);
        expect(inPath.every((p) => p.required)).toBe(true);
        for (const need of operation.security ?? []) for (const scheme of Object.keys(need)) expect(Object.keys(components.securitySchemes)).toContain(scheme);
        expect(Object.keys(operation.responses)).toContain('default');
      }
  });

  it('describes every route it has, and has every route it describes', async () => {
    const { paths } = await document();
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((m) => `${m} ${path}`));
    // Pre-flights, and the refusal of every other method of a path, are no operations.
    const routes = service.app.router.stack.flatMap(({ route }) => (route === undefined ? [] : [{ path: route.path, methods: new Set(route.stack.map((s) => s.method)) }]));
    const own = routes.filter((r) => r.methods.size === 1 && !NO_API.test(r.path)).flatMap((r) => [...r.methods].map((method) => ({ path: r.path, method }))).filter((r) => r.method !== 'options');
    expect(own.length).toBeGreaterThan(15);
    const mounted = own.map((r) => `${r.method} ${r.path.replace(/:(\w+)/g, '{$1}')}`);
    expect([...new Set(mounted)].sort()).toEqual(described.sort());
  });

  it('guards every described operation by what it says', async () => {
    const { paths } = await document();
    for (const [path, methods] of Object.entries(paths))
      for (const [method, operation] of Object.entries(methods)) {
        const res = await fetch(`${service.url}${path.replace(/\{\w+\}/g, 'x')}`, { method: method.toUpperCase(), ...(method === 'get' ? {} : { body: '{}', headers: { 'Content-Type': 'application/json' } }) });
        await res.arrayBuffer();
        if (operation.security !== undefined) expect([method, path, res.status]).toEqual([method, path, 401]);
        else expect(res.status).not.toBe(401);
      }
    expect((await get('/api/operator/turns?site=x&thread=y', { Authorization: `Bearer ${OPERATOR}` })).status).toBe(200);
    expect((await get('/api/operator/turns?site=x&thread=y', { Authorization: `Bearer ${OPERATOR}x` })).status).toBe(401);
  });

  it('sends the security headers with every answer, whatever its status, and says nothing of its making', async () => {
    for (const path of ['/health', '/nowhere', '/api/admin/overview', '/shopify/app', '/webchat/history', '/openapi.json', '/%E0%A4%A', '/api/admin/conversations/%ff']) {
      const res = await get(path);
      const text = await res.text();
      expect([path, res.headers.get('x-powered-by'), res.headers.get('x-content-type-options'), res.headers.get('referrer-policy')]).toEqual([path, null, 'nosniff', 'no-referrer']);
      expect(res.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(res.headers.get('strict-transport-security')).toMatch(/max-age=\d+/);
      expect(res.headers.get('x-request-id')).toMatch(/^[\w.-]{8,64}$/);
      expect(res.status).toBeLessThan(500);
      expect(text).not.toMatch(/\bat \S+:\d+|node_modules|Error:/);
    }
  });

  it('gives every request an id, and takes one that looks like one', async () => {
    const [a, b] = [await get('/health'), await get('/health')];
    expect(a.headers.get('x-request-id')).not.toBe(b.headers.get('x-request-id'));
    expect((await get('/health', { 'X-Request-Id': 'from-the-proxy-1' })).headers.get('x-request-id')).toBe('from-the-proxy-1');
    expect((await get('/health', { 'X-Request-Id': 'no good "id"' })).headers.get('x-request-id')).toMatch(/^[\w-]{12}$/);
  });

  it('lets the admin of the very shop that proved itself frame the admin page, and nobody else', async () => {
    const real = await startTestService({ env: { SHOPIFY_API_ORIGIN: '' } });
    try {
      const load = (over: Record<string, string> = {}, sign = SHOPIFY_SECRET) => {
        const query = Object.entries({ embedded: '1', host: 'aG9zdA', locale: 'zh-CN', shop: SHOP, timestamp: String(Math.floor(Date.now() / 1_000)), ...over }).sort(([a], [b]) => (a < b ? -1 : 1));
        const text = query.map(([k, v]) => `${k}=${v}`).join('&');
        return fetch(`${real.url}/shopify/app?${text}&hmac=${createHmac('sha256', sign).update(text).digest('hex')}`);
      };
      const good = await load();
      expect(good.status).toBe(200);
      const ancestors = (res: Response) => /frame-ancestors ([^;]*)/.exec(res.headers.get('content-security-policy') ?? '')?.[1];
      expect(ancestors(good)).toBe(`https://${SHOP} https://admin.shopify.com`);
      expect(good.headers.get('x-frame-options')).toBeNull();
      expect(good.headers.get('content-security-policy')).not.toMatch(/unsafe/);
      expect(await good.text()).toContain('<html lang="zh-CN">');
      expect(ancestors(await load({ shop: 'other.myshopify.com' }))).toBe('https://other.myshopify.com https://admin.shopify.com');
      for (const bad of [await load({}, 'not the secret'), await load({ timestamp: '1000000000' }), await load({ shop: 'evil.test' }), await fetch(`${real.url}/shopify/app?shop=${SHOP}`)]) {
        expect([400, 401]).toContain(bad.status);
        expect(ancestors(bad)).toBe("'none'");
      }
    } finally {
      await real.stop();
    }
  });

  it('is not ready once it is stopping', async () => {
    const other = await startTestService();
    const ready = () => fetch(`${other.url}/ready`).then((r) => r.status, () => 'closed');
    expect(await ready()).toBe(200);
    const stopping = other.stop();
    expect([503, 'closed']).toContain(await ready());
    await stopping;
    expect(await ready()).toBe('closed');
  });
});
