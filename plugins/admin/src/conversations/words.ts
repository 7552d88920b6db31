import type { DeliveryState, Evidence, IntentName, Status } from '../api/conversations.js';
import type { Tone } from '../components/badge.js';
import type { MessageKey } from '../i18n/en.js';

/** How loud each status is: what waits for the merchant stands out. */
export const STATUS_TONES: Readonly<Record<Status, Tone>> = { bot: 'info', waiting: 'attention', agent: 'success', closed: 'neutral' };

export const DELIVERY_TONES: Readonly<Record<DeliveryState, Tone>> = {
  planned: 'info',
  sending: 'info',
  delivered: 'success',
  retry: 'attention',
  held: 'attention',
  uncertain: 'attention',
  superseded: 'neutral',
  drafted: 'info',
  dead: 'critical',
};

const EVIDENCE: Readonly<Record<'order' | 'product' | 'passage', MessageKey>> = { order: 'evidence.order', product: 'evidence.product', passage: 'evidence.passage' };

export function evidenceKey(kind: Evidence['kind']): MessageKey {
  return kind === null ? 'evidence.other' : EVIDENCE[kind];
}

/** An intent's name; where the service gave none, its id as words: `order.change-address` reads "Order: change address". */
export function intentWords(id: string, name: IntentName | null, language: 'en' | 'zh'): string {
  if (name !== null) return name[language];
  if (id === 'unknown') return language === 'zh' ? '未识别' : 'Not understood';
  const [first = '', ...rest] = id.split('.').map((part) => part.replace(/[-_]+/g, ' ').trim());
  const subject = first.charAt(0).toUpperCase() + first.slice(1);
  return rest.length === 0 ? subject : `${subject}: ${rest.join(' ')}`;
}

const HIDDEN: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  EMAIL: ['e-mail address', '邮箱'],
  PHONE: ['phone number', '电话'],
  ORDER: ['order number', '订单号'],
  TRACKING: ['tracking number', '物流单号'],
  CARD: ['card number', '卡号'],
  ID: ['identity number', '证件号'],
  IBAN: ['account number', '账号'],
  PASSPORT: ['passport number', '护照号'],
  PLATE: ['number plate', '车牌号'],
  IP: ['network address', 'IP 地址'],
  NAME: ['name', '姓名'],
  ADDRESS: ['address', '地址'],
  NUMBER: ['number', '号码'],
};

/** A masked text for people: what was taken out is named instead of numbered. */
export function readable(masked: string, language: 'en' | 'zh'): string {
  return masked.replace(/\[([A-Z]+)_[0-9A-Z]+\]/g, (token, kind: string) => {
    const words = HIDDEN[kind];
    return words === undefined ? token : language === 'zh' ? `（${words[1]}）` : `(${words[0]})`;
  });
}
