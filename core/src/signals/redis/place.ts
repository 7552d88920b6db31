/**
 * Which member a mailbox belongs to: the one with the highest score for it (rendezvous hashing; Thaler and Ravishankar, 1998).
 * Everybody who knows the same members comes to the same answer, and a member that leaves or joins moves only its own share.
 */
export function placeOf(mailbox: string, members: Iterable<string>): string | null {
  const of = hash(mailbox);
  let best: string | null = null;
  let bestScore = -1;
  for (const member of members) {
    const score = mix(of ^ hash(member));
    // Equal scores are settled by name, so that the order of the members does not matter.
    if (score > bestScore || (score === bestScore && best !== null && member < best)) {
      best = member;
      bestScore = score;
    }
  }
  return best;
}

/** FNV-1a, 32 bits (public domain). */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** The finishing step of MurmurHash3 (public domain): spreads every bit of the input over all of the output. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
