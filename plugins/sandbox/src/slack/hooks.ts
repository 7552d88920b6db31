// `response_url`: where an app answers a press without a token. Source: docs.slack.dev, "Handling user interaction".
import express, { type Router } from 'express';
import { z } from 'zod';
import type { SlackHostState } from './state.js';

/** Half an hour, five answers. */
const LIFE_MS = 1_800_000;
const MOST = 5;
const Answer = z.looseObject({ text: z.string().max(40_000).optional(), response_type: z.enum(['ephemeral', 'in_channel']).optional(), replace_original: z.boolean().optional() });

export function hookRoutes(state: SlackHostState): Router {
  const router = express.Router();
  router.post('/actions/:workspace/:hook', express.json({ limit: '200kb' }), (request, response) => {
    const w = state.workspaces.get(request.params.workspace);
    const hook = w?.hooks.get(request.params.hook);
    const read = Answer.safeParse(request.body);
    if (w === undefined || hook === undefined || state.now() - hook.at > LIFE_MS || hook.used >= MOST) {
      response.status(404).send('expired_url');
      return;
    }
    if (!read.success || read.data.text === undefined || read.data.response_type !== 'ephemeral') {
      response.status(400).send('invalid_payload');
      return;
    }
    hook.used += 1;
    w.ephemerals.push({ channel: hook.channel, user: hook.user, threadTs: hook.threadTs, text: read.data.text, blocks: [], at: state.now() });
    state.ledger.append({ direction: 'in', host: 'slack', kind: 'slack.hook', key: undefined, status: 200, ms: 0, detail: { channel: hook.channel, user: hook.user, text: read.data.text } });
    response.status(200).send('ok');
  });
  return router;
}
