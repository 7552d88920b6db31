import type { mongo } from 'mongoose';
import { Bug, type Log, Rejected } from '../../contracts/index.js';
import { unfinished } from '../rules/filling.js';
import { DUPLICATE_KEY, serverCode } from './mongo-errors.js';

/** One step from a schema version to the next. It may be run again from its beginning after a crash, so it must bear that. */
export interface MigrationStep {
  /** What it does, for the log. */
  name: string;
  run(database: mongo.Db): Promise<void>;
}

/** Step n leads from version n + 1 to n + 2. Versions say how documents lie in MongoDB, not what is in them. */
export const STEPS: readonly MigrationStep[] = [];

/** The one document that says which version a database is of, and who is migrating it. */
export interface SchemaRow {
  _id: 'schema';
  version: number;
  /** Counted up by health checks. */
  pings: number;
  /** Who works on the step from `version` on; `beat` rises while it does. */
  claim: { by: string; beat: number } | null;
  /** Present while a restore fills the database. */
  filling?: boolean;
}

/** How a database is brought to this release's version. */
export interface SchemaMeans {
  database: mongo.Db;
  steps: readonly MigrationStep[];
  /** Names this process among those that start at the same time. */
  by: string;
  /** Milliseconds of this process's own clock; only differences are looked at. */
  monotonic: () => number;
  wait: (ms: number) => Promise<void>;
  log: Log | undefined;
}

const BEAT_MS = 2_000;
/** A claim whose beat has not risen for this long is of a process that died. */
const STALE_MS = 20_000;
const POLL_MS = 200;

/** The schema document's collection. */
export function schemaRows(database: mongo.Db): mongo.Collection<SchemaRow> {
  return database.collection<SchemaRow>('parley_schema');
}

/** What a database of a newer release is refused with. */
export function newerSchema(database: string, version: number, known: number): Rejected {
  return new Rejected(
    `the database "${database}" was written by a newer release (schema version ${version}, this release knows ${known}). Start that release again, or restore a copy from before the upgrade.`,
    { code: 'storage.newer-schema' },
  );
}

/**
 * Brings a database to the version of `steps`: marks a new one, refuses a newer one, and runs the missing steps of an
 * older one in order. Each step is claimed by compare-and-set, so that of several processes one runs it and the others wait.
 */
export async function settleSchema(means: SchemaMeans): Promise<void> {
  const { database, steps, by, monotonic, wait, log } = means;
  const rows = schemaRows(database);
  const target = steps.length + 1;
  let watched = { claim: '', since: 0 };
  for (;;) {
    const row = await rows.findOne({ _id: 'schema' }, { readConcern: { level: 'majority' } });
    if (row === null) {
      await markNew(rows, target);
      continue;
    }
    if (row.filling === true) throw unfinished(`the database "${database.databaseName}"`);
    if (row.version > target) throw newerSchema(database.databaseName, row.version, target);
    if (row.version === target) return;
    const step = steps[row.version - 1];
    if (step === undefined) throw new Bug(`the schema version ${row.version} of "${database.databaseName}" is none`, { code: 'storage.schema' });
    if (row.claim !== null) {
      const claim = `${row.version}/${row.claim.by}/${row.claim.beat}`;
      if (watched.claim !== claim) watched = { claim, since: monotonic() };
      if (monotonic() - watched.since < STALE_MS) {
        await wait(POLL_MS);
        continue;
      }
    }
    const held = row.claim === null ? { claim: null } : { 'claim.by': row.claim.by, 'claim.beat': row.claim.beat };
    const mine = await rows.findOneAndUpdate({ _id: 'schema', version: row.version, ...held }, { $set: { claim: { by, beat: 0 } } });
    if (mine !== null) await runStep(means, rows, row.version, step);
    else log?.info({ version: row.version }, 'another process migrates the database; waiting for it');
  }
}

async function markNew(rows: mongo.Collection<SchemaRow>, version: number): Promise<void> {
  try {
    await rows.insertOne({ _id: 'schema', version, pings: 0, claim: null });
  } catch (error) {
    // Another process marked it first; what it wrote is read next.
    if (serverCode(error) !== DUPLICATE_KEY) throw error;
  }
}

async function runStep({ database, by, log }: SchemaMeans, rows: mongo.Collection<SchemaRow>, version: number, step: MigrationStep): Promise<void> {
  log?.info({ from: version, to: version + 1, step: step.name }, 'migrating the database');
  const mine = { _id: 'schema', version, 'claim.by': by } as const;
  const beating = setInterval(() => {
    rows.updateOne(mine, { $inc: { 'claim.beat': 1 } }).catch((error: unknown) => log?.warn({ err: error }, 'the claim on the migration could not be kept up'));
  }, BEAT_MS);
  try {
    await step.run(database);
  } catch (error) {
    await rows.updateOne(mine, { $set: { claim: null } });
    throw error;
  } finally {
    clearInterval(beating);
  }
  const done = await rows.findOneAndUpdate(mine, { $set: { version: version + 1, claim: null } });
  if (done === null) log?.warn({ from: version, step: step.name }, 'another process took the migration over; it goes on from what stands');
}
