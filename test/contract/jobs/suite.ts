import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Bug, Rejected, Retryable, Unauthorized } from '@parley/core/contracts';
import type { JobKind, Jobs, JobStatus } from '@parley/core/signals';
import { z } from 'zod';
import { until } from '../../harness/until.js';

/** One engine of jobs, opened for one test. */
export interface OpenedJobs {
  jobs: Jobs;
  dispose(): Promise<void>;
}

export const SYNC: JobKind<{ installation: string }> = { name: 'sync', data: z.strictObject({ installation: z.string() }) };
const REPORT: JobKind<{ month: number }> = { name: 'report', data: z.strictObject({ month: z.number().int() }), atOnce: 2, attempts: 2 };

/** Something a job waits for until the test lets it go on. */
export function gate(): { pass: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  return { pass: new Promise((resolve) => (open = resolve)), open: () => open() };
}

export function reaches(jobs: Jobs, id: string, state: JobStatus['state']): Promise<JobStatus | null> {
  return until(() => jobs.status(id), (s) => s?.state === state, `${id} as ${state}`);
}

/** All that the jobs port promises. Every engine calls this; nothing in here knows which engine it is. */
export function describeJobs(name: string, open: () => Promise<OpenedJobs>): void {
  describe(`jobs: ${name}`, () => {
    let opened: OpenedJobs;
    let jobs: Jobs;
    beforeEach(async () => {
      opened = await open();
      jobs = opened.jobs;
    });
    afterEach(async () => {
      await opened.dispose();
    });

    it('runs what was added, before and after there was somebody to run it', async () => {
      const seen: string[] = [];
      const early = await jobs.add(SYNC, { installation: 'early' });
      expect(await jobs.status(early)).toEqual({ id: early, kind: 'sync', state: 'waiting', progress: 0, failures: 0, reason: null });
      jobs.define(SYNC, (run) => {
        seen.push(`${run.data.installation} ${run.attempt}`);
        return Promise.resolve();
      });
      const late = await jobs.add(SYNC, { installation: 'late' });
      expect(await reaches(jobs, late, 'done')).toEqual({ id: late, kind: 'sync', state: 'done', progress: 1, failures: 0, reason: null });
      await reaches(jobs, early, 'done');
      expect(seen).toEqual(['early 1', 'late 1']);
    });

    it('shows how far a job has come', async () => {
      const half = gate();
      jobs.define(SYNC, async (run) => {
        run.progress(0.25);
        run.progress(0.5);
        run.progress(Number.NaN);
        await half.pass;
        run.progress(7);
      });
      const id = await jobs.add(SYNC, { installation: 'a' });
      expect(await until(() => jobs.status(id), (s) => s?.progress === 0.5, 'half of the job')).toMatchObject({ state: 'active' });
      half.open();
      await reaches(jobs, id, 'done');
    });

    it('adds nothing under a key that waits or runs, of the same kind, and something new after', async () => {
      const held = gate();
      let runs = 0;
      jobs.define(SYNC, async () => {
        runs += 1;
        await held.pass;
      });
      const first = await jobs.add(SYNC, { installation: 'a' }, { key: 'a' });
      expect(await jobs.add(SYNC, { installation: 'a' }, { key: 'a' })).toBe(first);
      await reaches(jobs, first, 'active');
      expect(await jobs.add(SYNC, { installation: 'a' }, { key: 'a' })).toBe(first);
      expect(await jobs.add(SYNC, { installation: 'b' }, { key: 'b' })).not.toBe(first);
      expect(await jobs.add(REPORT, { month: 1 }, { key: 'a' })).not.toBe(first);
      held.open();
      await reaches(jobs, first, 'done');
      const again = await jobs.add(SYNC, { installation: 'a' }, { key: 'a' });
      expect(again).not.toBe(first);
      await reaches(jobs, again, 'done');
      expect(runs).toBe(3);
    });

    it('gives exactly one job to many who add it at once', async () => {
      const ids = await Promise.all(Array.from({ length: 30 }, () => jobs.add(SYNC, { installation: 'a' }, { key: 'a' })));
      expect(new Set(ids).size).toBe(1);
    });

    it('runs as many of a kind at once as it says, and lets no kind wait for another', async () => {
      const held = gate();
      let [syncs, reports, most] = [0, 0, 0];
      jobs.define(SYNC, async () => {
        syncs += 1;
        await held.pass;
      });
      jobs.define(REPORT, async () => {
        reports += 1;
        most = Math.max(most, reports);
        await held.pass;
        reports -= 1;
      });
      const ids = await Promise.all([...[1, 2, 3].map((month) => jobs.add(REPORT, { month })), jobs.add(SYNC, { installation: 'a' }), jobs.add(SYNC, { installation: 'b' })]);
      await until(() => Promise.resolve([syncs, reports]), (n) => n.join() === '1,2', 'all places taken');
      held.open();
      for (const id of ids) await reaches(jobs, id, 'done');
      expect([syncs, most]).toEqual([2, 2]);
    });

    it('does not run a job before its time', async () => {
      let ranAt = 0;
      jobs.define(SYNC, () => {
        ranAt = Date.now();
        return Promise.resolve();
      });
      const runAt = Date.now() + 300;
      const id = await jobs.add(SYNC, { installation: 'a' }, { runAt });
      const now = await jobs.add(SYNC, { installation: 'b' });
      await reaches(jobs, now, 'done');
      await reaches(jobs, id, 'done');
      expect(ranAt).toBeGreaterThanOrEqual(runAt);
    });

    it('tries again what may come through, and says how often it failed', async () => {
      jobs.define(SYNC, (run) => (run.attempt === 1 ? Promise.reject(new Retryable('the host is busy', { code: 'host.busy' })) : Promise.resolve()));
      const id = await jobs.add(SYNC, { installation: 'a' });
      expect(await until(() => jobs.status(id), (s) => s?.failures === 1, 'the first failure')).toMatchObject({ state: 'waiting', reason: 'host.busy: the host is busy' });
      expect(await reaches(jobs, id, 'done')).toMatchObject({ failures: 1, reason: null });
    });

    it('ends as failed when no attempt is left', async () => {
      let tries = 0;
      jobs.define(REPORT, () => {
        tries += 1;
        throw new TypeError('no such thing');
      });
      const id = await jobs.add(REPORT, { month: 1 });
      expect(await reaches(jobs, id, 'failed')).toMatchObject({ failures: 2, reason: 'no such thing' });
      expect(tries).toBe(2);
      const once = await jobs.add(REPORT, { month: 1 }, { attempts: 1 });
      await reaches(jobs, once, 'failed');
      expect(tries).toBe(3);
    });

    it.each([
      ['Rejected', new Rejected('no', { code: 'a.no' })],
      ['Unauthorized', new Unauthorized('no', { code: 'a.no' })],
      ['Bug', new Bug('no', { code: 'a.no' })],
    ])('does not try again what was %s, and frees its key', async (_, error) => {
      let tries = 0;
      jobs.define(SYNC, () => {
        tries += 1;
        return Promise.reject(error);
      });
      const id = await jobs.add(SYNC, { installation: 'a' }, { key: 'a' });
      expect(await reaches(jobs, id, 'failed')).toMatchObject({ reason: 'a.no: no' });
      expect(tries).toBe(1);
      expect(await jobs.add(SYNC, { installation: 'a' }, { key: 'a' })).not.toBe(id);
    });

    it('refuses data that is not of the kind, kinds without a proper name, and two handlers for one', async () => {
      await expect(jobs.add(SYNC as unknown as JobKind<unknown>, { installation: 7 })).rejects.toMatchObject({ kind: 'rejected', code: 'jobs.data' });
      await expect(jobs.add({ ...SYNC, name: 'a:b' }, { installation: 'a' })).rejects.toMatchObject({ kind: 'bug', code: 'jobs.name' });
      jobs.define(SYNC, () => Promise.resolve());
      expect(() => jobs.define(SYNC, () => Promise.resolve())).toThrow(Bug);
    });

    it.each(['', 'sync', 'sync/', 'sync/999', 'unheard-of/1', '../1', 'sync/1/2'])('knows no job %j', async (id) => {
      expect(await jobs.status(id)).toBeNull();
    });

    it('lets what runs end before it closes, and takes nothing new', async () => {
      const held = gate();
      let ended = false;
      jobs.define(SYNC, async () => {
        await held.pass;
        ended = true;
      });
      const id = await jobs.add(SYNC, { installation: 'a' });
      await reaches(jobs, id, 'active');
      const closing = jobs.close();
      held.open();
      await closing;
      expect(ended).toBe(true);
      await expect(jobs.add(SYNC, { installation: 'b' })).rejects.toMatchObject({ code: 'jobs.closed' });
      await jobs.close();
    });

    it('tells what takes too long to stop when it closes', async () => {
      let told = '';
      jobs.define(
        SYNC,
        (run) =>
          new Promise((_, reject) => {
            run.signal.addEventListener('abort', () => {
              told = String(run.signal.reason);
              reject(new Error('stopped'));
            });
          }),
      );
      const id = await jobs.add(SYNC, { installation: 'a' });
      await reaches(jobs, id, 'active');
      await jobs.close();
      expect(told).toMatch(/the process stops/);
    });
  });
}
