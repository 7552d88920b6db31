import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/*
 * A MongoDB for tests: the one MONGODB_URI names, or else one made of mongo-java-server, which speaks MongoDB's wire
 * protocol, with what it lacks added beside this file. What it still does not do, and only a real MongoDB shows:
 * - replica sets, so: elections, majority write and read concern, journaling, wtimeout, retryable writes, transactions;
 * - users, passwords and rights: nobody is ever refused;
 * - `$set` through a null and `$inc` of a null (it makes an object or a number of it; MongoDB refuses both);
 * - updates by pipeline, TTL indexes, the `hello` command (drivers fall back to its older name), binary subtypes
 *   (all come back as 0), errors with `keyPattern`, a proper answer to messages beyond its limit (it hangs up);
 * - an order of text by bytes beyond the basic plane (it compares UTF-16), and query plans.
 */

/** Where the sources of the test server are, and what they are built into. */
const SOURCES = fileURLToPath(new URL('./mongo-java-server/', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/parley/mongo-server/', import.meta.url));
const NEEDED = 'apt-get install default-jdk-headless maven, or set MONGODB_URI to a MongoDB 6 or later that tests may make databases on';

/** A running server of our own. */
export interface MongoServer {
  uri: string;
  port: number;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would; what it answered is in its file. */
  kill(): Promise<void>;
  /** Stops answering without ending any connection, and goes on. */
  freeze(): void;
  thaw(): void;
}

export interface MongoServerOptions {
  /** As Java writes it; 1 GB if left out. */
  heap?: string;
  /** Keeps the data here, over restarts; in memory when left out. */
  file?: string;
  /** Any free one when left out. */
  port?: number;
}

/**
 * The class path of the test server, built on first use: Maven fetches the libraries, javac compiles the sources, both
 * into a folder named by what they were built from. Null where a JDK or Maven is missing, after saying so loudly; with
 * CI=true that is an error.
 * @param what the tests that cannot run without it
 */
export function mongoServerClasses(what: string): string | null {
  const missing = [['java', '-version'], ['javac', '-version'], ['mvn', '-v']].filter(([command = '', ...args]) => spawnSync(command, args, { stdio: 'ignore' }).status !== 0).map(([command]) => command);
  const built = join(CACHE, fingerprint());
  const complete = existsSync(join(built, 'complete'));
  if (missing.includes('java') || (!complete && missing.length > 0)) return unavailable(what, `${missing.join(', ')} not found`);
  if (!complete) {
    const failed = build(built);
    if (failed !== null) return unavailable(what, failed);
  }
  return [built, ...readdirSync(built).filter((name) => name.endsWith('.jar')).map((name) => join(built, name))].join(delimiter);
}

function unavailable(what: string, why: string): null {
  const text = `NOT RUN: ${what}. There is no MongoDB to run on (${why}). To run them: ${NEEDED}.`;
  if (process.env['CI'] === 'true') throw new Error(text);
  process.stderr.write(`\n${text}\n\n`);
  return null;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(SOURCES).sort()) hash.update(name).update(readFileSync(join(SOURCES, name)));
  return hash.digest('hex').slice(0, 16);
}

/** Built aside and moved into place whole: two test processes may build at the same time. Returns what failed, or null. */
function build(target: string): string | null {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'building-'));
  try {
    const paths = join(folder, 'classpath.txt');
    const maven = spawnSync('mvn', ['-q', '-B', '-f', join(SOURCES, 'pom.xml'), 'dependency:build-classpath', `-Dmdep.outputFile=${paths}`], { encoding: 'utf8' });
    if (maven.status !== 0) return `mvn failed: ${(maven.stdout + maven.stderr).trim().slice(0, 400)}`;
    for (const jar of readFileSync(paths, 'utf8').trim().split(delimiter)) copyFileSync(jar, join(folder, basename(jar)));
    const sources = readdirSync(SOURCES).filter((name) => name.endsWith('.java')).map((name) => join(SOURCES, name));
    const javac = spawnSync('javac', ['-nowarn', '-d', folder, '-cp', `${folder}/*`, ...sources], { encoding: 'utf8' });
    if (javac.status !== 0) return `javac failed: ${javac.stderr.trim().slice(0, 400)}`;
    writeFileSync(join(folder, 'complete'), '');
    try {
      renameSync(folder, target);
    } catch (error) {
      // Another process moved the same into place first.
      if (!existsSync(join(target, 'complete'))) throw error;
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a server of our own; it ends with this process at the latest. */
export async function startMongoServer(classes: string, options: MongoServerOptions = {}): Promise<MongoServer> {
  const args = ['-XX:+UseSerialGC', `-Xmx${options.heap ?? '1g'}`, '-cp', classes, 'Main', String(options.port ?? 0), ...(options.file === undefined ? [] : [options.file])];
  const child = spawn('java', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await portOf(child);
  const ended = async (end: () => void): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    end();
    await gone;
  };
  return { uri: `mongodb://127.0.0.1:${port}/`, port, stop: () => ended(() => child.stdin.end()), kill: () => ended(() => child.kill('SIGKILL')), freeze: () => void child.kill('SIGSTOP'), thaw: () => void child.kill('SIGCONT') };
}

async function portOf(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('the test server was started without an output');
  for await (const line of createInterface({ input: child.stdout })) return Number(line);
  throw new Error('the test server ended before it listened');
}

/** A database name no other test has. */
export function freshDatabase(): string {
  return `parley_test_${randomBytes(8).toString('hex')}`;
}
