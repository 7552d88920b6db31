import { lines, type Intent } from './intent.js';

/** What went wrong, in particular. */
export const COMPLAINT_MORE: readonly Intent[] = [
  {
    id: 'complaint.quality',
    family: 'complaint.damaged',
    slots: ['order', 'product'],
    name: { zh: '质量差', en: 'Poor quality' },
    description: { zh: '做工差、没用几天就坏、掉色开线。', en: 'Badly made, breaks after a few days, fades, comes apart.' },
    examples: {
      zh: lines(`质量太差了 | 穿两次就开线 | 用了一周就坏 | 掉色严重把床单都染了 | 做工粗糙全是线头 | 一股刺鼻的味道 | 杯子漏水 | 充不进电，才买十天 | 螺丝孔对不上 | 洗一次就缩成童装了 | 拉链第一天就崩了 | 这什么垃圾东西 | 手感跟塑料袋一样 | 质量有问题，用一次就坏 | 线头都开了，做工太差`),
      en: lines(`terrible quality | fell apart after two days | the stitching is coming loose | stopped charging within a week | colour ran and ruined my sheets | it smells awful | the handle broke the first time I used it | so cheaply made | leaks everywhere | shrunk after one wash | the holes don't line up, can't assemble it | what a piece of junk | paint peeling off already | feels like plastic, not worth the money | stitching is coming apart on day one | smells awful and has stains | fell apart after a single use | handle snapped off | quality is terrible, paint already peeling`),
    },
  },
  {
    id: 'complaint.not-as-described',
    family: 'complaint.wrong-item',
    slots: ['order', 'product'],
    name: { zh: '与描述不符', en: 'Not as described' },
    description: { zh: '实物和图片、说明不一样。', en: 'Differs from the picture or the description.' },
    examples: {
      zh: lines(`跟图片完全不一样 | 色差太大了 | 说是纯棉其实是化纤 | 尺寸比写的小一圈 | 页面写送充电器，没有 | 写的500克只有420 | 照骗啊 | 不是说防水吗，一淋就坏 | 描述严重不符 | 说好的国行发来美版 | 容量虚标 | 买的是新款发的是旧款 | 和视频里差别好大 | 根本不是页面上那个材质 | 标的大小不准`),
      en: lines(`looks nothing like the photo | not as described | said 100% cotton but it's polyester | it's smaller than the listing says | colour is totally different from the picture | advertised as waterproof and it isn't | the description is misleading | you sent last year's version | weight is less than stated | claims 20 hours battery, lasts 3 | false description on your page | the real thing is a different shade | this isn't what the page promised | pictures were much nicer than reality | this has fewer features than listed`),
    },
  },
  {
    id: 'complaint.missing-part',
    family: 'complaint.wrong-item',
    slots: ['order', 'product'],
    name: { zh: '少发漏发', en: 'Something is missing' },
    description: { zh: '少了一件、少配件、空盒。', en: 'An item or a part is not in the parcel; the box is empty.' },
    examples: {
      zh: lines(`少发了一件 | 买三个只收到两个 | 配件不全 | 螺丝包没有 | 包裹是空的 | 漏发赠品和袜子 | 说明书和充电线都没有 | 一套少个盖子 | 称重就不对，肯定漏了 | 订单1166缺一瓶 | 打开只有盒子没有东西 | 少一只鞋也能发出来 | 买三件只收到两件 | 缺配件，装不起来 | 只有一只鞋 | 收到空盒子`),
      en: lines(`one item is missing from my parcel | I ordered three and got two | the screws weren't included | box was empty | missing parts, can't assemble | no charging cable in the package | only received half of order 1166 | there's only one shoe in the box | the lid is missing | incomplete set arrived | you forgot to pack my socks | where's the rest of it, invoice says four | only two of the three came | the screws are missing | got one shoe only | missing parts, can't build it | empty box!`),
    },
  },
  {
    id: 'complaint.expired',
    family: 'complaint.damaged',
    slots: ['order', 'product'],
    name: { zh: '过期变质', en: 'Expired or spoilt' },
    description: { zh: '收到过期、临期、发霉、有异物的食品或化妆品。', en: 'Food or cosmetics past date, mouldy, spoilt, with something in it.' },
    examples: {
      zh: lines(`收到就过期了 | 还有一周就到期，怎么吃得完 | 发霉了 | 水果全烂了 | 里面有虫子 | 月饼有异味，坏了 | 化了，冰袋都是热的 | 吃出头发 | 奶粉结块了 | 日期被涂改过 | 牛肉干胀袋了 | 海鲜到手都臭了 | 酸奶胀包了 | 面膜打开是干的还变色 | 到手只剩两天保质期`),
      en: lines(`it arrived past its expiry date | expires next week, that's no good | mouldy when I opened it | the fruit was rotten | there's a bug in it | chocolate melted completely | food smells off | ice packs were warm and the meat thawed | found a hair in the jar | best before date is last month | the bag was swollen | seafood arrived spoiled | cream has separated and stinks | the cream arrived melted | the food was spoiled`),
    },
  },
  {
    id: 'complaint.used',
    family: 'complaint.damaged',
    slots: ['order', 'product'],
    name: { zh: '二手旧货', en: 'Looks used' },
    description: { zh: '像别人退回来的、有使用痕迹、被拆过。', en: 'Looks worn, opened or returned by somebody else.' },
    examples: {
      zh: lines(`这是别人退回来的吧 | 鞋底有穿过的痕迹 | 盒子被拆过封条没了 | 手机已经激活过 | 衣服上有头发和粉底印 | 发二手货给我？ | 有使用过的痕迹 | 里面还有前一个人的退货单 | 屏幕膜撕过了 | 香水少了一截，被喷过 | 明显是展示品 | 这是二手的吧，都有使用痕迹 | 吊牌是后来粘上去的 | 包装里有别人的发票 | 袖口有汗渍`),
      en: lines(`this looks used | the seal was already broken | someone wore these shoes before | there's another customer's return slip inside | phone was already activated | makeup stains on a new dress? | you sent me a returned item | clearly second hand | scratches like it was on display | perfume is not full, someone used it | hair on the sweater, gross | I paid for new not used | it looks used and dirty | the box had been opened and taped again | it has wear marks on the soles`),
    },
  },
  {
    id: 'complaint.fake',
    family: 'complaint.service',
    slots: ['order', 'product'],
    name: { zh: '怀疑假货', en: 'Received a fake' },
    description: { zh: '收到后认为是假的、要求鉴定赔偿。', en: 'Believes that what came is counterfeit.' },
    examples: {
      zh: lines(`收到的是假货 | 专柜鉴定说不是正品 | 卖假货退一赔三 | 防伪码查不到 | 扫码显示已被查询多次 | 跟我之前买的不一样，假的吧 | 得物鉴定不通过 | logo都印歪了，高仿 | 气味不对，绝对是假的 | 你们卖假货我要举报 | 标签字体都不对 | 官方说查无此货 | 你敢说这是正品？ | 买到高仿了怎么赔 | 跟专柜的对比明显不同`),
      en: lines(`this is a fake | the brand store told me it's counterfeit | serial number doesn't exist, it's not genuine | you sold me a knockoff | logo is crooked, obviously a replica | authenticity check failed | smells different from the original, fake perfume | code already verified 20 times, counterfeit | I want compensation for a fake product | reported as not authentic | the hologram is missing, it's fake | how dare you sell copies | the manufacturer says this isn't theirs | I think you sent me an imitation | not an original, I want my money back`),
    },
  },
  {
    id: 'complaint.courier',
    family: 'complaint.service',
    slots: ['order', 'courier'],
    name: { zh: '投诉快递', en: 'Complaint about the courier' },
    description: { zh: '快递员态度差、乱放、不送上门、摔件。', en: 'Rude driver, dumped parcel, not brought to the door.' },
    examples: {
      zh: lines(`快递员骂人 | 不打招呼就扔驿站 | 快递随便丢在楼下淋雨 | 不送上门还态度恶劣 | 投诉你们合作的快递 | 把我包裹踢过来 | 快递要我加钱才送 | 让我自己下楼搬冰箱 | 签收是他自己签的 | 送货的把我家门撞坏了 | 换家快递吧，这家太烂 | 快递员骂人你们管不管 | 派件员把东西放错单元还凶我 | 送货师傅乱收搬楼费 | 快递把箱子摔烂了`),
      en: lines(`the delivery guy was rude | driver threw my parcel over the fence | courier left it in the rain | he refused to carry it upstairs | I want to complain about the driver | your courier signed for it himself | parcel dumped at the wrong house | driver demanded extra money | the postman kicked the box | left in plain sight on the street | please stop using this delivery company | delivery man damaged my door | your delivery driver shouted at me | the driver just dropped it in the hallway and left | delivery person was drunk`),
    },
  },
  {
    id: 'complaint.slow-reply',
    family: 'complaint.service',
    slots: [],
    name: { zh: '没人回复', en: 'Nobody answers' },
    description: { zh: '客服不回、等太久、答应的没做到。', en: 'No answer, waits too long, promises not kept.' },
    examples: {
      zh: lines(`怎么没人回我 | 等了一个小时了 | 客服死哪去了 | 说好回电话的没打 | 问了三遍都不理人 | 邮件发了一周没回音 | 每次都说会处理，结果没有 | 消息已读不回 | 上次的客服答应给我解决的呢 | 到底有没有人管 | 踢皮球踢了三天了 | 已经第五次找你们了 | 等了一天没人回 | 都问了三遍了没人解决 | 电话打不通消息也不回`),
      en: lines(`nobody is answering me | I've been waiting for an hour | sent three emails and no reply | you promised to call me back | is anyone going to help me or what | ignored for a week now | your agent said it would be solved yesterday | this is the fifth time I'm contacting you | being passed from one person to another | worst response time ever | hello??? anyone? I asked 20 minutes ago | no one gets back to me | I've been waiting for a reply for days | why does nobody write back | still no answer from your team`),
    },
  },
  {
    id: 'complaint.staff',
    family: 'complaint.service',
    slots: ['name'],
    name: { zh: '投诉客服', en: 'Complaint about staff' },
    description: { zh: '客服态度差、骂人、乱答应、敷衍。', en: 'A member of staff was rude, wrong or dismissive.' },
    examples: {
      zh: lines(`刚才那个客服态度太差 | 我要投诉工号008 | 客服骂我 | 爱答不理的什么服务 | 你们客服乱承诺 | 说话阴阳怪气 | 直接挂我电话 | 售后推卸责任 | 敷衍我，复制粘贴 | 店员当场翻白眼 | 说我是骗子，凭什么 | 客服态度恶劣 | 上次那个客服乱说，害我白跑一趟 | 接待我的人特别不耐烦 | 导购骗我说有货`),
      en: lines(`your agent was rude to me | I want to report an employee | the person on the phone hung up on me | staff gave me wrong information | agent called me a liar | she was very unprofessional | copy paste answers, nobody reads what I write | the guy in the store was awful | your support lied to me | complaint about the rep called Mark | dismissive attitude from customer service | the assistant made fun of me | your colleague promised things that aren't true | sales person was pushy and impolite | I was treated badly by someone in your team`),
    },
  },
  {
    id: 'complaint.legal',
    family: 'complaint.service',
    slots: [],
    name: { zh: '维权起诉', en: 'Legal threat' },
    description: { zh: '打12315、找律师、起诉、报警、曝光、差评威胁。', en: 'Consumer authority, lawyer, court, police, press, bad review.' },
    examples: {
      zh: lines(`我打12315了 | 等着收律师函吧 | 去消协告你们 | 发抖音曝光 | 已经报警了 | 我要起诉 | 给你们全网差评 | 平台介入吧 | 向市场监管局举报 | 法院见 | 找记者来 | 不给解决就小红书避雷 | 涉嫌欺诈，要求三倍赔偿 | 给你差评 | 打12315投诉你们 | 我要去平台举报 | 曝光你们`),
      en: lines(`I'll be contacting my lawyer | see you in court | reporting you to trading standards | I'm filing a chargeback with my bank | one star everywhere if you don't fix this | going to the consumer protection agency | I will sue you | this goes on twitter today | I've called the police | better business bureau complaint filed | you'll hear from my solicitor | I'm going to dispute the payment | this is fraud and I will take legal action | I'm reporting you to the consumer agency | I will dispute this with my bank and sue`),
    },
  },
  {
    id: 'complaint.unsafe',
    family: 'complaint.damaged',
    slots: ['order', 'product'],
    name: { zh: '安全事故', en: 'Unsafe or hurt' },
    description: { zh: '用了受伤、过敏、起火、漏电、孩子误吞。', en: 'Somebody was hurt, a reaction, fire, shock, a child in danger.' },
    examples: {
      zh: lines(`用了脸全烂了 | 充电的时候冒烟了 | 漏电把我电到了 | 孩子吞了个小零件 | 玻璃炸了划伤手 | 吃完上吐下泻进医院了 | 电池鼓包着火 | 椅子断了摔到腰 | 过敏严重，医药费谁出 | 烫伤了，盖子是松的 | 热水袋爆了 | 插上就跳闸冒火花 | 狗狗吃了你们的零食吐血 | 梯子断了人摔下来 | 眼睛进了清洁剂又红又肿`),
      en: lines(`the charger caught fire | my face is burning after using the cream | got an electric shock from it | my kid swallowed a small part of the toy | the glass exploded and cut my hand | ended up in hospital after eating this | the battery is swelling and hot | chair collapsed and I hurt my back | severe allergic reaction, who pays the doctor | smoke came out of the plug | it burned my daughter | it sparked and tripped the power | my dog got sick from the treats | the ladder snapped while I was on it | got a rash all over from the shirt`),
    },
  },
  {
    id: 'complaint.price',
    family: 'complaint.service',
    slots: ['money'],
    name: { zh: '价格欺骗', en: 'Unfair pricing' },
    description: { zh: '先涨后降、大数据杀熟、虚假宣传。', en: 'Raised before the sale, different prices for different people, false advertising.' },
    examples: {
      zh: lines(`先涨价再打折，当我傻 | 老客户比新客户贵，杀熟啊 | 广告写九块九进来要99 | 虚假宣传 | 刚买完就降一半，坑人 | 说最后一天活动，天天最后一天 | 别人账号比我便宜五十 | 标错价就取消我订单？ | 套路太多了，到手价根本不是这个 | 限时是假的吧 | 原价虚高再打折 | 换个号看便宜一截 | 活动价比平时还贵 | 说好的到手价怎么不一样 | 领了券反而涨价`),
      en: lines(`you raised the price before the sale | fake discount, it was cheaper last week | my friend sees a lower price than me | bait and switch | the ad said 9.99 and here it's 99 | price went down by half right after I bought, what a rip off | your countdown is fake, it restarts every day | cancelled my order because you mispriced it | hidden fees at checkout, scam | misleading advertising | regular customers pay more, really? | you doubled the price overnight | the sale price is higher than yesterday's price | the price changed between cart and payment | cheaper in the app than on the site, why`),
    },
  },
];
