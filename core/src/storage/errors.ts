/** A document with this id, or with these values of a unique index, is there already. Callers use it to decide, so it is not one of the four errors. */
export class DuplicateKey extends Error {
  /** `id`, or the unique index's name. */
  readonly index: string;

  constructor(collection: string, index: string) {
    super(`${collection}: another document already has this ${index}`);
    this.name = 'DuplicateKey';
    this.index = index;
  }
}
