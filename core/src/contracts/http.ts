/** A request exactly as it came in. `body` holds the raw bytes: signatures are checked on these and nothing else. */
export interface RawRequest {
  method: string;
  /** Path without the query, as sent. */
  path: string;
  /** The raw query string without `?`, undecoded. */
  query: string;
  /** Lower-case names; a repeated header is joined by `, `. */
  headers: Readonly<Record<string, string>>;
  /** Named path segments of the route that matched, decoded. */
  params: Readonly<Record<string, string>>;
  body: Uint8Array;
  /** Network address of the caller after trusted proxies. */
  remote: string;
}

export interface HttpReply {
  status: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON. */
  body?: string | Uint8Array | object;
}

/** A path a connector listens on. `:name` segments arrive in `params`. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  /** Largest body in bytes; larger ones are refused with 413 before they are read whole. */
  maxBytes: number;
  /** Whether a browser on another origin may call it (answers pre-flights). */
  cors?: boolean;
}

/** Why a request is not let in. `reason` is for our logs and counters; outsiders see only the status and `code`. */
export interface Refusal {
  ok: false;
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429;
  code: string;
  reason: string;
  retryAfterMs?: number;
}

export function refuse(status: Refusal['status'], code: string, reason: string): Refusal {
  return { ok: false, status, code, reason };
}

/** An answer that stays open: `run` writes until `closed` fires or it returns. `write` resolves when the caller has taken the chunk. */
export interface StreamReply {
  status: 200;
  headers: Record<string, string>;
  run(write: (chunk: string) => Promise<void>, closed: AbortSignal): Promise<void>;
}

/** A path of a connector that carries no events: sessions, streams, files. */
export interface Endpoint {
  route: Route;
  /** Looks at a request's head before its body is read, so that nobody without a token makes us take in megabytes. Null lets it in. */
  knock?(req: RawRequest, now: number): HttpReply | null;
  handle(req: RawRequest, now: number): Promise<HttpReply | StreamReply>;
}
