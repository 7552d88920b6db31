/** Why a call did not work. `status` 0: no answer came at all. */
export class Failure extends Error {
  constructor(
    readonly status: number,
    /** The service's own code, or empty. */
    readonly code: string,
    /** How long the service asked us to wait, in milliseconds. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(`${status} ${code}`);
    this.name = 'Failure';
  }

  /** Whether the same call may work later without anybody changing anything. */
  get passing(): boolean {
    return this.status === 0 || this.status === 401 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** Anything thrown, as a failure. Browsers report every network trouble as a TypeError or a DOMException. */
export function failureOf(e: unknown): Failure {
  return e instanceof Failure ? e : new Failure(0, e instanceof Error ? e.name : 'unknown');
}
