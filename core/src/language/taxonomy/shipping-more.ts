import { lines, type Intent } from './intent.js';

/** Particular questions about delivery, before or after ordering. */
export const SHIPPING_MORE: readonly Intent[] = [
  {
    id: 'shipping.customs',
    family: 'shipping.cost',
    slots: ['country'],
    name: { zh: '关税清关', en: 'Customs and duties' },
    description: { zh: '要不要交税、谁出关税、清关要什么资料。', en: 'Whether duties are due, who pays them, what customs asks for.' },
    examples: {
      zh: lines(`要交关税吗 | 海关被税了你们赔吗 | 包税吗 | 清关要身份证？ | 保税仓发货还要交税不 | 税费已经含在价格里了吗 | 寄到台湾会被征税么 | 海关要我提供购买凭证怎么办 | 被海关扣了谁负责 | 进口税大概多少 | 直邮要自己报关吗 | 实名认证是干嘛用的 | 超过五千是不是要单独报税 | 寄美国会被收税吗 | 关税补贴有没有`),
      en: lines(`do I have to pay customs | who pays the duties | will there be import charges for Norway | are duties included in the price | customs wants an invoice, can you send one | the courier asks for a customs fee, is that right | DDP or DDU? | how much import tax will I pay to Canada | do you declare the full value | what does customs need from me | is there brexit tax on this | got a bill from customs after delivery | import duty threshold for australia? | who pays customs duties | are there import taxes`),
    },
  },
  {
    id: 'shipping.free',
    family: 'shipping.cost',
    slots: ['money'],
    name: { zh: '包邮条件', en: 'Free delivery' },
    description: { zh: '满多少包邮、差一点能不能包、哪些地区不包邮。', en: 'From which sum delivery is free, exceptions, and asking for it.' },
    examples: {
      zh: lines(`差五块包邮行不行 | 哪些地方不包邮 | 一件也包邮吗 | 内蒙包邮不 | 凑单包邮还差多少 | 退掉一件不满包邮了要补运费吗 | 包邮是指顺丰吗 | 新客免邮怎么用 | 会员免运费几次 | 99包邮是折后还是折前 | 能给我免个邮吗老板 | 大件包送货吗 | 西藏海南也免邮？ | 包邮吗 | 满多少包邮 | 会员包邮不 | 江浙沪包不包邮`),
      en: lines(`how much more do I need for free shipping | free delivery minimum? | do you ship free to Alaska | is it free shipping on everything | I'm 2 dollars short of free delivery, can you waive it | does the free shipping threshold count before or after discount | free postage for members? | is standard delivery free of charge | which items don't qualify for free shipping | why do I see a delivery fee, I thought it was free over 50 | free returns and free shipping? | when do you have free delivery days | is store pickup free | do you offer free shipping | Is delivery free over a certain amount? | minimum order for free delivery | does free shipping apply to sale items | threshold for free postage`),
    },
  },
  {
    id: 'shipping.carrier',
    family: 'shipping.time',
    slots: ['courier'],
    name: { zh: '发什么快递', en: 'Which courier' },
    description: { zh: '默认什么快递、能不能指定或避开某家。', en: 'Which courier is used, choosing or avoiding one.' },
    examples: {
      zh: lines(`发什么快递 | 能发顺丰吗 | 可以指定快递不 | 别发韵达，我们这送不到 | 默认是中通吗 | 邮政能发吗，村里只有邮政 | 加钱换京东快递可以不 | 不要发极兔谢谢 | 大件走什么物流 | 能选快递公司么 | 发德邦还是安能 | 可以走EMS吗 | 我们小区菜鸟不收，能换别的不 | 默认发什么快递 | 可以发顺丰吗，想快一点 | 你们都发什么快递`),
      en: lines(`which courier do you use | can you send it by UPS instead | do you ship with royal mail or dpd | please don't use hermes | can I choose the carrier | is it delivered by fedex | who delivers large furniture | usps to a PO box possible? | can you ship with my own dhl account | I'd prefer DHL, is that possible | what delivery company comes here | not gls please they never find my house | carrier for international parcels? | what carriers do you normally ship with | which firm brings the parcel`),
    },
  },
  {
    id: 'shipping.express',
    family: 'shipping.time',
    slots: ['date'],
    name: { zh: '加急', en: 'Express delivery' },
    description: { zh: '能不能加急、次日达、赶某个日子到。', en: 'Express, next-day, or in time for a date.' },
    examples: {
      zh: lines(`能加急吗 | 明天必须到，有办法不 | 周五生日来得及吗 | 支持次日达么 | 加钱能快点吗 | 同城当天送可以不 | 今天拍今天能发走吗 | 急用，最快几天到 | 后天出差前能收到吗 | 闪送行不行 | 国庆前能到武汉不 | 赶婚礼用，28号前要 | 特快要多加多少钱 | 有次日达吗 | 赶时间，怎么寄最快`),
      en: lines(`I need it by Friday, can you do that | express shipping options? | is next day delivery possible to Leeds | can I pay extra to get it faster | will it be here before the 24th | same day delivery in London? | rush order please | what's the quickest way to get it | it's a birthday gift for saturday, will it make it | do you do overnight | urgent, need it tomorrow | if I order in the next hour can it ship today | guaranteed delivery date available? | shipping speed options | fastest way to get this to London`),
    },
  },
  {
    id: 'shipping.pickup',
    family: 'shipping.regions',
    slots: ['place'],
    name: { zh: '自提', en: 'Pickup' },
    description: { zh: '能不能到店或自提点取。', en: 'Collecting in a shop, a locker or a pickup point.' },
    examples: {
      zh: lines(`可以自提吗 | 到店取货行不行 | 能放菜鸟驿站吗 | 送到丰巢可以不 | 自提点在哪 | 我过去拿省运费吗 | 仓库能自己来提货不 | 下单后多久能去店里取 | 可以寄到快递网点自取吗 | 自提要带什么 | 代收点能选么 | 线上买线下拿可以吗 | 让朋友帮我去店里取可以吗 | 不想等快递，自己去拿 | 能寄存在你们店里我来取吗`),
      en: lines(`can I collect it from the store | click and collect? | can you deliver to a parcel locker | is local pickup available | pick up point near me | ship to a ups access point please | do I save shipping if I come and get it | how soon can I collect after ordering | what do I bring for the pickup | can my husband collect it for me | warehouse pickup possible? | in store pickup free? | deliver to packstation? | is there a store near me where I can collect | can I fetch it at your warehouse`),
    },
  },
  {
    id: 'shipping.slot',
    family: 'shipping.time',
    slots: ['date'],
    name: { zh: '预约送货', en: 'Delivery slots' },
    description: { zh: '指定日期时段送货、周末送、晚点发。', en: 'Choosing a day or hour, weekends, a later dispatch.' },
    examples: {
      zh: lines(`可以指定哪天送吗 | 周末能送货不 | 晚上七点后送行吗 | 先别发，下周再发 | 能约时间上门吗 | 工作日没人，只能周六收 | 定时达可以选么 | 过完年再发货可以不 | 帮我备注15号送到 | 上午送可以吗 | 我出差，月底再发 | 冰箱送货能预约吗 | 能让快递中午来不 | 可以指定送货时间吗 | 送之前约个时间可以吗`),
      en: lines(`can I choose a delivery date | do you deliver on weekends | evening delivery possible? | please ship it next week, I'm away | can the sofa come on a certain day | time slot for delivery? | is saturday delivery available | hold the shipment until the 15th | can you deliver after 6pm | I only have mornings free, can you book that | don't send it before monday | how do I schedule the delivery | sunday drop off? | do you deliver on Saturdays | deliver on a day I choose`),
    },
  },
  {
    id: 'shipping.international',
    family: 'shipping.regions',
    slots: ['country'],
    name: { zh: '海外寄送', en: 'Shipping abroad' },
    description: { zh: '能不能寄国外、港澳台、转运。', en: 'Whether and how it is sent to another country.' },
    examples: {
      zh: lines(`能寄国外吗 | 发香港不 | 可以寄到美国么 | 港澳台怎么下单 | 支持转运公司地址吗 | 海外直邮几天到 | 寄日本运费怎么算 | 马来西亚能送到不 | 我在德国留学，能寄过来吗 | 新加坡发货么 | 国际件走什么渠道 | 能寄到澳门的酒店吗 | 电池类的能寄国外不 | 能寄到国外吗 | 发不发香港 | 海外能配送不 | 送到澳门行吗 | 哪些国家可以寄`),
      en: lines(`do you ship internationally | can I get it delivered to Japan | shipping to Brazil? | do you deliver outside the EU | can I order from New Zealand | is worldwide shipping available | I live in Dubai, do you send there | can you ship to a freight forwarder | why can't I pick my country at checkout | how long to Singapore | do batteries ship overseas | deliver to Northern Ireland? | could I order from south africa | is international shipping available | I live in Norway, can I order | shipping outside the US? | do you send to Northern Ireland | do you ship worldwide | can I order from abroad | can't select my country at checkout`),
    },
  },
  {
    id: 'shipping.address-kind',
    family: 'shipping.regions',
    slots: ['address'],
    name: { zh: '能送到哪种地址', en: 'Kinds of addresses' },
    description: { zh: '邮政信箱、酒店、学校、军队、乡下、送上楼。', en: 'PO boxes, hotels, campuses, islands, villages, upstairs.' },
    examples: {
      zh: lines(`村里能送到吗 | 送不送上楼 | 可以寄学校吗 | 部队地址能收货不 | 寄到酒店前台行不行 | 没有电梯六楼送么 | 偏远山区到得了吗 | 能送到公司吗，写公司名 | 送货到家门口还是楼下 | 镇上可以派送不 | 海岛能寄到吗 | 宿舍能送进来不 | 新疆和田能到么 | 新疆西藏能送吗 | 农村送不送货 | 乡镇能到吗 | 能送到酒店吗 | 偏远山区送吗 | 部队地址可以收吗`),
      en: lines(`do you deliver to PO boxes | can it be sent to my hotel | do you bring the washing machine upstairs | APO address ok? | can you deliver to my workplace | delivery to an island possible | I live in a rural area, do you come here | ship to a university dorm? | no lift, 4th floor, will they carry it up | kerbside or into the house | can I use a military address | do you deliver to campsites | is my postcode covered | can you ship this to an APO address | are deliveries to islands possible | deliver in my area? zip 99501 | will you send to a hotel | do you deliver to rural addresses`),
    },
  },
  {
    id: 'shipping.packaging',
    family: 'shop.info',
    slots: [],
    name: { zh: '包装方式', en: 'Packaging' },
    description: { zh: '包装结不结实、能不能保密、环保、礼盒。', en: 'How it is packed: safe, discreet, plastic-free, as a gift.' },
    examples: {
      zh: lines(`包装严实吗，玻璃的怕碎 | 能保密发货不 | 面单上会写商品名吗 | 麻烦多包几层 | 外包装有logo吗 | 有礼盒装不 | 能不能别用那么多塑料 | 发货前检查一下哈 | 是原箱发还是二次包装 | 易碎品怎么打包的 | 快递盒上看得出是什么吗，不想让家人知道 | 会不会压坏 | 带手提袋吗 | 瓶子会不会碎，怎么包 | 能用礼盒寄给朋友吗`),
      en: lines(`is it packed discreetly | will the box show what's inside | please wrap it well, it's glass | do you use plastic free packaging | does it come in a gift box | plain packaging please, it's a surprise | how do you pack fragile items | is the name of the shop on the parcel | can you remove the brand box | original packaging or repacked? | is there a price tag in the parcel | extra padding possible? | can you add a gift bag | will it be wrapped safely | no logos on the parcel please`),
    },
  },
  {
    id: 'shipping.holiday',
    family: 'shipping.time',
    slots: ['date'],
    name: { zh: '节假日发货', en: 'Holidays' },
    description: { zh: '春节、国庆、圣诞发不发货，什么时候恢复。', en: 'Dispatch around holidays, last order dates, when it resumes.' },
    examples: {
      zh: lines(`过年发货吗 | 春节期间快递停运到几号 | 国庆还发货不 | 几号之前拍能年前到 | 年后什么时候恢复发货 | 除夕下单多久发 | 双十一发货会不会慢 | 周日发不发货 | 疫情还能发吗 | 元旦仓库放假么 | 中秋快递正常吗 | 最晚哪天下单能赶在节前 | 放假客服和仓库都不在吗 | 周末发货吗 | 过年期间发不发货`),
      en: lines(`do you ship over christmas | last order date for christmas delivery | are you closed on thanksgiving | when do shipments resume after new year | do orders go out on bank holidays | is dispatch slower during black friday | chinese new year delays? | do you send parcels on weekends | will easter affect my delivery | holiday shipping schedule please | order by when to get it before the 25th | warehouse open on july 4th? | are couriers working on boxing day | is anything shipped between christmas and new year | do holidays delay delivery`),
    },
  },
];
