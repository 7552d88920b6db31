import { z } from 'zod';

const Entry = z.object({ n: z.number(), id: z.string(), from: z.string(), replyTo: z.array(z.string()), message: z.object({ parts: z.array(z.looseObject({ type: z.string() })) }) });
export type StreamEntry = z.infer<typeof Entry>;

/** A shopper's event stream as the wire has it, from a place of the caller's choice. */
export interface EventStream {
  readonly entries: readonly StreamEntry[];
  /** Resolves when the other side has ended it, or this one has closed it. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens the stream with these headers and gathers all that comes. Throws where it is refused. */
export async function openStream(url: string, headers: Record<string, string>): Promise<EventStream> {
  const closing = new AbortController();
  const res = await fetch(url, { headers, signal: closing.signal });
  if (!res.ok || res.body === null) throw new Error(`no stream: ${res.status} ${await res.text()}`);
  const entries: StreamEntry[] = [];
  const { body } = res;
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = block.split('\n').find((l) => l.startsWith('data: '))?.slice(6);
        if (data !== undefined && block.includes('event: message')) entries.push(Entry.parse(JSON.parse(data)));
      }
    }
  };
  // The wire may be cut from either side: that is an end as well.
  const ended = read().catch((e: unknown) => {
    if (e instanceof z.ZodError) throw e;
  });
  return { entries, ended, close: () => closing.abort() };
}
