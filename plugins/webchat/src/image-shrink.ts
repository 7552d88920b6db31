/** What the service takes, in bytes. */
export const MAX_IMAGE_BYTES = 5 * 1024 * 1024;
const KINDS = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];
/** Enough to read a label in a photo, and a tenth of what phones take. */
const LONGEST_SIDE = 2_048;
const SHRINK_ABOVE = 1_500_000;

/** An image ready to be sent, or the name of the text that says why not. */
export async function prepareImage(file: Blob): Promise<Blob | 'imageTooLarge' | 'imageWrongKind'> {
  if (!KINDS.includes(file.type)) return 'imageWrongKind';
  // Shrinking would stop an animation.
  const small = file.size > SHRINK_ABOVE && file.type !== 'image/gif' ? await shrink(file) : file;
  return small.size > MAX_IMAGE_BYTES ? 'imageTooLarge' : small;
}

async function shrink(file: Blob): Promise<Blob> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch (e) {
    // Not decodable here; the service judges it by its bytes.
    if (e instanceof DOMException) return file;
    throw e;
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86));
  return smaller !== null && smaller.size < file.size ? smaller : file;
}
