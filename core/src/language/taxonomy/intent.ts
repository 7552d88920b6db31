/** One thing a shopper may want of the service, and how people say it. */
export interface Intent {
  /** `group.what`, stable: flows, reports and stored turns refer to it. */
  id: string;
  name: { zh: string; en: string };
  /** What counts as this intent, and what sets it apart from its neighbours. */
  description: { zh: string; en: string };
  /** Written for Parley; from these the shipped model learns. */
  examples: { zh: readonly string[]; en: readonly string[] };
}

/** The lines of a block, trimmed, without the empty ones. */
export function lines(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
