import { lines, type Intent } from './intent.js';

/** Money going back to the shopper. */
export const REFUNDS: readonly Intent[] = [
  {
    id: 'refund.status',
    name: { zh: '退款进度', en: 'Refund status' },
    description: { zh: '退款到账没有、多久到账、退到哪里。', en: 'A refund is under way: where is the money, when and to which account does it come.' },
    examples: {
      en: lines(`
        where is my refund
        when will I get my money back
        refund status for #1099
        has my refund been issued
        how long until the refund shows on my card
        haven't recieved refund yet
        my bank says no refund came from you
        I was only refunded half, where's the rest
        cancelled last week, when does the money come back
        still waiting for my refund!!!
        Did my refund go through?
        why is my refund taking so long
        you owe me 45 dollars since March
        any update on my reimbursement
        got an email about a refund but nothing on the statement
        can you check whether the money was sent back to me
        wheres my money
      `),
      zh: lines(`
        钱什么时候退给我
        退款怎么还没到账
        我退货都签收了，款呢
        查一下退款进度
        退款成功了但是银行卡没收到
        几天能到账
        取消的订单钱还没退回来
        订单1099的退款处理了没
        我的退款卡住了吗
        退款审核中要多久
        亲 退款麻烦快点
        什么时候把钱还我
        显示退款完成，余额没变
        信用卡退款一般几天能看到
        退款关闭了是怎么回事
        帮忙看看我的钱退没退
        退款处理得怎么样了
      `),
    },
  },
  {
    id: 'refund.request',
    name: { zh: '申请退款', en: 'Request a refund' },
    description: { zh: '要求退钱（没提退货，或仅退款、补差价、赔偿）。', en: 'Asks for money back: refund only, partial refund, price difference, compensation.' },
    examples: {
      en: lines(`
        I want a refund
        give me my money back
        refund please
        refund
        please refund order 1301
        how do I get a refund
        i demand a full refund right now
        I'd like to request a reimbursement
        refund me the shipping cost since it came late
        it went on sale the day after, refund the difference
        I was overcharged, return the extra
        I would like my payment returned
        refund the item that never worked
        I'm asking for a refund on my last purchase
        want my cash back
        not happy, refund
        Just refund me, I'm not sending anything back
        money back for the broken cup please
        can you credit my card for this order
        price dropped yesterday, do I get the difference
        how to apply for refund
        refund half and I keep it, deal?
      `),
      zh: lines(`
        我要退款
        退钱
        退款
        把钱退给我
        申请退款，订单1301
        怎么申请退款
        仅退款可以吗
        没发货直接给我退款吧
        能不能赔我一点，迟到这么多天
        全额退款，不然投诉
        运费退给我
        东西是坏的，给我退款
        我不退货，你退我一半
        多扣了我的钱，请退回
        价保怎么申请
        要求赔偿
        少发了一件，退那件的钱
        亲，麻烦给我退款谢谢
        不等了给我退款
        差评退款都要
        退款申请在哪点
        收到烂了好几个，退我点钱行不
      `),
    },
  },
];
