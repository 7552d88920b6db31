import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InboundEvent, type RawRequest } from '@parley/core/contracts';
import { call, open, request, SECRETS, setup, START, type Setup } from './testing/bench.js';
import { signToken, TOKEN_LIFE_MS } from './token.js';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

/** What the intake does with a request, up to the point of storing. */
function take(s: Setup, req: RawRequest) {
  const { inbound } = s.connector;
  const ref = inbound.secretOf(req);
  if ('ok' in ref) return ref;
  const v = inbound.verify(req, SECRETS, s.clock.now());
  return v.ok ? inbound.parse(v) : v;
}

describe('a shopper’s message', () => {
  let s: Setup;
  let token: string;
  let thread: string;
  beforeEach(async () => {
    s = setup();
    ({ token, thread } = await open(s));
  });
  const say = (json: unknown, as = token) => take(s, request({ json, token: as }));
  const textOf = (json: object) => {
    const events = say({ id: 'message-1', ...json });
    if (!Array.isArray(events)) return events.code;
    const body = events[0]?.body;
    return body?.type === 'message' ? body.message.parts : null;
  };

  it('becomes one event of the thread that the token names', () => {
    const events = say({ id: '01HZX-abc_1', text: ' Where is my order? ', locale: 'en-GB' });
    expect(events).toEqual([
      {
        account: 'shop-1',
        eventKey: expect.any(String),
        at: null,
        mailbox: { kind: 'thread', hostThread: thread },
        body: { type: 'message', from: { id: thread, locale: 'en-GB' }, message: { parts: [{ type: 'text', text: 'Where is my order?' }] }, hostMessageId: '01HZX-abc_1' },
      },
    ]);
    expect(() => InboundEvent.parse(Array.isArray(events) ? events[0] : null)).not.toThrow();
  });

  it('carries a customer id only from a signed token', () => {
    const customer = signToken({ site: 'shop-1', thread: 'c_7', identity: 'c_7', customer: '7', iat: START, exp: START + 1 }, SECRETS[0] ?? '');
    expect(say({ id: 'message-1', text: 'x' }, customer)).toMatchObject([{ body: { from: { id: 'c_7', customerId: '7' } } }]);
    expect(say({ id: 'message-1', text: 'x', customer: '7' })).toMatchObject({ status: 422 });
  });

  it('has the same key whenever it is sent again, and another in every other thread', async () => {
    const key = (r: ReturnType<typeof take>) => (Array.isArray(r) ? r[0]?.eventKey : null);
    const other = await open(s);
    const first = key(say({ id: 'message-1', text: 'x' }));
    expect(key(say({ id: 'message-1', text: 'changed' }))).toBe(first);
    expect(key(say({ id: 'message-2', text: 'x' }))).not.toBe(first);
    expect(key(say({ id: 'message-1', text: 'x' }, other.token))).not.toBe(first);
  });

  it('is cleaned of what nobody types', () => {
    expect(textOf({ text: 'a\u0000b\u001b[31m\u0085c\r\nd\te\ud800' })).toEqual([{ type: 'text', text: 'ab[31mc\nd\te\ufffd' }]);
    expect(textOf({ text: '👨‍👩‍👧 第二个呢' })).toEqual([{ type: 'text', text: '👨‍👩‍👧 第二个呢' }]);
    expect(textOf({ text: '<script>alert(1)</script>' })).toEqual([{ type: 'text', text: '<script>alert(1)</script>' }]);
  });

  it('has a length, and is not nothing', () => {
    expect(textOf({ text: `  ${'字'.repeat(20_000)}  ` })).toHaveLength(1);
    expect(textOf({ text: '字'.repeat(20_001) })).toBe('webchat.text-too-long');
    expect(textOf({ text: 'x'.repeat(100_000) })).toBe('webchat.text-too-long');
    for (const text of ['', '  \n', '\u0000', '\u200b\u2060']) expect(textOf({ text })).toBe('webchat.empty');
    expect(textOf({})).toBe('webchat.empty');
  });

  it('is refused with the status that tells why', () => {
    const status = (req: RawRequest) => {
      const r = take(s, req);
      return Array.isArray(r) ? 202 : r.status;
    };
    expect(status(request({ body: '{"id":', token }))).toBe(400);
    expect(status(request({ body: Uint8Array.from([0x7b, 0xff, 0xfe]), token }))).toBe(400);
    expect(status(request({ body: '{"id":"message-1","text":"x","__proto__":{"a":1}}', token }))).toBe(400);
    expect(status(request({ body: '['.repeat(500), token }))).toBe(400);
    expect(status(request({ body: 'id=1', token, headers: { 'content-type': 'application/x-www-form-urlencoded' } }))).toBe(415);
    expect(status(request({ body: ' '.repeat(131_073), token }))).toBe(413);
    for (const json of [null, [], 'x', { id: 'short', text: 'x' }, { id: 'message 1', text: 'x' }, { id: 'message-1', text: 1 }, { id: 'message-1', text: 'x', more: 1 }, { id: 'message-1', images: ['a', 'b', 'c', 'd', 'e'] }]) {
      expect(status(request({ json, token }))).toBe(422);
    }
  });

  it('needs a token that is ours, for now, and says the same of every false one', () => {
    const good = { site: 'shop-1', thread, identity: thread, iat: START, exp: START + TOKEN_LIFE_MS };
    const code = (as: string) => {
      const r = say({ id: 'message-1', text: 'x' }, as);
      return Array.isArray(r) ? 'stored' : `${r.status} ${r.code}`;
    };
    expect(code(signToken(good, SECRETS[1] ?? ''))).toBe('stored');
    expect(code(signToken(good, 'a forger’s secret'))).toBe('401 webchat.bad-token');
    expect(code(signToken({ ...good, iat: START + 61_000 }, SECRETS[0] ?? ''))).toBe('401 webchat.bad-token');
    expect(code(signToken({ ...good, exp: START }, SECRETS[0] ?? ''))).toBe('401 webchat.token-expired');
    expect(code('')).toBe('401 webchat.no-token');
    expect(take(s, request({ json: { id: 'message-1', text: 'x' } }))).toMatchObject({ status: 401, code: 'webchat.no-token' });
    expect(take(s, request({ json: {}, headers: { authorization: `Basic ${token}` } }))).toMatchObject({ status: 401 });
  });

  it('may show images that this shopper uploaded, and no others', async () => {
    const upload = await call(s, 'POST', '/webchat/images', request({ body: PNG, token, headers: { 'content-type': 'image/png' } }));
    const ticket = String(upload.body['blob']);
    expect(textOf({ text: 'broken', images: [ticket, ticket] })).toEqual([
      { type: 'text', text: 'broken' },
      { type: 'image', blob: 'blob-1', mime: 'image/png', bytes: PNG.length },
    ]);
    expect(textOf({ images: [ticket] })).toHaveLength(1);
    const other = await open(s);
    expect(say({ id: 'message-1', images: [ticket] }, other.token)).toMatchObject({ status: 422, code: 'webchat.no-such-image' });
    for (const forged of ['blob-1', ticket.replace('~png~', '~gif~'), ticket.replace('blob-1', 'blob-2'), `${ticket}x`]) {
      expect(textOf({ images: [forged] })).toBe('webchat.no-such-image');
    }
  });

  it('is answered with its id and what became of it', () => {
    const { inbound } = s.connector;
    const v = inbound.verify(request({ json: { id: 'message-1', text: 'x' }, token }), SECRETS, START);
    if (!v.ok) throw new Error(v.code);
    const stored = { eventKey: 'k', turn: 't' };
    expect(inbound.answer(v, [{ ...stored, state: 'stored' }])).toMatchObject({ status: 202, body: { id: 'message-1', state: 'stored' } });
    expect(inbound.answer(v, [{ ...stored, state: 'duplicate' }])).toMatchObject({ status: 202, body: { id: 'message-1', state: 'duplicate' } });
  });

  it('is limited per shopper and per address, by keys that name neither', () => {
    const v = s.connector.inbound.verify(request({ json: {}, token }), SECRETS, START);
    if (!v.ok) throw new Error(v.code);
    const rules = s.connector.inbound.limits?.(v) ?? [];
    expect(rules.map((r) => [r.perMinute, r.burst])).toEqual([
      [30, 10],
      [300, 100],
    ]);
    expect(JSON.stringify(rules)).not.toContain('203.0.113.7');
    expect(JSON.stringify(rules)).not.toContain(thread);
    const raised = setup({ messagesPerShopper: { perMinute: 9_000, burst: 900 } });
    expect(raised.connector.inbound.limits?.(v)[0]).toMatchObject({ perMinute: 9_000, burst: 900 });
  });

  it('whatever it is, is an event or a refusal: 4,000 bodies and headers', () => {
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json({ maxDepth: 40 }),
      fc.record({ id: fc.oneof(fc.string(), fc.constant('message-1')), text: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()), images: fc.array(fc.string()) }, { requiredKeys: [] }).map((o) => {
        try {
          return JSON.stringify(o);
        } catch {
          return 'not json';
        }
      }),
    );
    const header = fc.oneof(fc.constant(`Bearer ${token}`), fc.string({ unit: 'binary' }), fc.string().map((t) => `Bearer ${t}`));
    const seen = new Set<number>();
    fc.assert(
      fc.property(body, header, fc.constantFrom('application/json', 'text/html', '', 'application/json; charset=latin1'), (b, authorization, type) => {
        const r = take(s, request({ body: b, headers: { authorization, 'content-type': type } }));
        if (Array.isArray(r)) for (const e of r) InboundEvent.parse(e);
        seen.add(Array.isArray(r) ? 202 : r.status);
        return Array.isArray(r) || (r.status >= 400 && r.status < 500);
      }),
      { seed: 11, numRuns: 4_000 },
    );
    expect([...seen].sort()).toEqual([202, 400, 401, 415, 422]);
  });
});
