// Builds what the browser is served where it is missing, then starts jest with the one flag ESM needs; all arguments go through.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

for (const [folder, made] of [['plugins/webchat', 'dist/parley.js'], ['plugins/admin', 'dist/admin.js']]) {
  const home = fileURLToPath(new URL(`../${folder}`, import.meta.url));
  if (existsSync(path.join(home, made))) continue;
  const built = spawnSync(process.execPath, ['build.mjs'], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const run = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', jest, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(run.status ?? 1);
