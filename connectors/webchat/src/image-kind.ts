/** The image types a shopper may send, as their first bytes tell them. */
const KINDS = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type ImageKind = (typeof KINDS)[number];

export function isImageKind(mime: string): mime is ImageKind {
  return KINDS.some((k) => k === mime);
}

/** What the bytes really are, whatever was declared; null for everything we do not take. */
export function sniffImage(bytes: Uint8Array): ImageKind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 12)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  return null;
}
