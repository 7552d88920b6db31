/** Endings that are part of the word, not an inflection. */
const KEEP = new Set('this his is was has as us yes its bus gas plus less address business news lens always means during thing things nothing something anything everything bring string king ring spring wedding clothing shipping evening morning need feed speed weed seed red bed led shed'.split(' '));
/** Inflected forms that no rule joins to their base. */
const IRREGULAR = new Map(
  'bought:buy paid:pay sent:send shipped:ship shipping:ship shipment:ship shipments:ship got:get gotten:get received:receive broke:break broken:break refunded:refund returned:return returning:return delivered:deliver delivery:deliver deliveries:deliver arrives:arrive arrived:arrive arriving:arrive cancelled:cancel canceled:cancel cancelling:cancel canceling:cancel cancellation:cancel exchanged:exchange exchanging:exchange charged:charge charging:charge lost:lose came:come went:go made:make took:take taken:take gave:give given:give left:leave kept:keep wore:wear worn:wear payment:pay payments:pay paying:pay sizes:size sized:size sizing:size damaged:damage colour:color colours:color'
    .split(' ')
    .map((pair) => {
      const [from = '', to = ''] = pair.split(':');
      return [from, to] as const;
    }),
);

/** A light English stemmer: plurals, -ed and -ing, and the irregular forms of shopping. Words of three letters or fewer stay. */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length <= 3 || KEEP.has(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^su]s$/.test(word)) return word.slice(0, -1);
  const base = /^(.*[aeiouy].*)(?:ed|ing)$/.exec(word)?.[1];
  if (base === undefined || base.length < 3) return word;
  if (/([b-df-hj-np-rtv-z])\1$/.test(base) && !/(?:ll|ss|zz)$/.test(base)) return base.slice(0, -1);
  return /(?:[^aeiou][aeiou][cgsvz]|at|iz|bl|dl)$/.test(base) ? `${base}e` : base;
}
