import { z } from 'zod';

/** An amount in the currency's minor units (cents, fen; yen has none) with its ISO 4217 code. Never a float. */
export const Money = z.strictObject({
  minor: z.number().int(),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Money = z.infer<typeof Money>;

/**
 * Currencies whose minor unit is not a hundredth, after ISO 4217. Written out, because the platform's own tables follow
 * what people print on price tags (no fils in IQD), not what the standard and the hosts count in.
 */
const EXPONENTS: ReadonlyMap<string, number> = new Map(Object.entries({
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
  CLF: 4, UYW: 4,
}));

/** Digits behind the point of a currency. */
export function exponentOf(currency: string): number {
  return EXPONENTS.get(currency) ?? 2;
}
