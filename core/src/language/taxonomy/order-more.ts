import { lines, type Intent } from './intent.js';

/** Particular things about orders: placing them, their way, and changes to them. */
export const ORDER_MORE: readonly Intent[] = [
  {
    id: 'order.how-to-buy',
    family: 'order.checkout',
    slots: ['product'],
    name: { zh: '怎么下单', en: 'How to order' },
    description: { zh: '怎么买、怎么加购物车、能不能帮忙下单。', en: 'How to place an order, by phone or with help.' },
    examples: {
      zh: lines(`怎么下单啊 | 在哪里买 | 怎么加购物车 | 能帮我下单吗，我不会弄 | 电话可以订吗 | 老人家不会网购，怎么订 | 一定要注册才能买吗 | 选好了之后点哪里 | 怎么一次买两个颜色 | 购物车在哪 | 公司怎么下订单 | 可以微信直接订么 | 首次购买流程是什么 | 第一次网购，教教我 | 想要三个，在哪选数量`),
      en: lines(`how do I place an order | can I order by phone | do I need an account to buy | where's the cart | how to order two colours at once | could you place the order for me | can I check out as a guest | I'm new here, how does buying work | which button do I press to order | can I order by email | how do I add things to the basket | is there an order form for schools | walk me through buying this | where do I click to buy | can I reserve by message and you create the order`),
    },
  },
  {
    id: 'order.checkout-fails',
    family: 'order.checkout',
    slots: [],
    name: { zh: '下不了单', en: 'Cannot check out' },
    description: { zh: '提交不了、加不进购物车、网站出错（还没到付款）。', en: 'The cart or checkout fails before any payment.' },
    examples: {
      zh: lines(`提交订单一直失败 | 加不进购物车 | 下不了单怎么回事 | 显示该地区不支持配送 | 结算按钮点不了 | 网页卡住买不了 | 地址填不进去 | 提示库存不足可是页面有货 | 购物车里的东西自己没了 | APP闪退下不了单 | 系统繁忙请稍后再试，试了一晚上 | 邮编老说格式不对 | 提示订单异常无法提交 | 点立即购买就闪退 | 填完地址下一步是灰的`),
      en: lines(`I can't check out | add to cart doesn't work | the site won't let me place my order | checkout button greyed out | my basket keeps emptying | it won't accept my address | error when I submit the order | page freezes at checkout | says item unavailable when I try to buy | your website is broken, can't order | postcode not recognised at checkout | the app crashes when I go to the cart | stuck on the shipping step | can't get past the address page | nothing happens when I press order`),
    },
  },
  {
    id: 'order.confirmation',
    family: 'order.status',
    slots: ['order'],
    name: { zh: '确认下单成功', en: 'Order confirmation' },
    description: { zh: '订单成功了吗、没收到确认邮件或短信。', en: 'Whether the order went through; no confirmation mail came.' },
    examples: {
      zh: lines(`我下单成功了吗 | 没收到确认短信 | 确认邮件没来 | 帮我看下订单有没有成功 | 系统里有我的单吗 | 拍了但是没提示 | 订单提交了吗，页面白了 | 刚刚买的你们收到没 | 邮箱填错了收不到确认信 | 怎么确认我买到了 | 订单号没有发给我 | 抢到了吗，帮查下 | 有没有重复下单，帮我看看 | 订单提交没提交上呀 | 查一下有没有我的订单记录`),
      en: lines(`did my order go through | I never got a confirmation email | can you confirm my order | has my order been received | no order confirmation yet | is order 1188 confirmed | typed my email wrong, didn't get the confirmation | do you see my order in the system | I'm not sure if I ordered twice | resend the order confirmation please | where do I find my order number | page closed before the confirmation, did it work | you got my order right? | did you guys even receive my order | was my purchase successful`),
    },
  },
  {
    id: 'order.not-shipped',
    family: 'order.status',
    slots: ['order'],
    name: { zh: '催发货', en: 'Not shipped yet' },
    description: { zh: '拍了好久还没发货，催发。', en: 'It has not been dispatched and the shopper presses for it.' },
    examples: {
      zh: lines(`怎么还不发货 | 都三天了还没发 | 快点发货啊 | 什么时候发货，急 | 说好48小时发的呢 | 催一下仓库 | 今天能发出去吗 | 还在待发货，不发我退了 | 别人昨天拍的都发了我的呢 | 订单1156啥时候寄出 | 超时未发货怎么赔 | 卖家不发货怎么办 | 拍了一周了，仓库是睡着了吗 | 怎么还没发货 | 催一下发货 | 都三天了还不发货，搞什么 | 在吗 我昨天拍的今天能发出吗 | 能不能快点发货，急用 | 帮忙催催仓库呗 | 说好48小时内发货的呢`),
      en: lines(`why hasn't my order shipped yet | it's been 5 days and still processing | when will you dispatch my order | you said 24h dispatch, it's day 4 | please send it out already | still says unfulfilled | order 1156 not shipped, what's the hold up | is it going out today | how long does processing take, I ordered monday | stuck in preparing for a week | my friend ordered later and hers shipped | are you ever going to ship this | any chance it leaves the warehouse today | still says processing after 5 days, what gives | when are you going to ship my order | my order is stuck on unfulfilled | please hurry up and dispatch my order, need it by Friday`),
    },
  },
  {
    id: 'order.lost',
    family: 'order.late',
    slots: ['order', 'tracking'],
    name: { zh: '包裹丢了', en: 'Lost parcel' },
    description: { zh: '快递丢件、快递公司说找不到。', en: 'The courier lost the parcel or says it cannot be found.' },
    examples: {
      zh: lines(`快递说丢件了 | 包裹丢了怎么办 | 物流显示遗失 | 快递公司让我找你们，说件找不到了 | 丢了能补发吗 | 半个月没影，肯定是丢了 | 网点说没见到我的包裹 | 丢件谁赔 | 被人冒领了怎么处理 | 快递车着火了我的件还在吗 | 运单异常说破损遗失 | 查件结果是丢失，给我退钱 | 驿站找了一圈没有 | 包裹在路上弄丢了吧 | 圆通承认件丢了`),
      en: lines(`the courier lost my parcel | my package is lost | carrier says it's missing and to contact you | it's been a month, must be lost in the mail | can you resend, the parcel got lost | who refunds me for a lost package | UPS opened an investigation, what do I do | lost in transit according to tracking | the depot can't find my box | I think somebody took my parcel from the porch | package declared lost by dhl | file a claim for my missing shipment | stolen parcel, please help | is my shipment lost | it vanished somewhere between the hub and me`),
    },
  },
  {
    id: 'order.customs-hold',
    family: 'order.late',
    slots: ['order', 'tracking'],
    name: { zh: '卡在海关', en: 'Held at customs' },
    description: { zh: '包裹在海关不动、清关要配合。', en: 'The parcel stands at customs or needs papers.' },
    examples: {
      zh: lines(`卡海关好几天了 | 清关一直没更新 | 海关查验要多久 | 包裹在口岸不动了 | 怎么还在清关中 | 需要我提供身份证清关吗 | 海关退运了怎么办 | 物流停在上海海关五天 | 报关失败是什么意思 | 清关异常你们处理下 | 被扣了能退款吗 | 进口通关状态不变 | 卡在海关了吗 | 海关那边怎么还不放行 | 过关过了十天了`),
      en: lines(`my parcel is stuck in customs | customs has held it for a week | clearance delay, what now | tracking says awaiting customs clearance since monday | do I need to do something for customs to release it | held by customs, missing documents | how long does clearance usually take | customs returned my package | import scan and then nothing | they want my ID number for customs, is that normal | shipment refused by customs | stuck at the border 10 days | the package is stuck in customs | customs keeps my box, any news | why is it not cleared yet`),
    },
  },
  {
    id: 'order.delivery-failed',
    family: 'order.late',
    slots: ['order', 'tracking'],
    name: { zh: '派送失败', en: 'Failed delivery' },
    description: { zh: '没送到、说联系不上、被退回、要重新派送。', en: 'The courier came in vain, sends it back, or must come again.' },
    examples: {
      zh: lines(`派送失败怎么办 | 快递说联系不上我，我一直在家 | 被退回去了 | 重新派送一下 | 没打电话就写拒收 | 显示地址不详 | 快递放了张条子没送 | 说我电话空号 | 包裹在退回途中，为什么 | 今天不在家能明天再送吗 | 快递员不肯上门 | 送错地方又拉回去了 | 派件异常客户要求改期，我没要求啊 | 快递没敲门就走了 | 显示无人签收，我明明等着`),
      en: lines(`delivery attempt failed but I was home | the driver left a card, how do I get redelivery | my parcel is being returned to sender | it says address not found | courier couldn't deliver, what happens next | please redeliver tomorrow | they say I refused it, I didn't | missed the delivery, can they come again | returned to the warehouse, why | driver never rang the bell | recipient unavailable? I waited all day | going back to you, can you stop it | undeliverable as addressed, help | they came while I was out, how do I get it now | the driver marked me absent`),
    },
  },
  {
    id: 'order.pickup-code',
    family: 'order.tracking',
    slots: ['order', 'tracking'],
    name: { zh: '取件码', en: 'Where to collect it' },
    description: { zh: '取件码是多少、放在哪个驿站、还能放几天。', en: 'The collection code, which point it lies at, how long it is kept.' },
    examples: {
      zh: lines(`取件码多少 | 没收到取件码 | 放哪个驿站了 | 在丰巢哪个柜子 | 包裹能在驿站放几天 | 取件码过期了 | 驿站几点关门 | 到了没短信，去哪拿 | 快递放门卫了还是快递柜 | 帮我延长几天再取 | 取件短信删了，能再发不 | 提货码在哪看 | 凭什么取件 | 柜子打不开，码不对 | 我的件在哪个代收点`),
      en: lines(`what's my pickup code | which locker is my parcel in | where do I collect the package | I didn't get the collection code | how long will the post office keep it | pick up point closed, now what | code for the locker doesn't work | it says ready for collection, where | can someone else pick up my parcel | locker pin expired | which neighbour has my package | do I need ID to collect it | which shop was it dropped at | what do I show to get my parcel | which shop is holding my box`),
    },
  },
  {
    id: 'order.tracking-wrong',
    family: 'order.tracking',
    slots: ['tracking'],
    name: { zh: '单号查不到', en: 'Tracking does not work' },
    description: { zh: '物流单号无效、没信息、显示别人的地址。', en: 'The number is invalid, shows nothing or another destination.' },
    examples: {
      zh: lines(`单号查不到 | 物流单号是假的吧 | 显示无此运单 | 快递信息发到别的城市了 | 单号和我的订单对不上 | 为什么没有物流信息，已经显示发货了 | 单号复制过去说格式错误 | 物流里写的收件人不是我 | 查了三天都是暂无轨迹 | 虚假发货吧，单号是空的 | 给的单号是上个月的 | 点物流链接打不开 | 为什么查不到物流信息 | 单号填错了吧，根本查不到 | 单号点进去是别人的件`),
      en: lines(`tracking number doesn't work | the number you gave me is invalid | tracking shows nothing | no info for this tracking code | tracking says delivered to another city | the link leads to an error page | label created but no movement | wrong tracking number I think | it shows a parcel from last month | carrier says the number doesn't exist | tracking belongs to someone else | says not found when I enter the code | shipped 3 days ago but the tracking has no data | tracking link doesn't work | the shipment shows no movement | tracking number invalid?? | parcel tracking shows it went to the wrong city`),
    },
  },
  {
    id: 'order.reschedule',
    family: 'order.change-address',
    slots: ['order', 'date'],
    name: { zh: '改配送时间', en: 'Change the delivery day' },
    description: { zh: '已下单，改送货时间、暂存、晚点送。', en: 'For an order on its way: another day, keep it, deliver later.' },
    examples: {
      zh: lines(`已经发了能改天送吗 | 我这周不在，让快递晚点送 | 能暂存几天吗 | 改成周六送到 | 帮我跟快递说下午派送 | 家电预约的时间要改 | 订单1201能不能推迟发 | 明天没人在家，换个时间 | 送货安装改到下周三 | 让驿站先留着 | 能提前一天送来吗 | 约好的送货没人来，重新约 | 后天再送行吗，这两天不在 | 安装师傅改下午来 | 晚两天派送可以不`),
      en: lines(`can I change the delivery date | I won't be home tomorrow, deliver another day please | can you put my order on hold | postpone the delivery of #1201 | hold my package at the depot | move the sofa delivery to next wednesday | can they come in the afternoon instead | please don't deliver before the 10th | delay my shipment by a week | need to reschedule the delivery | can it come earlier than planned | I'm on holiday, keep it until I'm back | nobody showed up for my slot, new date please | please bring it on thursday instead | can my delivery wait until I'm home`),
    },
  },
  {
    id: 'order.change-recipient',
    family: 'order.change-address',
    slots: ['order', 'name', 'phone'],
    name: { zh: '改收件人电话', en: 'Change name or phone' },
    description: { zh: '收件人姓名、电话写错了要改。', en: 'Another recipient or phone number for an order made.' },
    examples: {
      zh: lines(`电话写错了能改吗 | 收件人改成我妈 | 手机号少写一位 | 换个电话收货，13800001111 | 名字填错了怎么办 | 收货人写成昵称了，快递要实名吗 | 帮我把联系电话换掉 | 收件人信息有误，订单1133 | 号码停机了换一个 | 姓名打错字影响收货吗 | 备用电话加一个 | 收件人电话写错了，改一下 | 麻烦把收货人改成王女士 | 换个收货电话 | 签收人改成前台小李`),
      en: lines(`wrong phone number on my order | can you change the recipient's name | I forgot a digit in my phone number | put my wife's name on the parcel | update the contact number for order 1133 | the name on the order is misspelled | need to correct the mobile number for the driver | can the parcel be in my company's name | change the consignee please | typo in my surname, is that a problem | add a second phone number for delivery | the recipient's name is wrong on the order | change who it's addressed to | my phone number on the order is outdated | put the parcel in my roommate's name`),
    },
  },
  {
    id: 'order.note',
    family: 'order.change-items',
    slots: ['order'],
    name: { zh: '订单备注', en: 'Add a note' },
    description: { zh: '备注要求、贺卡、不放价格单、放门口。', en: 'Instructions for an order: a card, no price, leave at the door.' },
    examples: {
      zh: lines(`帮我备注一下放门口 | 忘记写备注了 | 不要放价格单，送人的 | 写张贺卡：生日快乐 | 备注要红色的那款 | 麻烦备注别打电话 | 能补一个备注吗 | 送货前打个电话，备注上 | 两个分开包，备注一下 | 让快递放快递柜 | 备注发票抬头 | 别放小票在里面 | 备注改一下，要粉色款 | 麻烦标注易碎 | 能帮忙在单子上加句话吗`),
      en: lines(`please add a note to my order | leave it at the door please | don't include the invoice, it's a gift | can you put a card in saying happy birthday | forgot to write the delivery instructions | the gate code is 4412, tell the driver | add gift message to order 1140 | no price in the parcel please | please call before delivery | special instruction: ring twice | leave with the neighbour at 12 | gift receipt instead of invoice? | safe place is behind the bin | tell the courier to use the back door | write a short greeting on the card`),
    },
  },
  {
    id: 'order.merge',
    family: 'shipping.split',
    slots: ['order'],
    name: { zh: '合并订单', en: 'Combine orders' },
    description: { zh: '两个订单一起发、退一份运费。', en: 'Send two orders together, pay the delivery once.' },
    examples: {
      zh: lines(`两个订单能一起发吗 | 合并发货，退我一份邮费 | 我又拍了一单，一块寄 | 多付的运费退吗，两单一起 | 帮我合单 | 1101和1102放一个包裹 | 同一个地址别分开寄了 | 刚才漏买一个，能加到之前那单一起吗 | 我跟室友的能一起发不 | 拍了三单收三份运费？ | 会一起发吗 | 两单能一起寄吗 | 分开拍的能装一起吗 | 两笔合成一笔 | 一起寄省点邮费`),
      en: lines(`can you combine my two orders | ship them together please | I placed another order, put them in one box | paid shipping twice, can I get one back | merge orders 1101 and 1102 | same address, send as one parcel | can you add it to my earlier order and ship both | consolidate my orders | I ordered three times, can it be one package | join both orders and refund postage | can you combine my two orders in one shipment | put both orders in the same parcel | can my sister's order come with mine | one shipment for all three orders please | I forgot an item, send it with the first order`),
    },
  },
  {
    id: 'order.change-shipping',
    family: 'order.change-items',
    slots: ['order'],
    name: { zh: '改配送方式', en: 'Change the shipping method' },
    description: { zh: '下完单想换快递、换自提、升级加急。', en: 'Another way of shipping for an order already made.' },
    examples: {
      zh: lines(`下完单能换顺丰吗 | 改成自提可以不 | 能升级加急不，我补差价 | 普通快递换成次日达 | 选错配送方式了 | 把自提改成送货上门 | 换个快递发，中通不到我这 | 补运费改顺丰 | 订单1090想改成加急 | 不要物流了换快递 | 刚拍的普快能换特快吗 | 不想自提了给我寄吧 | 加十块换京东行不 | 配送方式选成物流了帮改 | 改走空运`),
      en: lines(`can I upgrade to express after ordering | change my order to store pickup | I picked standard but need next day now | switch the shipping method on order 1090 | I'll pay the difference for faster shipping | chose pickup by mistake, deliver it please | can you send it with dhl instead, already ordered | wrong delivery option selected | make it priority please | from collection to home delivery | upgrade shipping please, order placed an hour ago | I want it delivered instead of collecting | can you change it to overnight | make my delivery express, I'll pay | please use courier rather than post for my order`),
    },
  },
  {
    id: 'order.cancel-stuck',
    family: 'order.cancel',
    slots: ['order'],
    name: { zh: '取消不了', en: 'Cannot cancel' },
    description: { zh: '点取消没用、取消申请没人处理、已取消却又发货。', en: 'Cancelling fails, is not answered, or it was shipped all the same.' },
    examples: {
      zh: lines(`取消不了订单 | 申请取消没人处理 | 我取消了怎么还发货 | 没有取消按钮 | 取消被拒绝了 | 取消订单一直审核中 | 已经申请退款了还寄过来 | 拦截快递吧，我早就取消了 | 点取消提示已出库 | 昨天就说不要了，今天显示发出 | 取消失败怎么弄 | 取消按钮点不了 | 请拦截不要寄出，我取消 | 为啥取消不了订单 | 取消了又给我发出来`),
      en: lines(`I can't cancel my order | the cancel button is gone | cancelled it but it shipped anyway | nobody answers my cancellation request | cancellation rejected, why | it says too late to cancel | stop the parcel, I cancelled yesterday | requested to cancel three days ago and nothing | order 1099 was supposed to be cancelled | you shipped a cancelled order | cancel isn't working on the site | the cancel button is greyed out | why can't I cancel #3345 | why wasn't my order cancelled | cancel request ignored and now it's on the way`),
    },
  },
  {
    id: 'order.restore',
    family: 'order.cancelled',
    slots: ['order'],
    name: { zh: '恢复订单', en: 'Undo a cancellation' },
    description: { zh: '取消错了想恢复、重新买一样的。', en: 'Cancelled by mistake, wants it back, or to order the same again.' },
    examples: {
      zh: lines(`取消错了能恢复吗 | 手滑点了取消，帮我恢复 | 订单关闭了还能重新激活不 | 我又想要了，刚才取消的那个 | 能按原价重新下单吗，取消了 | 撤销取消申请 | 再来一单一样的 | 怎么重新购买上次那个 | 不退了，订单继续发吧 | 关闭的订单优惠还能用吗 | 关掉的单能重开吗 | 不取消了，照常发 | 我后悔取消了 | 上次那单原样再买一遍 | 误取消，货还给我留着吗`),
      en: lines(`I cancelled by mistake, can you restore it | undo my cancellation | can my order be reactivated | changed my mind, I want the order after all | don't cancel it, please ship | reorder the same thing as last time | how do I buy again what I bought before | my order got closed, can you reopen it | can I still get the old price, I cancelled accidentally | withdraw the cancel request for 1123 | please un-cancel it | I want to reverse the cancellation | same order again please | can I repeat my last purchase | it was cancelled but I still want it`),
    },
  },
  {
    id: 'order.confirm-receipt',
    family: 'order.status',
    slots: ['order'],
    name: { zh: '确认收货', en: 'Confirming receipt' },
    description: { zh: '点确认收货、延长收货、自动收货。', en: 'Confirming, or extending the time to confirm, that it came.' },
    examples: {
      zh: lines(`怎么确认收货 | 能延长收货吗 | 还没收到就自动确认了 | 误点了确认收货怎么办 | 还有几天自动收货 | 没到货别让系统确认了 | 点了收货还能退吗 | 帮我延长收货时间，物流太慢 | 已收到，确认在哪点 | 确认收货后发现坏了 | 收到了，要点什么吗 | 系统自动收货能关掉吗 | 东西没到别帮我确认 | 延迟收货怎么申请 | 收货按钮在哪`),
      en: lines(`how do I confirm I received it | can you extend the buyer protection time | it was marked as received but I don't have it | I confirmed receipt by mistake | when does the order close automatically | need more time before confirming delivery | the item came, where do I mark that | auto confirmed yesterday and still not here | can I return after confirming receipt | extend confirmation period please | where's the received button | don't close my order, it's not here yet | what happens when I confirm delivery | got it, do I have to confirm | give me more days to confirm please`),
    },
  },
  {
    id: 'order.ships-from',
    family: 'shipping.regions',
    slots: ['order'],
    name: { zh: '从哪发货', en: 'Where it ships from' },
    description: { zh: '哪里发货、哪个仓、国内还是海外发。', en: 'From which place or warehouse it is sent.' },
    examples: {
      zh: lines(`从哪里发货 | 哪个仓发的 | 国内发还是国外发 | 是广东发货吗 | 离我近的仓有货不 | 保税仓还是直邮 | 发货地在哪 | 厂家直发吗 | 我在北京，从北京仓发吗 | 两件是不是从不同地方发 | 货在哪个城市 | 你们仓库在哪 | 是从厂里直接寄吗 | 发货点离杭州远吗 | 是不是香港发过来`),
      en: lines(`where do you ship from | which warehouse does it come from | is it sent from the US or china | do you have stock in the EU | ships from where? | is it dropshipped | domestic or overseas shipment | location of your warehouse for shipping times | will it come from abroad | dispatched from the uk? | what city does it leave from | is your stock in europe | does this come straight from the factory | where is the parcel sent from | are you shipping out of germany`),
    },
  },
];
