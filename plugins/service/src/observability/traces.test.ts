import { describe, expect, it } from '@jest/globals';
import { SpanStatusCode } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace';
import type { Turn } from '@parley/core/contracts';
import { createTraces, type Traces } from './traces.js';

/** As much of a turn as tracing reads. */
const turn = { id: 'turn-1', tenant: 'shop-a', connector: 'webchat', mailbox: 'box', seq: 3, release: 'r1', attempts: 1, kind: 'message' } as Turn;

function traced(share = 1): { traces: Traces; spans: () => ReadableSpan[] } {
  const exporter = new InMemorySpanExporter();
  const traces = createTraces({ to: new SimpleSpanProcessor({ exporter }), role: 'worker', release: 'r1', share });
  return { traces, spans: () => exporter.getFinishedSpans() };
}

const millis = ([seconds, nanos]: readonly [number, number]) => seconds * 1_000 + nanos / 1e6;

describe('traces', () => {
  it('of one turn are one trace, whichever process made the spans', () => {
    const web = traced();
    const worker = traced();
    web.traces.observer.stored({ connector: 'webchat', turn: 'turn-1', state: 'stored', at: 1_000, ms: 2 });
    worker.traces.observer.thought({ turn, at: 1_010, begun: 50, ms: 8, waitedMs: 10, timeline: [{ step: 'perceive', from: 51, ms: 3 }], outcome: 'answered', ending: { ok: true } });
    worker.traces.observer.sent({ turn, delivery: 'c0', at: 1_020, ms: 5, ending: { ok: false, code: 'host.503' } });
    const [event] = web.spans();
    const [step, think, send] = worker.spans();
    expect([event, step, think, send].map((s) => s?.name)).toEqual(['event', 'perceive', 'think', 'send']);
    expect(new Set([event, step, think, send].map((s) => s?.spanContext().traceId)).size).toBe(1);
    expect(event?.parentSpanContext).toBeUndefined();
    expect(think?.parentSpanContext?.spanId).toBe(event?.spanContext().spanId);
    expect(step?.parentSpanContext?.spanId).toBe(think?.spanContext().spanId);
    expect(send?.status).toEqual({ code: SpanStatusCode.ERROR, message: 'host.503' });
    expect(millis(step?.startTime ?? [0, 0])).toBeCloseTo(1_011, 3);
    expect(millis(step?.endTime ?? [0, 0])).toBeCloseTo(1_014, 3);
  });

  it('of two turns are two', () => {
    const { traces, spans } = traced();
    for (const id of ['turn-1', 'turn-2']) traces.observer.stored({ connector: 'webchat', turn: id, state: 'stored', at: 1_000, ms: 2 });
    expect(new Set(spans().map((s) => s.spanContext().traceId)).size).toBe(2);
    expect(new Set(spans().map((s) => s.spanContext().spanId)).size).toBe(2);
  });

  it('are taken of the same turns in every process, or of none', () => {
    const [a, b, none] = [traced(0.5), traced(0.5), traced(0)];
    for (let n = 0; n < 200; n++) for (const t of [a, b, none]) t.traces.observer.stored({ connector: 'webchat', turn: `turn-${n}`, state: 'stored', at: 0, ms: 1 });
    const seen = a.spans().map((s) => s.attributes['parley.turn']);
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.length).toBeLessThan(150);
    expect(b.spans().map((s) => s.attributes['parley.turn'])).toEqual(seen);
    expect(none.spans()).toEqual([]);
  });

  it('leave out what was stored before', () => {
    const { traces, spans } = traced();
    traces.observer.stored({ connector: 'webchat', turn: 'turn-1', state: 'duplicate', at: 1_000, ms: 2 });
    expect(spans()).toEqual([]);
  });
});
