import type { HandoffReason, Money, Outcome, Perception } from '../contracts/index.js';

/** What a turn has come to before anybody is called. */
export interface Standing {
  perception: Pick<Perception, 'mood' | 'danger'>;
  /** Which flow took it and what it came to. */
  flow: string;
  outcome: Outcome;
  /** Messages in a row that were not understood, this one among them. */
  unknownInARow: number;
  /** Null where nobody is proven, or nothing is known. */
  value: { orders: number; spent: Money | null } | null;
}

/** When people are called unasked. */
export interface CallingRules {
  unknownInARow: number;
  angry: boolean;
  danger: boolean;
  vip: { orders: number | null; spent: Money | null } | null;
}

/** Why a person is needed although nobody asked for one; null where Parley may go on. The most pressing reason counts. Pure. */
export function personNeeded(s: Standing, rules: CallingRules): HandoffReason | null {
  if (rules.danger && s.perception.danger) return 'safety';
  const helped = s.outcome === 'answered' || s.outcome === 'acted';
  // Somebody who is angry and got what they came for is not held up; who is angry and got nothing is.
  if (rules.angry && s.perception.mood === 'angry' && !helped) return 'anger';
  if (rules.vip !== null && s.flow === 'request' && isVip(s.value, rules.vip)) return 'vip';
  if (rules.unknownInARow > 0 && s.outcome === 'unknown' && s.unknownInARow >= rules.unknownInARow) return 'low-confidence';
  return null;
}

function isVip(value: Standing['value'], { orders, spent }: NonNullable<CallingRules['vip']>): boolean {
  if (value === null) return false;
  return (orders !== null && value.orders >= orders) || (spent !== null && value.spent?.currency === spent.currency && value.spent.minor >= spent.minor);
}

/** Whether it is worth looking at the rules at all. */
export function mayNeedPerson(s: Omit<Standing, 'value'>): boolean {
  return s.perception.danger || s.perception.mood === 'angry' || s.flow === 'request' || s.outcome === 'unknown';
}
