import type { Language } from '../contracts/index.js';

/** What carriers are called where the other language has a name of its own. */
const NAMES: readonly (readonly [pattern: RegExp, zh: string, en: string])[] = [
  [/^(?:sf|sf express|顺丰|顺丰速运)$/i, '顺丰速运', 'SF Express'],
  [/^(?:yto|yto express|圆通|圆通速递)$/i, '圆通速递', 'YTO Express'],
  [/^(?:zto|zto express|中通|中通快递)$/i, '中通快递', 'ZTO Express'],
  [/^(?:sto|sto express|申通|申通快递)$/i, '申通快递', 'STO Express'],
  [/^(?:yunda|yunda express|韵达|韵达快递)$/i, '韵达快递', 'Yunda Express'],
  [/^(?:j&t|j&t express|极兔|极兔速递)$/i, '极兔速递', 'J&T Express'],
  [/^(?:jd|jd logistics|京东|京东快递|京东物流)$/i, '京东物流', 'JD Logistics'],
  [/^(?:ems|china ems|邮政ems)$/i, '中国邮政EMS', 'EMS'],
  [/^(?:china post|中国邮政)$/i, '中国邮政', 'China Post'],
  [/^(?:deppon|德邦|德邦快递)$/i, '德邦快递', 'Deppon Express'],
  [/^(?:hongkong post|hong kong post|香港邮政)$/i, '香港邮政', 'Hongkong Post'],
  [/^(?:usps|united states postal service)$/i, '美国邮政（USPS）', 'USPS'],
  [/^(?:royal mail)$/i, '英国皇家邮政', 'Royal Mail'],
  [/^(?:canada post)$/i, '加拿大邮政', 'Canada Post'],
  [/^(?:australia post)$/i, '澳大利亚邮政', 'Australia Post'],
  [/^(?:japan post)$/i, '日本邮政', 'Japan Post'],
  [/^(?:dhl|dhl express)$/i, 'DHL', 'DHL'],
];
/** What hosts put where they know no name. */
const NAMELESS = /^(?:|other|others|unknown|custom|n\/a|none|其他|其它)$/i;

/** The carrier as a reader of the language knows it; null where the host names none. */
export function carrierName(carrier: string | null, language: Language): string | null {
  const name = carrier?.trim() ?? '';
  if (NAMELESS.test(name)) return null;
  const known = NAMES.find(([pattern]) => pattern.test(name));
  return known === undefined ? name : known[language === 'zh' ? 1 : 2];
}
