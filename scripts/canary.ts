// npm run canary -- [--url http://localhost:8080] [--share 0.1] [--tenant id ...]: gives the workers of track `canary` a share of the
// tenants, and some by name; without --share and --tenant shows whom they serve. `--share 0` takes all of them back.
import { z } from 'zod';
import { operate } from './stack/operator.js';
import { command, Refusal } from './terminal/command.js';

const USAGE = `usage: npm run canary -- [--url http://localhost:8080] [--share 0.1] [--tenant id ...]
  --share   the part of the tenants that the workers of track "canary" serve, 0 to 1; 0 takes all of them back
  --tenant  a tenant by name; may be given several times
Without either it shows whom they serve.`;

const Plan = z.object({ share: z.number(), tenants: z.array(z.string()) });
const Share = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'expects a share from 0 to 1, for example 0.1').transform(Number);

await command(USAGE, { options: { url: { type: 'string', default: 'http://localhost:8080' }, share: { type: 'string' }, tenant: { type: 'string', multiple: true } } }, async ({ values }) => {
  const given = values.share === undefined ? null : Share.safeParse(values.share);
  if (given?.success === false) throw new Refusal(`--share ${given.error.issues[0]?.message ?? ''}`);
  const before = Plan.parse(await operate(values.url, 'GET', '/canary'));
  const share = given === null ? before.share : given.data;
  const asked = values.share !== undefined || values.tenant !== undefined;
  const plan = asked ? Plan.parse(await operate(values.url, 'PUT', '/canary', { share, tenants: values.tenant ?? (share === 0 ? [] : before.tenants) })) : before;
  console.log(`The canary serves ${Math.round(plan.share * 1_000) / 10} % of the tenants${plan.tenants.length === 0 ? '' : ` and ${plan.tenants.join(', ')}`}.`);
  return 0;
});
