/** Text that looks like a secret: a password in an address, a value where only a name or a variable may stand, a key. */
const SHAPES: readonly [string, RegExp][] = [
  // `<password>` and `${VARIABLE}` are places for one.
  ['a password in an address', /:\/\/[^\s/:@'"]*:(?!<|\$\{)[^\s/@'"]+@/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a secret with a value', /(?<!\w|\$\{)[A-Z_]*(?:SECRETS?|PASSWORD|TOKEN|API_KEY|MONGODB_URI|REDIS_URL)\b["']?\s*[:=]\s*["']?(?!\$\{|\{|<|#|[a-z]+:\/\/[a-z]*:\$\{)[^\s"'$]+/],
  ['a token of a vendor', /\b(?:shp(?:at|ss|ca|pa)_[0-9a-f]{16,}|xox[abp]-[0-9A-Za-z-]{10,}|sk-[0-9A-Za-z]{16,}|AKIA[0-9A-Z]{16})\b/],
];

/** The lines of a file that look like secrets, by what they look like; the lines themselves are not shown. */
export function secretFindings(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, i) => (/^\s*#/.test(line) ? SHAPES.filter(([what]) => what !== 'a secret with a value') : SHAPES).filter(([, shape]) => shape.test(line)).map(([what]) => `${file}:${i + 1} looks like ${what}`));
}
