import { describe, expect, it } from '@jest/globals';
import { Failure } from './failure.js';
import type { Api } from './http.js';
import { createSessions } from './sessions.js';
import type { Session } from './wire.js';

const NOW = 1_000_000_000;
const session = (token: string, expiresAt = NOW + 3_600_000): Session => ({ token, thread: 'g_1', expiresAt, shop: '', endpoint: 'https://e', answering: true });

function setup(kept: Session | null, askFirst = false) {
  const memory = new Map<string, string>();
  if (kept !== null) memory.set('session', JSON.stringify(kept));
  const asked: (string | null)[] = [];
  const unused = () => Promise.reject(new Error('not used here'));
  const api: Api = {
    session(token) {
      asked.push(token);
      return Promise.resolve(session(`new-${asked.length}`));
    },
    post: unused,
    upload: unused,
    image: unused,
    history: unused,
    events: unused,
  };
  const sessions = createSessions({
    api,
    memory: { get: (k) => memory.get(k) ?? null, set: (k, v) => void memory.set(k, v), remove: (k) => void memory.delete(k), keys: () => [...memory.keys()] },
    now: () => NOW,
    askFirst,
    onChange: () => undefined,
  });
  return { asked, sessions, memory };
}

describe('the session', () => {
  it('is asked for once, however many need it at the same time', async () => {
    const { asked, sessions } = setup(null);
    const all = await Promise.all([sessions.ensure(), sessions.ensure(), sessions.ensure()]);
    expect(all.map((s) => s.token)).toEqual(['new-1', 'new-1', 'new-1']);
    expect(asked).toEqual([null]);
  });

  it('is kept while it is good, and renewed with the old token shortly before it ends', async () => {
    expect((await setup(session('old')).sessions.ensure()).token).toBe('old');
    const late = setup(session('old', NOW + 59_000));
    expect((await late.sessions.ensure()).token).toBe('new-1');
    expect(late.asked).toEqual(['old']);
  });

  it('is asked for on every page of a shop with sign-in, once', async () => {
    const { asked, sessions } = setup(session('old'), true);
    await sessions.ensure();
    await sessions.ensure();
    expect(asked).toEqual(['old']);
  });

  it('is renewed once after a 401, and the call made again', async () => {
    const { asked, sessions } = setup(session('old'));
    const used: string[] = [];
    const result = await sessions.use((s) => {
      used.push(s.token);
      return s.token === 'old' ? Promise.reject(new Failure(401, 'webchat.token-expired')) : Promise.resolve('done');
    });
    expect([result, used, asked]).toEqual(['done', ['old', 'new-1'], ['old']]);
    await expect(sessions.use(() => Promise.reject(new Failure(401, 'x')))).rejects.toMatchObject({ status: 401 });
    expect(asked).toHaveLength(2);
  });

  it('takes what another tab has renewed meanwhile', async () => {
    const { asked, sessions, memory } = setup(session('old'));
    const token = await sessions.use((s) => {
      if (s.token !== 'old') return Promise.resolve(s.token);
      memory.set('session', JSON.stringify(session('from another tab')));
      return Promise.reject(new Failure(401, 'x'));
    });
    expect([token, asked]).toEqual(['from another tab', []]);
  });

  it('leaves every other failure to the caller', async () => {
    const { asked, sessions } = setup(session('old'));
    await expect(sessions.use(() => Promise.reject(new Failure(500, 'x')))).rejects.toMatchObject({ status: 500 });
    expect(asked).toEqual([]);
  });
});
