import { z } from 'zod';

/*
 * A backup is text, one JSON object a line: a head, every document, every blob, an end. What is sealed in the store is
 * sealed in it; the head and the end hold a sealed word each, so that it opens with the same master secret alone.
 */

/** Version of the backup's own form and of the documents in it. A release reads its own and older ones. */
export const SCHEMA = 1;

/** What seals the marks of a backup; the vault's master is one. */
export interface BackupKeys {
  seal(text: string, context: string): string;
  open(sealed: string, context: string): string;
  fingerprint(tenant: string, value: string): string;
}

/** What the fingerprint in a head is of: other secrets, or the same ones in another order, give another. */
export const PRINTED = ['parley', 'backup'] as const;

export const Head = z.object({
  parley: z.literal('backup'),
  schema: z.number().int().positive(),
  /** When it was made, in UTC. */
  at: z.iso.datetime(),
  engine: z.string(),
  /** The head's other fields, sealed: shows both the secret and that nobody changed them. */
  proof: z.string(),
  print: z.string(),
  collections: z.array(z.object({ name: z.string(), count: z.number().int().nonnegative() })),
  blobs: z.number().int().nonnegative(),
});
/** What a backup says of itself in its first line. */
export type Head = z.infer<typeof Head>;

/** What the proof of a head is the seal of. */
export function provenOf({ schema, at, engine, print, collections, blobs }: Omit<Head, 'parley' | 'proof'>): string {
  return JSON.stringify([schema, at, engine, print, collections.map(({ name, count }) => [name, count]), blobs]);
}

export const HEAD_CONTEXT = 'backup/head';
export const END_CONTEXT = 'backup/end';

export const DocumentLine = z.strictObject({ in: z.string(), document: z.looseObject({ id: z.string().min(1), tenant: z.string().min(1) }) });
export const BlobLine = z.strictObject({ blob: z.strictObject({ id: z.string().min(1), tenant: z.string().min(1), mime: z.string(), bytes: z.base64() }) });

export const EndLine = z.strictObject({
  end: z.strictObject({
    /** Lines before this one. */
    lines: z.number().int().positive(),
    /** SHA-256 of all bytes before this line, in hex. */
    sha256: z.string(),
    /** The same, sealed: a changed file cannot be given a new checksum without the secret. */
    proof: z.string(),
  }),
});
