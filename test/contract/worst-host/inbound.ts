import { z } from 'zod';
import { parseHostJson, refuse, writeHostJson, type HostMessage, type HttpReply, type Inbound, type RawRequest, type Refusal, type Verified } from '@parley/core/contracts';
import { equalInConstantTime } from '@parley/core/security/signatures';
import { halvesOf, WEBHOOK_SECRET } from './credentials.js';
import { connectorIdOf, type WorstDeps } from './flavour.js';
import type { HostAsk } from './host-call.js';
import { eventsOf } from './host-events.js';
import { HostId, queryOf } from './host-form.js';
import { plainText } from './render.js';
import { faultOf, SIGNATURE_HEADER } from './signature.js';

/** An announcement is a hundred bytes; nothing the host sends comes near this. */
const MAX_ANNOUNCEMENT = 4_096;
const PAGE = 100;

const Announcement = z.object({ account: z.string().min(1).max(40), announcement: HostId, thread: z.string().nullable() });
const Page = z.object({ events: z.array(z.unknown()), next: z.string().min(1), more: z.boolean() });

/** Webhooks that only announce, and the content behind a cursor. */
export function worstInbound(deps: WorstDeps, ask: HostAsk): Inbound {
  const id = connectorIdOf(deps.flavour);
  return {
    routes: [{ method: 'POST', path: `/${id}/:account/:pathSecret`, maxBytes: MAX_ANNOUNCEMENT }],
    secretOf(req) {
      const account = req.params['account'] ?? '';
      return /^[a-z0-9-]{1,40}$/.test(account) ? { of: 'installation', account, name: WEBHOOK_SECRET } : refuse(404, 'worst.account', 'the path names no account');
    },
    verify,
    // It only announces: what there is to store comes from `pull`.
    parse: () => [],
    answer,
    async pull(i, cursor, signal) {
      const { value } = await ask(i, { doing: 'pulling', path: `/pull?${queryOf({ cursor: cursor ?? '', limit: String(PAGE) })}`, signal, form: Page });
      return { events: eventsOf(i.account, value.events, { connector: id, log: deps.log }), cursor: value.next, more: value.more };
    },
  };
}

function verify(req: RawRequest, secrets: readonly string[], now: number): Verified | Refusal {
  if (req.method !== 'POST') return refuse(405, 'worst.method', 'not POST');
  const given = req.params['pathSecret'] ?? '';
  // Every pair is compared, and a wrong path looks from outside like a wrong signature.
  const fitting = secrets.map(halvesOf).filter((half) => equalInConstantTime(half.pathSecret, given));
  if (fitting.length === 0) return refuse(401, 'worst.path-secret', 'no installation has this path secret');
  const fault = faultOf(req.headers[SIGNATURE_HEADER], fitting.map((half) => half.secret), req.body, now);
  if (fault !== null) return refuse(401, `worst.${fault}`, 'the signature is missing, wrong, or not of this time');
  const json = parseHostJson(req.body, 4);
  const read = json.ok ? Announcement.safeParse(json.value) : null;
  if (read?.success !== true) return refuse(400, 'worst.body', 'the body is no announcement');
  // The path is not signed; the body is.
  if (read.data.account !== req.params['account']) return refuse(401, 'worst.account-mismatch', 'path and body name different accounts');
  return { ok: true, req, account: read.data.account, claims: { announcement: read.data.announcement } };
}

function answer(v: Verified, _stored: unknown, passive?: HostMessage): HttpReply {
  const text = passive === undefined ? '' : plainText(passive.message);
  if (text === '') return { status: 200 };
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    // The announcement's id makes the reference: a repeated announcement carries the same one.
    body: writeHostJson({ reply: { reference: `p-${v.claims['announcement'] ?? ''}`, text } }),
  };
}
