import { setTimeout as sleep } from 'node:timers/promises';
import { openChat } from '../../scripts/stack/chat-client.js';
import { startStack, type Stack } from '../../scripts/stack/stack.js';
import { UNLIMITED } from '../bench/turns/embedded.js';
import { openLoop } from '../bench/turns/load.js';
import { ready } from '../bench/turns/measure.js';
import type { Wire } from '../bench/turns/wire.js';
import { sharedServers } from '../servers/shared.js';
import { judge, type Course, type Measure, type Sample } from './judge.js';

export interface SoakOptions {
  ms: number;
  /** Messages a second. */
  rate: number;
  /** One process on its own store, or web, worker and jobs over a MongoDB and a Redis. */
  mode: 'embedded' | 'distributed';
  /** Milliseconds between two looks at every process. */
  everyMs?: number;
  onSample?: (process: string, sample: Sample) => void;
  /** Told when a message was answered 503, with what the service last said. */
  onResend?: (lastLines: string) => void;
}

export interface SoakReport {
  minutes: number;
  messages: number;
  /** Messages that were sent again because the service could not keep them just then. */
  resent: number;
  visitors: number;
  byProcess: Record<string, Record<Measure, Course>>;
  flat: boolean;
}

const EVERY_MS = 5_000;
/** A machine that others use too may be behind for a while; who hears nothing for this long has been forgotten. */
const PATIENCE_MS = 120_000;
const RESEND_MS = 1_000;
/** Few, so that connections the load keeps for a burst are not taken for handles that grow. */
const IDLE = 16;

/** Lasting conversations under load, and visitors who come, ask once and leave; meanwhile what every process holds is written down and judged. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const servers = options.mode === 'distributed' ? await sharedServers('the soak', '4g') : null;
  try {
    const stack = await startStack({ ...(servers === null ? {} : { shared: { env: servers.env, workers: 1 } }), service: UNLIMITED });
    try {
      return await under(stack, options);
    } finally {
      await stack.stop();
    }
  } finally {
    await servers?.stop();
  }
}

/** A wire that does as the widget does: what is answered 503 goes again, under the same id, so that it is the same message. */
function resending(wire: Wire, onResend: () => void): Wire {
  return {
    ...wire,
    async post(session, id, text) {
      const end = performance.now() + PATIENCE_MS;
      for (;;) {
        const status = await wire.post(session, id, text);
        if (status !== 503 || performance.now() > end) return status;
        onResend();
        await sleep(RESEND_MS);
      }
    },
  };
}

async function under(stack: Stack, { ms, rate, everyMs = EVERY_MS, onSample, onResend }: SoakOptions): Promise<SoakReport> {
  const bare = await ready(stack, IDLE);
  const { conversations } = bare;
  let resent = 0;
  const wire = resending(bare.wire, () => {
    resent += 1;
    onResend?.(stack.service.tail());
  });
  const samples = new Map<string, Sample[]>(stack.processes.map((p, n) => [`${p.role}-${n}`, []]));
  const begun = performance.now();
  let failed = false;
  const over = () => failed || performance.now() - begun >= ms;
  /** Ends everything else with it; the failure itself is told at the end, when the stack is stopped. */
  const until = (work: Promise<void>): Promise<void> => {
    work.catch(() => (failed = true));
    return work;
  };
  let visitors = 0;

  const watching = until((async () => {
    while (!over()) {
      for (const [n, p] of stack.processes.entries()) {
        const name = `${p.role}-${n}`;
        const sample = await look(p.opsUrl, performance.now() - begun);
        samples.get(name)?.push(sample);
        onSample?.(name, sample);
      }
      await sleep(everyMs);
    }
  })());
  const visiting = until((async () => {
    while (!over()) {
      const chat = await openChat(await stack.session(null));
      await chat.ask('Do you ship to Canada?', PATIENCE_MS);
      chat.close();
      visitors += 1;
      await sleep(500);
    }
  })());
  let messages = 0;
  for (let round = 0; !over(); round++) messages += (await openLoop(wire, conversations, rate, Math.min(30_000, Math.max(1_000, ms - (performance.now() - begun))), 9_000 + round)).length;
  await Promise.all([watching, visiting]);
  wire.close();
  const byProcess = Object.fromEntries([...samples].map(([name, list]) => [name, judge(list)]));
  return { minutes: Math.round(ms / 6_000) / 10, messages, resent, visitors, byProcess, flat: Object.values(byProcess).every((courses) => Object.values(courses).every((c) => c.flat)) };
}

/** What a process says of itself under `/metrics`. */
async function look(opsUrl: string, atMs: number): Promise<Sample> {
  const text = await (await fetch(`${opsUrl}/metrics`)).text();
  const value = (name: string): number => {
    const found = new RegExp(`^${name}(?:\\{[^}]*\\})? ([\\d.e+-]+)$`, 'm').exec(text)?.[1];
    if (found === undefined) throw new Error(`${opsUrl}/metrics does not tell ${name}`);
    return Number(found);
  };
  return { atMs, residentBytes: value('process_resident_memory_bytes'), heapBytes: value('nodejs_heap_size_used_bytes'), handles: value('nodejs_active_resources_total'), files: value('process_open_fds') };
}
