import { parseHostJson, writeHostJson, type Installation } from '@parley/core/contracts';
import type { z } from 'zod';
import { accessOf } from './credentials.js';
import type { WorstDeps } from './flavour.js';
import { noAnswer, refusalError, unreadable, type Call } from './host-errors.js';
import { SIGNATURE_HEADER, signatureOf } from './signature.js';

/** One call of the host. `path` begins with a slash and comes after the path secret. */
export interface HostCall<T> {
  doing: string;
  path: string;
  /** A POST where given. */
  body?: object;
  key?: string;
  signal?: AbortSignal;
  /** Only the fields that are used; the host may add others. */
  form: z.ZodType<T>;
  /** Statuses whose body is of the form, beside 2xx. */
  alsoFine?: readonly number[];
}

/** Makes calls of one installation. Throws the error family alone. */
export type HostAsk = <T>(i: Installation, call: HostCall<T>) => Promise<{ status: number; value: T }>;

const TIMEOUT_MS = 10_000;

/** Signs, sends, reads without losing digits, and brings whatever goes wrong into the error family. */
export function hostAsk(deps: WorstDeps): HostAsk {
  return async (i, call) => {
    const about: Call = { connector: i.connector, doing: call.doing, writes: call.body !== undefined };
    const { secret, pathSecret, host } = accessOf(i);
    const target = `/worst/${i.account}/${pathSecret}${call.path}`;
    const body = call.body === undefined ? undefined : writeHostJson(call.body);
    const timeout = AbortSignal.timeout(deps.timeoutMs ?? TIMEOUT_MS);
    let response: Response;
    let bytes: Uint8Array;
    try {
      response = await deps.fetch(`${host}${target}`, {
        method: body === undefined ? 'GET' : 'POST',
        // Another address is another host: the signature is for this one.
        redirect: 'manual',
        signal: call.signal === undefined ? timeout : AbortSignal.any([call.signal, timeout]),
        headers: {
          [SIGNATURE_HEADER]: signatureOf(secret, body ?? target, deps.clock()),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(call.key === undefined ? {} : { 'idempotency-key': call.key }),
        },
        ...(body === undefined ? {} : { body }),
      });
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (e) {
      throw noAnswer(about, e);
    }
    if (!response.ok && !(call.alsoFine ?? []).includes(response.status)) {
      throw refusalError(about, { status: response.status, body: bytes, retryAfter: response.headers.get('retry-after') });
    }
    const json = parseHostJson(bytes);
    const read = json.ok ? call.form.safeParse(json.value) : null;
    if (read?.success !== true) {
      // A status that is only sometimes fine, without the fields that make it so, is the refusal it looks like.
      if (!response.ok) throw refusalError(about, { status: response.status, body: bytes, retryAfter: response.headers.get('retry-after') });
      throw unreadable(about);
    }
    return { status: response.status, value: read.data };
  };
}
