import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FACETS } from './facets.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A folder that is the project as far as a new connector sees it. */
function projectFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-new-'));
  for (const name of ['core', 'node_modules', 'tsconfig.base.json', 'jest.config.mjs']) symlinkSync(path.join(ROOT, name), path.join(folder, name));
  for (const name of ['tsconfig.json', 'package.json']) cpSync(path.join(ROOT, name), path.join(folder, name));
  const suite = 'test/contract/connector';
  mkdirSync(path.join(folder, suite), { recursive: true });
  for (const name of readdirSync(path.join(ROOT, suite))) symlinkSync(path.join(ROOT, suite, name), path.join(folder, suite, name));
  return folder;
}

describe('npm run new:connector', () => {
  let folder = '';
  beforeAll(() => {
    folder = projectFolder();
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]) => {
    const done = spawnSync(process.execPath, ['--conditions=source', '--import', 'tsx', path.join(ROOT, 'scripts/new-connector.ts'), ...args, '--into', folder], { cwd: ROOT, encoding: 'utf8' });
    return { code: done.status, out: `${done.stdout}${done.stderr}` };
  };

  it.each([
    [[], /needs/],
    [['Line!'], /short name of lower-case/],
    [['line', 'too', 'many'], /no more/],
    [['line', '--facets', 'inbound,magic'], /one or more of install, inbound/],
    [['slack-like', '--facet', 'inbound'], /usage/],
  ])('refuses %j in a sentence, and writes nothing', (args, words) => {
    const { code, out } = run(...args);
    expect({ code, out }).toEqual({ code: 2, out: expect.stringMatching(words) });
    expect(readFileSync(path.join(folder, 'tsconfig.json'), 'utf8')).not.toContain('connectors/line');
  });

  it('makes a package that compiles, with every facet there is', () => {
    expect(run('new-host', '--facets', FACETS.join(','))).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(folder, 'tsconfig.json'), 'utf8')).toContain('{ "path": "connectors/new-host" }');
    const compiled = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', path.join(folder, 'connectors/new-host'), '--noEmit', '--composite', 'false', '--incremental', 'false'], { encoding: 'utf8' });
    expect(compiled.stdout).toBe('');
    expect(run('new-host')).toMatchObject({ code: 2, out: expect.stringContaining('is there already') });
  }, 60_000);

  it('fails the contract suite, and says of what is missing that it is not written', () => {
    const done = spawnSync(process.execPath, [path.join(ROOT, 'scripts/jest.mjs'), '--rootDir', folder, '--config', JSON.stringify({ ...(jestConfig()), rootDir: folder, testMatch: ['**/new-host.test.ts'] })], { cwd: folder, encoding: 'utf8' });
    expect(done.status).toBe(1);
    expect(done.stderr).toMatch(/✕ inbound\.admits/);
    expect(done.stderr).toMatch(/✕ channel\.send/);
    expect(done.stderr).toMatch(/✕ desk\.open/);
    expect(done.stderr).toMatch(/✓ inbound\.method/);
    expect(done.stderr).toMatch(/is not written yet/);
  }, 120_000);
});

function jestConfig(): object {
  return {
    testEnvironment: 'node',
    testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
    extensionsToTreatAsEsm: ['.ts'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    transform: { '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }] },
    verbose: true,
  };
}
