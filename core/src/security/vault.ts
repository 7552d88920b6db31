import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { Bug, Rejected, type RandomBytes } from '../contracts/index.js';

const FORMAT = 'g1';
const IV = 12;
const TAG = 16;

/** Id of the key a text is sealed with; empty where it is none. */
export function sealedWith(sealed: string): string {
  return sealed.split('.')[1] ?? '';
}

/** One key that can seal and open texts. The key itself never leaves it. */
export interface SealKey {
  id: string;
  /** AES-256-GCM. `context` is bound to the text: it opens only where it was put. */
  seal(text: string, context: string): string;
  /** Throws `Bug` when the text was changed or moved. */
  open(sealed: string, context: string): string;
  /** The same for bytes, which stay bytes: a file grows by its vector and tag alone. Whose key it was is for the caller to keep. */
  sealBytes(bytes: Uint8Array, context: string): Uint8Array;
  openBytes(sealed: Uint8Array, context: string): Uint8Array;
  /** Keyed digest: the same value has the same print under this key, and nobody without the key can tell. */
  print: (value: string) => Uint8Array;
}

/** Makes a `SealKey` of 32 bytes. */
export function sealKey(id: string, key: Uint8Array, random: RandomBytes): SealKey {
  function sealBytes(bytes: Uint8Array, context: string): Buffer {
    const iv = random(IV);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    cipher.setAAD(Buffer.from(context, 'utf8'));
    return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  function openBytes(sealed: Uint8Array, context: string): Buffer {
    try {
      // A shorter one would pass for a shorter tag, which can be tried out.
      if (sealed.length < IV + TAG) throw new RangeError('too short to hold a vector and a whole tag');
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(context, 'utf8'));
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
      return Buffer.concat([decipher.update(sealed.subarray(IV, sealed.length - TAG)), decipher.final()]);
    } catch (cause) {
      throw new Bug(`what was sealed does not open in ${context}: it was changed, or belongs elsewhere`, { code: 'vault.does-not-open', cause });
    }
  }

  return {
    id,
    seal: (text, context) => `${FORMAT}.${id}.${sealBytes(Buffer.from(text, 'utf8'), context).toString('base64url')}`,
    open(sealed, context) {
      const [format, keyId, body] = sealed.split('.');
      if (format !== FORMAT || keyId !== id || body === undefined) {
        throw new Bug(`a sealed text of key ${keyId ?? '?'} was given to key ${id}`, { code: 'vault.wrong-key' });
      }
      return openBytes(Buffer.from(body, 'base64url'), context).toString('utf8');
    },
    sealBytes,
    openBytes,
    print: (value) => createHmac('sha256', key).update(`print/${value}`, 'utf8').digest(),
  };
}

/** The operator's secret, from which everything else is derived. Several are valid during a rotation, the newest first. */
export interface Master {
  /** Seals keys and credentials with the newest secret, opens with whichever fits. */
  seal(text: string, context: string): string;
  open(sealed: string, context: string): string;
  /** Secrets for signing our own tokens, one per master secret, newest first. `purpose` keeps uses apart. */
  signing(purpose: string): readonly string[];
  /** Keyed digest for finding a record by a personal value without keeping that value. */
  fingerprint(tenant: string, value: string): string;
}

/**
 * Derives the master from secrets of at least 32 characters. Throws `Rejected` for shorter ones.
 * @param retired older ones, newest first, that still open what was sealed with them but sign nothing any more: who knows one can make no token
 */
export function createMaster(secrets: readonly string[], random: RandomBytes, retired: readonly string[] = []): Master {
  const newest = secrets[0];
  const opening = [...secrets, ...retired];
  if (newest === undefined || opening.some((s) => s.length < 32)) {
    throw new Rejected('the master secret must have at least 32 characters', { code: 'vault.weak-master' });
  }
  const keys = opening.map((s) => {
    const id = createHmac('sha256', s).update('parley/key-id').digest('base64url').slice(0, 8);
    return sealKey(id, derive(s, 'parley/seal'), random);
  });
  const [sealing] = keys;
  if (sealing === undefined) throw new Bug('no master key', { code: 'vault.no-master' });
  // The oldest secret signs fingerprints, so that a rotation does not lose the way back to existing records.
  const finger = derive(opening[opening.length - 1] ?? newest, 'parley/fingerprint');
  const signing = new Map<string, readonly string[]>();
  return {
    seal: (text, context) => sealing.seal(text, context),
    open(sealed, context) {
      const id = sealed.split('.')[1];
      const key = keys.find((k) => k.id === id);
      if (key === undefined) throw new Rejected('sealed with a master secret that is no longer configured: add it to PARLEY_OLD_SECRETS', { code: 'vault.unknown-master' });
      return key.open(sealed, context);
    },
    signing(purpose) {
      // Asked on every request: derived once per purpose.
      let made = signing.get(purpose);
      if (made === undefined) signing.set(purpose, (made = secrets.map((s) => Buffer.from(derive(s, `parley/sign/${purpose}`)).toString('base64url'))));
      return made;
    },
    fingerprint: (tenant, value) => createHmac('sha256', finger).update(`${tenant}\u0000${value}`).digest('base64url'),
  };
}

function derive(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'parley', purpose, 32));
}
