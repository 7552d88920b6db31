import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Session } from './stack.js';

const Part = z.looseObject({ type: z.string(), text: z.string().optional() });
const Entry = z.object({ n: z.number(), id: z.string(), at: z.number(), from: z.string(), message: z.object({ parts: z.array(Part) }), replyTo: z.array(z.string()) });
export type ChatEntry = z.infer<typeof Entry>;

/** The service refused a message; `reason` is its own word for it. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  constructor(
    readonly status: number,
    readonly reason: string,
  ) {
    super(`the message was not taken: ${status} ${reason}`);
  }
}

/** The widget's side of the HTTP API, for scripts: sends with an id of its own, listens to the stream, matches answers. */
export interface ChatClient {
  readonly session: Session;
  /** Sends and waits for the first answer to it. */
  ask(text: string, timeoutMs?: number): Promise<{ id: string; entry: ChatEntry; ms: number }>;
  /** Sends; resolves when the service has taken it. */
  send(text: string, id?: string): Promise<string>;
  onEntry(listener: (entry: ChatEntry) => void): void;
  close(): void;
}

export async function openChat(session: Session): Promise<ChatClient> {
  const closed = new AbortController();
  const listeners = new Set<(entry: ChatEntry) => void>();
  const headers = { Authorization: `Bearer ${session.token}` };
  const res = await fetch(`${session.endpoint}/webchat/events?after=${await lastN()}`, { headers, signal: closed.signal });
  if (!res.ok || res.body === null) throw new Error(`no stream: ${res.status} ${await res.text()}`);
  const reading = listen(res.body.getReader()).catch((e: unknown) => {
    if (!closed.signal.aborted) throw e;
  });

  async function lastN(): Promise<number> {
    const history = await fetch(`${session.endpoint}/webchat/history?limit=50`, { headers });
    if (!history.ok) throw new Error(`no history: ${history.status} ${await history.text()}`);
    return Math.max(0, ...z.object({ entries: z.array(Entry) }).parse(await history.json()).entries.map((e) => e.n));
  }

  async function listen(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let buffer = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      buffer += decoder.decode(value, { stream: true });
      for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
        const block = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        const data = block.split('\n').filter((l) => l.startsWith('data:')).map((l) => l.slice(5).trim()).join('\n');
        if (!/^event: ?message$/m.test(block) || data === '') continue;
        const entry = Entry.parse(JSON.parse(data));
        for (const l of [...listeners]) l(entry);
      }
    }
  }

  async function send(text: string, id: string = randomUUID()): Promise<string> {
    const taken = await fetch(`${session.endpoint}/webchat/messages`, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify({ id, text }) });
    if (taken.status !== 202) throw new NotTaken(taken.status, reasonIn(await taken.text()));
    await taken.arrayBuffer();
    return id;
  }

  return {
    session,
    send,
    onEntry: (listener) => void listeners.add(listener),
    async ask(text, timeoutMs = 20_000) {
      const id = randomUUID();
      const begun = performance.now();
      let timer: NodeJS.Timeout | undefined;
      let hear: ((entry: ChatEntry) => void) | undefined;
      const answer = new Promise<ChatEntry>((resolve, reject) => {
        hear = (entry) => {
          if (entry.replyTo.includes(id)) resolve(entry);
        };
        listeners.add(hear);
        timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
      });
      try {
        const [entry] = await Promise.all([answer, send(text, id)]);
        return { id, entry, ms: performance.now() - begun };
      } finally {
        clearTimeout(timer);
        if (hear !== undefined) listeners.delete(hear);
      }
    },
    close() {
      closed.abort();
      void reading;
    },
  };
}

function reasonIn(body: string): string {
  try {
    const read = z.object({ error: z.union([z.string(), z.object({ code: z.string() }).transform((e) => e.code)]) }).safeParse(JSON.parse(body));
    return read.success ? read.data.error : 'refused';
  } catch {
    return 'refused';
  }
}

/** An entry as a terminal shows it. */
export function plain(entry: ChatEntry): string {
  return entry.message.parts
    .flatMap((p) => {
      if (p.type === 'text') return [p.text ?? ''];
      if (p.type === 'buttons') return [`[${z.array(z.object({ label: z.string() })).parse(p['buttons']).map((b) => b.label).join('] [')}]`];
      if (p.type === 'order-card') return [`(order ${String(p['name'])}: ${String(p['status'])})`];
      if (p.type === 'product-card') return [`(product: ${String(p['title'])})`];
      return [`(${p.type})`];
    })
    .join('\n');
}
