import { exponentOf, type Money } from '@parley/core/contracts';

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const CURRENCY = /^[A-Z]{3}$/;

/**
 * A decimal text (`"12.30"`) in minor units, without a float in between. Digits beyond the currency's own are rounded
 * half up. Null where the text is no amount or larger than a number can hold exactly.
 */
export function moneyOf(amount: string, currency: string): Money | null {
  const match = DECIMAL.exec(amount);
  if (match === null || !CURRENCY.test(currency)) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const exponent = exponentOf(currency);
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0');
  const up = fraction.length > exponent && fraction.charCodeAt(exponent) >= 0x35 ? 1n : 0n;
  const minor = Number(BigInt(whole + kept) + up);
  if (!Number.isSafeInteger(minor)) return null;
  return { minor: sign === '-' && minor !== 0 ? -minor : minor, currency };
}
