import { existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createMaster, type Master } from '@parley/core/security';
import { openMongoStore, openSqliteStore, type WholeStore } from '@parley/core/storage';
import { z } from 'zod';

/** As much of the service's configuration as names its store. */
const Environment = z.object({
  PARLEY_SECRETS: z.string({ error: 'PARLEY_SECRETS is missing: give it as the service has it, a backup holds only what it seals' }),
  PARLEY_OLD_SECRETS: z.string().default(''),
  PARLEY_DATA: z.string().min(1).default('./.data'),
  MONGODB_URI: z.string().optional(),
});

/** Where a store is, and under which secrets. */
export interface StorePlace {
  master: Master;
  /** For people; never with a password. */
  name: string;
  /** Whether anything is there to be read; always so for a server. */
  exists: boolean;
  open(): Promise<WholeStore>;
}

/** Reads from the environment what the service would. Throws an error in one sentence for what is missing. */
export function placeOf(env: Readonly<Record<string, string | undefined>>): StorePlace {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const read = Environment.safeParse(given);
  if (!read.success) throw new Error(read.error.issues[0]?.message ?? 'the environment cannot be used');
  const { PARLEY_SECRETS, PARLEY_OLD_SECRETS, PARLEY_DATA, MONGODB_URI: uri } = read.data;
  const listed = (text: string) => text.split(',').map((one) => one.trim()).filter((one) => one !== '');
  const master = createMaster(listed(PARLEY_SECRETS), (n) => randomBytes(n), listed(PARLEY_OLD_SECRETS));
  if (uri !== undefined) return { master, name: 'the database of MONGODB_URI', exists: true, open: () => openMongoStore({ uri }) };
  const file = path.resolve(PARLEY_DATA, 'parley.db');
  return { master, name: file, exists: existsSync(file), open: () => openSqliteStore({ file }) };
}

/** An error as one sentence for a terminal. */
export function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
