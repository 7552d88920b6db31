import { createHmac, randomBytes } from 'node:crypto';
import { freePort, run, untilReady } from '../../../scripts/stack/processes.js';
import type { Session } from '../../../scripts/stack/stack.js';
import { median } from './load.js';
import { AT_ONCE, type Plan } from './measure.js';
import { createWire } from './wire.js';

/** The same load against a bare Express handler that only checks the same signature and parses the same JSON: requests a second. */
export async function bareExpress(like: Session, { runs, ms }: Plan): Promise<number> {
  const port = await freePort();
  const secret = randomBytes(32).toString('base64url');
  const bare = run('test/bench/turns/baseline.ts', { PORT: String(port), BASELINE_SECRET: secret }, { show: false });
  const wire = createWire(`http://127.0.0.1:${port}`);
  try {
    await untilReady(`http://127.0.0.1:${port}/ready`, bare, 15_000);
    const payload = `v1.${like.token.split('.')[1] ?? ''}`;
    const session = { ...like, token: `${payload}.${createHmac('sha256', secret).update(payload).digest('base64url')}` };
    const loop = async (length: number) => {
      const begun = performance.now();
      let count = 0;
      await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        while (performance.now() - begun < length) {
          const status = await wire.post(session, `bare-${count++}`, 'where is my order?');
          if (status !== 202) throw new Error(`the baseline answered ${status}`);
        }
      }));
      return count / ((performance.now() - begun) / 1_000);
    };
    await loop(ms / 4);
    const rates = [];
    for (let r = 0; r < runs; r++) rates.push(await loop(ms / 2));
    return median(rates);
  } finally {
    wire.close();
    await bare.stop();
  }
}
