import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cruise } from 'dependency-cruiser';
// @ts-expect-error the rules are plain JavaScript, as the tool that reads them wants
import untyped from '../../.dependency-cruiser.mjs';

const rules = untyped as { forbidden: object[]; options: object };

const ROOT = path.resolve(import.meta.dirname, '../..');

async function violations(base: string, folders: string[]): Promise<string[]> {
  const { output } = await cruise(folders, { ...rules.options, tsConfig: undefined, baseDir: base, ruleSet: { forbidden: rules.forbidden }, validate: true } as never);
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`);
}

async function tree(files: Record<string, string>): Promise<string> {
  const base = await mkdtemp(path.join(tmpdir(), 'parley-imports-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(base, file)), { recursive: true });
    await writeFile(path.join(base, file), text);
  }
  return base;
}

describe('the import rules of the design', () => {
  it('hold in this repository', async () => {
    expect(await violations(ROOT, ['core', 'connectors', 'plugins'])).toEqual([]);
  }, 60_000);

  it.each([
    ['core-storage', 'core/src/storage/a.ts', 'core/src/language/b.ts'],
    ['core-contracts', 'core/src/contracts/a.ts', 'core/src/storage/b.ts'],
    ['core-automation', 'core/src/automation/a.ts', 'core/src/conversation/b.ts'],
    ['core-language', 'core/src/language/a.ts', 'connectors/x/src/b.ts'],
    ['connectors-import-contracts-and-signatures-only', 'connectors/x/src/a.ts', 'core/src/storage/b.ts'],
    ['connectors-import-contracts-and-signatures-only', 'connectors/x/src/a.ts', 'connectors/y/src/b.ts'],
    ['plugins-use-the-http-api', 'plugins/sandbox/src/a.ts', 'core/src/contracts/b.ts'],
    ['service-composes-core-and-connectors', 'plugins/service/src/a.ts', 'plugins/sandbox/src/b.ts'],
  ])('are broken by %s: %s importing %s', async (rule, from, to) => {
    const back = path.relative(path.dirname(from), to).replace(/\.ts$/, '.js');
    const base = await tree({ [from]: `export { b } from '${back.startsWith('.') ? back : `./${back}`}';\n`, [to]: 'export const b = 1;\n' });
    try {
      expect(await violations(base, ['core', 'connectors', 'plugins'].filter((f) => [from, to].some((p) => p.startsWith(`${f}/`))))).toEqual([`${rule}: ${from} -> ${to}`]);
    } finally {
      await rm(base, { recursive: true, force: true });
    }
  }, 30_000);
});
