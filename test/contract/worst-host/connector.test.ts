import { describe, expect, it } from '@jest/globals';
import { MAX_TEXT, type Log } from '@parley/core/contracts';
import fc from 'fast-check';
import { decimalOf, minorOf } from './amount.js';
import { halvesOf, worstCredentials } from './credentials.js';
import { eventsOf } from './host-events.js';
import { referenceOf } from './host-form.js';
import { MAX_BYTES, splitByBytes } from './split.js';

const bare = (text: string) => text.replace(/\s+/gu, '');

describe('cutting by bytes', () => {
  it('keeps every piece within the limit and every character whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4_000 }), fc.integer({ min: 4, max: 300 }), (text, limit) => {
        const pieces = splitByBytes(text, limit);
        for (const piece of pieces) {
          expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(limit);
          expect(piece).not.toMatch(/\p{Surrogate}/u);
          expect(piece.trim()).not.toBe('');
        }
        expect(bare(pieces.join(''))).toBe(bare(text));
      }),
    );
  });

  it('cuts between words where it can, and exactly at the limit where it cannot', () => {
    expect(splitByBytes('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(splitByBytes('退货政策', 7)).toEqual(['退货', '政策']);
    expect(splitByBytes('🏮🏮🏮', 11)).toEqual(['🏮🏮', '🏮']);
    expect(splitByBytes('x'.repeat(MAX_BYTES))).toHaveLength(1);
    expect(splitByBytes('x'.repeat(MAX_BYTES + 1)).map((p) => p.length)).toEqual([MAX_BYTES, 1]);
    expect(splitByBytes(' \n ')).toEqual([]);
  });
});

describe('amounts', () => {
  it('go to the host and back in any currency, without a float', () => {
    expect([decimalOf(1_205, 'USD'), decimalOf(5, 'USD'), decimalOf(1_205, 'JPY'), decimalOf(1_205, 'BHD'), decimalOf(-7, 'CNY')]).toEqual(['12.05', '0.05', '1205', '1.205', '-0.07']);
    fc.assert(fc.property(fc.maxSafeInteger().filter((n) => Math.abs(n) < 1e14), fc.constantFrom('USD', 'JPY', 'CNY', 'BHD'), (minor, currency) => expect(minorOf(decimalOf(minor, currency), currency)).toBe(minor === 0 ? 0 : minor)));
  });

  it.each(['', '12,00', '12.005', '1e3', '99999999999999999', ' 12', 'NaN'])('%j is none', (text) => expect(minorOf(text, 'USD')).toBeNull());
});

describe('events', () => {
  const lines: string[] = [];
  const keep = (facts: object, message: string): void => void lines.push(`${message} ${JSON.stringify(facts)}`);
  const about = { connector: 'worst-key', log: { debug: keep, info: keep, warn: keep, error: keep } satisfies Log };
  const written = { id: '1806424891771234567', type: 'message', at: '2026-11-24T10:00:00+08:00', thread: 't-1', messageId: 'm-1', identity: { id: 's-1', name: 'Li' }, text: 'hello' };

  it('become messages with the host’s time in UTC and its id digit by digit', () => {
    expect(eventsOf('acme', [written], about)).toEqual([
      {
        account: 'acme', eventKey: '1806424891771234567', at: Date.parse('2026-11-24T02:00:00Z'), mailbox: { kind: 'thread', hostThread: 't-1' },
        body: { type: 'message', from: { id: 's-1', name: 'Li' }, message: { parts: [{ type: 'text', text: 'hello' }] }, hostMessageId: 'm-1' },
      },
    ]);
  });

  it('leave out what has no form here, what is unknown, and what cannot be read, and never the rest', () => {
    const odd = [{ ...written, type: 'action.done' }, { ...written, type: 'desk.said' }, { ...written, type: 'parade' }, null, 7, {}, { ...written, at: 'soon' }, { ...written, thread: null }, { ...written, text: 5 }];
    expect(eventsOf('acme', [...odd, written], about)).toHaveLength(1);
    expect(lines.filter((l) => l.includes('worst.'))).toHaveLength(7);
    expect(lines.join()).not.toContain('hello');
  });

  it('keep the beginning of a text that is too long, in whole characters', () => {
    const [event] = eventsOf('acme', [{ ...written, text: `x${'🏮'.repeat(MAX_TEXT)}` }], about);
    const part = event?.body.type === 'message' ? event.body.message.parts[0] : undefined;
    expect(part?.type === 'text' && part.text.length).toBe(MAX_TEXT - 1);
  });
});

it('keeps both halves of the webhook’s secret, whatever the signing one holds', () => {
  const { values } = worstCredentials({ secret: 'a.b.c', pathSecret: 'path-1', host: 'http://localhost:8090/x' });
  expect(halvesOf(values['webhook'] ?? '')).toEqual({ pathSecret: 'path-1', secret: 'a.b.c' });
  expect(values['host']).toBe('http://localhost:8090');
});

it('shortens a key that the host would not take, always to the same', () => {
  expect(referenceOf('k'.repeat(64))).toHaveLength(64);
  expect(referenceOf('k'.repeat(65)).length).toBeLessThanOrEqual(64);
  expect(referenceOf('k'.repeat(65))).toBe(referenceOf('k'.repeat(65)));
  expect(referenceOf('k'.repeat(66))).not.toBe(referenceOf('k'.repeat(65)));
});
