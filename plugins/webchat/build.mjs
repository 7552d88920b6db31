// Bundles the widget into the one script that shops embed, and refuses to let it grow heavy.
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const LIMIT = 30_000;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here('dist/parley.js');
/** Where the Shopify theme extension takes its assets from; there only in a checkout that has that plugin. */
const extension = here('../shopify-app/extensions/parley-chat');

await mkdir(here('dist'), { recursive: true });
await build({
  entryPoints: [here('src/index.ts')],
  outfile: target,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2020'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});

const bytes = await readFile(target);
const zipped = gzipSync(bytes, { level: 9 }).byteLength;
console.log(`parley.js: ${bytes.byteLength} bytes, ${zipped} bytes gzipped (limit ${LIMIT})`);
if (zipped > LIMIT) {
  console.error(`the widget is ${zipped - LIMIT} bytes over its limit`);
  process.exit(1);
}

const inTheme = await stat(extension).then(
  (s) => s.isDirectory(),
  (e) => {
    if (e.code === 'ENOENT') return false;
    throw e;
  },
);
if (inTheme) {
  await mkdir(`${extension}/assets`, { recursive: true });
  await copyFile(target, `${extension}/assets/parley.js`);
  console.log('copied to the Shopify theme extension');
}
