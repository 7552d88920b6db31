import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The operator's token: from the environment, or the one `npm start` made. */
async function operatorToken(): Promise<string> {
  const given = process.env['PARLEY_OPERATOR_TOKEN'];
  if (given !== undefined && given !== '') return given;
  if (existsSync('.data/secrets.json')) return z.object({ PARLEY_OPERATOR_TOKEN: z.string() }).parse(JSON.parse(await readFile('.data/secrets.json', 'utf8'))).PARLEY_OPERATOR_TOKEN;
  throw new Error('set PARLEY_OPERATOR_TOKEN to the token the service was started with');
}

/** Asks a service's operator API. Throws with what it answered when that is no success. */
export async function operate(url: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown> {
  const res = await fetch(`${url}/api/operator${path}`, {
    method,
    headers: { 'Authorization': `Bearer ${await operatorToken()}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!res.ok) throw new Error(`the service answered ${res.status}: ${await res.text()}`);
  return res.json();
}
