import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { json, type Express, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Turn } from '@parley/core/contracts';
import { openTurn, OPERATORS_OWN, threadOf } from '@parley/core/conversation';
import { equalInConstantTime } from '@parley/core/security/signatures';
import { writeBackup } from '@parley/core/storage';
import type { Composition } from '../composition.js';
import type { ServiceConfig } from '../config.js';
import type { Counts } from '../counts.js';
import { sendRefusal } from '../http/reply.js';
import { ActsQuery, noteOperator, operatorsActs } from './admin-records.js';

export const RedriveRequest = z.strictObject({ states: z.array(z.enum(['dead', 'uncertain'])).min(1).default(['dead']), tenant: z.string().max(100).optional() });
export const CanaryRequest = z.strictObject({ share: z.number().min(0).max(1), tenants: z.array(z.string().min(1).max(100)).max(1_000).default([]) });
export const TurnsQuery = z.object({ site: z.string().max(200), thread: z.string().max(512), after: z.coerce.number().int().min(0).default(0) });

/** What an operator does from a terminal, with the operator's token. Absent without one: says whether there is one. */
export function mountOperator(app: Express, deps: { composition: Composition; config: ServiceConfig; counts: Counts }): boolean {
  const { composition: c, config, counts } = deps;
  const token = config.PARLEY_OPERATOR_TOKEN;
  if (token === undefined) return false;

  app.use('/api/operator', (req: Request, res: Response, next: NextFunction) => {
    res.setHeader('Cache-Control', 'no-store');
    if (equalInConstantTime(req.headers.authorization ?? '', `Bearer ${token}`)) next();
    else sendRefusal(res, { status: 401, code: 'operator.token' });
  });
  app.get('/api/operator/counts', (_req, res) => {
    res.json({ counts: counts.all() });
  });
  app.post('/api/operator/redrive', json({ limit: 4_000, inflate: false }), (req, res, next) => {
    const body = RedriveRequest.safeParse(req.body ?? {});
    if (body.success) redrive(body.data).then((redriven) => res.json({ redriven }), next);
    else sendRefusal(res, { status: 422, code: 'operator.body' });
  });
  app.get('/api/operator/canary', (_req, res, next) => {
    c.engine.canary.plan().then((plan) => res.json(plan), next);
  });
  app.put('/api/operator/canary', json({ limit: 200_000, inflate: false }), (req, res, next) => {
    const body = CanaryRequest.safeParse(req.body ?? {});
    if (body.success) canary(body.data).then((plan) => res.json(plan), next);
    else sendRefusal(res, { status: 422, code: 'operator.body' });
  });
  app.get('/api/operator/acts', (req, res, next) => {
    const query = ActsQuery.safeParse(req.query);
    if (query.success) operatorsActs(c, query.data).then((acts) => res.json({ acts }), next);
    else sendRefusal(res, { status: 422, code: 'operator.query' });
  });
  app.get('/api/operator/turns', (req, res, next) => {
    const query = TurnsQuery.safeParse(req.query);
    if (query.success) turnsOf(query.data).then((turns) => res.json({ turns }), next);
    else sendRefusal(res, { status: 422, code: 'operator.query' });
  });
  app.get('/api/operator/backup', (_req, res, next) => {
    // A shared database is copied with its own tools: reading it from here would hold no moment still.
    if (!c.store.exclusive) sendRefusal(res, { status: 404, code: 'operator.backup' });
    else backup(res).catch((e: unknown) => (res.headersSent ? res.destroy() : next(e)));
  });
  return true;

  /** Everything the store holds as of now. A copy that breaks off lacks its end, which its reader finds. */
  async function backup(res: Response): Promise<void> {
    await noteOperator(c, OPERATORS_OWN, 'operator.backup', 'store', '');
    const snapshot = await c.store.snapshot();
    try {
      res.setHeader('Content-Type', 'application/x-ndjson');
      await pipeline(Readable.from(writeBackup(snapshot, { keys: c.master, at: c.clock() })), res);
    } finally {
      await snapshot.close();
    }
  }

  async function canary(plan: z.infer<typeof CanaryRequest>): Promise<z.infer<typeof CanaryRequest>> {
    await c.engine.canary.set(plan);
    await noteOperator(c, OPERATORS_OWN, 'operator.canary', 'canary', `share ${plan.share}, ${plan.tenants.length} tenants by name`);
    return plan;
  }

  async function redrive(body: z.infer<typeof RedriveRequest>): Promise<number> {
    const tenants = body.tenant === undefined ? [...new Set((await c.engine.installations.all()).map((i) => i.tenant))] : [body.tenant];
    let count = 0;
    for (const tenant of tenants) {
      const redriven = await c.engine.redrive.all(tenant, body.states);
      if (redriven > 0) await noteOperator(c, tenant, 'operator.redrive', tenant, `${redriven} deliveries`);
      count += redriven;
    }
    return count;
  }

  /** The whole record of a chat thread's turns, opened: what came in, what was thought, what was sent. */
  async function turnsOf(query: z.infer<typeof TurnsQuery>) {
    const mailbox = threadOf('webchat', query.site, query.thread);
    const turns = await c.engine.records.turns.find('all', { where: { mailbox, seq: { gt: query.after } }, sort: [{ path: 'seq', order: 'asc' }], limit: 500 });
    const [first] = turns;
    if (first !== undefined) await noteOperator(c, first.tenant, 'operator.turns', mailbox, `${turns.length} turns opened`);
    return Promise.all(turns.map(opened));
  }

  async function opened(turn: Turn) {
    const { event: _sealedEvent, thought: _sealedThought, reply: _sealedReply, ...record } = turn;
    const key = await c.engine.identities.keyById(turn.tenant, turn.sealKey);
    if (key === null) return { record, event: null, thought: null, reply: null };
    return {
      record: { ...record, deliveries: Object.values(turn.deliveries).map(({ sealed: _sealed, ...d }) => d) },
      ...openTurn(turn, key),
    };
  }
}
