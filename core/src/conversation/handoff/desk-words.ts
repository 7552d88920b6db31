import type { Language } from '../../contracts/index.js';

/** What the desk is told, in the language its team reads. Names and times are filled in. */
const WORDS = {
  en: {
    'accepted': '{agent} has taken this conversation.',
    'assigned': '{by} gave this conversation to {agent}.',
    'returned': '{agent} gave the conversation back to Parley. Agreed: {agreed}',
    'returned.plain': '{agent} gave the conversation back to Parley.',
    'closed': '{agent} closed the conversation.',
    'remind': '{lead}The shopper has been waiting for {minutes} min. Who can take this?',
    'escalate': '{lead}Nobody took this in time; it now goes to {team}.',
    'escalated.here': 'From {team}: nobody there took it in time.',
    'give-up': 'Nobody took this in time. Parley has told the shopper and goes on alone.',
    'remind-agent': '{agent}, the shopper has been waiting for your answer for {minutes} min.',
    'offer-anew': 'The shopper got no answer in time; the conversation is free again.',
    'idle': 'Nobody has written for a long time; the conversation is closed.',
    'uninstalled': 'Parley was removed from the shop; this conversation is over.',
    'shopper.edited': 'The shopper changed an earlier message to: {text}',
    'shopper.deleted': 'The shopper deleted an earlier message.',
    'no.outside': 'You are a guest here. Only members of the shop’s own team can do this.',
    'no.member': 'You do not belong to the team {team}. A lead can add you in the settings.',
    'no.taken': '{agent} has this conversation already.',
    'no.full': 'You have {count} conversations, which is as many as your team allows at a time. Close or return one first.',
    'no.over': 'This conversation is over here. Nothing was sent.',
    'no.amend': 'The shopper’s chat cannot change what was sent; a correction was sent instead.',
    'no.unsend': 'The shopper has seen this already, and the chat cannot take it back.',
    'no.file.kind': '“{name}” was not sent: the shopper’s chat takes pictures (JPEG, PNG, WebP, GIF) and nothing else.',
    'no.file.big': '“{name}” was not sent: the shopper’s chat takes pictures of up to 10 MB.',
    'no.file.fetch': '“{name}” was not sent: it could not be fetched from here. Please add it again.',
    'no.suggestion': 'Nothing to suggest: no answer with evidence was found.',
    'learned': 'Noted as a proposal for the knowledge base. Somebody has to look at it before it is used.',
  },
  zh: {
    'accepted': '{agent} 已接手此对话。',
    'assigned': '{by} 把此对话分配给了 {agent}。',
    'returned': '{agent} 已把对话交还给 Parley。约定：{agreed}',
    'returned.plain': '{agent} 已把对话交还给 Parley。',
    'closed': '{agent} 已关闭此对话。',
    'remind': '{lead}顾客已等待 {minutes} 分钟，谁能接手？',
    'escalate': '{lead}无人及时接手，现转给 {team}。',
    'escalated.here': '来自 {team}：那边无人及时接手。',
    'give-up': '无人及时接手。Parley 已告知顾客，并继续独自服务。',
    'remind-agent': '{agent}，顾客等您回复已有 {minutes} 分钟。',
    'offer-anew': '顾客未及时得到回复，此对话重新开放接手。',
    'idle': '长时间无人发言，对话已关闭。',
    'uninstalled': '店铺已移除 Parley，此对话结束。',
    'shopper.edited': '顾客把之前的消息改成：{text}',
    'shopper.deleted': '顾客删除了之前的一条消息。',
    'no.outside': '您是这里的访客，只有店铺自己的团队成员可以这样做。',
    'no.member': '您不属于团队 {team}，可由负责人在设置中添加。',
    'no.taken': '{agent} 已接手此对话。',
    'no.full': '您手上已有 {count} 个对话，达到团队上限，请先关闭或交还一个。',
    'no.over': '此对话在这里已经结束，没有发送任何内容。',
    'no.amend': '顾客的聊天窗口不能修改已发送的内容，已另发更正。',
    'no.unsend': '顾客已经看到，聊天窗口无法撤回。',
    'no.file.kind': '“{name}”未发送：顾客的聊天窗口只支持图片（JPEG、PNG、WebP、GIF）。',
    'no.file.big': '“{name}”未发送：图片不能超过 10 MB。',
    'no.file.fetch': '“{name}”未发送：无法从这里取得该文件，请重新添加。',
    'no.suggestion': '暂无建议：没有找到有依据的答案。',
    'learned': '已记为知识库提案，需有人审核后才会使用。',
  },
} as const;

export type DeskWord = keyof (typeof WORDS)['en'];

export function deskWord(language: Language, id: DeskWord, values: Readonly<Record<string, string>> = {}): string {
  return WORDS[language][id].replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
