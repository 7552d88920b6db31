import { lines, type Intent } from './intent.js';

/** Coupons, sales, members' prices and gifts. */
export const DISCOUNT: readonly Intent[] = [
  {
    id: 'discount.get-coupon',
    family: 'discount.code',
    slots: [],
    name: { zh: '领优惠券', en: 'Getting a coupon' },
    description: { zh: '哪里领券、能不能给个券。', en: 'Where to get a coupon or code, asks to be given one.' },
    examples: {
      zh: lines(`优惠券在哪领 | 给张券呗 | 有没有满减券 | 发个优惠码给我 | 老顾客有没有券 | 券领完了还会放吗 | 直播间的券怎么领 | 今天有无门槛券不 | 关注店铺送券吗 | 我没看到领券的地方 | 入会券怎么拿 | 生日券有吗 | 别人都有50的券我怎么没有 | 能补一张券给我吗，刚才没抢到 | 券在哪里看`),
      en: lines(`do you have any promo codes | where can I get a voucher | can I have a discount code | any coupon for returning customers | code for free shipping? | is there a newsletter coupon | got any codes that work today | how do I get the birthday voucher | my friend got 10 off, where did she get it | coupon pls | do you give codes on instagram | missed the coupon yesterday, can I still get it | where do I see my vouchers | can u give me a code | any deal for loyal buyers | do you have any discount codes | got a code for being a subscriber, where do I enter it`),
    },
  },
  {
    id: 'discount.code-fails',
    family: 'discount.code',
    slots: ['coupon'],
    name: { zh: '优惠码用不了', en: 'A code does not work' },
    description: { zh: '券或码显示无效、没减、过期、忘了用。', en: 'A coupon is refused, expired, not deducted or was forgotten.' },
    examples: {
      zh: lines(`券用不了怎么回事 | 输入优惠码显示无效 | 结算没减啊 | 明明满200了券不能用 | 券前天到期，能延两天不 | 忘记用券了，能退差吗 | 优惠码WELCOME10提示错误 | 为什么这件不能用券 | 满减没生效 | 领了券下单的时候找不到 | 折扣没算进去，多付了30 | 券被占用了怎么解 | 取消订单后券没退回来 | 说好的立减呢 | 提示不满足使用条件 | 优惠码用不了 | 折扣码WELCOME10提示无效 | 忘记用券了怎么办 | 优惠券过期了能补吗 | 满300减50凑不上怎么回事`),
      en: lines(`my promo code isn't working | the WELCOME10 thing gets refused | the discount wasn't applied at checkout | coupon expired yesterday, can you extend it | forgot to enter my code, can I get the money back | it says code not applicable to these items | why can't I use my voucher | the 15% did not come off | code already used? I never used it | cancelled my order and lost the coupon | error when I put the discount code | voucher code wont go through | total is still full price with the code | entered SUMMER20 and nothing happens | minimum spend reached but coupon refused | my promo code doesn't work | coupon WELCOME10 says invalid | forgot to apply my discount code`),
    },
  },
  {
    id: 'discount.stacking',
    family: 'discount.code',
    slots: [],
    name: { zh: '优惠叠加', en: 'Combining offers' },
    description: { zh: '几种优惠能不能一起用。', en: 'Whether several offers can be used together.' },
    examples: {
      zh: lines(`券和满减能叠加吗 | 会员价还能再用券不 | 可以同时用两张券吗 | 打折商品参加满减么 | 积分和优惠券一起用行不行 | 跨店满减和店铺券叠加吗 | 学生优惠能和活动同享吗 | 用了红包还能用券吗 | 预售可以叠88VIP吗 | 折上折吗 | 几个优惠能一起算，怎么买最便宜 | 礼品卡付款还享受折扣吗 | 赠品和满减只能选一个？ | 可以叠加使用吗 | 两个活动可以都享受吗`),
      en: lines(`can I use two codes at once | does the coupon work on sale items | can I combine my member discount with the voucher | stack the student discount with the sale? | points and a code together possible? | is the gift card on top of the promotion ok | do offers add up | only one voucher per order? | can the 10% newsletter code be used during black friday | does buy one get one apply after the coupon | will free shipping and the code both count | use 3 vouchers in one purchase | double discount allowed? | is it possible to add a second code | member price plus coupon, does that work`),
    },
  },
  {
    id: 'discount.sale-dates',
    family: 'discount.code',
    slots: ['date'],
    name: { zh: '活动时间', en: 'When the sale is' },
    description: { zh: '什么时候有活动、活动到几号、双十一多少钱。', en: 'When a promotion starts or ends, which promotions are on.' },
    examples: {
      zh: lines(`双十一有活动吗 | 活动到几号结束 | 现在买还是等618 | 最近有什么活动 | 什么时候打折 | 过年有促销不 | 今天下单享受活动价吗 | 限时折扣还剩多久 | 下个月会更优惠吗 | 周年庆哪天 | 秒杀几点开始 | 错过活动了还会再有吗 | 黑五参加么 | 店庆力度大不大 | 九块九那个活动结束没 | 现在有什么活动 | 什么时候再打折`),
      en: lines(`when is the next sale | do you do black friday | how long does the promotion last | is the sale still on | any offers this week | when does the discount end | will it be cheaper after christmas | are you having a summer clearance | what promotions are running | does the flash sale start at noon | should I wait for cyber monday | current deals? | boxing day sale yes or no | until when is the 20 percent off valid | did I miss the anniversary sale | when is your next sale | black friday offers?`),
    },
  },
  {
    id: 'discount.bargain',
    family: 'discount.code',
    slots: ['money'],
    name: { zh: '砍价', en: 'Bargaining' },
    description: { zh: '求便宜点、抹零、包邮价、多买少算。', en: 'Asks for a lower price, a round sum, a friendly discount.' },
    examples: {
      zh: lines(`能便宜点吗 | 最低多少钱 | 老板优惠点呗，诚心要 | 抹个零吧 | 200卖不卖 | 太贵了少点行不行 | 买两件便宜多少 | 学生党，给个优惠价 | 再少20我就拍了 | 别家才150你们能不能也150 | 好贵啊，打个折呗 | 回头客了给便宜点 | 一口价180包邮行吗 | 实价多少 | 便宜点我马上下单 | 亲，再少点我就拍了`),
      en: lines(`can you do it cheaper | best price? | any chance of a discount if I buy today | would you take 200 for it | too expensive, can you lower it a bit | what's your lowest | make me a deal | I'll buy two if you knock off 10 | come on give me a better price | could you round it down to 50 | is the price negotiable | last price please | I'm a student, could you do something about the price | its over my budget, any wiggle room | discount for cash?`),
    },
  },
  {
    id: 'discount.free-gift',
    family: 'discount.code',
    slots: ['product'],
    name: { zh: '赠品', en: 'Free gifts' },
    description: { zh: '有没有赠品、赠品没收到、能不能换。', en: 'Whether there is a free gift, where it is, exchanging it.' },
    examples: {
      zh: lines(`有赠品吗 | 赠品没收到 | 下单送什么 | 赠品可以换成别的不 | 说好送的杯子呢 | 前100名送的还有吗 | 满多少送礼品 | 赠品是随机发吗 | 买一送一送的是同款吗 | 礼物要备注才有么 | 怎么没送东西 | 赠品坏了给补不 | 不要赠品能减钱吗 | 送的小样漏发了 | 赠品要单独拍吗 | 有没有赠品送`),
      en: lines(`do I get a free gift with it | my free gift wasn't in the box | what's the gift with purchase this month | can I choose the freebie | the ad promised a mug, where is it | spend how much to get the free tote | is the free sample random | gift missing from order 1203 | buy one get one, is it the same item | I don't want the gift, can I have money off instead | how do I claim the freebie | free item not added to my basket | is the gift still available or gone | broken free gift, do you replace that | do I need to put the gift in the cart`),
    },
  },
  {
    id: 'discount.membership',
    family: 'discount.code',
    slots: [],
    name: { zh: '会员权益', en: 'Membership benefits' },
    description: { zh: '怎么入会、会员有什么好处、等级怎么升。', en: 'How to become a member, what it brings, levels.' },
    examples: {
      zh: lines(`会员有什么好处 | 怎么加入会员 | 会员打几折 | 升级金卡要消费多少 | 会员要钱吗 | 我是什么等级 | 会员日是哪天 | vip能享受什么 | 入会能退出吗 | 黑卡权益有哪些 | 会员价怎么看 | 会员生日有礼物么 | 会员到期了怎么续 | 老会员价格一样吗 | 为什么我不是会员价 | 会员几折`),
      en: lines(`what are the benefits of membership | how do I join the loyalty program | do members get a discount | how much to reach gold status | is the club free | which tier am I in | vip perks? | when is members day | how do I leave the programme | do I see member prices when logged in | does my membership expire | birthday treat for members? | why don't I get the member price | how does your rewards scheme work | sign me up for the club`),
    },
  },
  {
    id: 'discount.points',
    family: 'discount.code',
    slots: [],
    name: { zh: '积分', en: 'Reward points' },
    description: { zh: '积分怎么用、有多少、为什么没到账。', en: 'How to use points, how many there are, why some are missing.' },
    examples: {
      zh: lines(`积分怎么用 | 我有多少积分 | 积分能抵现吗 | 积分没到账 | 积分会过期不 | 兑换礼品在哪 | 100积分等于几块 | 退货积分扣吗 | 买完多久到积分 | 积分商城打不开 | 签到积分怎么没了 | 可以把积分转给我老婆吗 | 积分兑换的东西没发货 | 去年攒的分清零了？ | 用积分换了券找不到 | 积分怎么兑换`),
      en: lines(`how do I redeem my points | how many points do I have | my points are missing | do points expire | what is 500 points worth | didn't get points for my last order | can I pay with points | can I transfer points to my wife's account | points disappeared after the return | when are rewards credited | where's the reward shop | earned points not showing | cash out my points? | bonus points for reviews never came | exchange points for a voucher | loyalty points, how do I redeem them`),
    },
  },
  {
    id: 'discount.student',
    family: 'discount.code',
    slots: [],
    name: { zh: '学生军人优惠', en: 'Discounts for groups' },
    description: { zh: '学生、教师、军人、医护、员工优惠。', en: 'Discounts for students, teachers, military, nurses, seniors, staff.' },
    examples: {
      zh: lines(`有学生价吗 | 学生证能打折不 | 教师有优惠吗 | 军人有折扣没 | 怎么做学生认证 | 医护人员有没有福利价 | 退役军人优先吗，有折扣么 | 老年人打折吗 | 教育优惠怎么申请 | 大学生打几折 | 残疾人有优惠吗 | 研究生算学生吗，认证不过 | 高三毕业生有活动不 | 企业员工内购价怎么弄 | 学生有优惠没`),
      en: lines(`do you have a student discount | military discount? | teacher prices? | discount for nurses | how do I verify that I'm a student | senior citizen rate | nhs discount code | unidays accepted? | education pricing for schools | veteran discount please | discount for employees of partner companies | is there a reduction for disabled customers | first responder offer? | student verification failed, I study at a college | student discount?`),
    },
  },
  {
    id: 'discount.first-order',
    family: 'discount.code',
    slots: [],
    name: { zh: '新人优惠', en: 'First order offers' },
    description: { zh: '第一次买有没有优惠、新人券。', en: 'Offers for new customers and for the first order.' },
    examples: {
      zh: lines(`新人有优惠吗 | 第一次买便宜多少 | 新客立减怎么用 | 首单优惠领不了 | 我是新用户，券呢 | 注册送的红包在哪 | 为什么说我不是新人 | 首单免邮是真的吗 | 新用户专享价没显示 | 换了手机号还算新客吗 | 头一回来，有啥福利 | 新人礼包点不进去 | 首购礼金可以下次用么 | 新注册有见面礼吗 | 首单立减的码在哪`),
      en: lines(`is there a discount on my first order | new customer offer? | welcome code didn't arrive | signed up but no 10% off | it's my first time here, any deal | why am I not counted as a new customer | first purchase free shipping, how | where's my sign up bonus | can I still use the welcome discount next week | registered yesterday, where's the voucher | new user price not showing | first time buyer, what do I get | intro offer for subscriptions? | first order discount | do newbies get something off`),
    },
  },
  {
    id: 'discount.referral',
    family: 'discount.code',
    slots: [],
    name: { zh: '推荐有礼', en: 'Referrals' },
    description: { zh: '邀请好友、拼团、分享得奖励。', en: 'Inviting friends, sharing for rewards, buying as a group.' },
    examples: {
      zh: lines(`邀请好友有奖励吗 | 推荐朋友买我能得啥 | 拼团差一个人怎么办 | 邀请码在哪里 | 朋友下单了我的返现没到 | 分享链接有佣金不 | 几人成团 | 拼团失败钱退吗 | 拉新奖励多久到 | 好友用了我的码，积分没加 | 怎么发起拼单 | 团长免单是啥意思 | 晒单返现怎么弄 | 写好评有返现吗 | 带朋友来买有好处吗`),
      en: lines(`do you have a refer a friend program | what do I get for inviting someone | where's my referral link | my friend ordered but I got no credit | how many people for the group deal | referral bonus not received | does my mate get a discount as well | share and earn, how does that work | can I refer my husband | group buy failed, is the money returned | reward for writing a review? | friend code doesn't work | how long until the invite reward shows up | is there a cap on referrals | referral code not accepted`),
    },
  },
  {
    id: 'giftcard.buy',
    family: 'discount.code',
    slots: ['money'],
    name: { zh: '购买礼品卡', en: 'Buying a gift card' },
    description: { zh: '有没有礼品卡、怎么买、多少面额。', en: 'Whether there are gift cards, how to buy and send one.' },
    examples: {
      zh: lines(`有礼品卡卖吗 | 礼品卡怎么买 | 购物卡有哪些面额 | 电子卡可以直接发给朋友吗 | 礼品卡能开发票不 | 实体卡寄吗 | 充值卡有优惠没 | 礼品卡有效期多长 | 买500的卡送多少 | 能定金额吗 | 送人的代金卡在哪里买 | 礼品卡能退吗 | 卡可以用在线下店么 | 想买张卡送同事 | 礼品卡能选卡面吗`),
      en: lines(`do you sell gift cards | how do I send a gift card by email | what amounts do gift vouchers come in | physical gift card or only digital | can I buy a 75 dollar gift certificate | how long is a gift card valid | can a gift card be scheduled for christmas day | is the giftcard refundable | e-gift card please | can I add a message to the gift card | can I buy several vouchers for my team | does the voucher work in store too | gift card delivery time? | I'd like to give a voucher instead of a present | are gift cards available in pounds`),
    },
  },
  {
    id: 'giftcard.use',
    family: 'discount.code',
    slots: ['coupon'],
    name: { zh: '使用礼品卡', en: 'Using a gift card' },
    description: { zh: '礼品卡余额、用不了、丢了。', en: 'Gift card balance, redeeming, problems, lost cards.' },
    examples: {
      zh: lines(`礼品卡余额怎么查 | 礼品卡用不了 | 卡里还剩多少钱 | 卡密刮花了看不清 | 用卡付不够的怎么补 | 礼品卡绑定到哪 | 礼品卡丢了能补吗 | 卡号输进去说已使用 | 退货的话卡里的钱退回卡上吗 | 朋友发的电子卡没收到 | 一单能用几张卡 | 过期的购物卡还能激活么 | 礼品卡激活失败 | 礼品卡和微信能一起付吗 | 查一下我这张卡还有多少`),
      en: lines(`how do I check my gift card balance | gift card code not accepted | how much is left on my voucher card | I lost my gift card | where do I enter the gift card | the gift certificate never arrived in my inbox | scratched off too much and can't read the code | can I use two gift cards on one order | rest of the amount by credit card, possible? | it says the card has been used already | refund goes back to the gift card? | expired gift card, can you reactivate | how to add the card to my account | my gift card shows zero | how do I pay with my voucher`),
    },
  },
  {
    id: 'discount.deposit',
    family: 'discount.code',
    slots: ['money'],
    name: { zh: '定金尾款', en: 'Deposit and balance' },
    description: { zh: '定金能不能退、尾款什么时候付、定金膨胀。', en: 'Paying a deposit, when the balance is due, whether it comes back.' },
    examples: {
      zh: lines(`定金可以退吗 | 尾款什么时候付 | 忘记付尾款了怎么办 | 定金50抵多少 | 付了定金不想要了 | 尾款付不了 | 定金膨胀是什么意思 | 尾款能用券吗 | 几点开始付尾款 | 尾款多少钱怎么看 | 付完尾款几天发货 | 定金交错了想换颜色 | 超时没付尾款定金还退不退 | 合并付尾款可以吗 | 先交多少订金`),
      en: lines(`is the deposit refundable | when do I pay the balance | I missed the deadline for the remaining payment | how much deposit do you need | paid a deposit but changed my mind | can I pay the rest with paypal | when will you charge the second half | balance payment link doesn't open | do I lose my deposit if I cancel | 30% down payment, right? | final payment amount for my preorder? | can I pay the whole sum instead of a deposit | deposit paid, whats next | remaining amount wrong on my preorder | can the deposit be paid in two parts`),
    },
  },
];
