import { parseArgs, type ParseArgsConfig } from 'node:util';
import { z } from 'zod';

/** What was typed, or what stands around it, cannot be worked with; the message says what and what to do. Ends the command with code 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Things to undo when the command ends, however it ends. */
const undo: (() => Promise<void>)[] = [];

/** Has `end` run when the command ends: at its end, on a failure, on a signal, or when nobody reads its output any more. */
export function atEnd(end: () => Promise<void>): void {
  undo.push(end);
}

/**
 * Runs a command of the project: reads its options, answers `--help`, and ends with 0, with 1 where something failed, or with 2 and one
 * sentence where it was called wrongly. A reader that goes away (`| head`) ends it quietly.
 * @param usage the lines shown for `--help` and after a wrong option
 */
export async function command<const T extends ParseArgsConfig>(usage: string, config: T, run: (given: ReturnType<typeof parseArgs<T>>) => Promise<number | undefined>): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (e: NodeJS.ErrnoException) => void end(e.code === 'EPIPE' ? 0 : 1));
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  if (process.argv.slice(2).some((a) => a === '--help' || a === '-h')) {
    console.log(usage);
    return end(0);
  }
  try {
    return await end((await run(parsed(usage, config))) ?? 0);
  } catch (e) {
    if (e instanceof Refusal) console.error(e.message);
    else console.error(process.env['DEBUG'] === undefined || !(e instanceof Error) ? messageOf(e) : e.stack);
    return end(e instanceof Refusal ? 2 : 1);
  }
}

let ending: Promise<never> | null = null;

function end(code: number): Promise<never> {
  ending ??= (async () => {
    for (const one of undo.reverse()) {
      await one().catch((e: unknown) => {
        console.error(messageOf(e));
      });
    }
    process.exit(code);
  })();
  return ending;
}

function parsed<const T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (e) {
    if (!(e instanceof TypeError && 'code' in e && String(e.code).startsWith('ERR_PARSE_ARGS'))) throw e;
    // Node adds advice on how to pass what nobody wants to pass.
    throw new Refusal(`${e.message.split('. ')[0] ?? e.message}.\n${usage}`);
  }
}

/** What went wrong, in words; a failed request with its cause, which is where Node says why. */
export function messageOf(e: unknown): string {
  if (!(e instanceof Error)) return String(e);
  const cause = z.object({ code: z.string().optional(), message: z.string() }).safeParse(e.cause);
  return cause.success && e.message === 'fetch failed' ? `${e.message}: ${cause.data.code ?? cause.data.message}` : e.message;
}

/** A port from the environment. Throws `Refusal` naming the variable. */
export function portFrom(name: string, otherwise: number): number {
  const text = (process.env[name] ?? '').trim();
  if (text === '') return otherwise;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new Refusal(`${name} has a wrong value: it expects a port number, 1 to 65535.`);
  return port;
}
