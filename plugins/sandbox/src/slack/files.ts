// Files: uploaded by an app in three steps, added by people, fetched with a token that may. Source: docs.slack.dev, "Working with files".
import express, { type Router } from 'express';
import { z } from 'zod';
import type { SlackHostState } from './state.js';
import type { Answer, Call } from './web-api.js';
import type { Message, StoredFile, Workspace } from './workspace.js';

const MOST_BYTES = 1_000_000_000;
const Complete = z.array(z.strictObject({ id: z.string(), title: z.string().optional() })).min(1).max(10);

const no = (error: string): Answer => ({ ok: false, error });

/** `files.getUploadURLExternal` */
export function uploadUrl(state: SlackHostState, { workspace, args }: Call): Answer {
  const length = Number(args['length']);
  const filename = args['filename'] ?? '';
  if (filename === '' || !Number.isInteger(length) || length < 1 || length > MOST_BYTES) return no('invalid_arguments');
  const id = state.nextId('F');
  workspace.files.set(id, { id, name: filename, mimetype: mimeOf(filename), size: length, url: peoplesUrl(workspace, id), data: '', shared: false });
  return { ok: true, file_id: id, upload_url: new URL(`/slack/upload/v1/${workspace.id}/${id}`, state.origin()).toString() };
}

/** `files.completeUploadExternal`: with it the file is in the thread. */
export function completeUpload(state: SlackHostState, call: Call, place: { post(message: Message): void } | Answer): Answer {
  const read = Complete.safeParse(parsed(call.args['files']));
  if (!read.success) return no('invalid_arguments');
  if ('ok' in place) return place;
  const files = read.data.map(({ id }) => call.workspace.files.get(id));
  if (files.some((f) => f === undefined || f.data === '')) return no('file_not_found');
  const own = files.filter((f): f is StoredFile => f !== undefined);
  for (const f of own) f.shared = true;
  place.post({ ts: state.nextTs(), channel: call.args['channel_id'] ?? '', user: call.token.botUser, text: call.args['initial_comment'] ?? '', blocks: [], threadTs: call.args['thread_ts'] ?? null, metadata: null, files: own.map(bare), edited: false });
  return { ok: true, files: own.map(({ id, name }) => ({ id, title: name })) };
}

/** A file as a message names it. */
export function bare({ id, name, mimetype, size, url }: StoredFile): Message['files'][number] {
  return { id, name, mimetype, size, url };
}

/** What somebody adds to a message. */
export function addedFile(state: SlackHostState, w: Workspace, given: { name: string; mimetype: string; size?: number | undefined; data?: string | undefined }): StoredFile {
  const id = state.nextId('F');
  const data = given.data ?? '';
  const file = { id, name: given.name, mimetype: given.mimetype, size: given.size ?? Buffer.from(data, 'base64').length, url: peoplesUrl(w, id), data, shared: true };
  w.files.set(id, file);
  return file;
}

function peoplesUrl(w: Workspace, id: string): string {
  return `/slack/client-files/${w.id}/${id}`;
}

/** Where an app fetches it. */
export function privateUrl(state: SlackHostState, w: Workspace, file: { id: string; name: string }): string {
  return new URL(`/slack/files-pri/${w.id}-${file.id}/${encodeURIComponent(file.name)}`, state.origin()).toString();
}

export function fileRoutes(state: SlackHostState): Router {
  const router = express.Router();
  router.post('/upload/v1/:team/:id', express.raw({ type: () => true, limit: '60mb' }), (request, response) => {
    const file = state.workspaces.get(request.params.team)?.files.get(request.params.id);
    const body: unknown = request.body;
    if (file === undefined || !Buffer.isBuffer(body) || body.length !== file.size) response.status(400).send('upload_error');
    else {
      file.data = body.toString('base64');
      response.status(200).send(`OK - ${file.size}`);
    }
  });
  router.get('/files-pri/:file/:name', (request, response) => {
    const [team = '', id = ''] = request.params.file.split('-');
    const w = state.workspaces.get(team);
    const file = w?.files.get(id);
    const token = w?.tokens.get(/^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    // Slack sends whoever may not to its sign-in page, with 200 at the end of the way.
    if (file === undefined || token?.scopes.includes('files:read') !== true) response.redirect(302, '/slack/sign-in');
    else send(response, file);
  });
  router.get('/client-files/:team/:id', (request, response) => {
    const file = state.workspaces.get(request.params.team)?.files.get(request.params.id);
    if (file?.shared !== true) response.status(404).send('file_not_found');
    else send(response, file);
  });
  return router;
}

function send(response: express.Response, file: StoredFile): void {
  // Larger than what is kept of it: as many bytes as it is said to have.
  const bytes = file.data === '' ? Buffer.alloc(Math.min(file.size, 60_000_000)) : Buffer.from(file.data, 'base64');
  response.set({ 'content-type': file.mimetype, 'x-content-type-options': 'nosniff' }).send(bytes);
}

function mimeOf(name: string): string {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif', pdf: 'application/pdf' }[ending] ?? 'application/octet-stream';
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
