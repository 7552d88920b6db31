import { ParleyError, type Connector, type Log, type Message, type MessagePart, type Turn } from '../../contracts/index.js';
import type { SealKey } from '../../security/index.js';
import type { KeptBlobs } from '../blobs.js';
import type { Installations } from '../installations.js';
import type { HandoffRecord } from '../records.js';
import type { DeskWord } from './desk-words.js';

/** Larger than this no picture goes to a shopper: it would be looked at on a telephone. */
const MOST_BYTES = 10_000_000;
/** What every browser shows by itself, and nothing that runs. */
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);
const PATIENCE_MS = 20_000;
/** A host that does not hand a file out is asked again by the turn's own tries, so many times. */
const TRIES = 6;

/** Why a file was left out, in the desk's words. */
export interface LeftOut {
  why: DeskWord;
  name: string;
}

/** Agents' files on their way to a shopper: fetched from the desk's host, and kept as the shopper's own. */
export interface AgentFiles {
  /** The message with its files in our own store, null where nothing of it is left, and what was left out. Throws `Retryable` while the host is away. */
  kept(of: { record: HandoffRecord; turn: Turn; key: SealKey }, message: Message): Promise<{ message: Message | null; leftOut: LeftOut[] }>;
}

export function createAgentFiles({ installations, connectors, blobs, log }: { installations: Installations; connectors: ReadonlyMap<string, Connector>; blobs: Pick<KeptBlobs, 'keepFor'>; log: Log }): AgentFiles {
  async function fetched(record: HandoffRecord, url: string): Promise<{ mime: string; bytes: Uint8Array } | null> {
    const installation = record.desk === null ? null : await installations.byId(record.desk.installation);
    const desk = installation === null ? undefined : connectors.get(installation.connector)?.desk;
    const fetchFile = desk?.fetchFile?.bind(desk);
    if (installation === null || fetchFile === undefined) return null;
    return installations.call(installation, 'file', (i) => fetchFile(i, url, MOST_BYTES, AbortSignal.timeout(PATIENCE_MS)));
  }

  return {
    async kept({ record, turn, key }, message) {
      const takes = connectors.get(record.connector)?.channel?.laws.images === true;
      const parts: MessagePart[] = [];
      const leftOut: LeftOut[] = [];
      for (const part of message.parts) {
        if (part.type !== 'image' && part.type !== 'file' && part.type !== 'voice') {
          parts.push(part);
          continue;
        }
        const name = part.type === 'file' ? part.name : part.type === 'image' ? (part.alt ?? 'picture') : 'voice';
        const refuse = (why: DeskWord) => void leftOut.push({ why, name });
        if (!takes || !PICTURES.has(part.mime) || part.url === undefined) refuse('no.file.kind');
        else if ((part.bytes ?? 0) > MOST_BYTES) refuse('no.file.big');
        else {
          try {
            const file = await fetched(record, part.url);
            if (file === null || !PICTURES.has(file.mime)) refuse('no.file.fetch');
            else parts.push({ type: 'image', ...(await blobs.keepFor({ tenant: record.tenant, installation: record.installation }, key, file.mime, file.bytes)), mime: file.mime, bytes: file.bytes.length, alt: name.slice(0, 500) });
          } catch (e) {
            if (!ParleyError.isInstance(e) || e.kind === 'bug' || (e.kind === 'retryable' && turn.attempts < TRIES)) throw e;
            log.warn({ turn: turn.id, code: e.code }, 'an agent’s file could not be fetched');
            refuse('no.file.fetch');
          }
        }
      }
      return { message: parts.length === 0 ? null : { parts }, leftOut };
    },
  };
}
