import { lines, type Intent } from './intent.js';

/** Particular questions about sending back, money back, exchanges and repairs. */
export const AFTER_SALE: readonly Intent[] = [
  {
    id: 'return.label',
    family: 'return.start',
    slots: ['order'],
    name: { zh: '退货标签和地址', en: 'Return label and address' },
    description: { zh: '要退货地址、退货码、面单。', en: 'Needs the return label, code or address.' },
    examples: {
      zh: lines(`退货寄到哪，地址电话发下 | 退货面单怎么打印 | 没有打印机怎么退 | 退货码没收到 | 退货地址是仓库还是公司 | 收件人写谁 | 寄件码过期了再发一个 | 退货单号填哪里 | 要填退货申请表吗 | 寄回的时候要写订单号不 | 地址给我，我自己叫快递 | 退货寄到哪里 | 退货地址发我 | 退货单在哪里填 | 寄回的收件信息发给我`),
      en: lines(`I never got the return label | can you send me a new prepaid label | what address do I send the return to | no printer, is there a QR code | my return label expired | where do I enter the tracking number of my return | label won't print | what do I write on the return parcel | do I need an RMA number | resend return label for order 1160 | which name do I put as the recipient for the return | the return slip wasn't in the box | need a return label | need the shipping label again please | how do I print the return form`),
    },
  },
  {
    id: 'return.pickup',
    family: 'return.start',
    slots: ['order', 'date'],
    name: { zh: '上门取退货', en: 'Return pickup' },
    description: { zh: '退货上门取件、取件没来、改时间。', en: 'A courier picks up the return; nobody came; another time.' },
    examples: {
      zh: lines(`退货能上门取吗 | 取件员没来 | 预约了取件改到明天 | 快递怎么还不来拿退货 | 取件要给钱吗 | 大件退货谁来搬 | 上门取件约不了 | 取退货的电话多少 | 我下班才在家，晚上能取不 | 取走了吗，家人说有人来过 | 上门揽收取消了怎么重约 | 麻烦安排上门取件退货 | 能改成下周一来拿吗，退的那个 | 取件员说没收到单 | 上门退货要我自己打包吗`),
      en: lines(`can someone pick up my return | the courier didn't show up for the return | reschedule my return pickup | do I have to be home for the collection | is return collection free | how do you collect a sofa that I'm returning | pickup was booked for today, nobody came | can they pick it up at work | change the collection address for my return | when will the driver collect the parcel | no one picked up my return yet | please arrange pick up for my return | book a collection for my return | the pickup man left without the parcel | what time will they fetch my return`),
    },
  },
  {
    id: 'return.cost',
    family: 'policy.returns',
    slots: [],
    name: { zh: '退货运费', en: 'Who pays for the return' },
    description: { zh: '退换的运费谁出、运费险怎么赔。', en: 'Who pays to send it back, return insurance.' },
    examples: {
      zh: lines(`退货运费谁出 | 有运费险吗 | 质量问题还要我出邮费？ | 运费险赔了多少 | 退回去要多少钱 | 邮费能报销不 | 我先垫的退货邮费什么时候给我 | 尺码不合适退货包运费么 | 运费险没到账 | 换货来回邮费怎么算 | 到付寄回去行吗 | 没买运费险怎么办 | 质量问题来回邮费你们承担吗 | 退回来的快递费你们给报吗 | 换货要我付钱寄吗`),
      en: lines(`who pays for return shipping | are returns free | do I have to cover the postage if it's faulty | how much does it cost to send back | will you reimburse my return postage | is the return fee deducted from my refund | free return label? | I paid to send it back, when do I get that money | restocking fee? | why did you take 6.95 off for the return | return cost for large furniture | exchange shipping free or not | Is there a restocking fee? | how much will sending it back cost me | do you take the return fee from the refund`),
    },
  },
  {
    id: 'return.window',
    family: 'policy.returns',
    slots: ['date'],
    name: { zh: '退货时限', en: 'Return period' },
    description: { zh: '几天内能退、从哪天算、过期还能不能退。', en: 'How many days, counted from when, and after the time is over.' },
    examples: {
      zh: lines(`几天内可以退 | 七天是从签收开始算吗 | 超过七天还能退不 | 买了一个月了可以退吗 | 第八天退行吗，差一天 | 退货期限到哪天 | 十五天包退吗 | 出差回来过期了怎么办 | 节日礼物可以晚点退吗 | 还来得及退吗，上周二收到的 | 无理由退货几天 | 支持七天无理由吗 | 多少天内可以退 | 十五天内包退吗 | 退货期限从哪天算起`),
      en: lines(`how long do I have to return it | is it too late to return after 40 days | 30 days from delivery or from purchase? | I missed the return window by a day | can I still send it back, bought it in august | extended returns for christmas presents? | last day to return my order | what's the return period | does the 14 days include weekends | I was abroad, can you make an exception on the deadline | return time limit for sale items | how many days do I have to return something | return window? | does the return period start at delivery or purchase | until when may I send it back`),
    },
  },
  {
    id: 'return.condition',
    family: 'policy.returns',
    slots: ['product'],
    name: { zh: '退货条件', en: 'Condition of returns' },
    description: { zh: '拆了、用过、吊牌剪了、没盒子、内衣食品能不能退。', en: 'Opened, worn, without tags or box; things that cannot be returned.' },
    examples: {
      zh: lines(`拆封了还能退吗 | 吊牌剪了能退不 | 盒子扔了可以退么 | 试穿过一次能退吗 | 内衣支持退吗 | 打折的退不退 | 定制的能退吗 | 洗过一水了 | 食品开了包装不好吃能退不 | 激活了的手机退不退 | 赠品要一起退吗 | 化妆品用了一点过敏 | 发票没了可以退货吗 | 打折商品能退吗 | 拆了封还能退吗 | 内衣能不能退 | 试穿过了还能退吗 | 定制的东西退不退 | 吊牌剪了还支持退货吗`),
      en: lines(`can I return it without the box | I removed the tags, is that a problem | opened the package, can it still go back | can underwear be returned | are sale items returnable | I tried it once, may I return it | what if I threw away the packaging | can I return used makeup | personalised items refundable? | do I have to send the free gift back too | washed it once, can it be returned | is software returnable after opening | need the original receipt to return? | can sale items be returned | can I return opened items | do I need the original box to return`),
    },
  },
  {
    id: 'return.rejected',
    family: 'return.status',
    slots: ['order'],
    name: { zh: '退货被拒', en: 'Return refused' },
    description: { zh: '退货申请被驳回、退回去又寄回来。', en: 'The return was refused or sent back to the shopper.' },
    examples: {
      zh: lines(`为什么拒绝我的退货 | 退货申请被驳回了 | 你们说影响二次销售，凭什么 | 退回去的又给我寄回来了 | 审核不通过是什么原因 | 明明没拆还拒退 | 商家拒收我的退货 | 说我退的不是原来那件 | 申请三次都被拒 | 退货被关闭了怎么重开 | 仓库拒收怎么办 | 退货被拒绝了吗为什么 | 退货没通过，理由是啥 | 凭什么不给退 | 你们退货审核员瞎判`),
      en: lines(`why was my return rejected | you refused my return request | my return was sent back to me | it says return denied | the warehouse rejected my parcel | you claim it was used but it wasn't | return closed without a refund, why | my RMA was declined | they say the item I returned is not the same | appeal a rejected return | return not accepted because of what | return approved or rejected? | why won't you accept my return | return request turned down, please review | you sent the item back instead of refunding`),
    },
  },
  {
    id: 'return.cancel',
    family: 'return.status',
    slots: ['order'],
    name: { zh: '撤销退货', en: 'Cancel a return' },
    description: { zh: '不想退了，撤销退货或退款申请。', en: 'Wants to keep it after all and withdraw the return or refund.' },
    examples: {
      zh: lines(`我不想退了，取消退货 | 退款申请点错了，撤回 | 怎么撤销退货申请 | 决定留着了 | 退货还没寄，不退了可以吗 | 帮我关掉这个售后单 | 取消售后 | 误点了仅退款 | 换货改成不换了 | 撤销退款后还发货吗 | 售后申请我想关掉 | 算了不退了，我穿着还行 | 退货取消，东西留下 | 换货申请撤了吧 | 不小心点成退款了`),
      en: lines(`I want to cancel my return | decided to keep it | withdraw my return request please | how do I undo a return | opened a refund by mistake | don't need the return anymore | keep the shoes after all, close the return | cancel the exchange request | I'd like to stop the refund, the parcel arrived | can I change my mind about returning | forget the return, I like it now | please close my refund request | can you reverse my return, I'm keeping it | I clicked return by accident | no need to refund any more, it turned up`),
    },
  },
  {
    id: 'return.some',
    family: 'return.start',
    slots: ['order', 'product', 'quantity'],
    name: { zh: '部分退货', en: 'Return a part' },
    description: { zh: '一单里只退其中几件或套装拆退。', en: 'Sending back only some of the items.' },
    examples: {
      zh: lines(`能只退一件吗 | 套装可以拆开退不 | 三双鞋留一双退两双 | 退其中一个怎么操作 | 买二送一退一件怎么算 | 只想退上衣，裤子留着 | 满减的单退一件扣钱吗 | 部分退货退多少 | 数量拍多了退两个 | 一箱里坏了三瓶，退三瓶 | 三件里想退一件 | 套装里裙子不要了能单退吗 | 五个留三个 | 两件都试了，退小的那件 | 一单多件想退其中的帽子`),
      en: lines(`can I return just one of the items | keep the jacket but return the trousers | return 2 out of 5 | can part of a set go back | partial return, how | I only want to send back the blue one | ordered two sizes to try, returning one | what happens to my discount if I return one piece | send back a single item from order 1145 | bought 3 get 1 free, returning one | can I send back only the lid | keeping two, returning one | one of the three shirts goes back | return the small size and keep the big one | just the shoes, not the socks`),
    },
  },
  {
    id: 'return.gift',
    family: 'policy.returns',
    slots: [],
    name: { zh: '礼物退换', en: 'Returning a gift' },
    description: { zh: '别人送的怎么退换、没有订单号。', en: 'A present, without an order of one’s own.' },
    examples: {
      zh: lines(`别人送的能退吗，没订单号 | 礼物想换个颜色，不想让对方知道 | 收到的礼品退了钱给谁 | 朋友买的送我尺码不对 | 没有购买记录怎么换 | 退礼物会通知送的人吗 | 长辈送的，可以换成别的吗 | 礼盒里少东西但不是我买的 | 凭礼品小票可以换吗 | 别人给买的不合适怎么弄 | 生日收到的重复了，能退吗 | 礼物没有小票 | 同事送的想换成等价的 | 过年收的礼盒可以退钱吗 | 朋友下单寄给我的，我能申请退吗`),
      en: lines(`I got this as a present, can I return it | return a gift without the order number | will the giver be notified if I exchange it | refund to me or to the person who bought it | gift receipt return | can I get store credit for a gift | my aunt bought it for me and it doesn't fit | exchange a christmas present | I don't have the receipt, it was a gift | swap a gift for another colour | how do I return something my friend bought for me | I received two of the same as gifts | exchange a birthday present | grandma's gift is too small, what can I do | return without the buyer knowing`),
    },
  },
  {
    id: 'return.store',
    family: 'policy.returns',
    slots: [],
    name: { zh: '门店退换', en: 'Return in a store' },
    description: { zh: '网上买的能不能到店退换。', en: 'Whether what was bought online can be returned in a shop.' },
    examples: {
      zh: lines(`网上买的能去门店退吗 | 专柜可以换码吗 | 线下店能退线上的不 | 到实体店退要带什么 | 别的城市的店可以退么 | 门店买的可以寄回来退吗 | 拿到柜台退行不行 | 店里退钱怎么退 | 旁边商场你们专柜能退吗 | 线上订单门店退货要小票吗 | 我想直接拿去店里退 | 店里能帮我换网上买的吗 | 哪家门店可以办退货 | 实体店给换大小吗 | 网购的坏了能到店处理不`),
      en: lines(`can I return online orders in store | take it back to a shop instead of mailing? | do your branches accept web returns | exchange in the store possible | which store can I return to | bought in store, can I post it back | return at the counter, what do I bring | is in-store return faster | can I return in store something bought online | can I drop my return off at your shop | do I get a refund at the till for online orders | is it possible to swap it in the shop | bring it back to the outlet? | return at any branch? | shop return instead of post`),
    },
  },
  {
    id: 'refund.where-to',
    family: 'refund.status',
    slots: ['order'],
    name: { zh: '退到哪里', en: 'Where the refund goes' },
    description: { zh: '钱退到哪张卡、换个账户、卡注销了。', en: 'To which account or card; another account, a closed card.' },
    examples: {
      zh: lines(`钱退到哪了 | 退到原来的卡吗 | 银行卡注销了怎么退 | 能退到微信零钱吗 | 退款退到余额了？我要退支付宝 | 别人代付的退给谁 | 可以换张卡收退款不 | 用券的部分退成什么 | 花呗付的退哪里 | 换了手机号还能收到退款吗 | 退成店铺余额我不同意 | 退款到哪了 | 退到哪张卡里了 | 退的钱是退到微信还是支付宝 | 退款会退到我哪个账户`),
      en: lines(`which card does the refund go to | my card is closed, where will the money go | can you refund me to paypal instead | refund to a different account please | I don't want store credit, I want it on my card | I paid with a gift card, how am I refunded | will I get the voucher back | lost the card I paid with | refund to original payment method or bank? | where did my refund go, it's not on my visa | which card did you refund to | is the refund going to paypal or my credit card | does the refund land on my old card | which account will you pay me back to | can the refund go to my bank instead`),
    },
  },
  {
    id: 'refund.amount-wrong',
    family: 'refund.status',
    slots: ['order', 'money'],
    name: { zh: '退款金额不对', en: 'Wrong refund amount' },
    description: { zh: '退少了、没退运费、扣了钱。', en: 'Too little came back, the delivery fee is missing, something was deducted.' },
    examples: {
      zh: lines(`退款金额不对，少了20 | 怎么只退了一部分 | 运费没退给我 | 为什么扣了我10块 | 退的钱和付的不一样 | 应该退199只退了159 | 优惠的钱不退吗 | 两件只退了一件的钱 | 退款少了是手续费？ | 你们算错了，少退我一笔 | 退款只退了一半 | 退款金额不对，少了10块 | 运费的钱退了吗 | 退回来的数目有出入 | 券抵的部分也该退给我吧`),
      en: lines(`my refund is too low | you refunded less than I paid | shipping wasn't refunded | why did you deduct 10 from my refund | only got half my money back | should have been 199 but I received 159 | refund is missing the second item | the refund amount doesn't match | you forgot to refund the tax | short refund on order 1149, please fix | the refund amount is lower than what I paid | refund doesn't include delivery | I'm missing 12 euros in the refund | you kept part of my money | why is my refund less than the price`),
    },
  },
  {
    id: 'refund.partial',
    family: 'refund.request',
    slots: ['order', 'money'],
    name: { zh: '部分退款补偿', en: 'Partial refund' },
    description: { zh: '东西留着，退一部分钱或补偿。', en: 'Keeps the item but wants part of the money back or compensation.' },
    examples: {
      zh: lines(`有点瑕疵，退我一部分钱就行 | 不退货了，补偿点吧 | 能退20块我就不退了 | 少了个配件，退点差价 | 给个补偿方案 | 坏了一个，退一个的钱 | 颜色不太一样，便宜点我收了 | 送晚了总得赔点吧 | 部分退款怎么申请 | 能给张券补偿也行 | 缺了个配件，退一部分钱吧 | 留着用，给点补偿行吗 | 只退运费差价也可以 | 一盒里碎了两个，赔两个就好 | 不想寄回去，退三十得了`),
      en: lines(`I'd keep it if you give me some money back | partial refund for the scratch? | can I get compensation for the delay | refund me for the broken one only | one of six glasses was cracked, refund that one | how about a discount instead of a return | what will you offer me for this | give me 20 percent back and I keep it | goodwill credit? | refund the missing part please | can I get a partial refund for the missing button | could you compensate me for the delay | I don't want to send it back, just some money off | refund the two that broke | can you meet me halfway on the price`),
    },
  },
  {
    id: 'refund.late',
    family: 'refund.status',
    slots: ['order', 'date'],
    name: { zh: '退款超时', en: 'Refund overdue' },
    description: { zh: '退款等了很久、催退款。', en: 'The refund takes too long, the shopper presses for it.' },
    examples: {
      zh: lines(`退款都半个月了还没到 | 说好3天到账的钱呢 | 催一下退款 | 货你们收到一周了怎么不退钱 | 到底什么时候退 | 退款一直在处理中 | 银行说没有收到你们的退款 | 再不退我投诉了 | 24小时极速退款呢，都三天了 | 怎么退个款这么慢 | 说好三个工作日退款，现在都一周了 | 还没收到退款，催一下 | 钱怎么还没退，都十天了 | 退款拖到什么时候 | 第三次催退款了`),
      en: lines(`still no refund after two weeks | you promised my money in 5 days | my refund is overdue | where the hell is my refund | bank says you never sent the refund | it's been ages since I returned it and no money | refund pending for 10 days | hurry up with the refund | third time asking for my money back | you've had the item for a week, refund me now | I returned it two weeks ago and still no refund | you said 5 days, my refund isn't in my account | refund pending for ages | been waiting a month for my money | how much longer for my refund, it's been weeks`),
    },
  },
  {
    id: 'exchange.size',
    family: 'exchange.start',
    slots: ['order', 'size', 'colour'],
    name: { zh: '换尺码颜色', en: 'Exchange size or colour' },
    description: { zh: '收到后换大小、换颜色。', en: 'Received it and wants another size or colour.' },
    examples: {
      zh: lines(`L码大了换M | 想换个大一码 | 鞋小了能换42吗 | 换成黑色行不行 | 颜色不喜欢想换 | 换码要自己出邮费吗 | 买小了，换XL | 裤子腰紧，换大点 | 孩子穿不下，换140的 | 换个颜色需要补差价不 | 戒指大了换12号 | 收到了太小，能换大一码吗 | 鞋子大了换38的 | 衣服偏短，想换长款 | 给我老妈买的小了，调一件XL | 色差太大，换黑色`),
      en: lines(`swap the L for an M please | shoes too small, can I get 42 | exchange for a bigger size | I'd like the black one instead, already received it | wrong size, my fault, can I swap | need a size down | change colour after delivery? | exchange the jeans from 32 to 34 | too tight, want XL | how do I exchange sizes | ring too big, smaller one please | can I exchange this for a bigger size | exchange the shoes for a 9 | how do exchanges work, mine is too small | I received L but M would fit better, please exchange`),
    },
  },
  {
    id: 'exchange.status',
    family: 'return.status',
    slots: ['order'],
    name: { zh: '换货进度', en: 'Exchange status' },
    description: { zh: '换的货发了没、到哪了。', en: 'Whether the replacement was sent and where it is.' },
    examples: {
      zh: lines(`换货发出来了吗 | 换的新的什么时候寄 | 我寄回去了，新的呢 | 换货单号多少 | 补发的到哪了 | 换货审核多久 | 说补发一直没动静 | 换的那双发了没 | 替换件什么时候到 | 换货进度查一下，订单1177 | 换的尺码寄了吗 | 新的什么时候给我 | 换货的快递单号发我 | 补发货查一下到哪了 | 换件弄好没有`),
      en: lines(`has my replacement been sent | where's my exchange | I sent it back, when does the new one come | status of my exchange | tracking for the replacement please | how long does an exchange take | you said you'd send a new one, nothing yet | did you receive the item for exchange | replacement order number? | still waiting for the swapped size | is the new size on its way | any update on my exchange | when will I get the swap | replacement hasn't come | has the other colour been shipped to me`),
    },
  },
  {
    id: 'warranty.repair',
    family: 'policy.warranty',
    slots: ['product', 'order'],
    name: { zh: '维修', en: 'Repair' },
    description: { zh: '坏了怎么修、寄修、上门、修要多少钱。', en: 'It broke after a while: getting it repaired, where, at what price.' },
    examples: {
      zh: lines(`用了半年坏了怎么修 | 哪里有维修点 | 寄回去修多少钱 | 过保了能修吗 | 可以上门维修不 | 屏幕碎了换一个多少 | 维修要等几天 | 开不了机了，能修不 | 拉链坏了你们给修吗 | 电池不行了可以换吗 | 自己摔坏的保修么 | 修好了吗，寄修单R2201 | 坏了怎么修 | 在哪里可以维修 | 售后维修点 | 屏幕碎了包修吗 | 报修怎么弄 | 师傅什么时候能上门修 | 过保了维修费多少 | 机器开不了机，需要检修 | 能寄回原厂修吗`),
      en: lines(`it stopped working after six months, how do I get it fixed | where's your repair centre | how much does a repair cost | out of warranty, can you still repair it | can a technician come to my house | replace the cracked screen? | how long does the repair take | the zipper broke, do you mend it | won't turn on anymore | battery replacement service? | is drop damage covered | status of my repair R2201 | do I send it in for service | is water damage covered | do you repair products | where can I get it fixed | it broke, can it be repaired for free | who do I contact for a repair | how much does a repair cost outside the guarantee`),
    },
  },
  {
    id: 'warranty.parts',
    family: 'policy.warranty',
    slots: ['product'],
    name: { zh: '配件更换', en: 'Spare parts' },
    description: { zh: '单买配件、耗材、替换件。', en: 'Buying spare parts, refills and replacements for something owned.' },
    examples: {
      zh: lines(`有单卖的滤芯吗 | 遥控器丢了能单买不 | 盖子碎了配一个多少钱 | 刷头在哪买 | 轮子坏了有配件吗 | 充电线可以单独购买吗 | 垫圈老化了，有替换的么 | 螺丝少了能寄几个吗 | 椅子扶手能买一只不 | 备用电池有卖没 | 替换装和正装一样吗 | 水箱单独卖不 | 密封圈能配吗 | 灯罩碎了配个新的 | 需要一根替换的表带`),
      en: lines(`do you sell replacement filters | lost the remote, can I buy another | spare lid for the pot? | where can I get new brush heads | need a replacement wheel for my suitcase | can I order just the charging cable | spare screws please | is the battery sold separately | refill packs available? | one armrest for the chair, possible to buy | parts for last year's model | spare parts available? | do you have spare feet for the sofa | replacement strap for my watch | can I get the missing knob as a part`),
    },
  },
  {
    id: 'warranty.register',
    family: 'policy.warranty',
    slots: ['product'],
    name: { zh: '保修登记凭证', en: 'Warranty card and registration' },
    description: { zh: '怎么登记保修、没有保修卡、延保。', en: 'Registering, missing warranty card, extended warranty.' },
    examples: {
      zh: lines(`保修卡没有怎么办 | 怎么登记保修 | 延保多少钱 | 保修凭什么，发票吗 | 在哪里查保修期 | 序列号查不到保修 | 能买延长保修不 | 电子保修卡在哪 | 二手转让还保修吗 | 激活日期不对，保修少了两个月 | 送人的可以用我的订单保修么 | 保修卡丢了怎么办 | 可以延长保修吗 | 怎么激活质保 | 买延保还来得及吗`),
      en: lines(`how do I register my warranty | there was no warranty card in the box | can I buy an extended warranty | what proof do I need for warranty | where can I check how long it's still covered | serial number not found for registration | is the guarantee transferable | do I need to keep the receipt for the warranty | activate the 2 year guarantee | warranty starts from delivery or purchase | extra protection plan price? | Are there extended warranty options? | how do I register my product for warranty | warranty card was missing, does that matter | sign up my blender for the guarantee`),
    },
  },
];
