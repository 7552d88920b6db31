import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf, Refusal } from '../terminal/command.js';

/** The operator's token: from the environment, or the one `npm start` made. */
async function operatorToken(): Promise<string> {
  const given = process.env['PARLEY_OPERATOR_TOKEN'];
  if (given !== undefined && given !== '') return given;
  if (existsSync('.data/secrets.json')) return z.object({ PARLEY_OPERATOR_TOKEN: z.string() }).parse(JSON.parse(await readFile('.data/secrets.json', 'utf8'))).PARLEY_OPERATOR_TOKEN;
  throw new Refusal('set PARLEY_OPERATOR_TOKEN to the token the service was started with');
}

/** Asks a service's operator API. Throws with what it answered when that is no success. */
export async function operate(url: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown> {
  if (!URL.canParse(url)) throw new Refusal(`--url expects the address of a running service, for example http://localhost:8080, not ${url}`);
  const res = await fetch(`${url}/api/operator${path}`, {
    method,
    headers: { 'Authorization': `Bearer ${await operatorToken()}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((e: unknown) => {
    throw new Refusal(`No service answers at ${url} (${messageOf(e)}): start it, or name its address with --url.`);
  });
  if (!res.ok) throw new Error(`the service answered ${res.status}: ${await res.text()}`);
  return res.json();
}
