import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '@parley/service';
import { SAMPLE_SECRETS } from './cluster-checks.js';
import { dockerfileFindings, ignoring, imageEnvironment } from './dockerfile-checks.js';
import { ROOT } from './files.js';

const text = readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8');
const ignored = ignoring(readFileSync(path.join(ROOT, '.dockerignore'), 'utf8'));
const workspaces = ['core', ...['connectors', 'plugins'].flatMap((f) => readdirSync(path.join(ROOT, f)).map((name) => `${f}/${name}`))].filter((w) => existsSync(path.join(ROOT, w, 'package.json')));
const findings = (file: string) => dockerfileFindings(file, { root: ROOT, ignored }, workspaces);

describe('the Dockerfile', () => {
  it('builds in stages what then runs as nobody in particular', () => {
    expect(findings(text)).toEqual([]);
    expect(workspaces.length).toBeGreaterThan(4);
  });

  it.each([
    ['builds and runs in one stage', () => `FROM node:20.20.2-bookworm-slim\n${text.split('\n').slice(-8).join('\n')}`],
    ['node:latest is not an exact version', () => text.replace('node:20.20.2-bookworm-slim\n', 'node:latest\n')],
    ['node:20.20.2-alpine is not the slim Debian that the binaries need', () => text.replace(/NODE_IMAGE=node:\S+\n\n/, 'NODE_IMAGE=node:20.20.2-alpine\n\n')],
    ['ADD is not used here', () => text.replace('COPY lerna.json', 'ADD lerna.json')],
    ['installs without the lock file or with install scripts', () => text.replace('npm ci --ignore-scripts', 'npm install')],
    ['installs without the lock file or with install scripts', () => text.replace('npm ci --omit=dev --ignore-scripts', 'npm ci --omit=dev')],
    ['HEALTHCHECK needs a program that the image has not', () => text.replace(/CMD \["node", "-e".*/, 'CMD curl -f http://127.0.0.1:9090/health')],
    ['a secret would stay in the image', () => text.replace('PORT=8080', 'PORT=8080 PARLEY_SECRETS=x')],
    ['copies turbo.json, which does not exist', () => text.replace('COPY lerna.json', 'COPY turbo.json')],
    ['copies README.md, which .dockerignore keeps out', () => text.replace('COPY lerna.json', 'COPY README.md')],
    ['copies from builder, which is no stage', () => text.replace('--from=build /app/core', '--from=builder /app/core')],
    ['plugins/sandbox is in the lock file and its package.json is not copied before the install', () => text.replace(/COPY plugins\/sandbox.*\n/, '')],
    ['does not run as a user by number', () => text.replace('USER 10001:10001', 'USER node')],
    ['does not run as a user by number', () => text.replace('USER 10001:10001', 'USER 0:0')],
    ['the image takes files from the build context', () => text.replace('COPY --from=production /app ./', 'COPY core core')],
    ['does not start Node itself, so that signals would not reach it', () => text.replace('CMD ["node", "plugins', 'CMD ["npm", "start", "plugins')],
    ['is not asked whether it is well', () => text.replace(/HEALTHCHECK .*\n.*\n/, '')],
    ['exposes other ports than it listens on', () => text.replace('EXPOSE 8080 9090', 'EXPOSE 80')],
  ])('would be found out: %s', (finding, spoil) => {
    expect(spoil()).not.toBe(text);
    expect(findings(spoil())).toContain(finding);
  });

  it('sets only what the service knows', () => {
    const { NODE_ENV, ...env } = imageEnvironment(text);
    expect(NODE_ENV).toBe('production');
    const config = readConfig({ ...SAMPLE_SECRETS, ...env });
    expect(Object.keys(env).filter((name) => !(name in config))).toEqual([]);
    expect(config).toMatchObject({ HOST: '0.0.0.0', PORT: 8080, OPS_PORT: 9090, PARLEY_DATA: '/data' });
  });

  it('leaves tests, the sandbox, other builds and whatever lies about out of the build', () => {
    for (const file of ['.env', '.git/HEAD', '.data/parley.db', 'docs/x.md', 'test/gates/imports.test.ts', 'core/node_modules/zod/index.js', 'node_modules/zod/index.js', 'core/dist/index.js', 'core/tsconfig.tsbuildinfo', 'core/src/masking/mask.test.ts', 'connectors/shopify/fixtures/order.json', 'plugins/sandbox/src/main.ts', 'plugins/shopify-app/README.md', 'manifests/compose.env.example']) expect([file, ignored(file)]).toEqual([file, true]);
    for (const file of ['package.json', 'package-lock.json', '.npmrc', 'core/src/storage/port.ts', 'connectors/webchat/src/stream.ts', 'plugins/sandbox/package.json', 'plugins/admin/build.mjs', 'plugins/service/src/main.ts']) expect([file, ignored(file)]).toEqual([file, false]);
  });

  it('builds every package that the service needs at run time, and takes its files along', () => {
    const manifest = (folder: string) => JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')) as { name: string; dependencies?: Record<string, string> };
    const folderOf = new Map(workspaces.map((w) => [manifest(w).name, w]));
    const needed = new Set<string>();
    const need = (folder: string): void => {
      if (needed.has(folder)) return;
      needed.add(folder);
      for (const name of Object.keys(manifest(folder).dependencies ?? {})) if (folderOf.has(name)) need(folderOf.get(name)!);
    };
    need('plugins/service');
    expect(needed.size).toBeGreaterThan(2);
    for (const folder of needed) expect(text).toContain(`COPY --from=build /app/${folder}/dist ${folder}/dist`);
  });
});
