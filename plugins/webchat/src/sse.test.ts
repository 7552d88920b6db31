import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSseParser, type StreamEvent } from './sse.js';

function parse(...chunks: string[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const parser = createSseParser((e) => events.push(e));
  for (const c of chunks) parser.push(c);
  return events;
}

describe('the event stream parser', () => {
  it('reads names, ids, many data lines, and passes comments over', () => {
    expect(parse(': open\nretry: 2000\n\nid: 7\nevent: message\ndata: {"a":\ndata:1}\n\n: beat\n\nevent: expired\ndata: {}\n\n')).toEqual([
      { event: 'message', data: '{"a":\n1}', id: '7' },
      { event: 'expired', data: '{}', id: '7' },
    ]);
  });

  it('gives nothing for an event without data, nor for one that is not finished', () => {
    expect(parse('event: x\n\ndata: half')).toEqual([]);
    expect(parse('data\n\n')).toEqual([{ event: 'message', data: '', id: '' }]);
  });

  it('takes a byte order mark away, and only at the start', () => {
    expect(parse('\ufeffdata: a\n\n\ufeffdata: b\n\ndata: \ufeffc\n\n').map((e) => e.data)).toEqual(['a', '\ufeffc']);
  });

  it('reads the same wherever the text is cut and however lines end', () => {
    const whole = 'id: 1\ndata: 您的订单\n\n: beat\n\nid: 2\nevent: e\ndata: a\ndata: b\n\n';
    const expected = parse(whole);
    expect(expected).toHaveLength(2);
    fc.assert(
      fc.property(fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.nat(80), { maxLength: 12 }), (end, cuts) => {
        const text = whole.replaceAll('\n', end);
        const at = [0, ...cuts.map((c) => Math.min(c, text.length)).sort((a, b) => a - b), text.length];
        const events = parse(...at.slice(1).map((to, i) => text.slice(at[i], to)), end === '\r' ? ':' : '');
        expect(events).toEqual(expected);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
