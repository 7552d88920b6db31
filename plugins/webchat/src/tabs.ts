import type { Memory } from './storage.js';
import { fields, number, readEntry, string, type Entry } from './wire.js';

/** What tabs of one shop tell each other. */
export type TabNews = { type: 'said'; entry: Entry } | { type: 'sent'; id: string } | { type: 'discarded'; id: string } | { type: 'read'; n: number };

/** Tells the other tabs, and hears from them. Without the browser's support, tabs meet in the kept log instead. */
export function createTabs(name: string, onNews: (n: TabNews) => void): { tell(n: TabNews): void } {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.onmessage = (e: MessageEvent<unknown>) => {
    const news = readNews(e.data);
    if (news !== null) onNews(news);
  };
  return {
    tell: (n) => channel.postMessage(n.type === 'said' ? { type: n.type, entry: { ...n.entry, message: { parts: n.entry.parts } } } : n),
  };
}

function readNews(data: unknown): TabNews | null {
  const f = fields(data);
  const id = string(f?.['id']);
  const n = number(f?.['n']);
  const entry = readEntry(f?.['entry']);
  const type = f?.['type'];
  if (type === 'said' && entry !== null) return { type, entry };
  if ((type === 'sent' || type === 'discarded') && id !== undefined) return { type, id };
  if (type === 'read' && n !== undefined) return { type, n };
  return null;
}

/** Up to which outgoing number the shopper has read a thread. */
export function readMark(memory: Memory, thread: string): { get(): number; set(n: number): void } {
  const key = `read:${thread}`;
  return { get: () => Number(memory.get(key) ?? 0) || 0, set: (n) => memory.set(key, String(n)) };
}
