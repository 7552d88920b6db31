import { lines, type Intent } from './intent.js';

/** What a shopper wants to know about an article before buying it: what it is, holds and can do. */
export const PRODUCT_FACTS: readonly Intent[] = [
  {
    id: 'product.material',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '材质面料', en: 'Material' },
    description: { zh: '什么材料做的、含量多少、厚不厚、掉不掉毛。', en: 'What it is made of, in which share, how thick, whether it sheds or pills.' },
    examples: {
      zh: lines(`这件是纯棉的吗 | 什么面料的呀 | 羊毛含量百分之多少 | 是真皮还是PU | 里料是什么做的 | 会不会起球 | 面料厚不厚，冬天能穿吗 | 锅是304不锈钢吗 | 这桌子是实木的还是板材 | 会掉毛吗姐妹 | 填充物是鸭绒还是鹅绒 | 聚酯纤维的会不会闷 | 夏天穿透不透气 | 布料有弹性吗 | 手柄是塑料的还是木头的 | 银的还是镀银的啊 | 起不起静电 | 是什么材质的 | 会起球吗`),
      en: lines(`is this pure cotton | what's it made of | real leather or faux? | how much wool is in the jumper | does it pill after a few washes | what fabric is the lining | is the frame solid oak or just veneer | stainless or chrome plated | whats the filling, down or polyester | is it see through in daylight | how thick is the blanket | polyster or cotton?? | does the material stretch | will it shed on my clothes | is the strap metal or plastic | sterling silver or just coated | breathable enough for summer? | is it real leather`),
    },
  },
  {
    id: 'product.compatibility',
    family: 'product.details',
    slots: ['product', 'product'],
    name: { zh: '适配兼容', en: 'Compatibility' },
    description: { zh: '能不能配某个型号、系统、设备或尺寸使用。', en: 'Whether it fits or works with another device, model, system or size.' },
    examples: {
      zh: lines(`苹果15能用这个壳吗 | 我的车是21款轩逸，装得上吗 | 支持安卓不 | 滤芯跟M20通用吗 | 这个充电头能充switch吗 | 笔记本16寸放得进去吗 | win11能用吗 | 和我家的戴森吸头匹配不 | 适配哪些机型啊 | 老款的也能装？ | 蓝牙能连电视吗 | 镜头卡口是E口的吗 | 电磁炉上能用这口锅吗 | 能接小米米家吗 | 配件跟上一代一样吗，能不能混着用 | 1.8米的床能铺吗 | 支持苹果15吗`),
      en: lines(`does this fit an iphone 14 | will it work with my Galaxy S22 | compatible with windows 11? | can I use the filter in the older model | is the lens for Sony E mount | does the charger do macbooks too | will these pads fit a 2018 corolla | works on induction hobs? | can it connect to alexa | does a 16 inch laptop go in the backpack | android or ios only? | does the refill fit dispensers from other brands | wil this work with my PS5 | is the battery interchangeable with the M20 | do I need a hub to pair it | fits a queen size bed? | does it work with iphone 15 | is it compatible with 220 volts | does it work on induction hobs`),
    },
  },
  {
    id: 'product.usage',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '使用方法', en: 'How to use it' },
    description: { zh: '怎么用、怎么装、怎么设置，按哪个键。', en: 'How to use, assemble, set up or operate it.' },
    examples: {
      zh: lines(`这个怎么用啊 | 第一次用要先充电吗 | 怎么连wifi，一直连不上 | 面膜要敷多久 | 说明书看不懂，教我一下 | 怎么组装，有视频吗 | 早上用还是晚上用 | 一天吃几粒 | 怎么恢复出厂设置 | 遥控器怎么配对 | 水要加到哪里 | 精华和水乳的顺序是啥 | 定时功能在哪开 | 咋安装呀，螺丝都不知道往哪拧 | 滤网怎么拆下来 | 灯一直闪是什么意思，要按哪里 | 怎么用啊 | 怎么连wifi`),
      en: lines(`how do I use this | how do you put the shelf together | do I charge it before first use | can't figure out how to pair the remote | how many capsules a day | morning or evening for this serum? | what does the blinking red light mean | steps to connect it to wifi | is there a video how to assemble the crib | how do I set the timer on it | how to reset the watch | which way round does the filter go | how long do I leave the mask on | where do I pour the water in | explain me how to switch modes plz | how do I change the language of the display | how do I use it | how do I connect it to wifi`),
    },
  },
  {
    id: 'product.care',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '洗护保养', en: 'Washing and care' },
    description: { zh: '怎么洗、怎么保养、会不会缩水褪色。', en: 'How to wash, clean or look after it; shrinking and fading.' },
    examples: {
      zh: lines(`可以机洗吗 | 要干洗还是手洗 | 会缩水不 | 掉色吗 | 白鞋脏了怎么清理 | 能不能用烘干机 | 真丝的怎么打理 | 多少度水洗 | 皮包怎么保养 | 木砧板要上油吗 | 能进洗碗机吗 | 洗了之后变形咋办，正常吗 | 熨烫温度有要求吗 | 银手链发黑了怎么处理 | 羽绒服怎么洗才不结块 | 滤网多久要清洁一次 | 怎么清洗保养`),
      en: lines(`machine wash ok? | dry clean only? | does it shrink | will the colour run | how do I clean suede shoes | dishwasher safe or not | tumble dry ok? | what temperature do I wash the duvet at | how to look after a leather bag | can I iron it | the necklace got dark, how do I polish it | do I have to oil the cutting board | washing instructions pls | how often should the filter be cleaned | does the print come off in the wash | is bleach allowed on this fabric | can it be machine washed | can I put it in the washing machine | is it dishwasher safe`),
    },
  },
  {
    id: 'product.ingredients',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '成分配料', en: 'Ingredients and allergies' },
    description: { zh: '含不含某种成分、会不会过敏、素食清真。', en: 'What is in it, allergens, vegan, halal, sugar.' },
    examples: {
      zh: lines(`含酒精吗 | 配料表发我看看 | 有没有香精 | 我对花生过敏，能吃吗 | 是不是无糖的 | 清真的吗 | 乳糖不耐可以喝不 | 里面加防腐剂了吗 | 敏感肌用会不会过敏 | 素食者能吃吗 | 成分里有水杨酸么 | 含不含麸质 | 咖啡因含量多少 | 一份多少大卡 | 有没有激素啊，不敢给孩子用 | 精油是天然的吗`),
      en: lines(`what are the ingredients | does it contain nuts | is the cream fragrance free | vegan? | gluten free or not | how much sugar per serving | I'm allergic to lanolin, is there any in it | is it halal | any parabens in the shampoo | lactose free? | how many calories in one bar | does this have retinol | full ingrediants list please | safe for sensitive skin | is there caffeine in the tea | cruelty free product? | ingredients of the face cream? | does this contain nuts`),
    },
  },
  {
    id: 'product.origin',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '产地品牌', en: 'Origin and brand' },
    description: { zh: '哪里生产、什么牌子、进口还是国产。', en: 'Where it is made, which brand, imported or domestic.' },
    examples: {
      zh: lines(`产地是哪里 | 是国产的还是进口的 | 哪个厂家生产的 | 日本原装吗 | 什么牌子啊没听过 | 茶叶是哪里产的 | 有中文标签吗，进口的话 | 是不是代工的 | 橙子是赣南的吗 | 德国制造还是贴牌 | 这是哪国的品牌 | 原料从哪里来的 | 生产商信息在哪看 | 美版还是国行 | 棉花是新疆棉吗 | 产地哪里`),
      en: lines(`where is it made | made in china? | which country does the coffee come from | is this a german brand | who manufactures these | imported or local | what brand is that lamp | are the shoes manufactured in italy | where do you source the wool | is it the US version or the european one | country of origin for customs form? | is it handmade by you | who's the maker | produced in the EU? | where were the apples grown | where is this made`),
    },
  },
  {
    id: 'product.authentic',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '是否正品', en: 'Is it genuine' },
    description: { zh: '买之前问是不是正品、有没有授权、能不能验货。', en: 'Before buying: whether it is original, authorised, verifiable.' },
    examples: {
      zh: lines(`是正品吗 | 保真不 | 假一赔十吗 | 支持专柜验货吗 | 有授权书没有 | 怎么辨别真假 | 能扫码查防伪吗 | 价格这么低不会是高仿吧 | 你们是官方授权店吗 | 有没有鉴定证书 | 可以去得物鉴定吗 | 不会是水货吧 | 带防伪标的吗 | 正规渠道拿的货吗 | 珍珠有证书吗`),
      en: lines(`is it genuine | are these original or replicas | how do I know it's not fake | authorised dealer? | does the bag come with a certificate of authenticity | 100% authentic? | can I verify the serial number anywhere | seems too cheap to be real | is this an official product | are your perfumes originals | do you guarantee its the real thing | is there a hologram on the box | legit or knockoff | grey import? | real pearls with a certificate? | is this authentic`),
    },
  },
  {
    id: 'product.shelf-life',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '保质期', en: 'Shelf life' },
    description: { zh: '保质期多长、生产日期新不新、开封后放多久、怎么存放。', en: 'Expiry and production dates, how long it keeps, how to store it.' },
    examples: {
      zh: lines(`保质期多久 | 生产日期是什么时候的 | 日期新鲜吗 | 开封以后能放几个月 | 要放冰箱吗 | 快过期的别发我啊 | 什么时候到期 | 能常温保存不 | 奶粉是几月份产的 | 月饼能放几天 | 电池放久了会坏吗 | 面霜开盖多久要用完 | 可以囤货吗，能放一年不 | 发的是最新批次吗 | 冷冻能放多长时间 | 保质期到什么时候`),
      en: lines(`what's the expiry date | how long does it keep after opening | best before? | is the stock fresh | does it need to stay in the fridge | when was this batch produced | can I freeze it | how many months shelf life | will I get one that expires soon | how should I store the vitamins | can I keep it at room temperature | does unopened sunscreen go off | production date on the current lot? | use by date please | how long do the batteries last in storage | expiry date of the vitamins?`),
    },
  },
  {
    id: 'product.suitability',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '适用人群', en: 'Who it suits' },
    description: { zh: '适不适合孩子、孕妇、老人、宠物、某种肤质或场合。', en: 'Whether it suits children, pregnancy, elderly, pets, a skin type or an occasion.' },
    examples: {
      zh: lines(`孕妇能用吗 | 三岁小孩可以玩不 | 适合油皮吗 | 老人用方便吗 | 狗狗能吃不 | 新手学画用这个行吗 | 高血压可以吃吗 | 男生能用么 | 几岁的宝宝穿 | 干皮冬天用会不会太干 | 面试穿合适吗 | 120斤的人能坐吗 | 哺乳期可以用吗 | 初学者买哪个好上手，这个行不 | 猫咪多大能吃这个罐头 | 送六十岁的妈妈合适吗 | 适合敏感肌吗 | 小孩可以玩吗，几岁以上`),
      en: lines(`can I use it while pregnant | ok for a 3 year old? | suitable for oily skin | is it safe for dogs | good for beginners | is this alright for someone with diabetes | which age is the puzzle for | does it work for men as well | can elderly people operate it easily | would that suit a wedding guest | is it okay for breastfeeding mums | will the chair hold 120 kilos | kids size or adult | for dry hair? | can toddlers wear it in the pool | is the yoga mat fine for bad knees | can kids use it`),
    },
  },
  {
    id: 'product.comparison',
    family: 'product.details',
    slots: ['product', 'product'],
    name: { zh: '商品对比', en: 'Comparing products' },
    description: { zh: '两款有什么区别、哪个更好、新旧款差在哪。', en: 'The difference between two products, and which one is better.' },
    examples: {
      zh: lines(`这两款有什么区别 | 哪个更好用 | pro版和普通版差在哪 | A款B款怎么选啊 | 新款比老款升级了啥 | 1号链接和2号链接是一样的吗 | M20跟M30该买哪个 | 贵的那个贵在哪 | 大瓶小瓶成分一样吗 | 跟旗舰店那款同款吗 | 红盒和蓝盒的区别 | 帮我对比一下这两个耳机 | 黑色和灰色哪个好看 | 标准版够用吗还是上高配 | 哪个吸力大一些 | pro和标准版有啥区别`),
      en: lines(`what's the difference between these two | which one is better | pro vs standard, worth it? | how does the new version differ from last year's | compare the M20 and the M30 | is the expensive one really better | red box or blue box, whats the diffrence | which vacuum has more suction | are the small and large bottle the same formula | should I get the 12 or the 14 cup | what do I get extra with the premium set | is this the same as the one on amazon | which of your two tents is lighter | help me choose between grey and black | differences please, ergo and ortho | what's the difference between pro and lite`),
    },
  },
  {
    id: 'product.dimensions',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '大小重量', en: 'Dimensions and weight' },
    description: { zh: '长宽高、重量、容量是多少（不是穿什么码）。', en: 'Length, width, height, weight, capacity; not which size to wear.' },
    examples: {
      zh: lines(`长宽高多少 | 多重啊 | 容量几升 | 一盒多少克 | 折叠后多大 | 屏幕几寸的 | 柜子深度是多少厘米 | 净重还是毛重 | 杯子能装多少毫升 | 桌子高度能到75吗 | 线有多长 | 一包几片 | 行李箱20寸实际外径多少 | 裙长是多少 | 包装箱有多大，后备箱放得下吗 | 一个人搬得动不 | 尺寸是多长多宽`),
      en: lines(`what are the dimensions | how heavy is it | how many litres does it hold | width of the cabinet? | how big is it when folded | how long is the cable | net weight or gross | height of the table please | how many ml in the bottle | screen size in inches | how many sheets in one pack | does the box fit in a car boot | measurments of the rug | how deep are the shelves | capacity of the power bank | how many grams is one bar | how heavy is the big rucksack | what are the dimensions of the shelf`),
    },
  },
  {
    id: 'product.power',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '供电续航', en: 'Power and battery' },
    description: { zh: '电压、插头、功率、电池续航、充电多久。', en: 'Voltage, plug, wattage, battery life, charging time.' },
    examples: {
      zh: lines(`续航多久 | 充满要几个小时 | 多少瓦 | 支持快充吗 | 插头是国标的吗 | 110伏能用不 | 用电池还是插电 | 几节五号电池 | 费不费电 | 待机能几天 | 电池多少毫安 | 英标插头有没有 | 充一次能骑多远 | 能边充边用吗 | 功率大不大，宿舍能用吗 | typec口的吗 | 电池能用多久 | 功率多大，费电吗`),
      en: lines(`how long does the battery last | charging time? | how many watts | does it support fast charging | which plug does it have | 110v or 220v | runs on batteries or mains | what batteries does it take | is a UK adapter included or do I need one | standby time? | how far can it go on one charge | usb-c? | can I use it while it's charging | power consumption per hour | mah of the battery | does it work on european voltage | does it need batteries`),
    },
  },
  {
    id: 'product.waterproof',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '防水耐用', en: 'Waterproof and durable' },
    description: { zh: '防不防水、防摔、耐高温、能用几年、噪音大不大。', en: 'Water, drop and heat resistance, noise, how long it lasts.' },
    examples: {
      zh: lines(`防水吗 | 下雨天能穿不 | 能戴着洗澡游泳吗 | 防水等级多少 | 耐不耐摔 | 噪音大吗 | 能用几年 | 会不会晒褪色 | 耐高温不，能装开水吗 | 防风效果怎么样 | 承重多少斤 | 容易生锈吗 | 户外放着淋雨没事吧 | 晚上睡觉开着吵不吵 | 踩几次会不会断 | 噪音大不大`),
      en: lines(`is it waterproof | can I swim with it on | ip rating? | water resistant or proof | will it survive a drop | how loud is it | how many years will it last | does it rust outdoors | can I pour boiling water in it | heat resistant up to what temperature | is the jacket windproof | max load of the shelf? | noise level in dB | can it stay outside in winter | scratch resistant glass? | does the paint fade in the sun | is this waterproof`),
    },
  },
  {
    id: 'product.in-the-box',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '包装清单', en: 'What is in the box' },
    description: { zh: '含哪些配件、几件装、送不送充电器，配件是否另购。', en: 'What comes with it, accessories included or bought separately.' },
    examples: {
      zh: lines(`里面都有什么 | 带充电器吗 | 一套几件 | 送不送电池 | 包装清单发一下 | 枕芯包含在内吗 | 螺丝配齐了吗 | 含安装工具不 | 盖子要单独买吗 | 是一对还是一只 | 有配收纳袋吗 | 图上的花瓶送吗 | 支架是标配还是选配 | 拍一份是几瓶 | 遥控器里带电池么 | 包装里都有什么 | 带不带充电器`),
      en: lines(`what's in the box | does it come with a charger | are batteries included | how many pieces in the set | is the stand sold separately | do I get a case with it | are the screws included | is it one or a pair | does the price include the mattress | comes with a lid? | are the flowers on the picture part of it | which accesories come along | do I need to buy cables extra | does the tent come with pegs | whats included in the starter kit | does the lamp come with a bulb`),
    },
  },
  {
    id: 'product.photos',
    family: 'product.details',
    slots: ['product'],
    name: { zh: '实物图视频', en: 'Real photos' },
    description: { zh: '要实拍图、视频、买家秀，问有没有色差、评价怎么样。', en: 'Wants real pictures, a video, reviews; asks whether the colour is true.' },
    examples: {
      zh: lines(`有实物图吗 | 拍个视频给我看下呗 | 色差大不大 | 图片和实物一样吗 | 有买家秀没 | 背面长什么样 | 上身效果图有么 | 能看看细节图吗 | 好评多吗 | 别人用了怎么说 | 颜色偏黄还是偏白 | 有模特穿的照片不 | 发张没修过的图 | 评价在哪里看 | 内部结构能拍一张吗`),
      en: lines(`do you have real photos | could you send a video of it | is the colour true to the picture | any customer pics | what does the back look like | more pictures please | can I see it worn by someone | does it look the same in real life | what do reviews say about it | close up of the zipper? | is the beige more yellow or more grey | can you show the inside of the bag | photo without filter | where can I read other buyers opinions | picture of the red one next to something for scale`),
    },
  },
];
