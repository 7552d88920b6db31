import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A child process of ours with what it said last, for the moment it fails. */
export interface Running {
  child: ChildProcess;
  /** The last lines of its output. */
  tail(): string;
  /** Asks it to stop, and insists after twelve seconds. */
  stop(): Promise<void>;
}

/** Runs one of the project's TypeScript files as a process of its own, from its sources. */
export function run(file: string, env: Record<string, string>, options: { show: boolean }): Running {
  const child = spawn(process.execPath, ['--max-semi-space-size=32', '--conditions=source', '--import', 'tsx', path.join(ROOT, file)], { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const hear = (chunk: Buffer) => {
    if (options.show) process.stderr.write(chunk);
    lines.push(...chunk.toString('utf8').split('\n').filter((l) => l !== ''));
    lines.splice(0, Math.max(0, lines.length - 40));
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    child,
    tail: () => lines.join('\n'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 12_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Waits until an address answers 2xx. Fails at once, with what the process said, when the process ends first. */
export async function untilReady(url: string, running: Running, ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (running.child.exitCode !== null) throw new Error(running.tail() === '' ? `a part of Parley ended with code ${running.child.exitCode} and said nothing` : running.tail());
    const ok = await fetch(url).then((r) => r.ok, () => false);
    if (ok) return;
    await new Promise((r) => setTimeout(r, 50));
  }
  throw new Error(`${url} was not ready within ${ms / 1_000} s.${running.tail() === '' ? '' : `\n${running.tail()}`}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
