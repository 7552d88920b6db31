import { equalInConstantTime, hmacSha256, idOf } from '@parley/core/security/signatures';
import { isImageKind, type ImageKind } from './image-kind.js';

/** One stored upload of one shopper. */
export interface StoredImage {
  blob: string;
  mime: ImageKind;
  bytes: number;
}

/** Whose upload it is: a ticket of another shopper or site proves nothing. */
export interface Owner {
  site: string;
  identity: string;
}

const SHAPE = /^(.{1,400})~(png|jpeg|webp|gif)~(\d{1,8})~([A-Za-z0-9_-]{43})$/;

/**
 * The name under which a widget gets its upload back: blob, type and size, signed for its owner. A message that
 * names it needs no look-up to know that the file exists, is an image, and is the shopper's own.
 */
export function imageTicket(owner: Owner, image: StoredImage, secret: string): string {
  const kind = image.mime.slice('image/'.length);
  return `${image.blob}~${kind}~${image.bytes}~${hmacSha256(secret, signedPart(owner, image), 'base64url')}`;
}

/** The upload a ticket stands for; null when it was not given to this owner. */
export function readImageTicket(owner: Owner, ticket: string, secrets: readonly string[]): StoredImage | null {
  const [, blob, kind, size, signature] = SHAPE.exec(ticket) ?? [];
  const mime = `image/${kind ?? ''}`;
  if (blob === undefined || size === undefined || signature === undefined || !isImageKind(mime)) return null;
  const image = { blob, mime, bytes: Number(size) };
  let proven = false;
  for (const secret of secrets) proven = equalInConstantTime(hmacSha256(secret, signedPart(owner, image), 'base64url'), signature) || proven;
  return proven ? image : null;
}

/** The blob a ticket, or a message of the history, names. */
export function blobOf(name: string): string {
  return SHAPE.exec(name)?.[1] ?? name;
}

function signedPart(owner: Owner, image: StoredImage): string {
  return idOf('webchat-image', owner.site, owner.identity, image.blob, image.mime, String(image.bytes));
}
