import { expect } from '@jest/globals';
import { InboundEvent, type Inbound, type RawRequest, type Refusal, type Verified } from '@parley/core/contracts';
import fc from 'fast-check';
import type { ConnectorBench, InboundBench } from './descriptor.js';
import { engineBench } from './engine-bench.js';
import type { Rule } from './rules.js';

type Opened = { b: ConnectorBench; inbound: Inbound; at: InboundBench };

const header = fc.string({ maxLength: 200 });
const wildRequest = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', ''),
  path: fc.webPath(),
  query: fc.string(),
  headers: fc.dictionary(fc.oneof(fc.constantFrom('authorization', 'content-type', 'x-worst-signature', 'x-shopify-hmac-sha256', 'x-shopify-topic', 'x-shopify-shop-domain', 'x-shopify-webhook-id'), fc.string({ minLength: 1, maxLength: 30 })), header, { maxKeys: 6 }),
  params: fc.dictionary(fc.constantFrom('account', 'pathSecret', '__proto__'), fc.string(), { maxKeys: 2 }),
  body: fc.uint8Array({ maxLength: 500 }),
  remote: fc.ipV4(),
});

/** Bodies between noise and the real thing: any bytes, any JSON, and the samples with a piece cut out or doubled. */
function bodies(samples: readonly RawRequest[]): fc.Arbitrary<Uint8Array> {
  const real = fc.constantFrom(...samples.map((s) => s.body));
  return fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.json({ maxDepth: 6 }).map((text) => Buffer.from(text)),
    fc.constantFrom('', 'null', '[]', '{}', '"', '{"__proto__":{"x":1}}', '['.repeat(500), '{"a":1,"a":2}', '\u0000', '1e999').map((text) => Buffer.from(text)),
    fc.tuple(real, fc.nat(), fc.nat()).map(([body, a, b]) => {
      const [from, to] = [a % (body.length + 1), b % (body.length + 1)].sort((x, y) => x - y);
      return Buffer.concat([body.subarray(0, from), body.subarray(to)]);
    }),
  );
}

/** The trust line up to the point where a request is believed. */
function judge(inbound: Inbound, req: RawRequest, secrets: readonly string[], now: number): Verified | Refusal {
  const ref = inbound.secretOf(req);
  return 'ok' in ref ? ref : inbound.verify(req, secrets, now);
}

/** The whole trust line as the service walks it. */
async function walk(inbound: Inbound, req: RawRequest, secrets: readonly string[], now: number): Promise<{ verified: Verified | Refusal; events: InboundEvent[] | Refusal | null }> {
  const verified = judge(inbound, req, secrets, now);
  if (!verified.ok) return { verified, events: null };
  await inbound.prepare?.(verified);
  return { verified, events: inbound.parse(verified) };
}

/** Keys of a request's events; empty where it is refused. */
async function keysOf(o: Opened, req: RawRequest): Promise<string[]> {
  const { events } = await walk(o.inbound, req, o.at.secrets, o.b.now);
  return Array.isArray(events) ? events.map((e) => e.eventKey) : [];
}

export function inboundRules(rule: (rule: Rule, prove: () => Promise<void>) => void, open: () => Promise<ConnectorBench>): void {
  const withBench = (name: Rule, prove: (o: Opened) => void | Promise<void>) =>
    rule(name, async () => {
      const b = await open();
      if (b.connector.inbound === undefined || b.inbound === undefined) throw new Error(`${name}: the descriptor has no inbound bench`);
      await prove({ b, inbound: b.connector.inbound, at: b.inbound });
    });
  const verdict = (o: Opened, req: RawRequest, secrets = o.at.secrets) => judge(o.inbound, req, secrets, o.b.now);
  const refusedWith = (o: Opened, req: RawRequest, status: number, secrets = o.at.secrets) => expect(verdict(o, req, secrets)).toMatchObject({ ok: false, status });

  withBench('inbound.routes', ({ inbound }) => {
    const routes = inbound.routes.map((r) => `${r.method} ${r.path}`);
    expect(routes.length).toBeGreaterThan(0);
    expect(new Set(routes).size).toBe(routes.length);
    for (const r of inbound.routes) {
      expect(r.path).toMatch(/^\/[a-z]/);
      expect(r.maxBytes).toBeGreaterThan(0);
      expect(r.maxBytes).toBeLessThanOrEqual(8 * 1024 * 1024);
    }
  });

  withBench('inbound.method', (o) => {
    for (const { request } of o.at.samples) for (const method of ['GET', 'PUT', 'DELETE', 'post']) refusedWith(o, { ...request, method: method === request.method ? 'PATCH' : method }, 405);
  });

  withBench('inbound.admits', async (o) => {
    expect(o.at.samples.length).toBeGreaterThan(0);
    for (const { name, request, events: count } of o.at.samples) {
      const { verified, events } = await walk(o.inbound, request, o.at.secrets, o.b.now);
      expect({ name, verified }).toMatchObject({ name, verified: { ok: true, account: o.b.installation.account } });
      if (!Array.isArray(events)) throw new Error(`${name} was not parsed: ${JSON.stringify(events)}`);
      expect([name, events.length]).toEqual([name, count]);
      for (const e of events) {
        expect(InboundEvent.parse(e)).toEqual(e);
        expect(e.account).toBe(o.b.installation.account);
      }
    }
  });

  withBench('inbound.order', (o) => {
    for (const body of ['', '{', '\u0000\u0001', '{"__proto__":1}', 'x'.repeat(3_000)]) refusedWith(o, { ...o.at.forged, body: Buffer.from(body) }, 401);
  });

  withBench('inbound.signature', (o) => {
    refusedWith(o, o.at.unsigned, 401);
    refusedWith(o, o.at.forged, 401);
    for (const { request } of o.at.samples) {
      refusedWith(o, request, 401, []);
      refusedWith(o, request, 401, ['another secret, of whoever']);
    }
  });

  withBench('inbound.rotation', (o) => {
    const [first] = o.at.samples;
    if (first === undefined) throw new Error('no sample');
    for (const secrets of [['the newest secret of all', ...o.at.secrets], [...o.at.secrets, 'the oldest secret']]) expect(verdict(o, first.request, secrets)).toMatchObject({ ok: true });
  });

  withBench('inbound.tampered', (o) => {
    for (const { request } of o.at.samples) {
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, by) => {
          const body = Uint8Array.from(request.body);
          const place = at % Math.max(1, body.length);
          body[place] = ((body[place] ?? 0) + by) % 256;
          refusedWith(o, { ...request, body }, 401);
        }),
        { numRuns: 30 },
      );
      refusedWith(o, { ...request, body: Buffer.concat([request.body, Buffer.from(' ')]) }, 401);
    }
  });

  withBench('inbound.stale', (o) => refusedWith(o, o.at.stale, 401));
  withBench('inbound.future', (o) => refusedWith(o, o.at.future, 401));

  withBench('inbound.account', async (o) => {
    expect(o.at.foreign.length).toBeGreaterThan(0);
    for (const req of o.at.foreign) {
      const { verified, events } = await walk(o.inbound, req, o.at.secrets, o.b.now);
      if (!verified.ok) continue;
      expect(verified.account).toBe(o.b.installation.account);
      for (const e of Array.isArray(events) ? events : []) expect(e.account).toBe(o.b.installation.account);
    }
  });

  withBench('inbound.garbage', async (o) => {
    await fc.assert(
      fc.asyncProperty(bodies(o.at.samples.map((s) => s.request)), async (body) => {
        const { verified, events } = await walk(o.inbound, o.at.signed(body), o.at.secrets, o.b.now);
        if (!verified.ok) expect(verified.status).toBeLessThan(500);
        else if (!Array.isArray(events)) expect(events?.status).toBeLessThan(500);
        else for (const e of events) expect(InboundEvent.parse(e)).toEqual(e);
      }),
      { numRuns: 300 },
    );
  });

  withBench('inbound.wild', async (o) => {
    await fc.assert(
      fc.asyncProperty(wildRequest, async (req) => {
        const { verified } = await walk(o.inbound, req, o.at.secrets, o.b.now);
        expect(verified.ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  withBench('inbound.same-key', async (o) => {
    const events = await o.b.events();
    expect(new Set(events.map((e) => e.eventKey)).size).toBe(events.length);
    expect((await o.b.events()).map((e) => e.eventKey)).toEqual(events.map((e) => e.eventKey));
    const [first] = o.at.samples;
    expect(await keysOf(o, o.at.repeated)).toEqual(first === undefined ? null : await keysOf(o, first.request));
    const all = (await Promise.all(o.at.samples.map(({ request }) => keysOf(o, request)))).flat();
    expect(new Set(all).size).toBe(all.length);
  });

  withBench('inbound.lossless', async (o) => {
    if (o.at.bigId === null) throw new Error('the descriptor names no id beyond 2^53');
    expect(Number.isSafeInteger(Number(o.at.bigId))).toBe(false);
    expect(JSON.stringify(await o.b.events())).toContain(o.at.bigId);
  });

  withBench('inbound.answer', async (o) => {
    for (const { request } of o.at.samples) {
      const { verified, events } = await walk(o.inbound, request, o.at.secrets, o.b.now);
      if (!verified.ok || !Array.isArray(events)) throw new Error('a sample was refused');
      for (const state of ['stored', 'duplicate', 'parked'] as const) {
        const reply = o.inbound.answer(verified, events.map((e) => ({ eventKey: e.eventKey, turn: 'turn-1', state })));
        expect(Math.floor(reply.status / 100)).toBe(2);
        expect(JSON.stringify(reply)).not.toContain('turn-1');
        for (const secret of o.at.secrets) expect(JSON.stringify(reply)).not.toContain(secret);
      }
    }
  });

  withBench('inbound.passive', (o) => {
    const [first] = o.at.samples;
    const verified = first === undefined ? null : verdict(o, first.request);
    if (verified?.ok !== true) throw new Error('the first sample was refused');
    const reply = o.inbound.answer(verified, [], { message: { parts: [{ type: 'text', text: 'Welcome, 您好' }] }, replyTo: [], from: 'bot' });
    expect(reply.status).toBe(200);
    expect(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)).toContain('Welcome, 您好');
  });

  withBench('inbound.parked', async (o) => {
    const events = await o.b.events();
    expect(events.length).toBeGreaterThan(0);
    const bench = await engineBench(() => o.b.now);
    try {
      const p = bench.start({ connectors: () => [o.b.connector] });
      const { intake } = p.engine;
      const { id } = o.b.connector;
      expect(new Set((await intake.store(id, events)).map((s) => s.state))).toEqual(new Set(['parked']));
      expect(await p.turns()).toEqual([]);
      await p.connect(id, o.b.installation.account, o.b.installation.credentials);
      expect(await intake.adopt(id, o.b.installation.account)).toBe(events.length);
      expect(await p.turns()).toHaveLength(events.length);
      expect(new Set((await intake.store(id, events)).map((s) => s.state))).toEqual(new Set(['duplicate']));
    } finally {
      await bench.close();
    }
  });
}
