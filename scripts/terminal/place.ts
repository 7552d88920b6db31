import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { makeFolder } from '../../plugins/service/src/data-folder.js';
import { Refusal } from './command.js';

/** Throws `Refusal` where somebody listens on a port already. `variable` is what another one is given by. */
export async function refuseTakenPort(port: number, variable: string): Promise<void> {
  const taken = await new Promise<boolean>((resolve, reject) => {
    const server = createServer();
    server.once('error', (e: NodeJS.ErrnoException) => (e.code === 'EADDRINUSE' ? resolve(true) : e.code === 'EACCES' ? resolve(true) : reject(e)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)));
  });
  if (taken) throw new Refusal(`Port ${port} is taken or not allowed: stop what uses it (another npm start?), or choose another with ${variable}=…`);
}

/**
 * Makes a folder ours for as long as this process lives. Throws `Refusal` where another process of this machine holds it, or where it
 * cannot be made or written. What a killed process left is taken over.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'in-use');
  try {
    await makeFolder(folder);
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        await writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 });
        return () => rm(file, { force: true });
      } catch (e) {
        if (codeOf(e) !== 'EEXIST') throw e;
        const holder = Number(await readFile(file, 'utf8').catch(() => ''));
        if (lives(holder)) throw new Refusal(`${folder} is in use by process ${holder} (another npm start?): stop that one, or give this one a folder of its own with --data.`);
        await rm(file, { force: true });
      }
    }
    throw new Refusal(`${folder} is being taken by another process: try again.`);
  } catch (e) {
    if (e instanceof Refusal) throw e;
    throw new Refusal(`${folder} cannot be used for data (${codeOf(e) ?? String(e)}): name a folder that can be made and written with --data.`);
  }
}

function lives(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (e) {
    return codeOf(e) === 'EPERM';
  }
}

function codeOf(e: unknown): string | undefined {
  return typeof e === 'object' && e !== null && 'code' in e ? String(e.code) : undefined;
}
