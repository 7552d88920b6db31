// npm run chat -- [--shop f] [--as customer@example.com] [--json]: talks to the same HTTP API as the widget, a line a message.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openChat, plain } from './stack/chat-client.js';
import { startStack } from './stack/stack.js';

const { values } = parseArgs({ options: { shop: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean', default: false } } });
const Turns = z.object({ turns: z.array(z.looseObject({ record: z.looseObject({ seq: z.number() }), event: z.looseObject({ body: z.looseObject({ hostMessageId: z.string().optional() }) }).nullable() })) });

const stack = await startStack({ shopFile: values.shop, service: { WEBCHAT_MESSAGES_PER_MINUTE: '100000', LOG_LEVEL: 'error' } });
try {
  const session = await stack.session(values.as ?? null);
  const chat = await openChat(session);
  const interactive = process.stdin.isTTY && !values.json;
  if (interactive) console.log(`You are ${values.as ?? 'a guest'} of ${stack.shop}. Write, or end with Ctrl-D.`);
  let seen = 0;
  const lines = createInterface({ input: process.stdin, ...(interactive ? { output: process.stdout, prompt: '> ' } : {}) });
  if (interactive) lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') {
      const { id, entry, ms } = await chat.ask(line);
      if (values.json) {
        const { turns } = Turns.parse(await stack.operator(`/turns?site=${stack.site}&thread=${encodeURIComponent(session.thread)}&after=${seen}`));
        const turn = turns.find((t) => t.event?.body.hostMessageId === id) ?? null;
        seen = Math.max(seen, ...turns.map((t) => t.record.seq));
        console.log(JSON.stringify({ text: line, ms: Math.round(ms * 10) / 10, reply: entry.message, turn }));
      } else console.log(interactive ? `${plain(entry)}\n` : plain(entry));
    }
    if (interactive) lines.prompt();
  }
  chat.close();
} catch (e) {
  console.error(e instanceof Error ? e.message : String(e));
  process.exitCode = 1;
} finally {
  await stack.stop();
}
process.exit();
