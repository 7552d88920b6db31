import { z } from 'zod';
import { Bug, parseHostJson, Rejected, Retryable, Unauthorized, type ParleyError } from '@parley/core/contracts';

/** What is known of a call when it fails. `writes`: it may have changed something at the host. */
export interface Call {
  connector: string;
  doing: string;
  writes: boolean;
}

/** A refusal as it came: the status, the body's bytes, and what the host asked us to wait. */
export interface Refused {
  status: number;
  body: Uint8Array;
  retryAfter: string | null;
}

const ErrorBody = z.looseObject({ error: z.object({ code: z.string() }) });

type Meaning = 'again' | 'again-maybe' | 'renew' | 'never' | 'ours';

/** Meaning of the host's codes; protocol.md, "Sending" and "Addresses and signatures". */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  bad_request: 'never',
  bad_json: 'ours',
  key_required: 'ours',
  key_reused: 'ours',
  no_lookup: 'ours',
  bad_cursor: 'ours',
  unsigned: 'renew',
  bad_signature: 'renew',
  // Path secret or account are no longer the installation's.
  not_found: 'renew',
  // Our clock is off, or the request lay somewhere for minutes: a newly signed one may do.
  stale: 'again',
  unknown_thread: 'never',
  unknown_assignment: 'never',
  unknown_job: 'never',
  text_too_long: 'never',
  body_too_large: 'never',
  already_accepted: 'never',
  not_open: 'never',
  already_assigned: 'never',
  // These work again when the shopper writes, or when the agent gives the thread back.
  window_closed: 'again',
  window_used: 'again',
  with_agent: 'again',
  too_fast: 'again',
  unavailable: 'again',
  internal: 'again-maybe',
};

/** A window or an agent does not go away in seconds. */
const SLOW_MS = 60_000;
const SLOW = new Set(['window_closed', 'window_used', 'with_agent']);

/** The code in a refusal's body; null where it has none, such as a page of a proxy in between. */
export function codeOf(body: Uint8Array): string | null {
  const json = parseHostJson(body);
  const read = json.ok ? ErrorBody.safeParse(json.value) : null;
  return read?.success === true ? read.data.error.code : null;
}

/** Brings a refusal into the error family. The host's words are left out: they may repeat what the shopper wrote. */
export function refusalError(call: Call, refused: Refused): ParleyError {
  const code = codeOf(refused.body);
  const facts = { connector: call.connector, code: `worst.${code === null ? `http-${refused.status}` : code.replaceAll('_', '-')}` };
  const message = `the worst host, ${call.doing}: ${code ?? `HTTP ${refused.status}`}`;
  switch (code === null ? undefined : MEANINGS[code]) {
    case 'never':
      return new Rejected(message, facts);
    case 'ours':
      return new Bug(message, facts);
    case 'renew':
      return new Unauthorized(message, facts);
    case 'again':
      return new Retryable(message, { ...facts, ...waitOf(refused.retryAfter, code) });
    case 'again-maybe':
      return new Retryable(message, { ...facts, mayHaveHappened: call.writes });
    case undefined:
      return byStatus(call, refused, message, facts);
  }
}

/** For answers that are not in the host's form: what stands in between may have passed the call on before it failed. */
function byStatus(call: Call, refused: Refused, message: string, facts: { connector: string; code: string }): ParleyError {
  const { status, retryAfter } = refused;
  if (status === 401) return new Unauthorized(message, facts);
  if (status === 408 || status === 425 || status >= 500) return new Retryable(message, { ...facts, ...waitOf(retryAfter, null), mayHaveHappened: call.writes });
  if (status === 429) return new Retryable(message, { ...facts, ...waitOf(retryAfter, null) });
  return new Rejected(message, facts);
}

/** An answer that says "taken" in a form that cannot be read: it was taken all the same. */
export function unreadable(call: Call): Retryable {
  return new Retryable(`the worst host, ${call.doing}: an answer that cannot be read`, { connector: call.connector, code: 'worst.unreadable', mayHaveHappened: call.writes });
}

/** No answer at all. Only where no connection came about is it sure that nothing happened. */
export function noAnswer(call: Call, e: unknown): Retryable {
  const reached = !NEVER_REACHED.has(causeCode(e));
  return new Retryable(`the worst host, ${call.doing}: no answer`, { connector: call.connector, code: reached ? 'worst.no-answer' : 'worst.unreachable', mayHaveHappened: call.writes && reached });
}

const NEVER_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

function causeCode(e: unknown): string {
  const cause: unknown = e instanceof Error ? e.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

function waitOf(retryAfter: string | null, code: string | null): { retryAfterMs?: number } {
  if (retryAfter !== null && /^\d{1,6}$/.test(retryAfter)) return { retryAfterMs: Number(retryAfter) * 1_000 };
  return code !== null && SLOW.has(code) ? { retryAfterMs: SLOW_MS } : {};
}
