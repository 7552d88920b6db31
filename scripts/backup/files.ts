import { createReadStream, existsSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** The bytes of a file. Throws one sentence when it is not there. */
export function bytesOf(file: string): AsyncIterable<Buffer> {
  if (!existsSync(file) || !statSync(file).isFile()) throw new Error(`there is no file ${file}.`);
  return createReadStream(file, { highWaterMark: 1024 * 1024 });
}

/** Which file a backup goes to: the one named, or one named for its time in the folder named. Throws when it is there already. */
export function targetOf(to: string, at: number): string {
  const isFolder = to.endsWith('/') || (existsSync(to) && statSync(to).isDirectory());
  const file = path.resolve(isFolder ? path.join(to, `parley-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z.jsonl`) : to);
  if (existsSync(file)) throw new Error(`${file} is there already: a backup never writes over another.`);
  if (!existsSync(path.dirname(file))) throw new Error(`there is no folder ${path.dirname(file)}: make it first.`);
  return file;
}

/** Writes aside, readable by the owner alone, has it checked, and only then gives it its name: a file of that name is whole. */
export async function writeWhole(file: string, texts: AsyncIterable<string | Uint8Array>, check: (written: string) => Promise<void>): Promise<void> {
  const part = `${file}.part`;
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      for await (const text of texts) await handle.write(typeof text === 'string' ? Buffer.from(text) : text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await check(part);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
