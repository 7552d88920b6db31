import { lines, type Intent } from './intent.js';

/** Sending things back, and the rules for it. */
export const RETURNS: readonly Intent[] = [
  {
    id: 'return.start',
    name: { zh: '申请退货', en: 'Start a return' },
    description: { zh: '想退货，怎么退、寄到哪里、退货标签。问规定本身属于退货政策。', en: 'Wants to send something back: how, where to, the label. Asking about the rules belongs to the return policy.' },
    examples: {
      en: lines(`
        I want to return this
        how do I send it back
        start a return for order 1150
        I'd like to return the boots, they pinch
        where do I ship my return to
        doesn't fit, sending it back
        not what I expected, how can I return it
        can you open a return for me please
        return 2 of the 3 items in my order
        I don't like it. want to give it back
        the dress looks nothing like the pics, returning it
        how to initiate a return
        RMA request for #5561
        where's the return form
        bought the wrong one, let me return it
        i wanna retrun a product
        could you email me the prepaid return slip
        return address please
        take this vacuum back, it's useless
        I received a gift I want to return
        got it yesterday and it's too big so I'd like to send it back for my money
        I have changed my mind about the headphones that arrived today
      `),
      zh: lines(`
        我要退货
        怎么退货
        不合适想退
        申请退货，订单1150
        收到了不喜欢，可以退吗帮我弄一下
        帮我办理退货
        穿着太小，退了吧
        退货要怎么操作呀亲
        质量太差我要退
        跟图片差太多，退
        寄回去用什么快递，地址呢
        买错了，想寄回给你们
        我点了七天无理由，下一步干嘛
        老公说不好看，退掉
        东西不想要了已经收到了，怎么寄回
        退货标签能给我一个吗
        这个鞋磨脚，我申请退
        没拆封，想退货
        味道受不了，要退回去
      `),
    },
  },
  {
    id: 'return.status',
    name: { zh: '退货进度', en: 'Return status' },
    description: { zh: '已经寄回，问商家收到没有、审核到哪。问钱属于退款进度。', en: 'Has sent it back and asks whether it arrived or was accepted. Asking for the money belongs to refund status.' },
    examples: {
      en: lines(`
        did you receive my return
        I sent the item back last week, any update
        status of my return
        has my return been processed
        my return was delivered to your warehouse on the 12th, what next
        is my return request approved yet
        still waiting for you to confirm the return
        return #R-221 what's going on with it
        how long does it take to inspect a returned item
        did the box I mailed back arrive
        haven't heard anything about my return
        when will you check my returned parcel
        my return is still "in transit" according to your site
        I shipped it back ten days ago, have you got it
        any news on the jacket I returned
        nobody picked up my return parcel yet
        the courier never came to collect the return
        can you confirm my returned shoes got to you
        what's the progress of my RMA
        return label not arrived yet
        you got my return according to UPS, so why does it say pending
      `),
      zh: lines(`
        退回去的东西你们收到了吗
        我的退货到哪一步了
        退货审核通过没
        上周寄回的，怎么没动静
        退货进度查询
        仓库签收我的退货了吗
        退货申请提交两天了还没处理
        寄回的包裹已经签收了，为什么还显示待收货
        帮我看看退货单处理得怎样了
        你们验货要验多久
        退的那件大衣收到没
        取件的人一直没来，退货怎么办
        我退货填了单号，麻烦确认收货
        售后申请一直在审核中
        退回的件显示已到你们仓库，请尽快处理
        亲，退货申请什么时候同意
        快递说退件已送达，商家不确认
        我寄回去十天了
        换货退货的那个单子现在什么状态
        退货验收好了吗
        售后单怎么还没审核
      `),
    },
  },
  {
    id: 'exchange.start',
    name: { zh: '换货', en: 'Exchange' },
    description: { zh: '已收到货，想换尺码、颜色或换一个新的。', en: 'Has received the item and wants another size, colour or a replacement.' },
    examples: {
      en: lines(`
        I'd like to swap it for another colour
        replace it with a new one please
        got a medium, need a large, can we trade
        want to exchange order 1320
        Could I get a different size instead of my money back?
        it doesn't fit, can you send me a small
        send me a replacement
        I prefer the grey version, can I switch the one I received
        exchnage for size 38
        the sleeves are too long so I want to change it for petite
        swap my item
        can I trade this kettle for the other model
        I need a new unit, this one stopped working
        start an exchange
        rather than refunding me just send another one
        is it possible to change for a different style after delivery
        exchange request
        do I have to send the old one first to get the replacement
      `),
      zh: lines(`
        我想换货
        换个颜色行吗，已经收到了
        怎么换货
        帮我换一个新的
        不退，就想换一件
        申请换货，订单1320
        收到的这件想换成M码
        可以换成别的款式吗，我补差价
        这个用两天就坏了，给我换
        换货要我先寄回去吗
        能不能给我换个好的
        亲，换尺码怎么弄
        我要调换一下，穿着紧
        补发一个新的给我
        换货的流程
        不合脚，换大半码
        这个型号不对我家接口，换另一个型号
        换一台吧，这台有毛病
      `),
    },
  },
  {
    id: 'policy.returns',
    name: { zh: '退换政策', en: 'Return policy' },
    description: { zh: '退换货规定：几天内、谁出运费、哪些不能退。', en: 'The rules: how many days, who pays, what cannot be returned. Nobody is returning anything yet.' },
    examples: {
      en: lines(`
        what's your return policy
        do you accept returns on underwear
        what if it doesn't fit, could I send it back
        do you offer a money back guarantee
        is 30 day return valid for electronics
        what are the conditions for sending things back
        refund policy please
        are final sale products refundable
        tell me about exchanges and returns before I buy
        how does the return process work in general
        what happens if I'm not happy with the product
        do you take back worn shoes
        no receipt, is a return still allowed
        how long do refunds normally take at your store
        can I still return boots after three weeks
        may I bring back something I bought a month ago
        can I return it
        can I send a gift card back
        is this returnable
      `),
      zh: lines(`
        退货政策是什么
        不合适可以退换吗
        退换货规则
        没有包装盒了能退货吗
        买了不满意怎么办，可以退吗
        退货需要什么条件
        你们家能退换的吧
        生鲜可以退吗
        退款一般几个工作日
        赠品退货要一起寄回吗
        海外订单可以退货吗
        是正品保证假一赔十吗，不好能退不
        这个能退吗
        礼品卡可以退吗
        退换货规则在哪里看
      `),
    },
  },
  {
    id: 'policy.warranty',
    name: { zh: '保修', en: 'Warranty' },
    description: { zh: '保修多久、保什么、怎么报修、坏了修不修。', en: 'How long and what the warranty covers, repairs, claims.' },
    examples: {
      en: lines(`
        how long is the warranty
        does this come with a guarantee
        what does the warranty cover
        warranty claim
        my blender died after 8 months, is it still under warranty
        2 year warranty or 1?
        is the battery covered by warranty
        manufacturer or store warranty?
        waranty info
        service center near me
        the zip failed after a month, do you cover that
        does warranty apply if I bought it second hand
        will opening it void the warranty
        tell me about your guarantee terms
        what's covered if it breaks in the first year
      `),
      zh: lines(`
        保修多久
        有质保吗
        全国联保吗
        保修期内维修要钱吗
        人为损坏保不保
        用了半年不工作了还在保修期吗
        质保一年还是两年
        电池坏了保修范围内吗
        厂家保修还是店铺保修
        你们这个三包吗
        有没有配件卖，自己换
        电机终身保修是真的吗
        整机保几年，压缩机保几年
        三包政策是怎样的
        这个牌子质保条款给我看看
      `),
    },
  },
];
