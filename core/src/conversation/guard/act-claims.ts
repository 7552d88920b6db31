/** A statement that we did something. Each needs a receipt of this act. */
const ACT_CLAIMS: readonly { act: string; wording: RegExp }[] = [
  { act: 'refund', wording: /\b(?:I|we)(?:['’]ve| have| just)*\s+(?:\w+ )?(?:refunded|issued (?:a|the|your) refund|processed (?:a|the|your) refund)\b|\byour refund (?:is|has been) (?:issued|processed|on its way)\b|(?:(?:我|我们)已(?:经)?(?:(?:为|帮|给)您)?|已(?:经)?(?:为|帮|给)您)(?:办理|发起|申请)?(?:了)?退款/i },
  { act: 'cancel', wording: /\b(?:I|we)(?:['’]ve| have| just)*\s+(?:\w+ )?cancell?ed\b|(?:我|我们)已(?:经)?(?:为|帮|给)?您?取消|已(?:经)?(?:为|帮|给)您(?:把订单)?取消/i },
  { act: 'return', wording: /\b(?:I|we)(?:['’]ve| have| just)*\s+(?:\w+ )?(?:started|opened|created|arranged|approved) (?:a|the|your) (?:return|exchange)\b|已(?:经)?(?:为|帮|给)您(?:办理|申请|创建)(?:了)?(?:退货|换货)/i },
  { act: 'change', wording: /\b(?:I|we)(?:['’]ve| have| just)*\s+(?:\w+ )?(?:changed|updated|corrected) (?:the|your)\b|已(?:经)?(?:为|帮|给)您(?:修改|更改|更新)/i },
  { act: 'discount', wording: /\b(?:I|we)(?:['’]ve| have| just)*\s+(?:\w+ )?(?:created|issued|added|applied) (?:a|the|your) (?:discount|coupon|voucher|code)\b|已(?:经)?(?:为|帮|给)您(?:发放|添加|申请)(?:了)?(?:优惠券|折扣|红包)/i },
  { act: 'resend', wording: /\b(?:I|we)(?:['’]ve| have| just)*\s+(?:\w+ )?(?:re-?sent|reshipped|sent (?:you )?a (?:new|replacement))\b|已(?:经)?(?:为|帮|给)您(?:补发|重发)/i },
  { act: 'hand-off', wording: /\b(?:I|we)(?:['’]ve| have| just)*\s+(?:\w+ )?(?:put this conversation in|passed (?:you|this)|handed (?:you|this)|transferred (?:you|this)|forwarded (?:you|this)|notified|escalated)\b|已(?:经)?(?:为您)?(?:将对话)?转(?:入|接|到|给)?人工|已将对话转入|已(?:经)?(?:为您)?(?:通知|转告|上报)/i },
];

/** Said of the thing itself, without saying who did it: as much a claim. */
const DONE_CLAIMS: readonly { act: string; wording: RegExp }[] = [
  { act: 'refund', wording: /\b(?:a|the|your) (?:full |partial )?(?:refund|money) (?:was|has been|is) (?:issued|processed|approved|sent|on (?:its|the) way(?: back)?|back)\b|退款已(?:经)?(?:到账|发放|办理|处理|原路退回)/i },
  { act: 'change', wording: /\b(?:the|your) (?:delivery |shipping )?(?:address|order|size|colou?r) (?:was|has been|is now) (?:changed|updated|corrected)\b|(?:收货)?(?:地址|尺码|颜色)已(?:经)?(?:修改|更改|更新|改好)/i },
  { act: 'return', wording: /\b(?:a|the|your) (?:return|exchange) (?:was|has been|is) (?:opened|started|created|approved|arranged)\b|(?:退货|换货)已(?:经)?(?:办理|受理|创建|通过)/i },
  { act: 'hand-off', wording: /\b(?:I|we)(?:['’]ve| have| just)*\s+(?:\w+ )?told the (?:shop['’]s )?(?:team|staff)\b|\bthis conversation is on their list\b|(?:已经?|已)通知(?:了)?(?:店里|同事|客服)/i },
];

/** The acts a text claims to have been done. A question or an offer claims none, and frees nothing that stands before it. */
export function actsClaimed(text: string): string[] {
  const statements = text.split(/(?<=[.!?。！？])\s*|[,，;；](?=\s*(?:is there|anything|还有|请问))/i).filter((part) => !/[?？]\s*$/.test(part.trim()));
  return [...ACT_CLAIMS, ...DONE_CLAIMS].filter((c) => statements.some((part) => c.wording.test(part))).map((c) => c.act);
}
