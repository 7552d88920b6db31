import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Ending, Observer } from '@parley/core/contracts';
import type { BackendWatch } from '../backends.js';

/** Upper bounds in seconds: fine where a turn without a model lies, coarse where hosts and models do. */
const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 30, 60];

/** Seconds people wait for people: from at once to the next working day. */
const WAITS = [5, 15, 30, 60, 120, 300, 600, 1_800, 3_600, 14_400, 43_200, 86_400];

/** What this process counts and times, in Prometheus' own form. */
export interface Metrics {
  registry: Registry;
  observer: Observer;
  /** What goes to the servers that processes share. */
  backends: BackendWatch;
  /** Something was taken in or refused; names are those of `Counts`. */
  counted(name: string): void;
  /** One HTTP request answered. `route` is the pattern it matched, never the path that was asked for. */
  request(seen: { method: string; route: string; status: number; ms: number }): void;
}

/** @param role which part of Parley this process is; on every series, with the release */
export function createMetrics(labels: { role: string; release: string }): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels(labels);
  collectDefaultMetrics({ register: registry });
  const registers = [registry];

  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) => new Counter({ name, help, labelNames, registers });
  const timer = <L extends string>(name: string, help: string, labelNames: readonly L[]) => new Histogram({ name, help, labelNames, buckets: SECONDS, registers });

  const events = counter('parley_events_total', 'Events of hosts, by what became of them', ['connector', 'state']);
  const storing = timer('parley_store_event_seconds', 'From a verified event to its being durable', ['connector']);
  const turns = counter('parley_turns_total', 'Attempts at thinking a turn through, by how they ended', ['connector', 'kind', 'outcome']);
  const turnErrors = counter('parley_turn_errors_total', 'Attempts at thinking that failed, by code', ['connector', 'code']);
  const turnSeconds = timer('parley_turn_seconds', 'Thinking a turn through, from its claim to its plan being kept', ['connector']);
  const waitSeconds = timer('parley_mailbox_wait_seconds', 'How long a turn lay in its mailbox before it was taken up', ['connector']);
  const stepSeconds = timer('parley_step_seconds', 'One step of the turn', ['step']);
  const sends = counter('parley_sends_total', 'Tries at giving a message to a host, by how they ended', ['connector', 'result']);
  const sendSeconds = timer('parley_send_seconds', 'One try at giving a message to a host', ['connector']);
  const answerSeconds = timer('parley_answer_seconds', 'From a shopper’s message being kept to the host having taken its answer', ['connector']);
  const calls = counter('parley_host_calls_total', 'Calls to hosts, by how they ended', ['connector', 'call', 'result']);
  const callSeconds = timer('parley_host_call_seconds', 'One call to a host', ['connector', 'call']);
  const handoffs = counter('parley_handoffs_total', 'Hand-offs to people, by their reason and what became of them', ['connector', 'reason', 'state']);
  const handoffWait = new Histogram({ name: 'parley_handoff_wait_seconds', help: 'From the offer of a hand-off to somebody having accepted it', labelNames: ['connector', 'reason'], buckets: WAITS, registers });
  const requests = counter('parley_http_requests_total', 'HTTP requests answered', ['method', 'route', 'status']);
  const requestSeconds = timer('parley_http_request_seconds', 'Answering one HTTP request; streams count until they end', ['route']);

  const storeSeconds = timer('parley_store_command_seconds', 'One command on the shared store', ['command', 'collection']);
  const storeErrors = counter('parley_store_command_errors_total', 'Commands on the shared store that failed', ['command', 'collection']);
  const signalCommands = counter('parley_signal_commands_total', 'Commands on the shared Redis, by purpose', ['purpose']);
  const counted = counter('parley_counted_total', 'What was taken in, and what was refused and why', ['what']);

  const observer: Observer = {
    stored({ connector, state, ms }) {
      events.inc({ connector, state });
      storing.observe({ connector }, ms / 1_000);
    },
    thought({ turn, ms, waitedMs, timeline, outcome, ending }) {
      const { connector, kind } = turn;
      turns.inc({ connector, kind, outcome: ending.ok ? (outcome ?? 'none') : 'failed' });
      if (!ending.ok) turnErrors.inc({ connector, code: ending.code });
      turnSeconds.observe({ connector }, ms / 1_000);
      if (turn.attempts <= 1) waitSeconds.observe({ connector }, waitedMs / 1_000);
      for (const t of timeline) stepSeconds.observe({ step: t.step }, t.ms / 1_000);
    },
    sent({ turn, at, ms, ending }) {
      const { connector } = turn;
      sends.inc({ connector, result: resultOf(ending) });
      sendSeconds.observe({ connector }, ms / 1_000);
      if (ending.ok && turn.kind === 'message') answerSeconds.observe({ connector }, Math.max(0, at + ms - turn.storedAt) / 1_000);
    },
    called({ connector, what, ms, ending }) {
      calls.inc({ connector, call: what, result: resultOf(ending) });
      callSeconds.observe({ connector, call: what }, ms / 1_000);
    },
    handedOff({ connector, reason, is, waitMs }) {
      handoffs.inc({ connector, reason, state: is });
      if (is === 'accepted' && waitMs !== null) handoffWait.observe({ connector, reason }, waitMs / 1_000);
    },
  };

  return {
    registry,
    observer,
    backends: {
      onStoreCommand({ name: command, collection, ms, ok }) {
        storeSeconds.observe({ command, collection: collection ?? 'none' }, ms / 1_000);
        if (!ok) storeErrors.inc({ command, collection: collection ?? 'none' });
      },
      onSignalCommand: (purpose) => signalCommands.inc({ purpose }),
    },
    counted: (what) => counted.inc({ what }),
    request({ method, route, status, ms }) {
      requests.inc({ method, route, status: String(status) });
      requestSeconds.observe({ route }, ms / 1_000);
    },
  };
}

function resultOf(ending: Ending): string {
  return ending.ok ? 'ok' : ending.code;
}
