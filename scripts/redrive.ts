// npm run redrive -- [--url http://localhost:8080] [--uncertain] [--tenant id]: sends again what ended dead (and, if asked, uncertain).
import { z } from 'zod';
import { operate } from './stack/operator.js';
import { command } from './terminal/command.js';

const USAGE = `usage: npm run redrive -- [--url http://localhost:8080] [--uncertain] [--tenant id]
  --uncertain  also what may have arrived: it may then arrive twice
  --tenant     of one tenant only
The service's operator token is read from PARLEY_OPERATOR_TOKEN, or from where npm start keeps it.`;

await command(USAGE, { options: { url: { type: 'string', default: 'http://localhost:8080' }, uncertain: { type: 'boolean', default: false }, tenant: { type: 'string' } } }, async ({ values }) => {
  const body = { states: values.uncertain ? ['dead', 'uncertain'] : ['dead'], ...(values.tenant === undefined ? {} : { tenant: values.tenant }) };
  const { redriven } = z.object({ redriven: z.number() }).parse(await operate(values.url, 'POST', '/redrive', body));
  console.log(`${redriven} deliveries are on their way again.`);
  return 0;
});
