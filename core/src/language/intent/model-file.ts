import { createHash } from 'node:crypto';
import { z } from 'zod';
import { meaningSize } from '../word-vectors.js';
import { createModel, type IntentModel } from './model.js';
import { SIGNS } from './signs.js';
import { vocabularyOf } from './vocabulary.js';

/** Raised whenever models of before can no longer be read. */
const FORMAT = 1;
const MAGIC = 'PARLEYIM';
const PREFIX = MAGIC.length + 4;
const ALIGN = 8;

const Signs = z.array(z.number()).length(SIGNS);
const Header = z.strictObject({
  format: z.literal(FORMAT),
  sha256: z.string(),
  ids: z.array(z.string()),
  hasNone: z.boolean(),
  groupOf: z.array(z.number().int().nonnegative()),
  temperature: z.number().positive(),
  threshold: z.number(),
  unseen: z.number(),
  meaning: z.number().int(),
  sureness: z.strictObject({ mean: Signs, spread: Signs, weights: Signs, bias: z.number() }),
  columns: z.number().int().nonnegative(),
  texts: z.number().int().nonnegative(),
});
type Header = z.infer<typeof Header>;

/** A model that was read, or why it was refused. */
export type Loaded = { ok: true; model: IntentModel } | { ok: false; reason: string };

/** A model as a file: a header of JSON with the checksum of all that follows it, then the numbers. */
export function saveModel(model: IntentModel): Uint8Array {
  const { ids, hasNone, groupOf, vocabulary, linear, prototypes, temperature, sureness, threshold } = model.parts;
  const body = Buffer.concat([vocabulary.hashes, vocabulary.rarity, linear.weights, linear.scale, linear.bias, prototypes.centres, prototypes.starts, prototypes.rows].map(padded));
  const header: Header = {
    format: FORMAT,
    sha256: checksum(body),
    ids: [...ids],
    hasNone,
    groupOf: [...groupOf],
    temperature,
    threshold,
    unseen: vocabulary.unseen,
    meaning: prototypes.dims,
    sureness: { mean: [...sureness.mean], spread: [...sureness.spread], weights: [...sureness.weights], bias: sureness.bias },
    columns: vocabulary.hashes.length,
    texts: prototypes.rows.length / Math.max(prototypes.dims, 1),
  };
  const json = Buffer.from(JSON.stringify(header));
  const room = Buffer.alloc(up(PREFIX + json.length), ' ');
  room.write(MAGIC, 0, 'latin1');
  room.writeUInt32LE(json.length, MAGIC.length);
  json.copy(room, PREFIX);
  return Buffer.concat([room, body]);
}

/** Reads what `saveModel` wrote. Anything else is refused with the reason; nothing is thrown. */
export function loadModel(bytes: Uint8Array): Loaded {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.length < PREFIX || all.toString('latin1', 0, MAGIC.length) !== MAGIC) return refused('it is no intent model');
  const end = PREFIX + all.readUInt32LE(MAGIC.length);
  const header = end > all.length ? null : headerOf(all.toString('utf8', PREFIX, end));
  if (header === null) return refused('its header is damaged, or of another version of Parley');
  if (header.meaning !== meaningSize()) return refused('it was trained with other word vectors');
  const body = all.subarray(up(end));
  if (checksum(body) !== header.sha256) return refused('its contents do not match their checksum: it is cut off or damaged');
  const parts = partsOf(header, body);
  return parts === null ? refused('its contents do not have the size its header names') : { ok: true, model: createModel(parts) };
}

function refused(reason: string): Loaded {
  return { ok: false, reason };
}

function headerOf(text: string): Header | null {
  try {
    const read = Header.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function partsOf(h: Header, body: Buffer): IntentModel['parts'] | null {
  const classes = h.ids.length + (h.hasNone ? 1 : 0);
  const columns = h.columns + h.meaning;
  const sizes = [h.columns * 4, h.columns * 4, columns * classes * 2, classes * 4, classes * 4, classes * h.meaning * 4, (classes + 1) * 4, h.texts * h.meaning];
  if (h.groupOf.length !== classes || sizes.reduce((sum, n) => sum + up(n), 0) !== body.length) return null;
  // A copy of its own: typed arrays need aligned memory, and the caller's buffer may change.
  const own = new Uint8Array(body).buffer;
  let at = 0;
  const next = (bytes: number): number => {
    const from = at;
    at += up(bytes);
    return from;
  };
  const [hashes = 0, rarity = 0, weights = 0, scale = 0, bias = 0, centres = 0, starts = 0, rows = 0] = sizes.map(next);
  return {
    ids: h.ids,
    hasNone: h.hasNone,
    groupOf: Int32Array.from(h.groupOf),
    vocabulary: vocabularyOf(new Int32Array(own, hashes, h.columns), new Float32Array(own, rarity, h.columns), h.unseen),
    linear: { classes, weights: new Int16Array(own, weights, columns * classes), scale: new Float32Array(own, scale, classes), bias: new Float32Array(own, bias, classes) },
    prototypes: { first: h.columns, dims: h.meaning, centres: new Float32Array(own, centres, classes * h.meaning), starts: new Int32Array(own, starts, classes + 1), rows: new Int8Array(own, rows, h.texts * h.meaning) },
    temperature: h.temperature,
    sureness: { mean: Float64Array.from(h.sureness.mean), spread: Float64Array.from(h.sureness.spread), weights: Float64Array.from(h.sureness.weights), bias: h.sureness.bias },
    threshold: h.threshold,
  };
}

function up(n: number): number {
  return Math.ceil(n / ALIGN) * ALIGN;
}

function padded(part: Int32Array | Float32Array | Int16Array | Int8Array): Buffer {
  const out = Buffer.alloc(up(part.byteLength));
  out.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  return out;
}

function checksum(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}
