import { once } from 'node:events';
import type { Response } from 'express';
import type { HttpReply, Refusal, StreamReply } from '@parley/core/contracts';

/** Sends a connector's answer. Objects go as JSON. */
export function sendReply(res: Response, reply: HttpReply): void {
  res.status(reply.status);
  for (const [name, value] of Object.entries(reply.headers ?? {})) res.setHeader(name, value);
  const { body } = reply;
  if (body === undefined) res.end();
  else if (body instanceof Uint8Array) res.end(Buffer.from(body));
  else if (typeof body === 'string') res.end(body);
  else res.json(body);
}

/** The one form of every refusal. The reason stays inside. */
export function sendRefusal(res: Response, refusal: Pick<Refusal, 'status' | 'code' | 'retryAfterMs'>): void {
  if (refusal.retryAfterMs !== undefined) res.setHeader('Retry-After', String(Math.max(1, Math.ceil(refusal.retryAfterMs / 1_000))));
  res.status(refusal.status).json({ error: { code: refusal.code, message: MESSAGES[refusal.status] } });
}

const MESSAGES: Readonly<Record<Refusal['status'], string>> = {
  400: 'The request is not well formed.',
  401: 'The request is not signed as it must be.',
  403: 'This is not allowed.',
  404: 'There is nothing here.',
  405: 'This method is not served here.',
  409: 'This contradicts what is there.',
  413: 'The request is too large.',
  415: 'This kind of content is not taken here.',
  422: 'The content is not what is expected.',
  429: 'Too many requests; please wait.',
};

/** Keeps an answer open and writes to it as its reader takes it, until either side ends it. */
export async function sendStream(res: Response, reply: StreamReply, stopping: AbortSignal): Promise<void> {
  const closed = new AbortController();
  const close = () => closed.abort();
  res.on('close', close);
  stopping.addEventListener('abort', close, { once: true });
  // The reader may have left while its stream was being admitted; nobody would tell us again.
  if (res.closed || res.destroyed || stopping.aborted) close();
  res.status(reply.status);
  for (const [name, value] of Object.entries(reply.headers)) res.setHeader(name, value);
  res.flushHeaders();
  try {
    await reply.run(async (chunk) => {
      if (!res.write(chunk)) await Promise.race([once(res, 'drain'), once(res, 'close')]);
    }, closed.signal);
  } finally {
    stopping.removeEventListener('abort', close);
    res.end();
  }
}
