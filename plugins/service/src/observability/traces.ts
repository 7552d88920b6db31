import { createHash } from 'node:crypto';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags, type Attributes, type Context, type HrTime, type Span, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, RandomIdGenerator, TracerProvider, TraceIdRatioBasedSampler, type IdGenerator, type SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Ending, Observer } from '@parley/core/contracts';

/** Spans of turns, sent to a collector in batches. */
export interface Traces {
  observer: Observer;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/**
 * One trace per turn, whichever processes worked on it: trace and root span ids follow from the turn's id, so that nothing
 * needs to be carried along. Spans hold ids, codes and times; no text and nobody's data.
 * @param to a collector's address for OTLP over HTTP (its `/v1/traces` is used), or where to put the spans instead
 * @param share of turns that are traced, 0 to 1; the same turns in every process
 */
export function createTraces(options: { to: string | SpanProcessor; role: string; release: string; share: number }): Traces {
  const ids = new TurnIds();
  const processor = typeof options.to === 'string' ? new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${options.to.replace(/\/$/, '')}/v1/traces` }) }) : options.to;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `parley-${options.role}`, 'service.version': options.release }),
    sampler: new TraceIdRatioBasedSampler(options.share),
    idGenerator: ids,
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('parley');

  const observer: Observer = {
    stored({ connector, turn, state, at, ms }) {
      // What was there already has its root; the rest is metrics.
      if (state !== 'stored') return;
      const attributes = { 'parley.turn': turn, 'parley.connector': connector };
      ids.rootOf(turn, () => tracer.startSpan('event', { root: true, kind: SpanKind.SERVER, startTime: timeOf(at), attributes }, ROOT_CONTEXT)).end(timeOf(at + ms));
    },
    thought({ turn, at, begun, ms, waitedMs, timeline, outcome, ending }) {
      const span = childOf(tracer, turn.id, 'think', at, { ...of(turn), 'parley.attempt': turn.attempts, 'parley.waited_ms': waitedMs, ...(outcome === null ? {} : { 'parley.outcome': outcome }) }, ending);
      const inside = trace.setSpan(ROOT_CONTEXT, span);
      for (const t of timeline) {
        const from = at + (t.from - begun);
        tracer.startSpan(t.step, { startTime: timeOf(from) }, inside).end(timeOf(from + t.ms));
      }
      span.end(timeOf(at + ms));
    },
    sent({ turn, delivery, at, ms, ending }) {
      childOf(tracer, turn.id, 'send', at, { ...of(turn), 'parley.delivery': delivery }, ending, SpanKind.CLIENT).end(timeOf(at + ms));
    },
    // Not known by which turn: counted and timed by the metrics.
    called: () => {},
    // Figures of people, which have no trace.
    handedOff: () => {},
  };

  return { observer, stop: () => provider.shutdown() };
}

function of(turn: { id: string; tenant: string; connector: string; mailbox: string; seq: number; release: string }): Attributes {
  return { 'parley.turn': turn.id, 'parley.tenant': turn.tenant, 'parley.connector': turn.connector, 'parley.mailbox': turn.mailbox, 'parley.seq': turn.seq, 'parley.release': turn.release };
}

function childOf(tracer: Tracer, turn: string, name: string, at: number, attributes: Attributes, ending: Ending, kind: SpanKind = SpanKind.INTERNAL): Span {
  const span = tracer.startSpan(name, { startTime: timeOf(at), kind, attributes }, rootOf(turn));
  if (!ending.ok) span.setStatus({ code: SpanStatusCode.ERROR, message: ending.code });
  return span;
}

/** Seconds and nanoseconds: a bare number before the process's start would be taken for an age of the process. */
function timeOf(ms: number): HrTime {
  return [Math.floor(ms / 1_000), Math.round((ms % 1_000) * 1e6)];
}

/** The context of a turn's root span, wherever that was made. */
function rootOf(turn: string): Context {
  return trace.setSpanContext(ROOT_CONTEXT, { ...idsOf(turn), traceFlags: TraceFlags.SAMPLED, isRemote: true });
}

function idsOf(turn: string): { traceId: string; spanId: string } {
  const hash = createHash('sha256').update(`trace/${turn}`).digest('hex');
  return { traceId: hash.slice(0, 32), spanId: hash.slice(32, 48) };
}

/** Random ids, but for the root of a turn, whose ids follow from its name. */
class TurnIds implements IdGenerator {
  private readonly random = new RandomIdGenerator();
  private next: { traceId: string; spanId: string } | null = null;

  /** The span that `start` makes is this turn's root. */
  rootOf(turn: string, start: () => Span): Span {
    this.next = idsOf(turn);
    try {
      return start();
    } finally {
      this.next = null;
    }
  }

  generateTraceId(): string {
    return this.next?.traceId ?? this.random.generateTraceId();
  }

  generateSpanId(): string {
    return this.next?.spanId ?? this.random.generateSpanId();
  }
}
