import { Failure } from './failure.js';
import { fields, parseJson, readHistory, readSession, string, type Entry, type Session } from './wire.js';

const CALL_MS = 20_000;
const UPLOAD_MS = 90_000;
/** Browsers refuse keep-alive bodies above 64 kB; half leaves room for others of the page. */
const KEEPALIVE_BYTES = 32_000;

export interface Outgoing {
  id: string;
  text: string;
  images: string[];
}

/** Calls to the service. All throw `Failure`, or what the browser throws when there is no network. */
export interface Api {
  /** Opens or renews a session: at the shop's own address where one is given, else by site key. */
  session(token: string | null): Promise<Session>;
  post(s: Session, m: Outgoing): Promise<void>;
  upload(s: Session, image: Blob): Promise<{ blob: string }>;
  image(s: Session, blob: string): Promise<Blob>;
  history(s: Session): Promise<Entry[]>;
  /** The open event stream after `n`. */
  events(s: Session, after: number, signal: AbortSignal): Promise<Response>;
}

export function createApi(where: { site: string | null; session: string | null; endpoint: string; locale: string }, fetch: typeof globalThis.fetch): Api {
  async function checked(response: Response): Promise<Response> {
    if (response.ok) return response;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    const body = fields(parseJson(await response.text()));
    const code = string(fields(body?.['error'])?.['code']) ?? string(body?.['code']) ?? '';
    throw new Failure(response.status, code, Number.isFinite(seconds) ? seconds * 1000 : null);
  }
  const json = { 'content-type': 'application/json' };
  const bearer = (s: Session): Record<string, string> => ({ authorization: `Bearer ${s.token}` });
  const plain = { credentials: 'omit', referrerPolicy: 'origin' } as const;

  return {
    async session(token) {
      const { site, session, endpoint, locale } = where;
      const known = token === null ? {} : { token };
      // The shop's own address must see the shop's cookies: they are how it knows who is signed in.
      const response =
        session !== null
          ? await fetch(session, { method: 'POST', headers: json, body: JSON.stringify({ ...known, locale }), credentials: 'same-origin', signal: AbortSignal.timeout(CALL_MS) })
          : await fetch(`${endpoint}/webchat/session`, { ...plain, method: 'POST', headers: json, body: JSON.stringify({ site, ...known, locale }), signal: AbortSignal.timeout(CALL_MS) });
      const read = readSession(parseJson(await (await checked(response)).text()), endpoint);
      if (read === null) throw new Failure(502, 'widget.no-session');
      return read;
    },
    async post(s, m) {
      const body = JSON.stringify({ id: m.id, ...(m.text === '' ? {} : { text: m.text }), ...(m.images.length === 0 ? {} : { images: m.images }), locale: where.locale });
      // Kept alive, a message still leaves when its shopper is already on the way to the next page.
      await checked(await fetch(`${s.endpoint}/webchat/messages`, { ...plain, method: 'POST', headers: { ...json, ...bearer(s) }, body, keepalive: body.length < KEEPALIVE_BYTES, signal: AbortSignal.timeout(CALL_MS) }));
    },
    async upload(s, image) {
      const response = await checked(
        await fetch(`${s.endpoint}/webchat/images`, { ...plain, method: 'POST', headers: { 'content-type': image.type, ...bearer(s) }, body: image, signal: AbortSignal.timeout(UPLOAD_MS) }),
      );
      const blob = string(fields(parseJson(await response.text()))?.['blob']);
      if (blob === undefined) throw new Failure(502, 'widget.no-blob');
      return { blob };
    },
    async image(s, blob) {
      return (await checked(await fetch(`${s.endpoint}/webchat/images/${encodeURIComponent(blob)}`, { ...plain, headers: bearer(s), signal: AbortSignal.timeout(UPLOAD_MS) }))).blob();
    },
    async history(s) {
      return readHistory(parseJson(await (await checked(await fetch(`${s.endpoint}/webchat/history?limit=100`, { ...plain, headers: bearer(s), cache: 'no-store', signal: AbortSignal.timeout(CALL_MS) }))).text()));
    },
    async events(s, after, signal) {
      return checked(await fetch(`${s.endpoint}/webchat/events?after=${after}`, { ...plain, headers: { accept: 'text/event-stream', ...bearer(s) }, cache: 'no-store', signal }));
    },
  };
}
