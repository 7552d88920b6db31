// What tests may do: make accounts, let shoppers write and agents act, and read what shoppers see.
import express, { type Router } from 'express';
import { z } from 'zod';
import { Account, AccountSetup, type Thread } from './account.js';
import { finish } from './actions.js';
import { agentActs } from './desk.js';
import { Dice, Faults } from './faults.js';
import { hostTime } from './host-time.js';
import { tell, type WorstState } from './state.js';

const Name = z.string().regex(/^[a-z0-9-]{1,40}$/);
const Word = z.string().min(1).max(200);
const Write = z.strictObject({ account: Name, thread: Word, identity: Word, id: Word, text: z.string(), name: z.string().optional() });
const Writes = z.union([Write.transform((one) => [one]), z.strictObject({ messages: z.array(Write).max(1_000) }).transform((o) => o.messages)]);
const Agent = z.strictObject({
  account: Name, thread: Word, act: z.enum(['accept', 'return', 'close', 'say']), agent: z.strictObject({ id: Word, name: Word }), text: z.string().optional(),
});

/** A wrong call of the control interface, with its status. */
class BadControl extends Error {
  constructor(readonly status: 400 | 404 | 409, message: string) {
    super(message);
  }
}

/** Routes below `/control/worst`. */
export function controlRoutes(state: WorstState): Router {
  const router = express.Router();
  router.use(express.json({ limit: '8mb' }));

  const accountOf = (name: string): Account => {
    const account = state.accounts.get(name);
    if (!account) throw new BadControl(404, `no account ${name}`);
    return account;
  };
  const threadOf = (account: Account, name: string): Thread => {
    const thread = account.threads.get(name);
    if (!thread) throw new BadControl(404, `nobody has written in thread ${name}`);
    return thread;
  };

  router.put('/accounts/:account', (request, response) => {
    const name = read(Name, request.params.account);
    const setup = read(AccountSetup, request.body);
    state.accounts.set(name, new Account(name, setup));
    response.json({ account: name, flavour: setup.flavour, path: `/worst/${name}/${setup.pathSecret}` });
  });
  router.get('/accounts', (_request, response) => {
    response.json({
      accounts: [...state.accounts.values()].map((a) => ({
        account: a.name, flavour: a.setup.flavour, threads: a.threads.size, waiting: a.waiting,
        messages: [...a.threads.values()].reduce((sum, t) => sum + t.messages.length, 0),
      })),
    });
  });
  router.post('/faults', (request, response) => {
    const { account, faults } = read(z.strictObject({ account: Name, faults: Faults }), request.body);
    accountOf(account).dice = new Dice(faults);
    response.json({ account, faults });
  });
  router.post('/messages', (request, response) => {
    const messages = read(Writes, request.body);
    for (const message of messages) accountOf(message.account);
    let accepted = 0;
    for (const message of messages) if (write(state, accountOf(message.account), message)) accepted += 1;
    response.status(202).json({ accepted, repeated: messages.length - accepted });
  });
  router.post('/window', (request, response) => {
    const { account, thread, lastMessageAgoMs } = read(z.strictObject({ account: Name, thread: Word, lastMessageAgoMs: z.number().min(0) }), request.body);
    const found = threadOf(accountOf(account), thread);
    found.lastWroteAt = new Date(state.now().getTime() - lastMessageAgoMs);
    response.json({ lastWroteAt: found.lastWroteAt.toISOString(), taken: found.taken });
  });
  router.post('/desk', (request, response) => {
    const { account: name, thread, act, agent, text } = read(Agent, request.body);
    if (act === 'say' && text === undefined) throw new BadControl(400, 'text: an agent who says something needs a text');
    const account = accountOf(name);
    const impossible = agentActs(state, account, threadOf(account, thread), act, agent, text ?? '');
    if (impossible !== null) throw new BadControl(409, impossible);
    response.json({ thread, act });
  });
  router.post('/actions', (request, response) => {
    const body = read(z.strictObject({ account: Name, job: z.string(), state: z.enum(['done', 'failed']), reason: z.string().optional() }), request.body);
    const account = accountOf(body.account);
    const job = account.jobs.get(body.job);
    if (!job) throw new BadControl(404, `no job ${body.job}`);
    if (!finish(state, account, job, body.state, body.reason ?? null)) throw new BadControl(409, `this job is ${job.state} already`);
    response.json({ job: body.job, state: job.state });
  });
  router.get('/threads', (request, response) => {
    const { account, thread } = read(z.object({ account: Name, thread: Word }), request.query);
    const found = threadOf(accountOf(account), thread);
    response.json({
      thread, taken: found.taken, lastWroteAt: found.lastWroteAt.toISOString(),
      assignments: found.assignments.map((a) => ({ assignment: a.id.toString(), state: a.state, agent: a.agent, note: a.note, notes: a.notes.map((n) => n.text) })),
      messages: found.messages.map((m) => ({ id: m.id.toString(), from: m.from, reference: m.reference, text: m.text, at: hostTime(m.at) })),
    });
  });
  router.use((error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
    if (error instanceof BadControl) response.status(error.status).json({ error: error.message });
    else next(error);
  });
  return router;
}

/** A shopper writes. False when the account has seen this id. */
function write(state: WorstState, account: Account, m: z.infer<typeof Write>): boolean {
  if (account.seenIds.has(m.id)) return false;
  account.seenIds.add(m.id);
  const now = state.now();
  const thread = account.threads.get(m.thread) ?? { name: m.thread, messages: [], assignments: [], lastWroteAt: now, taken: 0 };
  account.threads.set(m.thread, thread);
  thread.messages.push({ id: state.nextId(), from: 'shopper', reference: m.id, text: m.text, at: now });
  thread.lastWroteAt = now;
  thread.taken = 0;
  const eventId = tell(state, account, 'message', m.thread, { messageId: m.id, identity: { id: m.identity, name: m.name ?? m.identity }, text: m.text });
  state.ledger.append({
    direction: 'in', host: 'worst', kind: 'worst-host.message', key: m.id, status: 202,
    detail: { account: account.name, thread: m.thread, identity: m.identity, text: m.text, eventId: eventId.toString() },
  });
  return true;
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new BadControl(400, parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
  return parsed.data;
}
