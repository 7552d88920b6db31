import type { HandoffReason, Language } from '@parley/core/contracts';

const WORDS = {
  en: {
    'card.asked': 'Asked',
    'card.said': 'Before',
    'card.tried': 'Parley tried',
    'card.evidence': 'Evidence',
    'card.order': '{count} order so far',
    'card.orders': '{count} orders so far',
    'mood.unhappy': 'unhappy',
    'mood.angry': 'angry',
    'card.writes': 'writes',
    'card.proven': 'proven customer',
    'card.unproven': 'not proven',
    'card.name': 'Shopper',
    'state.offered': 'Waiting for somebody to accept until {time}.',
    'state.accepted': 'With {agent}.',
    'state.over': 'Over.',
    'button.accept': 'Accept',
    'button.suggest': 'Suggest a reply',
    'button.return': 'Return to Parley',
    'button.close': 'Close',
    'button.assign': 'Give to …',
    'button.send': 'Send',
    'button.edit': 'Edit …',
    'confirm.close': 'Close this conversation? The shopper is told.',
    'confirm.yes': 'Close it',
    'confirm.no': 'Keep it',
    'modal.edit': 'Edit the reply',
    'modal.edit.label': 'What the shopper gets',
    'modal.return': 'Return to Parley',
    'modal.return.label': 'What was agreed (the shopper is told)',
    'modal.submit': 'Send',
    'modal.cancel': 'Cancel',
    'modal.empty': 'Write something first.',
    'from.shopper': 'Shopper',
    'from.bot': 'Parley',
    'from.agent': 'Team',
    'suggestion': 'Suggested reply',
    'fallback': 'A shopper needs a person: {asked}',
    'hint': 'Write in this thread to answer the shopper; begin with // for a note among yourselves.',
    'picture': 'picture',
    'file': 'file',
    'voice': 'voice message',
  },
  zh: {
    'card.asked': '咨询内容',
    'card.said': '此前对话',
    'card.tried': 'Parley 已尝试',
    'card.evidence': '依据',
    'card.order': '已下 {count} 单',
    'card.orders': '已下 {count} 单',
    'mood.unhappy': '不满',
    'mood.angry': '愤怒',
    'card.writes': '使用',
    'card.proven': '已核实身份',
    'card.unproven': '未核实身份',
    'card.name': '顾客',
    'state.offered': '等待接手，截至 {time}。',
    'state.accepted': '由 {agent} 接待。',
    'state.over': '已结束。',
    'button.accept': '接手',
    'button.suggest': '给出建议',
    'button.return': '交还 Parley',
    'button.close': '关闭',
    'button.assign': '分配给…',
    'button.send': '发送',
    'button.edit': '修改…',
    'confirm.close': '关闭此对话？顾客会收到通知。',
    'confirm.yes': '关闭',
    'confirm.no': '保留',
    'modal.edit': '修改回复',
    'modal.edit.label': '发给顾客的内容',
    'modal.return': '交还 Parley',
    'modal.return.label': '约定事项（会告知顾客）',
    'modal.submit': '发送',
    'modal.cancel': '取消',
    'modal.empty': '请先填写内容。',
    'from.shopper': '顾客',
    'from.bot': 'Parley',
    'from.agent': '同事',
    'suggestion': '建议回复',
    'fallback': '有顾客需要人工：{asked}',
    'hint': '在此消息下回复即可发给顾客；以 // 开头则仅同事可见。',
    'picture': '图片',
    'file': '文件',
    'voice': '语音',
  },
} as const;

export type SlackWord = keyof (typeof WORDS)['en'];

export function word(language: Language, id: SlackWord, values: Readonly<Record<string, string>> = {}): string {
  return WORDS[language][id].replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

const REASONS: Readonly<Record<Language, Readonly<Record<HandoffReason, string>>>> = {
  en: {
    'asked': 'asked for a person',
    'policy': 'needs a decision of the shop',
    'low-confidence': 'Parley is not sure enough',
    'anger': 'the shopper is angry',
    'vip': 'an important customer',
    'failed-flow': 'Parley could not finish',
    'uncertain-action': 'the outcome of an action is not certain',
    'safety': 'a matter of safety',
  },
  zh: {
    'asked': '顾客要求人工',
    'policy': '需要店铺决定',
    'low-confidence': 'Parley 把握不足',
    'anger': '顾客情绪激动',
    'vip': '重要顾客',
    'failed-flow': 'Parley 未能完成',
    'uncertain-action': '操作结果不确定',
    'safety': '涉及安全',
  },
};

export function reasonWord(language: Language, reason: HandoffReason): string {
  return REASONS[language][reason];
}

/** How a language is called in the other. */
export function languageName(reader: Language, language: Language): string {
  if (reader === 'en') return language === 'en' ? 'English' : 'Chinese';
  return language === 'en' ? '英文' : '中文';
}
