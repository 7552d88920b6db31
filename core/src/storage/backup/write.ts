import { createHash } from 'node:crypto';
import { Rejected } from '../../contracts/index.js';
import type { KeptDocument, Snapshot } from '../port.js';
import { type BackupKeys, END_CONTEXT, HEAD_CONTEXT, PRINTED, provenOf, SCHEMA } from './format.js';

/** What a backup is made with. */
export interface BackupMeans {
  keys: BackupKeys;
  /** When it is made, in milliseconds UTC. */
  at: number;
  /** Looks at each document before it is written; what it throws ends the backup. */
  inspect?: (collection: string, document: KeptDocument) => void;
}

/**
 * A whole store as text, line by line; only one page of it is in memory at a time. The caller closes the snapshot.
 * Throws `Rejected` (`backup.moving`) when the store changed while it was read: what was written by then is no backup.
 */
export async function* writeBackup(snapshot: Snapshot, { keys, at, inspect }: BackupMeans): AsyncIterable<string> {
  const hash = createHash('sha256');
  let lines = 0;
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    lines += 1;
    return text;
  };
  const { engine, collections, blobs } = snapshot;
  const head = { schema: SCHEMA, at: new Date(at).toISOString(), engine, print: keys.fingerprint(...PRINTED), collections: [...collections], blobs };
  yield line({ parley: 'backup', ...head, proof: keys.seal(provenOf(head), HEAD_CONTEXT) });
  for (const { name, count } of collections) {
    let read = 0;
    for await (const document of snapshot.documents(name)) {
      inspect?.(name, document);
      read += 1;
      yield line({ in: name, document });
    }
    if (read !== count) throw moving(name);
  }
  let read = 0;
  for await (const { id, tenant, mime, bytes } of snapshot.readBlobs()) {
    read += 1;
    yield line({ blob: { id, tenant, mime, bytes: Buffer.from(bytes).toString('base64') } });
  }
  if (read !== blobs) throw moving('blobs');
  if (!(await snapshot.unchanged())) throw moving('the store');
  const sha256 = hash.digest('hex');
  yield `${JSON.stringify({ end: { lines, sha256, proof: keys.seal(sha256, END_CONTEXT) } })}\n`;
}

function moving(what: string): Rejected {
  return new Rejected(`${what} changed while the backup was read: stop every process of the service and begin again, or use mongodump --oplog, which may run beside them.`, { code: 'backup.moving' });
}
