// Bundles the admin page into one script and one style sheet, and refuses to let the script grow heavy.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Gzipped bytes of the script: what a merchant on a phone waits for. */
const LIMIT = 60_000;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const common = { bundle: true, minify: true, target: ['es2022', 'chrome116', 'safari17.4', 'firefox124'], charset: 'utf8', legalComments: 'none', logLevel: 'warning' };
await Promise.all([
  build({ ...common, entryPoints: [here('src/main.tsx')], outfile: here('dist/admin.js'), format: 'esm', jsx: 'automatic', jsxImportSource: 'preact' }),
  build({ ...common, entryPoints: [here('src/styles/admin.css')], outfile: here('dist/admin.css') }),
]);

for (const name of ['admin.js', 'admin.css']) {
  const bytes = await readFile(here(`dist/${name}`));
  const zipped = gzipSync(bytes, { level: 9 }).byteLength;
  console.log(`${name}: ${bytes.byteLength} bytes, ${zipped} bytes gzipped (limit ${LIMIT})`);
  if (zipped > LIMIT) {
    console.error(`${name} is ${zipped - LIMIT} bytes over its limit`);
    process.exitCode = 1;
  }
}
