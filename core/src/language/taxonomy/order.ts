import { lines, type Intent } from './intent.js';

/** Where an order stands. */
export const ORDER: readonly Intent[] = [
  {
    id: 'order.status',
    name: { zh: '订单状态', en: 'Order status' },
    description: {
      zh: '订单处理到哪一步、何时发货、何时到；包括催发货。问快递单号或包裹位置属于物流查询。',
      en: 'How far an order has come, when it ships or arrives, and asking to hurry. Asking for the tracking number or where the parcel is belongs to tracking.',
    },
    examples: {
      en: lines(`
        where is my order
        where's my order #1042??
        whats happening with order 5531
        can you check on my order please
        has my order shipped yet
        order status
        why hasn't my stuff been sent out
        I placed an order last Monday and heard nothing since
        when will my order arrive
        is my order on its way or not
        Hi, I'd like an update on order #10233 please
        it's been two weeks and nothing has come
        ETA for #2210?
        could you tell me what stage my purchase is at
        I ordered a jacket on the 3rd. any news?
        wheres my stuff
        waiting on an order since forever, this is getting ridiculous
        has W3370912 left the warehouse
        how come order 8871 isn't moving
        when do I get the shoes I bought
        I'd just like to know whether my order went through
        order still pending, is there a problem?
        my wife's birthday is on Saturday, will the order be here by then
        what about my other order, is it sent
        checking in on the lamp I bought from you last week
        expected delivery date for my order?
        do you have any idea when my purchase will get here
        my order please, jane@example.com
        check order 7781
        when was it delivered
        has it been delivered already
        when did my order arrive
        where's my lamp
      `),
      zh: lines(`
        我的订单到哪一步了
        什么时候发货啊
        亲，帮我看下订单1042什么情况
        订单状态查询
        下单一个星期了一点动静都没有
        麻烦查一下我的订单进度
        我买的东西到底发了没
        还要等多久才能收到
        预计哪天能到货
        已付款怎么一直显示待发货
        #2231 发出来了吗
        请问我那个单子处理了吗
        我的货呢？？
        拍下好几天了，啥时候寄出来
        订单号88213，帮我查查
        上周买的外套现在啥情况
        我想知道我的订单现在怎么样了
        这周末之前能收到货吗，要送人的
        订单还在处理中是什么意思
        你们是不是忘了给我发货
        我前天下的单有没有安排
        另外一个订单发了吗
        等了半个月了东西呢
        查订单
        我的东西啥时候能到啊
        预售的那件什么时候轮到我发
        亲亲我的单能加急处理一下吗
        我的订单到哪了
        订单现在到哪里了呀
        我那个订单呢
        帮我看看我的订单发没发
        什么时候签收的
        货送到了没有
      `),
    },
  },
  {
    id: 'order.tracking',
    name: { zh: '物流查询', en: 'Tracking' },
    description: {
      zh: '快递单号、哪家快递、包裹现在在哪里、物流不更新。',
      en: 'The tracking number, the carrier, where the parcel is now, a tracking page that does not move.',
    },
    examples: {
      en: lines(`
        can I have the tracking number
        track my package
        where is my parcel right now
        the tracking hasn't updated in four days
        which courier are you using for my order
        what's the tracking info for #1188
        did it go out with UPS or USPS
        I never got a tracking email
        1Z999AA10123456784 says label created only
        it says out for delivery but since yesterday
        hi, need the waybill number pls
        send me tracking for both parcels
        how do I track this
        my parcel is sitting at customs, what now
        USPS says they don't have it yet
        is there a way to follow the delivery live
        where's my pakage at
        carrier website can't find SF1402233445566
        Could you let me know the carrier and consignment number?
        has the package cleared the sorting center
        last scan was a week ago, is it lost in transit
        i want to see where the delivery guy is
        tracking?
        FedEx keeps saying delayed, any idea where the box is
        give me the DHL number for my shipment
      `),
      zh: lines(`
        快递到哪了
        发个快递单号给我
        查一下物流
        发的什么快递
        单号多少啊亲
        我的包裹现在在什么位置
        快递卡在中转站不动了
        SF1402233445566 帮我查下到哪里了
        是顺丰还是中通
        怎么显示还在揽收
        包裹到杭州没有
        快递一直停在分拣中心
        物流显示异常怎么回事
        给我个运单号我自己查
        物流怎么又退回上一站了
        请问走的哪家物流
        今天派送吗，快递员电话有吗
        显示派送中，人呢
        两个包裹的单号都发我一下
        海关那边清关了没有
        从哪里发出来的，现在运到哪儿了
        物流停滞了，帮我跟快递核实下
        看不到物流轨迹
        圆通的单号YT8899001122334，怎么没有记录
        快件在路上了吗到哪个城市了
        我要查快递
        韵达太慢了现在走到哪一站了
      `),
    },
  },
  {
    id: 'order.delivered-not-received',
    name: { zh: '显示签收但没收到', en: 'Marked delivered, not received' },
    description: {
      zh: '物流显示已签收或已送达，但本人没有收到；或包裹丢失、被偷、少送。',
      en: 'The carrier says delivered but nothing is there; parcel lost, stolen or left with somebody unknown.',
    },
    examples: {
      en: lines(`
        it says delivered but I got nothing
        tracking shows delivered, there's no package at my door
        my parcel was marked as delivered yesterday and I was home all day
        never received my order although it says complete
        somebody stole my package off the porch
        The courier claims he handed it to me. He did not.
        order 4410 delivered? I don't have it
        who signed for my package?? it wasn't me
        delivered to the wrong address apparently
        I think the package went missing
        driver left it somewhere and I cannot find it
        the proof of delivery photo is not my house
        Says "left in mailbox" but mailbox is empty
        I asked my neighbours, nobody has the parcel
        package lost, what now
        you say it arrived but it didnt
        not recieved my parcel but status is delivered
        Marked delivered on Friday. Nothing here. Reception hasn't seen it either.
        my order has been lost in the mail
        it was delivered to someone else
        how can it be delivered if I'm holding nothing in my hands
        UPS insists it was dropped off, I've searched everywhere
        my box disappeared after delivery
        app shows signed by "JOHN", no John lives here
      `),
      zh: lines(`
        显示已签收但我没收到
        快递说送到了，我根本没拿到
        谁签收的？不是我签的
        物流写着已妥投，驿站说没有这个件
        没有收到货啊怎么就签收了
        快递柜里没有我的东西
        我人在家，没人来送，却显示本人签收
        签收人写的是门卫，门卫说没见过
        东西被别人拿走了
        显示送达了可是门口什么都没有
        快递把我的件送错地方了
        订单已完成但是货没到我手上
        派件员说放门口了，我找不到
        亲 我没取件怎么状态变成已取出了
        快递员虚假签收，我要怎么处理
        菜鸟驿站找了半天没有
        怀疑包裹被偷了
        代签也不跟我说一声，现在找不着了
        两个包裹只到了一个，另一个显示已签收
        好像丢件了
        明明没送到就点签收，太过分
        别人冒领了我的包裹
        物流显示昨天下午就签收，我今天都没见到影子
        说是家人签收，我家里没有人收过
      `),
    },
  },
  {
    id: 'order.list',
    name: { zh: '我的全部订单', en: 'My orders' },
    description: {
      zh: '想看自己有哪些订单、历史订单、最近买过什么。',
      en: 'Wants to see which orders there are: history, the recent ones, what was bought.',
    },
    examples: {
      en: lines(`
        show me all my orders
        my order history
        what have I bought from you
        list my recent orders
        where can I see past purchases
        which orders do I have open at the moment
        how many orders did I place this month
        can you pull up everything I've ordered
        I lost my order number, can you find my orders
        do you see any orders under my email
        view my orders
        what was in my last purchase
        I'd like to see a list of what I ordered in spring
        look up my account and tell me my orders
        all orders pls
        find the orders for jane@example.com
        did I order anything in June
        I have several orders with you, can you list them
        don't remember my order number
        what's the number of the order I made today
        open my purchases
        how do I find my old orders
        overview of my purchases please
      `),
      zh: lines(`
        看看我所有的订单
        我的订单列表
        我都买过什么
        查一下我最近的订单
        历史订单在哪里看
        我忘了订单号，能帮我找一下吗
        我一共下了几单
        用手机号能查到我的订单吗
        帮我把今年买的都列出来
        我名下有哪些没完成的订单
        以前的购买记录还能查到吗
        上个月我在你家买了几样东西来着
        找不到我的订单了
        订单号在哪里看啊
        我的购买记录
        麻烦发一下我全部订单
        我想翻翻去年的单子
        我账号下面有几个订单
        最近一次买的是啥
        怎么看自己下过的单
        待收货的订单有哪些
        打开我的订单
        不记得单号了怎么查
      `),
    },
  },
];
