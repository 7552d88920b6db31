import type { Api } from './http.js';
import { Failure } from './failure.js';
import type { Memory } from './storage.js';
import { parseJson, readSession, type Session } from './wire.js';

const KEY = 'session';
/** A token this close to its end is renewed first, in milliseconds. */
const MARGIN_MS = 60_000;

/** The one session of this browser, shared by its tabs through storage. */
export interface Sessions {
  /** The session as last known; null when there never was one. */
  known(): Session | null;
  /** A session that is good now. One call at a time, whoever asks. */
  ensure(): Promise<Session>;
  /** Runs a call with a session, and once more with a renewed one if it is told 401. */
  use<T>(call: (s: Session) => Promise<T>): Promise<T>;
}

/**
 * @param askFirst whether the host must be asked once per page even if the kept token is good: on a shop with sign-in,
 * somebody may have signed in or out since.
 */
export function createSessions(deps: { api: Api; memory: Memory; now: () => number; askFirst: boolean; onChange: (s: Session, before: Session | null) => void }): Sessions {
  const { api, memory, now, onChange } = deps;
  let asked = !deps.askFirst;
  let underway: Promise<Session> | null = null;

  const known = (): Session | null => readSession(parseJson(memory.get(KEY) ?? ''), '');

  function renew(): Promise<Session> {
    underway ??= fetchNew().finally(() => (underway = null));
    return underway;
  }

  async function fetchNew(): Promise<Session> {
    const before = known();
    const fresh = await api.session(before?.token ?? null);
    asked = true;
    memory.set(KEY, JSON.stringify(fresh));
    onChange(fresh, before);
    return fresh;
  }

  function ensure(): Promise<Session> {
    if (underway !== null) return underway;
    const kept = known();
    return asked && kept !== null && kept.expiresAt - MARGIN_MS > now() ? Promise.resolve(kept) : renew();
  }

  return {
    known,
    ensure,
    async use(call) {
      const s = await ensure();
      try {
        return await call(s);
      } catch (e) {
        if (!(e instanceof Failure) || e.status !== 401) throw e;
        // Another tab, or another call of this one, may have renewed it meanwhile.
        const latest = known();
        return call(latest !== null && latest.token !== s.token ? latest : await renew());
      }
    },
  };
}
