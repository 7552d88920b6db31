import { describe, expect, it } from '@jest/globals';
import type { Turn } from '@parley/core/contracts';
import { createMetrics } from './metrics.js';

/** As much of a turn as the metrics read. */
const turn = { id: 'turn-1', tenant: 'shop-a', connector: 'webchat', kind: 'message', attempts: 1, storedAt: 1_000 } as Turn;

describe('metrics', () => {
  it('count and time turns, sends and calls by connector, and name nobody', async () => {
    const { registry, observer } = createMetrics({ role: 'worker', release: 'r1' });
    observer.stored({ connector: 'webchat', turn: 'turn-1', state: 'stored', at: 1_000, ms: 2 });
    observer.thought({ turn, at: 1_010, begun: 0, ms: 8, waitedMs: 10, timeline: [{ step: 'perceive', from: 1, ms: 3 }], outcome: 'answered', ending: { ok: true } });
    observer.thought({ turn, at: 1_010, begun: 0, ms: 8, waitedMs: 10, timeline: [], outcome: null, ending: { ok: false, code: 'store.away' } });
    observer.sent({ turn, delivery: 'c0', at: 1_040, ms: 10, ending: { ok: true } });
    observer.sent({ turn, delivery: 'c0', at: 1_040, ms: 10, ending: { ok: false, code: 'host.503' } });
    observer.called({ connector: 'shopify', what: 'orders', at: 0, ms: 120, ending: { ok: true } });
    observer.handedOff({ connector: 'webchat', reason: 'anger', is: 'offered', waitMs: null });
    observer.handedOff({ connector: 'webchat', reason: 'anger', is: 'accepted', waitMs: 40_000 });
    const text = await registry.metrics();
    for (const line of [
      'parley_events_total{connector="webchat",state="stored",role="worker",release="r1"} 1',
      'parley_turns_total{connector="webchat",kind="message",outcome="answered",role="worker",release="r1"} 1',
      'parley_turns_total{connector="webchat",kind="message",outcome="failed",role="worker",release="r1"} 1',
      'parley_turn_errors_total{connector="webchat",code="store.away",role="worker",release="r1"} 1',
      'parley_step_seconds_count{role="worker",release="r1",step="perceive"} 1',
      'parley_sends_total{connector="webchat",result="ok",role="worker",release="r1"} 1',
      'parley_sends_total{connector="webchat",result="host.503",role="worker",release="r1"} 1',
      'parley_answer_seconds_sum{role="worker",release="r1",connector="webchat"} 0.05',
      'parley_host_calls_total{connector="shopify",call="orders",result="ok",role="worker",release="r1"} 1',
      'parley_handoffs_total{connector="webchat",reason="anger",state="accepted",role="worker",release="r1"} 1',
      'parley_handoff_wait_seconds_sum{role="worker",release="r1",connector="webchat",reason="anger"} 40',
    ]) expect(text).toContain(line);
    expect(text).not.toContain('shop-a');
    expect(text).not.toContain('turn-1');
  });

  it('know a request by the route it matched', async () => {
    const metrics = createMetrics({ role: 'web', release: 'r1' });
    metrics.request({ method: 'POST', route: '/webchat/messages', status: 202, ms: 3 });
    expect(await metrics.registry.metrics()).toContain('parley_http_requests_total{method="POST",route="/webchat/messages",status="202",role="web",release="r1"} 1');
  });
});
