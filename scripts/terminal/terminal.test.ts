import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { portFrom, Refusal } from './command.js';
import { holdFolder, refuseTakenPort } from './place.js';
import { hintsFor, readShop } from './shop-hints.js';

const ROOT = path.join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(path.join(tmpdir(), 'parley-terminal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A command as somebody types it. */
function typed(script: string, ...args: string[]): { code: number | null; out: string; err: string } {
  // A token of its own: without it a command asks for one where no service has ever run here.
  const env = { ...process.env, PARLEY_OPERATOR_TOKEN: 'operator-token-of-the-test' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=source', '--import', 'tsx', path.join('scripts', script), ...args], { cwd: ROOT, env, encoding: 'utf8', timeout: 60_000 });
  return { code: status, out: stdout, err: stderr };
}

describe('a command', () => {
  it('answers --help with how it is used', () => expect(typed('chat.ts', '--help')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('usage: npm run chat') as unknown }));
  it.each([
    ['an option nobody knows', 'chat.ts', ['--wat'], 'Unknown option'],
    ['an option without its value', 'replay.ts', ['--shop'], 'argument missing'],
    ['a stray word', 'start.ts', ['x.json'], 'Unexpected argument'],
    ['a shop that is not there', 'chat.ts', ['--shop', '/nowhere/shop.json'], 'ENOENT'],
    ['a service that does not answer', 'redrive.ts', ['--url', 'http://127.0.0.1:1'], 'No service answers at'],
    ['a data set that is not there', 'import-shop.ts', ['tau2', '/nowhere', 'out.json'], '/nowhere is not a folder'],
  ])('called with %s says so in plain words and ends with 2', (_, script, args, words) => {
    const { code, err } = typed(script, ...args);
    expect({ code, stack: /\n\s+at /.test(err) }).toEqual({ code: 2, stack: false });
    expect(err).toContain(words);
  });
  it('names the line of a replay that is no message, after a byte order mark, and a file without any', () => {
    const file = path.join(folder, 'messages.jsonl');
    writeFileSync(file, '\uFEFF{"text":"hi"}\n{oops\n');
    expect(typed('replay.ts', file)).toMatchObject({ code: 2, err: expect.stringContaining('line 2') as unknown });
    writeFileSync(file, '\n\n');
    expect(typed('replay.ts', file)).toMatchObject({ code: 2, err: expect.stringContaining('has no messages') as unknown });
  });
});

describe('a port', () => {
  afterEach(() => {
    delete process.env['TEST_PORT'];
  });
  it.each(['abc', '0', '99999', '-1', '80.5'])('is not %s', (value) => {
    process.env['TEST_PORT'] = value;
    expect(() => portFrom('TEST_PORT', 1)).toThrow(/^TEST_PORT has a wrong value/);
  });
  it('is the usual one where nothing is said', () => {
    process.env['TEST_PORT'] = ' ';
    expect(portFrom('TEST_PORT', 8080)).toBe(8080);
  });
  it('that is taken is refused by its number and variable', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await expect(refuseTakenPort(port, 'PORT')).rejects.toThrow(new RegExp(`^Port ${port} is taken.*PORT=`));
    await new Promise((resolve) => server.close(resolve));
    await refuseTakenPort(port, 'PORT');
  });
});

describe('the data folder', () => {
  it('is held by one process at a time, and let go', async () => {
    const data = path.join(folder, 'deep', 'data');
    writeFileSync(path.join(folder, 'note'), '');
    const letGo = await holdFolder(data);
    expect(existsSync(path.join(data, 'in-use'))).toBe(true);
    await letGo();
    expect(existsSync(path.join(data, 'in-use'))).toBe(false);
  });
  it('that another process holds is refused, what a dead one left is taken over', async () => {
    writeFileSync(path.join(folder, 'in-use'), String(process.ppid));
    await expect(holdFolder(folder)).rejects.toThrow(new RegExp(`in use by process ${process.ppid}`));
    writeFileSync(path.join(folder, 'in-use'), '4194999');
    await (await holdFolder(folder))();
  });
  it.each(['/proc/parley', '/dev/null/parley'])('cannot be %s', async (data) => {
    await expect(holdFolder(data)).rejects.toBeInstanceOf(Refusal);
  });
});

describe('what to try', () => {
  it('is true of the shop that is shown', () => {
    expect(hintsFor(null)).toContain('#1001');
    expect(readShop(undefined)).toBeNull();
    expect(() => readShop(' ')).toThrow(Refusal);
  });
});
