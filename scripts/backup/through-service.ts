/** What a running service answers to an operator's GET, as it comes. Throws one sentence when it is no success. */
export async function* operateStream(url: string, path: string): AsyncIterable<Uint8Array> {
  const token = process.env['PARLEY_OPERATOR_TOKEN'];
  if (token === undefined || token === '') throw new Error('set PARLEY_OPERATOR_TOKEN to the token the service was started with');
  const address = `${url}/api/operator${path}`;
  const res = await fetch(address, { headers: { Authorization: `Bearer ${token}` } }).catch((cause: unknown) => {
    throw new Error(`${address} does not answer: is the service running there?`, { cause });
  });
  if (res.status === 404) throw new Error(`the service at ${url} makes no backups: it was started without PARLEY_OPERATOR_TOKEN, or cannot copy its store while it runs. Stop it and leave --url away.`);
  if (!res.ok || res.body === null) throw new Error(`the service answered ${res.status}: ${await res.text()}`);
  yield* res.body;
}
