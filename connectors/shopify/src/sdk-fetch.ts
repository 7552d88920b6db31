import { AsyncLocalStorage } from 'node:async_hooks';
import '@shopify/shopify-api/adapters/node';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { Bug, type Instant } from '@parley/core/contracts';
import { CONNECTOR, type HostFetch } from './config.js';

/** How one connector instance reaches its hosts. */
export interface Reach {
  fetch: HostFetch;
  /** Where `https://<shop>` really is; null sends to Shopify. */
  originOverride: ((shop: string) => string) | null;
  timeoutMs: number;
}

/** What one call met on the wire. The SDK's errors lose much of this on the way up. */
export interface Met {
  /** HTTP status; null while no answer came. */
  status: number | null;
  retryAfterMs: number | null;
  requestId: string | null;
  /** Whether the answer was JSON. */
  json: boolean;
  timedOut: boolean;
}

interface Call {
  reach: Reach;
  met: Met;
}

/**
 * The SDK has one fetch for the whole process. Each call of ours carries its own instance through the asynchronous
 * context instead, so that any number of connectors with different hosts, fetches and time-outs live side by side.
 */
const calls = new AsyncLocalStorage<Call>();

setAbstractFetchFunc(async (input, init) => {
  const call = calls.getStore();
  if (call === undefined) throw new Bug('the Shopify SDK was used outside of a connector', { code: 'shopify.no-reach', connector: CONNECTOR });
  const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
  return exchange(call, address, init ?? {});
});

/** Runs SDK code whose requests go by `reach`; afterwards `met` tells what the last request met. */
export async function reaching<T>(reach: Reach, met: Met, work: () => Promise<T>): Promise<T> {
  return calls.run({ reach, met }, work);
}

/** A fresh record for `reaching`. */
export function nothingMet(): Met {
  return { status: null, retryAfterMs: null, requestId: null, json: false, timedOut: false };
}

async function exchange(call: Call, address: string, init: RequestInit): Promise<Response> {
  Object.assign(call.met, nothingMet());
  const timeout = AbortSignal.timeout(call.reach.timeoutMs);
  const signal = init.signal ? AbortSignal.any([timeout, init.signal]) : timeout;
  try {
    // Never followed: a redirect would carry the access token to wherever it points.
    const response = await unlessAborted(signal, call.reach.fetch(rewritten(call.reach, address), { ...init, signal, redirect: 'manual' }));
    const text = await unlessAborted(signal, response.text());
    return readable(call.met, response, text);
  } catch (e) {
    call.met.timedOut = timeout.aborted;
    throw e;
  }
}

/** Gives up with the signal, also on work that does not listen to it. */
async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const over = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new Error('given up'));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function rewritten(reach: Reach, address: string): string {
  if (reach.originOverride === null) return address;
  const url = new URL(address);
  return `${reach.originOverride(url.hostname).replace(/\/$/, '')}${url.pathname}${url.search}`;
}

/**
 * Hands the body on as read, so that the time-out covers it. The SDK parses the body of a refusal as JSON without
 * looking and fails on the HTML of a gateway: such a body is replaced by an empty object.
 */
function readable(met: Met, response: Response, text: string): Response {
  met.status = response.status;
  met.json = isJson(text);
  met.retryAfterMs = secondsToMs(response.headers.get('retry-after'));
  met.requestId = response.headers.get('x-request-id');
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  if (!response.ok && !met.json) {
    headers.set('content-type', 'application/json');
    return new Response('{}', { status: response.status, statusText: response.statusText, headers });
  }
  const empty = response.status === 204 || response.status === 205 || response.status === 304;
  return new Response(empty ? null : text, { status: response.status, statusText: response.statusText, headers });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function secondsToMs(header: string | null): Instant | null {
  const seconds = header === null || header.trim() === '' ? NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : null;
}
