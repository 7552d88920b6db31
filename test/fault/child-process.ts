import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const running = new Set<ChildProcess>();
// However this process ends, short of SIGKILL, none of them outlives it.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Runs a TypeScript file of ours as a node process of its own: the process that is killed is the one that works. */
export function runChild(file: URL, env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', fileURLToPath(file)], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** How a process ended. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Resolves when the process has ended, even if that was before. */
export function ended(child: ChildProcess): Promise<End> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}

/** The newest of what a process wrote, for saying why it failed. */
export function tailOf(child: ChildProcess): () => string {
  let tail = '';
  const keep = (chunk: unknown): void => {
    tail = (tail + String(chunk)).slice(-8_000);
  };
  child.stderr?.on('data', keep);
  child.stdout?.on('data', keep);
  return () => tail;
}
