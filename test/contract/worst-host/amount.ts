/** Digits after the point that a currency has; yen has none. Source: ISO 4217, as the platform's own tables hold it. */
function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as the host writes amounts: `1200` cents are `12.00`. */
export function decimalOf(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = `${minor < 0 ? '-' : ''}${text.slice(0, text.length - digits)}`;
  return digits === 0 ? whole : `${whole}.${text.slice(-digits)}`;
}

/** The way back; null for what is no amount of this currency. No float is ever made. */
export function minorOf(decimal: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const form = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(decimal);
  if (form === null) return null;
  const fraction = form[3] ?? '';
  if (fraction.length > digits) return null;
  const minor = Number(`${form[1] ?? ''}${form[2] ?? ''}${fraction.padEnd(digits, '0')}`);
  return Number.isSafeInteger(minor) ? minor : null;
}
