import { lines, type Intent } from './intent.js';

/** Which article to buy, and whether it can be had. */
export const PRODUCT_BUYING: readonly Intent[] = [
  {
    id: 'product.bestseller',
    family: 'product.search',
    slots: [],
    name: { zh: '热销推荐', en: 'Bestsellers' },
    description: { zh: '卖得最好的、爆款、性价比高的。', en: 'What sells best, what others buy, best value.' },
    examples: {
      zh: lines(`你们家卖得最好的是哪款 | 爆款有哪些 | 回购最多的是什么 | 哪个性价比高 | 招牌产品推荐下 | 大家都买哪个 | 销量第一的是？ | 新手入门买哪个不踩雷 | 店长推荐什么 | 网红那款是哪个 | 什么最受欢迎 | 预算不多，买哪款最划算 | 口碑最好的面霜是哪个 | 人气款发我链接 | 镇店之宝是啥 | 哪一款性价比高`),
      en: lines(`what's your best seller | most popular item? | what do people usually buy | top rated backpack please | which one do you recommend most | best value for money? | what's trending right now | show me your number one product | the famous one from tiktok, which is it | what do you sell the most of | staff pick? | best thing for under 50 | what would you buy yourself | most loved candle | which is the bestselling blend`),
    },
  },
  {
    id: 'product.new-arrivals',
    family: 'product.search',
    slots: [],
    name: { zh: '新品', en: 'New arrivals' },
    description: { zh: '有什么新款、什么时候上新、某款何时上市。', en: 'What is new, when new things come, release dates.' },
    examples: {
      zh: lines(`最近有上新吗 | 秋冬新款出了没 | 什么时候上新 | 新品有哪些 | 几号开售 | 下一代啥时候出 | 周几更新款式 | 还会出别的颜色吗 | 今年的新款给我看看 | 预告的那款上架了吗 | 新茶上市了没 | 联名款啥时候发布 | 有没有刚到的货 | 春季系列到了通知我 | 明年会出升级版不`),
      en: lines(`what's new in store | when does the autumn collection drop | any new arrivals | when will the next model come out | new colours planned? | release date of the collab | have you got this season's stuff yet | which day do you post new items | is the 2027 calendar out | latest products please | when do preorders for the new one start | did the new flavour launch already | anything fresh this week | upcoming releases? | is there going to be a version 2 | new arrivals?`),
    },
  },
  {
    id: 'product.gift-idea',
    family: 'product.search',
    slots: [],
    name: { zh: '送礼推荐', en: 'Gift ideas' },
    description: { zh: '不知道送什么，按对象、场合、预算求推荐。', en: 'Looks for a present: for whom, which occasion, which budget.' },
    examples: {
      zh: lines(`送女朋友什么好 | 妈妈生日，帮忙推荐个礼物 | 想送老师，三百左右 | 给爸爸买点啥合适 | 有适合送客户的吗 | 满月礼送什么 | 情人节礼物推荐 | 送闺蜜结婚的 | 圣诞交换礼物五十以内 | 男生一般喜欢什么呀 | 教师节想表示一下，有啥推荐 | 给八岁侄子选个礼物 | 中秋送长辈的礼盒 | 伴手礼有没有 | 纪念日想送个特别点的 | 送妈妈什么好 | 求推荐，送男朋友的礼物`),
      en: lines(`gift for my girlfriend, any ideas | what can I get my dad for his birthday | looking for a present around 30 dollars | mother's day suggestions? | something nice for a new baby | secret santa under 20 | what do you have for a wedding gift | present for a 10 year old boy | housewarming gift idea | what would a teacher like | I need a gift for a coffee lover | anniversary, he likes hiking, what would you suggest | corporate gifts? | stocking fillers please | can't decide what to give my sister | I'm looking for a gift for my mom | gift ideas for a 10 year old`),
    },
  },
  {
    id: 'product.restock',
    family: 'product.stock',
    slots: ['product'],
    name: { zh: '补货时间', en: 'Back in stock' },
    description: { zh: '卖完的什么时候再有、到货通知。', en: 'When a sold-out article returns, and to be told of it.' },
    examples: {
      zh: lines(`什么时候补货 | 还会再上吗 | 断货了，大概几号有 | 到货了叫我一声 | 登记到货提醒 | 等了两周了还没补上？ | M码啥时候能买到 | 卖完就没了吗 | 下一批什么时候来 | 抢不到，还有加库存吗 | 灰色的会返场不 | 能帮我留一件吗，到货就买 | 预计补货日期 | 又缺货，到底什么时候有 | 补了通知我，手机13900001234 | 到货了通知我 | 怎么缺货了，还会上吗 | 显示无货，几时有 | 大号的啥时候来货 | 补货提醒怎么设置`),
      en: lines(`when will it be back in stock | restock date? | notify me when the blue one is available | are you getting more of these | it says sold out, is that forever | put me on the waiting list | next delivery of size 38? | will the candle come back | can you email me once it's in again | been sold out for weeks, whats going on | when do you expect the next batch | could you reserve one for me when they arrive | any idea when the M30 returns | is there a restock planned before christmas | do you know if you'll have it again | restock date please | notify me when it's available again | it says out of stock, will you get more`),
    },
  },
  {
    id: 'product.preorder',
    family: 'product.stock',
    slots: ['product'],
    name: { zh: '预售预订', en: 'Pre-orders' },
    description: { zh: '预售怎么买、多久发、能不能预订。', en: 'Buying something that is not out yet, and when it is sent.' },
    examples: {
      zh: lines(`这是预售吗 | 预售的多久发 | 能不能先预订 | 预订要付全款吗 | 15天预售是从哪天算 | 预售可以退不 | 现货还是预售 | 定制款要等几天 | 预售款能和现货一起发么 | 页面写30天内发，能提前吗 | 还没开卖的能先付钱占个位吗 | 预定的那个什么时候出货 | 可以预约购买吗 | 首批预售还有名额没 | 提前订有优惠没`),
      en: lines(`can I preorder it | how long until preorders ship | is this a pre-order or in stock | do I pay the full amount for a pre order | can preorders be cancelled | reserve one before launch? | when do you send out the pre orders | if I order a preorder and something in stock do they come together | preorder still open? | pay now get it in march, is that how it works | can I book the console in advance | how far ahead can I order the advent calendar | is it made to order, what's the wait | first batch already gone? | can I preorder the sold out one`),
    },
  },
  {
    id: 'product.discontinued',
    family: 'product.stock',
    slots: ['product'],
    name: { zh: '停产下架', en: 'Discontinued' },
    description: { zh: '怎么找不到了、是不是下架停产、有没有替代款。', en: 'An article that vanished from the shop; whether there is a successor.' },
    examples: {
      zh: lines(`这款下架了吗 | 怎么搜不到了 | 是不是停产了 | 以前买过的那个没有了？ | 链接失效了 | 有没有替代的款 | 老款还能买到不 | 不卖了吗，之前一直用的 | 收藏的商品不见了 | 去年那个香味还有吗 | 绝版了？ | 页面显示宝贝不存在 | 换包装了吗，找不到原来那个 | 停售原因是什么 | 下架了还能买到吗 | 这个型号停产了吗`),
      en: lines(`did you discontinue it | I can't find the product anymore | is the old model still available anywhere | link is dead | what replaces the M10 | the page says not found | why did you take it off the site | don't you sell the lemon one any more? | is there a successor to this lamp | used to buy it every month and now it's gone | was it renamed | any alternative to the one you stopped making | out of production? | item disappeared from my favourites | why is the old one gone from the shop`),
    },
  },
  {
    id: 'product.purchase-limit',
    family: 'product.stock',
    slots: ['product'],
    name: { zh: '限购起订', en: 'Purchase limits' },
    description: { zh: '一人能买几件、几件起卖、为什么限购。', en: 'How many one may buy, minimum quantities, why it is limited.' },
    examples: {
      zh: lines(`一个人限购几件 | 为什么不能多买 | 可以拍十份吗 | 几件起批 | 单买一个卖不卖 | 提示超出限购数量 | 一个账号只能买一次吗 | 最少要买多少 | 能拆开单卖吗 | 换个号还能再买不 | 每单上限多少 | 怎么加不了数量，最多两件？ | 起订量是多少 | 散装卖吗 | 最多能拍几个`),
      en: lines(`is there a limit per customer | how many can I buy at once | why does it only let me add two | minimum order quantity? | can I buy just a single one out of the pack | quantity limit reached, can you lift it | max per household? | do you sell singles or only boxes | I need ten but the cart stops at five | one per account? | can I order half a metre | smallest amount I can order | am I allowed to purchase again with the same account | limit on the sale items? | why only one piece per person`),
    },
  },
  {
    id: 'product.bulk',
    family: 'product.price',
    slots: ['product', 'quantity'],
    name: { zh: '批量价格', en: 'Quantity prices' },
    description: { zh: '买得多能便宜多少、团购、公司采购、批发。', en: 'Price for many pieces, company purchases, wholesale.' },
    examples: {
      zh: lines(`买一百个什么价 | 批发怎么算 | 公司采购能优惠吗 | 量大从优不 | 我们单位要200份，报个价 | 多买有折扣吗 | 五十件以上多少钱一件 | 可以给个批发价吗 | 员工福利想订一批 | 拿货价多少 | 学校要采购，有合同价吗 | 整箱买便宜多少 | 有阶梯价格表吗 | 我想代理，拿货怎么拿 | 大单找谁谈 | 报个价 | 买十个什么价格`),
      en: lines(`price for 100 pieces | do you do wholesale prices | bulk discount? | quote for 250 mugs please | we're a company and need 40 chairs, what could you do | cheaper if I take a full case? | price list for resellers | from which quantity is there a discount | how much if I buy ten | trade account available? | we want to order uniforms for our staff | school purchase, do you make offers | volume pricing on the M30 | unit price at 500? | who do I talk to about large orders | quote for 10 units`),
    },
  },
  {
    id: 'product.custom',
    family: 'shop.info',
    slots: ['product'],
    name: { zh: '定制刻字', en: 'Made to measure, engraving' },
    description: { zh: '能不能定制尺寸、颜色、印logo、刻字。', en: 'Custom sizes and colours, logos, engraving, personal messages.' },
    examples: {
      zh: lines(`可以定做尺寸吗 | 印公司logo多少起 | 能刻名字不 | 窗帘可以按我家的窗户做吗 | 定制要多久 | 图案能换成我自己的照片么 | 可以绣字吗 | 戒指内圈刻日期行不行 | 颜色能指定吗，页面没有的那种 | 量身定做怎么下单 | 定制的要加多少钱 | 包装上能印祝福语吗 | 来图定制做不做 | 按图纸加工吗 | 手机壳能印宠物照吗 | 能刻字吗 | 可以定做吗`),
      en: lines(`can you engrave a name on it | do you make custom sizes | can I get my logo printed on the bottles | is it possible to order the curtains 2.6 m long | how long does personalisation take | I'd like a photo printed on the mug | any colour on request? | can the ring be made in size 5.25 | embroider initials on the towel, possible? | custom text on the box | what does engraving cost extra | can I design my own | we need shirts with our team name | made to measure? | can you cut the glass to size | can I get my initials engraved | do you make custom pieces`),
    },
  },
  {
    id: 'product.sample',
    family: 'shop.info',
    slots: ['product'],
    name: { zh: '试用小样', en: 'Samples' },
    description: { zh: '有没有小样、试用装、色卡，先试后买。', en: 'Testers, samples, swatches, trying before buying.' },
    examples: {
      zh: lines(`有小样吗 | 送试用装不 | 可以先试用再买么 | 面料能寄个样布看看吗 | 有没有旅行装 | 下单送不送小样 | 色卡可以寄一份不 | 买之前想试试味道，有分装吗 | 试吃装多少钱 | 不满意能退正装吗，先试小样 | 能申请体验装吗 | 香水卖分装吗 | 可以试戴么 | 样品怎么申请 | 先寄个样品看看行吗`),
      en: lines(`do you have samples | can I try it before I buy | fabric swatches available? | travel size? | free tester with the order? | could you send me a colour card | is there a trial version | want to smell it first, any sample vials | sample of the wallpaper please | can I test the mattress at home | mini size for sale? | do you do tasting packs | how do I request a sample kit | try at home option for glasses? | any free samples to try first`),
    },
  },
  {
    id: 'product.refurbished',
    family: 'product.search',
    slots: ['product'],
    name: { zh: '二手翻新', en: 'Used and refurbished' },
    description: { zh: '有没有二手、翻新、样机、瑕疵品便宜卖。', en: 'Second-hand, refurbished, display or B-grade pieces.' },
    examples: {
      zh: lines(`有二手的吗 | 翻新机卖不卖 | 样品机便宜处理吗 | 有没有微瑕的 | 是全新的还是官翻 | 展示机能买吗 | 退回来的会便宜卖么 | 九成新的有不 | 尾货在哪看 | 瑕疵款有啥问题，影响用吗 | 收不收旧的再卖 | 孤品断码有打折区没 | 二手的保修吗 | 库存机是不是新的 | 有没有拆封机`),
      en: lines(`do you sell refurbished ones | any second hand units | display model for sale? | is it brand new or refurbished | b-stock available | scratched or returned items at a lower price? | open box deals | what condition are the used ones in | do refurbs have a guarantee | where's the outlet section | factory seconds? | ex demo machine cheaper? | pre-owned watches? | is the renewed phone unlocked | do you have ex-display ones`),
    },
  },
  {
    id: 'product.manual',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '说明书', en: 'Manuals and downloads' },
    description: { zh: '要说明书、驱动、电子版、检测报告。', en: 'Wants a manual, driver, data sheet or certificate.' },
    examples: {
      zh: lines(`说明书丢了，能发我一份吗 | 有没有电子版说明书 | 驱动在哪下载 | 中文说明书有么 | 检测报告能看一下吗 | 安装图纸发我 | 没看到说明书啊盒子里 | 固件更新包哪里下 | 参数表有吗 | 3C证书给我看看 | 质检报告要一份，公司要用 | 说明书全是英文看不懂 | 软件官网下载地址 | 保修卡和说明书都没有 | 有没有说明书，不会装`),
      en: lines(`I lost the manual, can you send it | pdf manual for the M30? | where do I download the driver | no instructions in the box | user guide in english please | data sheet available? | firmware update link | do you have the assembly plan | need the safety data sheet for customs | is there a test report | manual only in german, have you got another | where's the software for this scanner | instruction leaflet missing | CE certificate for the toy? | is there a manual, I can't assemble it`),
    },
  },
];
