import { existsSync } from 'node:fs';
import { access, constants, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Rejected } from '@parley/core/contracts';

/**
 * Makes the folder of the embedded database, readable by its owner alone, where it is not there. Throws `Rejected` where it cannot be
 * made or written. Level by level: Node's own way of making all at once never ends below folders such as /proc.
 */
export async function makeDataFolder(folder: string): Promise<void> {
  const wanted = path.resolve(folder);
  try {
    await makeFolder(wanted);
    if (!(await stat(wanted)).isDirectory()) throw new Rejected('it is a file', { code: 'config.data' });
    await access(wanted, constants.W_OK | constants.X_OK);
  } catch (e) {
    const why = typeof e === 'object' && e !== null && 'code' in e ? String(e.code) : String(e);
    throw new Rejected(`PARLEY_DATA: ${wanted} cannot be used for data (${why}); it expects a folder that can be made and written.`, { code: 'config.data', cause: e });
  }
}

/** Makes a folder, readable by its owner alone, with all that it lies in. Throws what the file system says. */
export async function makeFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  if (parent !== folder && !existsSync(parent)) await makeFolder(parent);
  await mkdir(folder, { mode: 0o700 }).catch((e: unknown) => {
    if (!(typeof e === 'object' && e !== null && 'code' in e && e.code === 'EEXIST')) throw e;
  });
}
