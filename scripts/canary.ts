// npm run canary -- [--url http://localhost:8080] [--share 0.1] [--tenant id ...]: gives the workers of track `canary` a share of the
// tenants, and some by name; without --share and --tenant shows whom they serve. `--share 0` takes all of them back.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { operate } from './stack/operator.js';

const Plan = z.object({ share: z.number(), tenants: z.array(z.string()) });
const Share = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'expects a share from 0 to 1, for example 0.1').transform(Number);

try {
  const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://localhost:8080' }, share: { type: 'string' }, tenant: { type: 'string', multiple: true } } });
  const before = Plan.parse(await operate(values.url, 'GET', '/canary'));
  const given = values.share === undefined ? before.share : Share.safeParse(values.share);
  if (typeof given === 'object' && !given.success) throw new Error(`--share ${given.error.issues[0]?.message ?? ''}`);
  const share = typeof given === 'object' ? given.data : given;
  const asked = values.share !== undefined || values.tenant !== undefined;
  const plan = asked ? Plan.parse(await operate(values.url, 'PUT', '/canary', { share, tenants: values.tenant ?? (share === 0 ? [] : before.tenants) })) : before;
  console.log(`The canary serves ${Math.round(plan.share * 1_000) / 10} % of the tenants${plan.tenants.length === 0 ? '' : ` and ${plan.tenants.join(', ')}`}.`);
} catch (e) {
  console.error(e instanceof Error ? e.message : String(e));
  process.exitCode = 1;
}
