// npm run redrive -- [--url http://localhost:8080] [--uncertain] [--tenant id]: sends again what ended dead (and, if asked, uncertain).
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { operate } from './stack/operator.js';

try {
  const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://localhost:8080' }, uncertain: { type: 'boolean', default: false }, tenant: { type: 'string' } } });
  const body = { states: values.uncertain ? ['dead', 'uncertain'] : ['dead'], ...(values.tenant === undefined ? {} : { tenant: values.tenant }) };
  const { redriven } = z.object({ redriven: z.number() }).parse(await operate(values.url, 'POST', '/redrive', body));
  console.log(`${redriven} deliveries are on their way again.`);
} catch (e) {
  console.error(e instanceof Error ? e.message : String(e));
  process.exitCode = 1;
}
