import { lines, type Intent } from './intent.js';

/** Changes to an order that has not gone out yet. */
export const ORDER_CHANGES: readonly Intent[] = [
  {
    id: 'order.cancel',
    name: { zh: '取消订单', en: 'Cancel order' },
    description: { zh: '不要了，取消整个订单。', en: 'Does not want the order any more and asks to stop it.' },
    examples: {
      en: lines(`
        cancel my order
        please cancel it and confirm that you did
        call off my purchase and send me a confirmation
        I want to cancel order #1077
        please stop the order, I changed my mind
        how do I cancel
        can i still cancel what i bought this morning
        I ordered twice by accident, cancel one of them
        dont send it, I don't want it anymore
        Kindly cancel my purchase made today.
        ordered the wrong thing, cancel pls
        found it cheaper elsewhere so cancel it
        is it too late to call off my order?
        cancell my oder
        no longer need the table, please cancel before it ships
        abort order 9921
        I'd like to withdraw my order
        my kid ordered this without asking, please void it
        cancel everything
        it's taking too long, just cancel
        can you undo my purchase
        pls cancel the whole order and don't charge me
        I made a mistake and need this order cancelled asap
        scrap that order please
      `),
      zh: lines(`
        我要取消订单
        不想要了，帮我取消
        订单1077取消掉吧
        拍错了，怎么取消
        还没发货，能取消吗
        重复下单了，帮我关掉一个
        别发货了，我不要了
        亲 取消一下昨天的单谢谢
        等太久了，直接取消吧
        买多了想撤单
        孩子乱点的，请帮忙取消这笔订单
        不买了不买了
        我改主意了，那个单子作废
        后悔了，现在取消还来得及吗
        别家更便宜，你们这个取消
        刚付的款，想取消重新拍
        帮我把这单关闭
        撤销订单
        预定的那个不要了，退订
        整单都取消
        订单取消申请在哪提交
      `),
    },
  },
  {
    id: 'order.change-address',
    name: { zh: '修改地址', en: 'Change delivery address' },
    description: { zh: '改收货地址、收件人、电话或送货时间地点。', en: 'Another address, recipient, phone or delivery place for an order already made.' },
    examples: {
      en: lines(`
        change my shipping address
        I put in the wrong address
        can you send it to my office instead
        need to update the delivery address on order 1180
        I moved, please ship to the new place
        typo in the zip code of my order
        forgot the apartment number
        Could you redirect my parcel to 22 Elm Street?
        wrong house number on my order!!
        deliver to a different address please
        I used my old adress by mistake
        can the package go to my neighbour instead
        please correct the phone number on the shipping label
        ship it to my parents' house rather than mine
        how do I edit the delivery details
        I'd like the order to go to a pickup point
        is it possible to change where it's being delivered
        address change for #4502
        postcode should be 90210 not 90120
        autofill put my old flat, fix it before it ships
        hold the delivery, I'm away, can it go to another city
        swap the billing and shipping address, I mixed them up
      `),
      zh: lines(`
        改一下收货地址
        地址填错了
        能帮我换个地址吗
        我搬家了，请寄到新地址
        门牌号少写了
        寄到公司去，不要寄家里
        订单1180修改地址
        默认地址没改，发到老家去了怎么办
        可以转寄到别的城市吗
        地址里的楼号不对，是8栋不是3栋
        已经下单了还能改地址吗
        帮忙改派到另一个地址
        亲，地址选错了
        收货信息有误需要更正
        我不在家，能不能送到驿站或者自提点
        送到我爸妈那边行不行
        忘记写单元号了加一下
        省份填成江苏了应该是浙江
        想改成自提
        手机号少了一位，快递联系不上我
        能改个名字吗收件人不是我
      `),
    },
  },
  {
    id: 'order.change-items',
    name: { zh: '修改商品', en: 'Change the items of an order' },
    description: { zh: '未发货订单改颜色、尺码、数量，加购或删除其中一件。', en: 'Another colour, size or quantity, one more or one fewer item, before the order is sent.' },
    examples: {
      en: lines(`
        can I change the size on my order before it ships
        I ordered black but want blue, can you switch it
        add one more item to my order
        remove the socks from order #1203
        change quantity from 1 to 3
        picked the wrong colour, please edit my order
        can I add something to an existing order
        I need to modify my order
        update my order to size M instead of L
        take one of the two mugs off
        please swap the red one for green, it hasn't shipped yet
        how can I edit the items in my order
        forgot to include batteries, can you put them in
        i chose the wrong variant
        make it two instead of one
        could you amend my order, I selected 128GB but need 256GB
        drop the gift wrap from my order
        combine my two orders into one
        I want to upgrade the version in the order I made an hour ago
        leave out the second shirt
        wrong model selected in my purchase, can it be changed
        adjust my order please, one less chair
      `),
      zh: lines(`
        还没发货，能换个颜色吗
        尺码拍错了，帮我改成L
        订单里再加一件
        数量改成3个
        少发一个，那双袜子不要了
        帮我把黑色改成白色
        可以修改订单里的商品吗
        选错型号了，要256G的
        两个订单能合并一起发吗
        我想在原来的单子上加个东西
        亲 拍成S了，发M行不
        去掉其中一件，其他照发
        改规格，我要大瓶的
        下错款了，发货前给我换成短袖
        能不能把赠品换成别的
        买了一个想改成两个
        颜色发蓝色的，别发红的
        麻烦改下订单内容
        套餐选错了，换成套餐二
        漏拍了一个配件，能加进去一起寄吗
        请按36码发，我点成37了
        订单1203里的杯子换成白的
      `),
    },
  },
];
