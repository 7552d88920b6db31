/** An instant as the worst host writes it: ISO, always with the offset +08:00. */
export function hostTime(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
