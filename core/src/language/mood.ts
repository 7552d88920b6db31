import { normalise } from './normalise.js';

/** How somebody writes, as far as their words show it. */
export type Mood = 'calm' | 'unhappy' | 'angry';

/**
 * Words of anger at the shop. Asking whether something is a scam is caution, wishing to complain is a wish: neither is in here
 * without more. Own lists; a trained reader of mood may take their place.
 */
const ANGRY = [
  /\b(?:ridiculous|unacceptable|disgusting|disgraceful|outrageous|furious|livid|pathetic|scammers?|liars|thieves|con artists|rip ?-?off|bull ?shit|wtf|what the (?:hell|heck|f\w*)|fuck\w*|piss(?:ed|ing)|fed up|sick (?:and tired )?of|joke of a|worst (?:\w+ ){0,2}(?:service|shop|store|company|experience|customer)|never (?:ever )?(?:buy|order|shop|come)\w* (?:\w+ ){0,2}again|sue you|small claims|my lawyer|report you|trading standards|chargeback)\b/,
  /\byou(?:'re| are|r)? (?:all )?(?:\w+ )?(?:useless|incompetent|idiots|crooks|a scam|scamming|stealing|lying)\b/,
  /骗子|骗人的?吧|坑人|坑爹|黑店|破店|垃圾(?:店|客服|服务|商家|卖家|质量|东西)|太垃圾|真垃圾|气死|太过分|太(?:离谱|恶心|坑)|什么(?:破|烂|垃圾|态度|玩意)|(?:态度|服务)(?:太|这么|真|很)?(?:差|恶劣|烂)|忽悠|不要脸|受够了|无良|奸商|欺诈|敲诈|他妈|妈的|尼玛|傻[逼比叉]|去死|滚(?:蛋|吧)?[!！。]?$|12315|消协|工商(?:局)?(?:投诉|举报)|投诉你|举报你|曝光你|告你们?|起诉|再也不(?:买|来|会)/,
];
const UNHAPPY = [
  /\b(?:disappoint\w*|frustrat\w*|annoy\w*|unhappy|not happy|upset|angry|terrible|awful|horrible|useless|joke|how much longer|still (?:no|not|nothing|waiting|haven'?t|hasn'?t)|(?:been )?waiting (?:for )?(?:\w+ ){0,2}(?:days|weeks|months|hours|ages|forever)|third time|again and again|no one (?:answers|replies|helps)|nobody (?:answers|replies|helps))\b/,
  /失望|不满|很?着急|急死|郁闷|生气|无语|差评|到底(?:什么时候|怎么|还|要|发|退|管)|怎么(?:还|这么)(?:没|不|慢|久)|等了(?:好|这么|很|都)?(?:久|几|多|\d)|还没(?:有)?(?:到|发|退|收|处理|解决|人)|没人(?:管|理|回)|第[二三四五六]次|一直(?:不|没)|投诉/,
];
/** Somebody was hurt or may be. What a product might do ("会不会漏电") is a question before buying. */
const DANGER = [
  /\b(?:caught (?:on )?fire|(?:is|was|it'?s) on fire|burst into flames|explod(?:ed|ing)|started (?:to smoke|smoking)|gave off smoke|electric(?:al)? shock|electrocuted|shocked (?:me|my \w+|him|her)|burn(?:ed|t) (?:me|my|his|her|our|myself)|injured|(?:cut|hurt) (?:me|myself|my (?:hand|finger|arm|leg|foot|face|eye|son|daughter|child|kid|baby|wife|husband)\w*|him|her)|allergic reaction|(?:got|have|has|gave \w+|broke out in) an? (?:\w+ )?rash(?! guard)|poison(?:ed|ing)|swallowed|chok(?:ed|ing) on|in (?:the )?hospital|emergency room|ambulance|kill myself|suicid\w+|want to die|end my life|self[- ]harm)\b/,
  /(?<![会防不怕能否免易])(?:着火|起火|自燃|爆炸|冒烟|漏电|触电)了?|(?:被|把)?(?:烫伤|烧伤|炸伤|划伤|割伤|砸伤|夹伤|扎伤|电到|受伤)(?:了|我|孩子|手|脚|脸)|(?:用|穿|吃|喝|擦|戴|涂)(?:了|完|过|后).{0,6}(?:过敏|红肿|起疹|中毒|呕吐|头晕)|过敏了|中毒了|误食|误吞|吞下?了|送医|住院|急诊|救护车|自杀|轻生|不想活|活不下去|自残/,
];

/** What the words of one message show of its writer's mood, and whether somebody's safety is in it. Bounded by the text's own length. */
export function moodOf(text: string): { mood: Mood; danger: boolean } {
  const t = normalise(text);
  const says = (patterns: readonly RegExp[]) => patterns.some((p) => p.test(t));
  const mood = says(ANGRY) ? 'angry' : says(UNHAPPY) || shouts(text) ? 'unhappy' : 'calm';
  return { mood, danger: says(DANGER) };
}

/** Whole sentences in capitals, or a row of exclamation marks. */
function shouts(text: string): boolean {
  const letters = text.match(/[a-z]/gi) ?? [];
  const capitals = text.match(/[A-Z]/g) ?? [];
  return /[!！]{3,}/.test(text) || (letters.length >= 15 && capitals.length / letters.length > 0.8);
}
