import { refuse, type HttpReply, type Inbound, type Verified } from '@parley/core/contracts';
import { accountOf } from './account.js';
import { readBody } from './body.js';
import { SIGNING_SECRET } from './config.js';
import type { Reader, Reading } from './reader.js';
import type { PressAgain } from './press-again.js';
import { checkSignature } from './signature.js';

/** Where events, presses, forms and commands come in. */
export const EVENTS_PATH = '/slack/events';
/** Slack gives three seconds; telling somebody that it was too long takes some of them. */
const PATIENCE_MS = 2_200;
/** Slack's payloads hold at most a message of 40,000 characters and its blocks. */
const MAX_BYTES = 1_000_000;

export function slackInbound(reader: Reader, pressAgain: PressAgain): Inbound {
  /** What was read of a request between its being verified and its being answered. */
  const readings = new WeakMap<Verified, Reading>();

  function bodyOf(v: Verified): Record<string, unknown> | null {
    const read = readBody(v.req.body, v.req.headers['content-type'] ?? '');
    return read.ok ? read.body : null;
  }

  return {
    patienceMs: PATIENCE_MS,
    routes: [{ method: 'POST', path: EVENTS_PATH, maxBytes: MAX_BYTES }],
    secretOf: () => ({ of: 'app', name: SIGNING_SECRET }),

    verify(req, secrets, now) {
      if (req.method !== 'POST') return refuse(405, 'slack.method', 'Slack posts');
      const refused = checkSignature(req, secrets, now);
      if (refused !== null) return refused;
      const read = readBody(req.body, req.headers['content-type'] ?? '');
      if (!read.ok) return refuse(read.code === 'slack.not-json' ? 400 : 415, read.code, 'the body is neither JSON nor a form');
      // Slack asks whether we are there before anybody has installed anything.
      const greeting = read.body['type'] === 'url_verification' || read.body['ssl_check'] === '1';
      const account = greeting ? 'slack' : accountOf(read.body);
      if (account === null) return refuse(422, 'slack.no-account', 'the payload names no workspace');
      return { ok: true, req, account, claims: {} };
    },

    async prepare(v) {
      const body = bodyOf(v);
      if (body === null || v.account === 'slack') return;
      readings.set(v, await reader(v.account, body));
    },

    async unavailable(v) {
      const body = bodyOf(v);
      return body === null || v.account === 'slack' ? { status: 503 } : pressAgain(body);
    },

    parse: (v) => readings.get(v)?.events ?? [],

    answer(v): HttpReply {
      const challenge = bodyOf(v)?.['challenge'];
      if (v.account === 'slack') return typeof challenge === 'string' ? { status: 200, body: { challenge } } : { status: 200 };
      const answer = readings.get(v)?.answer;
      return answer === undefined ? { status: 200 } : { status: 200, body: answer };
    },
  };
}
