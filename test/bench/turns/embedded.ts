import { z } from 'zod';
import { startStack, type Session, type Stack } from '../../../scripts/stack/stack.js';
import { bareExpress } from './bare.js';
import { median } from './load.js';
import { measure, ready, round, type Measured, type Plan } from './measure.js';

/** No limits that a benchmark would meet before the machine's. */
export const UNLIMITED = { WEBCHAT_MESSAGES_PER_MINUTE: '1000000', WEBCHAT_SESSIONS_PER_MINUTE: '1000000', LOG_LEVEL: 'error' };

export interface EmbeddedResult extends Measured {
  baselinePerSecond: number;
  ratio: number;
  stepsMs: Record<string, number>;
}

/** One process on its embedded store, with the bare handler beside it. */
export async function embedded(plan: Plan): Promise<EmbeddedResult> {
  const serviceMain = process.env['BENCH_SERVICE_MAIN'];
  const stack = await startStack({ ...(serviceMain === undefined ? {} : { serviceMain }), service: UNLIMITED });
  try {
    const at = await ready(stack);
    const measured = await measure(stack, at, plan, 1);
    at.wire.close();
    const [like] = at.sessions;
    if (like === undefined) throw new Error('no session was opened');
    const baselinePerSecond = Math.round(await bareExpress(like, plan));
    return { ...measured, baselinePerSecond, ratio: round(measured.turnsPerSecond / baselinePerSecond, 3), stepsMs: await steps(stack, at.sessions.slice(0, 20)) };
  } finally {
    await stack.stop();
  }
}

const Turns = z.object({ turns: z.array(z.object({ record: z.looseObject({ steps: z.record(z.string(), z.number()) }) })) });

/** Where the time goes, by the turns' own records: median milliseconds of the last ones. */
async function steps(stack: Stack, sessions: readonly Session[]): Promise<Record<string, number>> {
  const seen = new Map<string, number[]>();
  for (const s of sessions) {
    const { turns } = Turns.parse(await stack.operator(`/turns?site=${stack.site}&thread=${encodeURIComponent(s.thread)}&after=0`));
    for (const { record } of turns.slice(-50)) for (const [name, took] of Object.entries(record.steps)) seen.set(name, [...(seen.get(name) ?? []), took]);
  }
  return Object.fromEntries([...seen].map(([name, took]) => [name, round(median(took), 3)]));
}
