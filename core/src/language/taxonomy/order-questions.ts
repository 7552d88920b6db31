import { lines, type Intent } from './intent.js';

/** Questions about an order that its status alone does not answer. */
export const ORDER_QUESTIONS: readonly Intent[] = [
  {
    id: 'order.late',
    name: { zh: '物流停滞', en: 'Parcel is late' },
    description: { zh: '包裹好几天没更新、比预计晚、催一下快递。', en: 'The parcel has not moved for days, is later than promised, or should be hurried up.' },
    examples: {
      en: lines(`
        my parcel has not moved for days
        tracking hasn't updated since Monday
        it's been stuck in the same place for a week
        the delivery is late
        should have been here two days ago
        why is my package taking so long
        still at the sorting center, what is going on
        no scan for six days now
        my order is overdue
        it said it would arrive yesterday and nothing came
        can you hurry up the courier
        why hasn't my parcel moved
        delivery date has passed and I have nothing
        it keeps saying in transit, nothing else
        the estimated date came and went
        why the delay
        please chase the carrier for me
        the tracking page shows no progress at all
        three weeks and it is still on the way
        parcel seems frozen somewhere
      `),
      zh: lines(`
        物流好几天没更新了
        快递一直不动
        怎么还卡在中转站
        都超过预计时间了还没到
        帮我催一下快递
        这么多天了还在路上
        物流停在那里一个星期了
        说好昨天到的怎么没到
        包裹是不是丢了，一直没动静
        快递怎么这么慢
        催一催物流行吗
        运单信息三天没变化
        什么情况，还没派送
        延误了多久啊
        能不能让快递快点
        显示运输中好久了
        送货怎么延期了
        怎么一直没有物流更新
        都半个月了还没收到动静
        快件滞留了怎么办
        预计送达日期都过了
      `),
    },
  },
  {
    id: 'order.amount',
    name: { zh: '订单金额', en: 'What an order cost' },
    description: { zh: '某个订单付了多少钱、总价。', en: 'What was paid for an order that exists, in total.' },
    examples: {
      en: lines(`
        how much did I pay
        what was the total of my order
        how much was order 1001
        what did my last order cost
        how much have you charged me
        total amount for this order please
        what did I pay for it
        how much was I billed
        the sum of my purchase?
        can you tell me what this order came to
        how much money did you take for my order
        what was the final price I paid
        order total?
        how much did the whole order come to
        what did I spend on that order
        amount paid for order 2040
        did I pay 89 for it
        how much did you debit
        what's the invoice total of my order
        how expensive was my order in the end
      `),
      zh: lines(`
        我付了多少钱
        这单一共多少钱
        我的订单总价是多少
        那个订单花了多少
        实付多少
        我上次买的付了多少
        订单金额是多少
        你们扣了我多少钱
        这笔订单合计多少
        当时我付的什么价
        总共支付了多少
        订单1001多少钱
        我那单实际付款多少
        最后算下来是多少钱
        我买的那件成交价多少
        帮我看下付款金额
        一共扣款多少
        上一单的金额
        这个订单的总额
        付款时是多少来着
      `),
    },
  },
  {
    id: 'order.cancelled',
    name: { zh: '订单被取消', en: 'Order was cancelled' },
    description: { zh: '订单为什么被取消、是不是取消了。', en: 'Why an order was cancelled, or whether it was.' },
    examples: {
      en: lines(`
        why was my order cancelled
        my order got cancelled, what happened
        you cancelled my order without asking
        has my order really been called off
        has the cancellation gone through
        it says cancelled, why
        who cancelled my purchase
        did you cancel order 1005
        my order shows as cancelled
        reason for the cancellation please
        I never cancelled it, so why is it cancelled
        was my cancellation accepted
        order cancelled by the store?
        why did the shop call off my order
        I got an email that my order is cancelled
        is it cancelled or not
        what is the reason you cancelled it
        confirm that my order has been cancelled
        did the cancel work
        explain why it was canceled
      `),
      zh: lines(`
        我的订单为什么被取消了
        订单怎么取消了
        是你们取消的吗
        怎么显示已取消
        我没取消啊怎么没了
        订单取消成功了吗
        为啥把我的单子取消
        取消的原因是什么
        单子莫名其妙被取消
        订单是不是已经取消了
        谁把订单取消了
        收到邮件说订单取消了
        为什么给我关闭订单
        订单被关闭了
        查一下有没有取消掉
        不是我取消的
        取消了没有
        怎么自动取消了
        我那单被你们取消了吗
        系统把我的订单取消了
      `),
    },
  },
  {
    id: 'shipping.split',
    name: { zh: '分批发货', en: 'Several parcels' },
    description: { zh: '为什么分几个包裹发、只收到一部分。', en: 'Why an order comes in several parcels, or whether everything comes together.' },
    examples: {
      en: lines(`
        why is my order split
        why two parcels
        will everything come in one box
        only part of my order was sent
        I got one item, where is the rest
        do you ship items separately
        why did you send it in two packages
        are my things shipped together
        do I pay twice if it comes in two parcels
        one of the articles is still missing from the delivery
        when will the second package come
        is it a partial shipment
        half of the order arrived
        will the remaining items follow
        why are there two tracking numbers
        the delivery is incomplete, will more come
        can you send all in one go
        multiple shipments for one order?
        why not send everything at once
      `),
      zh: lines(`
        为什么分两次发
        怎么拆成两个包裹
        只发了一部分
        剩下的什么时候发
        为什么有两个快递单号
        可以合并发货吗
        怎么分开寄了
        只收到一件，另一件呢
        分批发货要多付运费吗
        为什么不一次发完
        是分开发的吗
        还有一个包裹没到是吗
        东西会装在一个箱子里吗
        为啥给我拆单
        另外的商品后面补发吗
        少发的会补上吗
        一个订单几个包裹
        能不能等齐了再发
      `),
    },
  },
];
