import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { ParleyError, Rejected } from '../../contracts/index.js';
import type { KeptBlob, KeptDocument } from '../port.js';
import { type BackupKeys, BlobLine, DocumentLine, END_CONTEXT, EndLine, Head, HEAD_CONTEXT, PRINTED, provenOf, SCHEMA } from './format.js';

/** One line of a backup, read. The head comes first. */
export type BackupItem = { kind: 'head'; head: Head } | { kind: 'document'; collection: string; document: KeptDocument } | { kind: 'blob'; blob: KeptBlob };

/**
 * Reads a backup. Throws `Rejected` for one that is none of Parley's, of a newer release, sealed with another secret
 * (all before the first document), cut short or changed. The last two are known only at the end: read it once to the
 * end before anything is done with it.
 * @param name what the messages call it
 */
export async function* readBackup(name: string, bytes: AsyncIterable<Uint8Array>, keys: BackupKeys): AsyncIterable<BackupItem> {
  const hash = createHash('sha256');
  const left = new Map<string, number>();
  let head: Head | null = null;
  let lines = 0;
  let ended = false;
  for await (const line of linesOf(bytes)) {
    if (ended) throw changed(name, 'something follows its end');
    if (head === null) {
      head = headOf(name, line, keys);
      for (const { name: collection, count } of head.collections) left.set(collection, count);
      yield { kind: 'head', head };
    } else if (line.subarray(0, 6).toString() === '{"end"') {
      checkEnd(name, parsed(name, lines, line, EndLine).end, { lines, sha256: hash.digest('hex') }, keys);
      ended = true;
      continue;
    } else if (line.subarray(0, 7).toString() === '{"blob"') {
      const { blob } = parsed(name, lines, line, BlobLine);
      left.set('', (left.get('') ?? 0) - 1);
      yield { kind: 'blob', blob: { ...blob, bytes: Uint8Array.from(Buffer.from(blob.bytes, 'base64')) } };
    } else {
      const { in: collection, document } = parsed(name, lines, line, DocumentLine);
      left.set(collection, (left.get(collection) ?? 0) - 1);
      yield { kind: 'document', collection, document };
    }
    hash.update(line).update('\n');
    lines += 1;
  }
  if (head === null) throw notOurs(name);
  if (!ended) throw cut(name);
  left.set('', (left.get('') ?? 0) + head.blobs);
  for (const [collection, count] of left) if (count !== 0) throw changed(name, `its head counts ${count > 0 ? 'more' : 'fewer'} ${collection === '' ? 'blobs' : `documents of ${collection}`} than it holds`);
}

function headOf(name: string, line: Buffer, keys: BackupKeys): Head {
  const value = jsonOf(line);
  if (typeof value !== 'object' || value === null || !('parley' in value) || value.parley !== 'backup') throw notOurs(name);
  // Before the rest is looked at: a newer release may have given the head another form.
  if ('schema' in value && typeof value.schema === 'number' && value.schema > SCHEMA) {
    throw new Rejected(`${name} was made by a newer release (schema version ${value.schema}, this release knows ${SCHEMA}): restore it with that release.`, { code: 'backup.newer-schema' });
  }
  const head = Head.safeParse(value);
  if (!head.success) throw changed(name, 'its first line is not what a backup begins with');
  const wrong = `${name} was made under other secrets: give PARLEY_SECRETS as it was then, with every secret and in the same order.`;
  let proven: string;
  try {
    proven = keys.open(head.data.proof, HEAD_CONTEXT);
  } catch (error) {
    if (ParleyError.isInstance(error) && error.code === 'vault.unknown-master') throw new Rejected(wrong, { code: 'backup.secret' });
    throw changed(name, 'the seal of its first line does not open');
  }
  if (proven !== provenOf(head.data)) throw changed(name, 'its first line is not the one that was sealed');
  if (head.data.print !== keys.fingerprint(...PRINTED)) throw new Rejected(wrong, { code: 'backup.secret' });
  return head.data;
}

function checkEnd(name: string, end: { lines: number; sha256: string; proof: string }, seen: { lines: number; sha256: string }, keys: BackupKeys): void {
  if (end.sha256 !== seen.sha256 || end.lines !== seen.lines) throw changed(name, 'its checksum does not fit what it holds');
  let proven: string;
  try {
    proven = keys.open(end.proof, END_CONTEXT);
  } catch {
    throw changed(name, 'the seal of its checksum does not open');
  }
  if (proven !== seen.sha256) throw changed(name, 'its checksum is not the one that was sealed');
}

function parsed<T>(name: string, before: number, line: Buffer, form: z.ZodType<T>): T {
  const value = jsonOf(line);
  // The last line of a file that was cut ends anywhere; whether there are more is not known here.
  if (value === undefined) throw new Rejected(`${name} is cut short or damaged at line ${before + 1}: take another copy.`, { code: 'backup.damaged' });
  const read = form.safeParse(value);
  if (read.success) return read.data;
  throw changed(name, `line ${before + 1} is nothing a backup holds`);
}

function jsonOf(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Lines as bytes, without their ends. Split here because `readline` also splits at characters that JSON may hold as they are. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of bytes) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let end = buffer.indexOf(10); end >= 0; end = buffer.indexOf(10, from)) {
      yield Buffer.concat([...rest, buffer.subarray(from, end)]);
      rest = [];
      from = end + 1;
    }
    rest.push(buffer.subarray(from));
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield last;
}

function notOurs(name: string): Rejected {
  return new Rejected(`${name} is no backup of Parley.`, { code: 'backup.foreign' });
}

function cut(name: string): Rejected {
  return new Rejected(`${name} is cut short, its end is missing: take another copy.`, { code: 'backup.damaged' });
}

function changed(name: string, how: string): Rejected {
  return new Rejected(`${name} was changed or damaged (${how}): take another copy.`, { code: 'backup.damaged' });
}
