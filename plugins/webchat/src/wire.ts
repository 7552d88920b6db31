/** The HTTP API as the widget reads it: only the fields it uses, and lenient to those it does not know. */
export interface Money {
  minor: number;
  currency: string;
}
export interface OrderCard {
  type: 'order-card';
  name: string;
  status: string;
  placedOn: string;
  total: Money | null;
  items: { title: string; quantity: number; image: string | undefined }[];
  tracking: { carrier: string; number: string; url: string | undefined; status: string }[];
  url: string | undefined;
}
export interface ProductCard {
  type: 'product-card';
  title: string;
  price: Money | null;
  priceMax: Money | null;
  available: boolean;
  image: string | undefined;
  url: string | undefined;
}
export interface ImagePart {
  type: 'image';
  blob: string | undefined;
  url: string | undefined;
  alt: string | undefined;
}
export type Part =
  | { type: 'text'; text: string }
  | ImagePart
  | { type: 'file'; name: string; url: string | undefined }
  | { type: 'buttons'; buttons: { label: string; value: string }[] }
  | OrderCard
  | ProductCard;

export type From = 'shopper' | 'bot' | 'agent' | 'system';

export interface Entry {
  n: number;
  id: string;
  at: number;
  from: From;
  /** The agent's name; empty where it is nobody's or not known. */
  by: string;
  parts: Part[];
  replyTo: string[];
}

export interface Session {
  token: string;
  thread: string;
  expiresAt: number;
  shop: string;
  endpoint: string;
  /** Whether the assistant answered when the session was opened. */
  answering: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** An object's fields, to be looked at one by one; null for everything else. */
export function fields(value: unknown): Fields | null {
  return isFields(value) ? value : null;
}
export function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
export function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
function list<T>(value: unknown, read: (v: unknown) => T | null): T[] {
  return Array.isArray(value) ? value.flatMap((v: unknown) => read(v) ?? []) : [];
}

/** JSON text to a value; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (e) {
    if (e instanceof SyntaxError) return undefined;
    throw e;
  }
}

export function readSession(value: unknown, fallbackEndpoint: string): Session | null {
  const f = fields(value);
  const token = string(f?.['token']);
  const thread = string(f?.['thread']);
  const expiresAt = number(f?.['expiresAt']);
  if (f === null || token === undefined || thread === undefined || expiresAt === undefined) return null;
  const endpoint = string(f['endpoint']) ?? fallbackEndpoint;
  return { token, thread, expiresAt, shop: string(fields(f['shop'])?.['name']) ?? string(f['shop']) ?? '', endpoint: endpoint.replace(/\/+$/, ''), answering: f['answering'] !== false };
}

/** One message of the stream or the history; null for what is none. Parts of a kind not known here are left out. */
export function readEntry(value: unknown): Entry | null {
  const f = fields(value);
  const id = string(f?.['id']);
  const from = f?.['from'];
  if (f === null || id === undefined || (from !== 'shopper' && from !== 'bot' && from !== 'agent' && from !== 'system')) return null;
  return {
    n: number(f['n']) ?? 0,
    id,
    at: number(f['at']) ?? 0,
    from,
    by: string(f['by']) ?? '',
    parts: list(fields(f['message'])?.['parts'], readPart),
    replyTo: list(f['replyTo'], (v) => string(v) ?? null),
  };
}

export function readAnswering(value: unknown): boolean | null {
  const answering = fields(value)?.['answering'];
  return typeof answering === 'boolean' ? answering : null;
}

export function readHistory(value: unknown): Entry[] {
  return list(fields(value)?.['entries'], readEntry);
}

function readMoney(value: unknown): Money | null {
  const f = fields(value);
  const minor = number(f?.['minor']);
  const currency = string(f?.['currency']);
  return minor === undefined || currency === undefined ? null : { minor, currency };
}

export function readPart(value: unknown): Part | null {
  const f = fields(value);
  if (f === null) return null;
  const url = string(f['url']);
  switch (f['type']) {
    case 'text':
      return { type: 'text', text: string(f['text']) ?? '' };
    case 'image':
      return { type: 'image', blob: string(f['blob']), url, alt: string(f['alt']) };
    case 'voice':
      return { type: 'file', name: string(f['transcript']) ?? '', url };
    case 'file':
      return { type: 'file', name: string(f['name']) ?? '', url };
    case 'buttons': {
      const buttons = list(f['buttons'], readButton);
      return buttons.length > 0 ? { type: 'buttons', buttons } : null;
    }
    case 'order-card':
      return {
        type: 'order-card',
        name: string(f['name']) ?? '',
        status: string(f['status']) ?? '',
        placedOn: string(f['placedOn']) ?? '',
        total: readMoney(f['total']),
        items: list(f['items'], (v) => {
          const item = fields(v);
          const title = string(item?.['title']);
          return item === null || title === undefined ? null : { title, quantity: number(item['quantity']) ?? 1, image: string(item['image']) };
        }),
        tracking: list(f['tracking'], (v) => {
          const t = fields(v);
          return t === null ? null : { carrier: string(t['carrier']) ?? '', number: string(t['number']) ?? '', url: string(t['url']), status: string(t['status']) ?? '' };
        }),
        url,
      };
    case 'product-card':
      return {
        type: 'product-card',
        title: string(f['title']) ?? '',
        price: readMoney(f['price']),
        priceMax: readMoney(f['priceMax']),
        available: f['available'] === true,
        image: string(f['image']),
        url,
      };
    default:
      return null;
  }
}

function readButton(value: unknown): { label: string; value: string } | null {
  const f = fields(value);
  const label = string(f?.['label']);
  const said = string(f?.['value']);
  return label === undefined || said === undefined ? null : { label, value: said };
}
