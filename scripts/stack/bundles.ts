import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './processes.js';

const BUNDLES = [
  { folder: 'plugins/webchat', made: 'dist/parley.js' },
  { folder: 'plugins/admin', made: 'dist/admin.js' },
];

/** Builds the widget and the admin page where they are missing or older than their sources. */
export async function buildBundles(): Promise<void> {
  for (const { folder, made } of BUNDLES) {
    const target = path.join(ROOT, folder, made);
    const newest = await newestIn(path.join(ROOT, folder, 'src'));
    if (existsSync(target) && statSync(target).mtimeMs >= newest) continue;
    await promisify(execFile)(process.execPath, ['build.mjs'], { cwd: path.join(ROOT, folder) });
  }
}

async function newestIn(folder: string): Promise<number> {
  let newest = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) if (entry.isFile()) newest = Math.max(newest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
  return newest;
}
