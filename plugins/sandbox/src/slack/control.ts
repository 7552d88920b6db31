// What a test or a visitor does to the workspaces; the app never calls these.
import express, { type Router } from 'express';
import { z } from 'zod';
import { approve } from './oauth.js';
import { amend, command, FieldValue, messageAction, openHome, press, submit, uninstall, write } from './people-act.js';
import { seenBy } from './seen-by.js';
import type { Sender } from './sender.js';
import type { SlackHostState } from './state.js';
import { CALM, newWorkspace, type Workspace } from './workspace.js';

const Setup = z.strictObject({
  name: z.string(),
  enterprise: z.string().nullable().default(null),
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), bot: z.boolean().default(false), restricted: z.boolean().default(false), admin: z.boolean().default(false), locale: z.string().default('en-US'), timeZone: z.string().default('UTC'), team: z.string().optional() })).default([]),
  channels: z.array(z.strictObject({ id: z.string(), name: z.string(), members: z.array(z.string()), shared: z.boolean().default(false), secret: z.boolean().default(false) })).default([]),
});
export type Setup = z.infer<typeof Setup>;
const File = z.strictObject({ name: z.string(), mimetype: z.string(), size: z.number().optional(), data: z.base64().optional() });
const Write = z.strictObject({ user: z.string(), channel: z.string(), text: z.string(), threadTs: z.string().optional(), files: z.array(File).optional() });
const Amend = z.strictObject({ user: z.string(), channel: z.string(), ts: z.string(), text: z.string().nullable() });
const Press = z.strictObject({ user: z.string(), channel: z.string().optional(), ts: z.string().optional(), action: z.string(), value: z.string().optional(), selectedUser: z.string().optional() });
const Submit = z.strictObject({ user: z.string(), view: z.string(), values: z.record(z.string(), z.record(z.string(), FieldValue)) });
const Faults = z.strictObject({ ratelimited: z.number().int(), retryAfter: z.number(), unavailable: z.number().int(), withhold: z.number().int(), blind: z.number().int(), withholdFiles: z.number().int(), error: z.string().nullable(), errors: z.number().int() }).partial();

/** People and channels of a new workspace. */
export function fill(w: Workspace, { people, channels }: Pick<Setup, 'people' | 'channels'>): void {
  for (const { id, name, bot, restricted, admin, locale, timeZone, team } of people) w.people.set(id, { id, name: name.toLowerCase().replaceAll(' ', '.'), displayName: name, isBot: bot, restricted, admin, locale, timeZone, team: team ?? w.id });
  for (const c of channels) w.channels.set(c.id, { ...c, members: new Set(c.members), archived: false, messages: [] });
}

export function controlRoutes(state: SlackHostState, sender: Sender): Router {
  const router = express.Router();
  router.use(express.json({ limit: '30mb' }));

  const on = <T>(path: string, form: z.ZodType<T>, run: (w: Workspace, body: T) => unknown) =>
    router.post(`/workspaces/:id${path}`, (request, response, next) => {
      const w = state.workspaces.get(request.params['id'] ?? '');
      const body = form.safeParse(request.body);
      if (w === undefined || !body.success) {
        response.status(w === undefined ? 404 : 422).json({ error: w === undefined ? 'no such workspace' : body.error?.message });
        return;
      }
      Promise.resolve()
        .then(() => run(w, body.data))
        .then((result) => response.json(result ?? { ok: true }), (e: unknown) => (e instanceof Error ? response.status(409).json({ error: e.message }) : next(e)));
    });

  router.put('/workspaces/:id', (request, response) => {
    const read = Setup.safeParse(request.body);
    if (!read.success) {
      response.status(422).json({ error: read.error.message });
      return;
    }
    const w = newWorkspace(request.params.id, read.data.name);
    w.enterprise = read.data.enterprise;
    fill(w, read.data);
    state.workspaces.set(w.id, w);
    response.json({ ok: true });
  });
  router.get('/workspaces/:id', (request, response) => {
    const w = state.workspaces.get(request.params.id);
    if (w === undefined) response.status(404).json({ error: 'no such workspace' });
    else response.json({ channels: [...w.channels.values()].map((c) => ({ id: c.id, name: c.name, messages: c.messages })), ephemerals: w.ephemerals, views: [...w.views.values()], homes: Object.fromEntries(w.homes), installed: w.installed });
  });
  on('/approve', z.strictObject({ url: z.url(), everywhere: z.boolean().default(false) }), (w, { url, everywhere }) => ({ location: approve(state, w, new URL(url).searchParams, everywhere) }));
  on('/write', Write, (w, body) => write(state, sender, w, body));
  on('/amend', Amend, (w, body) => amend(state, sender, w, body));
  on('/press', Press, (w, body) => press(state, sender, w, body));
  on('/submit', Submit, (w, body) => submit(sender, w, body));
  router.get('/workspaces/:id/token', (request, response) => {
    const [token] = [...(state.workspaces.get(request.params.id)?.tokens.keys() ?? [])].slice(-1);
    if (token === undefined) response.status(404).json({ error: 'the app is not installed there' });
    else response.json({ token });
  });
  router.get('/workspaces/:id/as/:user', (request, response) => {
    const w = state.workspaces.get(request.params.id);
    if (w?.people.has(request.params.user) !== true) response.status(404).json({ error: 'nobody here has that id' });
    else response.set('cache-control', 'no-store').json(seenBy(w, request.params.user));
  });
  on('/dismiss', z.strictObject({ user: z.string(), view: z.string() }), (w, { user, view }) => {
    if (w.views.get(view)?.user === user) w.views.delete(view);
  });
  on('/home', z.strictObject({ user: z.string() }), (w, body) => openHome(state, sender, w, body));
  on('/command', z.strictObject({ user: z.string(), channel: z.string(), command: z.string(), text: z.string() }), (w, body) => command(state, sender, w, body));
  on('/shortcut', z.strictObject({ user: z.string(), channel: z.string(), ts: z.string(), callback: z.string() }), (w, body) => messageAction(state, sender, w, body));
  on('/uninstall', z.strictObject({}), (w) => uninstall(state, sender, w));
  on('/archive', z.strictObject({ channel: z.string() }), (w, { channel }) => {
    const found = w.channels.get(channel);
    if (found !== undefined) found.archived = true;
  });
  on('/demote', z.strictObject({ user: z.string() }), (w, { user }) => {
    const person = w.people.get(user);
    if (person !== undefined) w.people.set(user, { ...person, admin: false });
  });
  on('/expire', z.strictObject({}), (w) => {
    for (const [value, token] of w.tokens) w.tokens.set(value, { ...token, expiresAt: 0 });
  });
  on('/revoke', z.strictObject({}), (w) => {
    w.tokens.clear();
    w.refreshToken = null;
  });
  on('/limits', z.strictObject({ on: z.boolean() }), (w, { on: limited }) => {
    w.limited = limited;
  });
  on('/faults', Faults, (w, faults) => {
    const set = Object.fromEntries(Object.entries(faults).filter(([, value]) => value !== undefined));
    w.faults = { ...CALM, ...set };
  });
  return router;
}
