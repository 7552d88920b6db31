import { fieldsOf } from './read.js';

/**
 * What went wrong, as far as a merchant can act on it:
 * `host` this page is not open inside the host; `session` the host's proof of who looks is not accepted;
 * `connect` the host did not let Parley connect; `forbidden`; `missing`; `invalid` a value is refused (see `field`);
 * `busy` try later; `offline` no network; `slow` no answer in time; `broken` a fault of the service;
 * `unreadable` the answer is not what this page knows, so the page is older than the service.
 */
export type FailureKind = 'host' | 'session' | 'connect' | 'forbidden' | 'missing' | 'invalid' | 'busy' | 'offline' | 'slow' | 'broken' | 'unreadable';

/** The one error that this page's API throws. `detail` is for support, not for the merchant's eyes first. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly code: string | null;
  readonly field: string | null;

  constructor(kind: FailureKind, detail: string, more: { code?: string | null; field?: string | null; cause?: unknown } = {}) {
    super(detail, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.code = more.code ?? null;
    this.field = more.field ?? null;
  }
}

/** Turns whatever was thrown into a `Failure`, so that nothing is lost on the way to the screen. */
export function asFailure(thrown: unknown): Failure {
  return thrown instanceof Failure ? thrown : new Failure('broken', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}

/** The failure that a refused request stands for. `body` is the parsed JSON, or null where it was none. */
export function failureOf(status: number, body: unknown): Failure {
  const { code, message, field } = errorOf(body);
  return new Failure(kindOf(status), message ?? `HTTP ${status}`, { code, field });
}

function kindOf(status: number): FailureKind {
  switch (status) {
    case 401:
      return 'session';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'missing';
    case 409:
      return 'connect';
    case 400:
    case 413:
    case 422:
      return 'invalid';
    case 429:
    case 503:
      return 'busy';
    case 504:
      return 'slow';
    default:
      return 'broken';
  }
}

interface ErrorWords {
  code: string | null;
  message: string | null;
  field: string | null;
}

/** A proxy in between may answer anything, so an unknown form is no second failure. */
function errorOf(body: unknown): ErrorWords {
  const none: ErrorWords = { code: null, message: null, field: null };
  if (typeof body !== 'object' || body === null || !('error' in body) || typeof body.error !== 'object' || body.error === null) return none;
  const error: unknown = body.error;
  const at = fieldsOf(error, 'error');
  const soft = (name: string) => at(name, (value) => (typeof value === 'string' ? value : null));
  return { code: soft('code'), message: soft('message'), field: soft('field') };
}
