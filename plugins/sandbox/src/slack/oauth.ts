// OAuth v2: approving an install, exchanging its code, renewing tokens that rotate.
import { randomBytes } from 'node:crypto';
import type { SlackHostState } from './state.js';
import type { Answer } from './web-api.js';
import type { Workspace } from './workspace.js';

const CODE_MS = 600_000;
const TOKEN_SECONDS = 43_200;

/** An administrator allows the app in, into this workspace or into the whole organisation; the address their browser goes on to. */
export function approve(state: SlackHostState, w: Workspace, query: URLSearchParams, everywhere = false): string {
  if (everywhere && w.enterprise === null) throw new Error('the workspace belongs to no organisation');
  if (query.get('client_id') !== state.app.clientId) throw new Error('invalid_client_id');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!URL.canParse(redirectUri)) throw new Error('bad_redirect_uri');
  const scopes = (query.get('scope') ?? '').split(',').filter((s) => s !== '');
  if (scopes.length === 0) throw new Error('no_scopes');
  const code = randomBytes(12).toString('hex');
  state.codes.set(code, { workspace: w.id, everywhere, redirectUri, scopes, at: state.now() });
  const back = new URL(redirectUri);
  back.searchParams.set('code', code);
  back.searchParams.set('state', query.get('state') ?? '');
  return back.toString();
}

/** `oauth.v2.access`, for a code or a refresh token. */
export function access(state: SlackHostState, args: Readonly<Record<string, string>>): Answer {
  if (args['client_id'] !== state.app.clientId) return { ok: false, error: 'invalid_client_id' };
  if (args['client_secret'] !== state.app.clientSecret) return { ok: false, error: 'bad_client_secret' };
  return args['grant_type'] === 'refresh_token' ? renew(state, args['refresh_token'] ?? '') : exchange(state, args);
}

function exchange(state: SlackHostState, args: Readonly<Record<string, string>>): Answer {
  const code = state.codes.get(args['code'] ?? '');
  if (code === undefined) return { ok: false, error: 'invalid_code' };
  state.codes.delete(args['code'] ?? '');
  if (state.now() - code.at > CODE_MS) return { ok: false, error: 'invalid_code' };
  if (code.redirectUri !== args['redirect_uri']) return { ok: false, error: 'bad_redirect_uri' };
  const w = state.workspaces.get(code.workspace);
  if (w === undefined) return { ok: false, error: 'team_not_found' };
  w.everywhere = code.everywhere;
  return granted(state, w, code.scopes);
}

function renew(state: SlackHostState, refreshToken: string): Answer {
  const w = [...state.workspaces.values()].find((one) => one.refreshToken === refreshToken);
  const before = w === undefined ? undefined : [...w.tokens.values()].at(-1);
  if (w === undefined || before === undefined || refreshToken === '') return { ok: false, error: 'invalid_refresh_token' };
  return granted(state, w, before.scopes);
}

/** A token of twelve hours with what renews it; the one before stays good until its own end, and no more than two are. */
function granted(state: SlackHostState, w: Workspace, scopes: readonly string[]): Answer {
  const botUser = [...w.people.values()].find((p) => p.isBot)?.id ?? '';
  const value = `xoxe.xoxb-${w.id}-${randomBytes(8).toString('hex')}`;
  w.tokens.set(value, { value, scopes, botUser, expiresAt: state.now() + TOKEN_SECONDS * 1_000 });
  for (const old of [...w.tokens.keys()].slice(0, -2)) w.tokens.delete(old);
  w.refreshToken = `xoxe-1-${randomBytes(12).toString('hex')}`;
  w.installed = true;
  return {
    ok: true, app_id: 'A0SANDBOX', authed_user: { id: 'U0ADMIN' }, scope: scopes.join(','), token_type: 'bot', access_token: value, bot_user_id: botUser, refresh_token: w.refreshToken, expires_in: TOKEN_SECONDS,
    team: w.everywhere ? null : { id: w.id, name: w.name }, enterprise: w.enterprise === null ? null : { id: w.enterprise, name: `${w.name} Group` }, is_enterprise_install: w.everywhere,
  };
}
