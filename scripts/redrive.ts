// npm run redrive -- --url http://localhost:8080 [--uncertain] [--tenant id]: sends again what ended dead (and, if asked, uncertain).
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://localhost:8080' }, uncertain: { type: 'boolean', default: false }, tenant: { type: 'string' } } });

/** The operator's token: from the environment, or the one `npm start` made. */
async function operatorToken(): Promise<string> {
  const given = process.env['PARLEY_OPERATOR_TOKEN'];
  if (given !== undefined && given !== '') return given;
  if (existsSync('.data/secrets.json')) return z.object({ PARLEY_OPERATOR_TOKEN: z.string() }).parse(JSON.parse(await readFile('.data/secrets.json', 'utf8'))).PARLEY_OPERATOR_TOKEN;
  throw new Error('set PARLEY_OPERATOR_TOKEN to the token the service was started with');
}

try {
  const body = { states: values.uncertain ? ['dead', 'uncertain'] : ['dead'], ...(values.tenant === undefined ? {} : { tenant: values.tenant }) };
  const res = await fetch(`${values.url}/api/operator/redrive`, { method: 'POST', headers: { 'Authorization': `Bearer ${await operatorToken()}`, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!res.ok) throw new Error(`the service answered ${res.status}: ${await res.text()}`);
  const { redriven } = z.object({ redriven: z.number() }).parse(await res.json());
  console.log(`${redriven} deliveries are on their way again.`);
} catch (e) {
  console.error(e instanceof Error ? e.message : String(e));
  process.exitCode = 1;
}
