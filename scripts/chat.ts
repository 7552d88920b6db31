// npm run chat -- [--shop f] [--as customer@example.com] [--json]: talks to the same HTTP API as the widget, a line a message.
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { NotTaken, openChat, plain, type ChatClient } from './stack/chat-client.js';
import { startStack, type Session, type Stack } from './stack/stack.js';
import { atEnd, command, Refusal } from './terminal/command.js';
import { readShop } from './terminal/shop-hints.js';

const USAGE = `usage: npm run chat -- [--shop shop.json] [--as customer@example.com] [--json]
  --shop  another shop than the demo shop; docs/shop-file.md has the form
  --as    a customer of the shop who is signed in; a guest without it
  --json  the whole turn of every message, a line each
Starts a service and a shop of its own (about eight seconds) and stops them at the end; every line is a message.`;

const Turns = z.object({ turns: z.array(z.looseObject({ record: z.looseObject({ seq: z.number() }), event: z.looseObject({ body: z.looseObject({ hostMessageId: z.string().optional() }) }).nullable() })) });

const WHY: Readonly<Record<string, string>> = {
  'webchat.text-too-long': 'it is longer than the 20,000 characters the chat takes',
  'webchat.too-large': 'it is longer than the 20,000 characters the chat takes',
  'webchat.empty': 'there is nothing in it',
};

await command(USAGE, { options: { shop: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean', default: false } } }, async ({ values }) => {
  const shop = readShop(values.shop);
  if (values.as !== undefined && shop !== null && !shop.customers.some((c) => c.email === values.as)) throw new Refusal(unknownCustomer(values.as));
  const stack = await startStack({ shopFile: values.shop, service: { WEBCHAT_MESSAGES_PER_MINUTE: '100000', LOG_LEVEL: 'error' } });
  atEnd(() => stack.stop());
  const session = await sessionOf(stack, values.as ?? null);
  const chat = await openChat(session);
  const interactive = process.stdin.isTTY && !values.json;
  if (interactive) console.log(`You are ${values.as ?? 'a guest'} of ${stack.shop}. Write, or end with Ctrl-D.`);
  const turnOf = turnReader(stack, session);
  const lines = createInterface({ input: process.stdin, ...(interactive ? { output: process.stdout, prompt: '> ' } : {}) });
  if (interactive) lines.prompt();
  let refused = 0;
  for await (const line of lines) {
    if (line.trim() !== '' && !(await say(chat, line, interactive, values.json ? turnOf : null))) refused++;
    if (interactive) lines.prompt();
  }
  chat.close();
  return refused > 0 && !interactive ? 1 : 0;
});

/** Sends one line and prints what came of it; whether it was taken. */
async function say(chat: ChatClient, line: string, interactive: boolean, turnOf: ((id: string) => Promise<unknown>) | null): Promise<boolean> {
  try {
    const { id, entry, ms } = await chat.ask(line);
    if (turnOf !== null) console.log(JSON.stringify({ text: line, ms: Math.round(ms * 10) / 10, reply: entry.message, turn: await turnOf(id) }));
    else console.log(interactive ? `${plain(entry)}\n` : plain(entry));
    return true;
  } catch (e) {
    if (!(e instanceof NotTaken)) throw e;
    console.error(`Not taken: ${WHY[e.reason] ?? `the chat refused it (${e.status} ${e.reason})`}.`);
    return false;
  }
}

/** The turn of a message, from the operator's side. */
function turnReader(stack: Stack, session: Session): (id: string) => Promise<unknown> {
  let seen = 0;
  return async (id) => {
    const { turns } = Turns.parse(await stack.operator(`/turns?site=${stack.site}&thread=${encodeURIComponent(session.thread)}&after=${seen}`));
    seen = Math.max(seen, ...turns.map((t) => t.record.seq));
    return turns.find((t) => t.event?.body.hostMessageId === id) ?? null;
  };
}

async function sessionOf(stack: Stack, email: string | null): Promise<Session> {
  try {
    return await stack.session(email);
  } catch (e) {
    if (email !== null && e instanceof Error && e.message.includes(': 422 ')) throw new Refusal(unknownCustomer(email));
    throw e;
  }
}

function unknownCustomer(email: string): string {
  return `The shop has no customer ${email}: --as expects the e-mail address of one of its customers.`;
}
