import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { startStack, type Session, type Stack } from '../../scripts/stack/stack.js';
import { ended } from '../fault/child-process.js';
import { until } from '../harness/until.js';
import { sharedServers, sharedServersAt, type SharedServers } from '../servers/shared.js';

const WHAT = 'the tests of several processes on a MongoDB and a Redis';
const History = z.object({ entries: z.array(z.object({ from: z.string(), replyTo: z.array(z.string()), message: z.object({ parts: z.array(z.looseObject({ text: z.string().optional() })) }) })) });

(sharedServersAt(WHAT) ? describe : describe.skip)('web, workers and jobs as processes of their own', () => {
  let servers: SharedServers;
  let stack: Stack;
  let serial = 0;

  beforeAll(async () => {
    servers = await sharedServers(WHAT);
    stack = await startStack({ shared: { env: servers.env, workers: 2 }, service: { WEBCHAT_MESSAGES_PER_MINUTE: '1000000', WEBCHAT_SESSIONS_PER_MINUTE: '1000000' } });
  }, 120_000);
  afterAll(async () => {
    await stack.stop();
    await servers.stop();
  }, 60_000);

  async function say(session: Session, text: string): Promise<string> {
    const id = `distributed-${++serial}`;
    const res = await fetch(`${stack.serviceUrl}/webchat/messages`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${session.token}` }, body: JSON.stringify({ id, text }) });
    expect(res.status).toBe(202);
    return id;
  }
  async function answersTo(session: Session, id: string): Promise<string[]> {
    const res = await fetch(`${stack.serviceUrl}/webchat/history`, { headers: { Authorization: `Bearer ${session.token}` } });
    const { entries } = History.parse(await res.json());
    return entries.filter((e) => e.replyTo.includes(id)).map((e) => e.message.parts.map((p) => p.text ?? '').join(' '));
  }
  async function ask(session: Session, text: string): Promise<string> {
    const id = await say(session, text);
    const [answer] = await until(() => answersTo(session, id), (all) => all.length > 0, `an answer to “${text}”`);
    return answer ?? '';
  }
  const metricsOf = async (role: string) => Promise.all(stack.processes.filter((p) => p.role === role).map(async (p) => (await fetch(`${p.opsUrl}/metrics`)).text()));
  const staff = async () => z.object({ sessionToken: z.string() }).parse(await stack.control(`/shops/${stack.shop}/session-token`, {})).sessionToken;
  async function settings(patch: object): Promise<void> {
    const res = await fetch(`${stack.serviceUrl}/api/admin/settings`, { method: 'PATCH', headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${await staff()}` }, body: JSON.stringify(patch) });
    expect(res.status).toBe(200);
  }
  async function canary(plan: object): Promise<void> {
    const res = await fetch(`${stack.serviceUrl}/api/operator/canary`, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${stack.operatorToken}` }, body: JSON.stringify(plan) });
    expect(res.status).toBe(200);
  }

  it('answer in both languages, from pages that the jobs process read', async () => {
    const session = await stack.session('emma@example.com');
    expect(await ask(session, 'what is your return policy?')).toContain('30 days');
    expect(await ask(await stack.session(null), '支持无理由退货吗？')).toMatch(/30 ?天|退货/);
    expect(await ask(session, 'where is order #1002?')).toContain('1002');
  });

  it('share the conversations out: every worker thinks, and the web process does not', async () => {
    const sessions = await Promise.all(Array.from({ length: 24 }, () => stack.session(null)));
    await Promise.all(sessions.map((s) => ask(s, 'hello')));
    const thought = (text: string) => [...text.matchAll(/^parley_turns_total\{.*outcome="answered".*\} (\d+)$/gm)].reduce((n, m) => n + Number(m[1]), 0);
    const [one, two] = (await metricsOf('worker')).map(thought);
    expect(Math.min(one ?? 0, two ?? 0)).toBeGreaterThan(0);
    expect((await metricsOf('web')).map(thought)).toEqual([0]);
    expect((await metricsOf('jobs'))[0]).toMatch(/^parley_mailbox_waiting\{role="jobs",release="dev"\} 0$/m);
  });

  it('heed what the merchant changes, without a restart', async () => {
    const session = await stack.session(null);
    await ask(session, 'hello');
    await settings({ paused: true });
    const id = await say(session, 'hello again');
    const quiet = async () => (await metricsOf('worker')).join('\n').match(/outcome="silent"/g)?.length ?? 0;
    await until(quiet, (n) => n > 0, 'a turn that is left to the merchant');
    expect(await answersTo(session, id)).toEqual([]);
    await settings({ paused: false });
    expect(await ask(session, 'hello once more')).not.toBe('');
  });

  it('answer the canary’s tenants too while no canary is at work', async () => {
    await canary({ share: 1, tenants: [] });
    expect(await ask(await stack.session(null), 'what is your return policy?')).toContain('30 days');
    await canary({ share: 0, tenants: [] });
  });

  it('go on when a worker stops or dies, and lose nothing of what it held', async () => {
    const [gone] = stack.processes.filter((p) => p.role === 'worker');
    if (gone === undefined) throw new Error('there is no worker');
    const sessions = await Promise.all(Array.from({ length: 12 }, () => stack.session(null)));
    const asked = await Promise.all(sessions.map((s) => say(s, 'what is your return policy?')));
    gone.running.child.kill('SIGTERM');
    const end = await ended(gone.running.child);
    expect(end.code).toBe(0);
    const answers = async () => Promise.all(sessions.map(async (s, n) => (await answersTo(s, asked[n] ?? '')).length));
    await until(answers, (all) => all.every((n) => n > 0), 'all answers', 40_000);
    expect(await answers()).toEqual(sessions.map(() => 1));
    expect(await ask(sessions[0] ?? (await stack.session(null)), 'thank you')).not.toBe('');
  }, 60_000);
});
