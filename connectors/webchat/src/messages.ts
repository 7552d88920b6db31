import { z } from 'zod';
import { MAX_TEXT, parseHostJson, refuse, type ChannelIdentity, type Inbound, type InboundEvent, type MessagePart, type RawRequest, type Refusal, type Verified } from '@parley/core/contracts';
import { idOf } from '@parley/core/security/signatures';
import { claimsOf } from './authorise.js';
import { cleanText } from './clean-text.js';
import { readImageTicket } from './image-ticket.js';
import { rule, type WebchatRates } from './rates.js';
import { mediaType, privateJson } from './replies.js';
import { Locale } from './sessions.js';

/** Largest message request in bytes: 20,000 characters, each written as a six-byte escape, fit. */
export const MAX_MESSAGE_BYTES = 128 * 1024;
/** The name under which the composing process keeps the secrets that sign shoppers' tokens. */
export const TOKEN_SECRET = 'webchat-token';
const MAX_IMAGES = 4;

/** A shopper's message as the widget posts it. `id` is made by the widget and is the same in every retry. */
const MessageRequest = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  // Far above what is kept, so that the length after cleaning decides, with its own code.
  text: z.string().max(MAX_MESSAGE_BYTES).optional(),
  images: z.array(z.string().min(1).max(512)).max(MAX_IMAGES).optional(),
  locale: Locale.optional(),
});
type MessageRequest = z.infer<typeof MessageRequest>;

/** How shoppers' messages come in: bearer token first, then the body. */
export function createInbound(deps: { rates: WebchatRates; tokenSecrets(): readonly string[] }): Inbound {
  return {
    routes: [{ method: 'POST', path: '/webchat/messages', maxBytes: MAX_MESSAGE_BYTES, cors: true }],
    secretOf: () => ({ of: 'app', name: TOKEN_SECRET }),
    verify(req, secrets, now) {
      const read = claimsOf(req, secrets, now);
      if (!read.ok) return read;
      const { site, thread, identity, customer } = read.claims;
      return { ok: true, req, account: site, claims: customer === undefined ? { thread, identity } : { thread, identity, customer } };
    },
    parse(v) {
      const shopper = shopperOf(v);
      if (shopper === null) return refuse(401, 'webchat.bad-token', 'claims are missing');
      const body = readBody(v.req);
      if ('ok' in body) return body;
      const parts = partsOf(body, { site: v.account, identity: shopper.identity }, deps.tokenSecrets());
      if ('ok' in parts) return parts;
      return [eventOf(v.account, shopper, body, parts)];
    },
    limits: (v) => [
      rule('messages/shopper', deps.rates.messagesPerShopper, v.account, v.claims['identity'] ?? ''),
      rule('messages/address', deps.rates.messagesPerAddress, v.req.remote),
    ],
    answer(v, stored) {
      const body = readBody(v.req);
      // A parked message is kept as well; the widget has nothing more to do with it.
      const state = stored[0]?.state === 'duplicate' ? 'duplicate' : 'stored';
      return privateJson(202, 'ok' in body ? { state } : { id: body.id, state });
    },
  };
}

interface Shopper {
  thread: string;
  identity: string;
  customer: string | undefined;
}

function shopperOf(v: Verified): Shopper | null {
  const { thread, identity, customer } = v.claims;
  return thread === undefined || identity === undefined ? null : { thread, identity, customer };
}

function readBody(req: RawRequest): MessageRequest | Refusal {
  if (mediaType(req.headers['content-type']) !== 'application/json') return refuse(415, 'webchat.not-json', 'content type is not application/json');
  if (req.body.byteLength > MAX_MESSAGE_BYTES) return refuse(413, 'webchat.too-large', 'body too large');
  const json = parseHostJson(req.body, 4);
  if (!json.ok) return refuse(400, 'webchat.not-json', json.code);
  const body = MessageRequest.safeParse(json.value);
  return body.success ? body.data : refuse(422, 'webchat.invalid-body', 'message is not of its form');
}

function partsOf(body: MessageRequest, owner: { site: string; identity: string }, secrets: readonly string[]): MessagePart[] | Refusal {
  const text = cleanText(body.text ?? '');
  if (text.length > MAX_TEXT) return refuse(422, 'webchat.text-too-long', `text has more than ${MAX_TEXT} characters`);
  const parts: MessagePart[] = text === '' ? [] : [{ type: 'text', text }];
  for (const ticket of new Set(body.images ?? [])) {
    const image = readImageTicket(owner, ticket, secrets);
    if (image === null) return refuse(422, 'webchat.no-such-image', 'image was not uploaded by this shopper');
    parts.push({ type: 'image', ...image });
  }
  return parts.length > 0 ? parts : refuse(422, 'webchat.empty', 'neither text nor image');
}

function eventOf(account: string, shopper: Shopper, body: MessageRequest, parts: MessagePart[]): InboundEvent {
  const from: ChannelIdentity = { id: shopper.identity };
  if (shopper.customer !== undefined) from.customerId = shopper.customer;
  if (body.locale !== undefined) from.locale = body.locale;
  return {
    account,
    // Ids are made by browsers: hashed with the thread, one shopper's can never shadow another's.
    eventKey: idOf('webchat-message', shopper.thread, body.id),
    // A shopper's clock is anybody's guess; ours at storing is what counts.
    at: null,
    mailbox: { kind: 'thread', hostThread: shopper.thread },
    body: { type: 'message', from, message: { parts }, hostMessageId: body.id },
  };
}
