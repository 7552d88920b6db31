import { lines, type Intent } from './intent.js';

/** Questions about the goods. */
export const PRODUCT: readonly Intent[] = [
  {
    id: 'product.search',
    name: { zh: '找商品', en: 'Find a product' },
    description: { zh: '想找某类商品、求推荐。', en: 'Looks for a kind of product or asks for a recommendation.' },
    examples: {
      en: lines(`
        do you sell rain jackets
        show me your running shoes
        can you recommend a good moisturizer
        need a desk lamp under 50 dollars
        do you have anything similar to this
        which laptop bag would you suggest
        any vegan leather wallets?
        looking for something waterproof for hiking
        have you got phone cases for the pixel 8
        i want to buy a coffee grinder
        help me choose between these two
        what would go well with this skirt
        do you carry kids' pajamas
        search for wool socks
        got any red dresses
        what do you have for dry skin
        which one is better for beginners
        I'm after a quiet vacuum, what do you recommend
        where can I find the backpacks on your site
        do you guys have yoga mats
        do you have cotton shirts for men
      `),
      zh: lines(`
        有没有雨衣卖
        推荐一款面霜
        我想买个台灯
        有跑步鞋吗
        找一个类似这个的
        有什么新款
        想要一个防水的背包，推荐下
        两百块以内的耳机有吗
        帮我挑一个适合新手的
        这两款哪个好
        有给宝宝用的吗
        店里有没有羊毛袜
        油皮用哪个比较好
        你家有卖咖啡机不
        我要找红色连衣裙
        有没有大容量的保温杯
        三口之家用多大的电饭煲合适
        还有别的款式吗
        想看看你们的沙发
        老人用的手机有吗
        给我推荐个静音的吸尘器
        有没有纯棉衬衫
        有没有帐篷
        有台灯吗
        你们这里卖睡袋吗
        店里卖手套吗
        贵店有卖雨伞的吗
      `),
    },
  },
  {
    id: 'product.stock',
    name: { zh: '库存', en: 'Availability' },
    description: { zh: '某款、某色、某码有没有货，什么时候补货，到货提醒。', en: 'Whether an item, colour or size is in stock, and when it comes back.' },
    examples: {
      en: lines(`
        is this in stock
        do you have this in size 8
        sold out already?
        any left in blue
        how many do you have left
        is the XL still available
        do you still have the green mug
        is the Aurora lamp available
        will the black version come back
        in stock?
        availability of SKU BT-220
        Are there any more of these in medium?
        I can't add it to cart, is it gone
        is that item discontinued
        do you have 20 pieces ready to ship
        any of these in your warehouse
        when are you getting the new batch
        out of my size, again?!
      `),
      zh: lines(`
        有货吗
        这款还有吗
        M码还有没有
        黑色卖完了？
        库存还有多少
        38码有货不
        亲 这个有现货吗
        断码了吗
        蓝色的没有了吗
        能帮我留一件吗
        白色还剩几件
        加不了购物车是不是卖光了
        我要50个有这么多货吗
        128G的有没有现货
        还能再进一批吗
      `),
    },
  },
  {
    id: 'product.price',
    name: { zh: '价格', en: 'Price' },
    description: { zh: '多少钱、为什么价格不同、会不会涨跌。', en: 'What something costs, and why prices differ or changed.' },
    examples: {
      en: lines(`
        how much is this
        price of the oak table?
        do you have vouchers, and what do they cost
        do you sell oak tables? how much
        do you sell gift cards and what do they cost
        what does the large one cost
        how much for two
        why is the price higher than yesterday
        is that price per piece or per pair
        whats the price
        does the price include tax
        cost of the starter kit
        your ad said 29 but the site says 39
        total for three shirts?
        how much would a set of 6 glasses be
        can you tell me how much the headphones are
        is this the final price
        what's the difference in price between the two models
        price list please
        how expensive is the leather version
        why is the red one more expensive
        will the price go down soon
        is the price in US dollars
        how much do you want for it
        cheapest model you have, how much?
      `),
      zh: lines(`
        多少钱
        这个怎么卖
        价格是多少
        大的那款什么价
        有礼券卖吗，多少钱一张
        两件一共多少
        为什么比昨天贵了
        是单价还是一套的价
        几块钱一个
        这个价格含税吗
        页面价和直播间价不一样
        怎么涨价了
        两个型号差多少钱
        红色为什么贵一些
        皮的那个啥价位
        价格表发一下
        这是到手价吗
        贵不贵啊
        请问那个保温杯多少元
        套餐价多少
        一斤多少钱
      `),
    },
  },
  {
    id: 'product.details',
    name: { zh: '商品详情', en: 'Product details' },
    description: { zh: '材质、功能、用法、兼容、成分、产地、真假。', en: 'Material, function, use, compatibility, ingredients, origin, care.' },
    examples: {
      en: lines(`
        what is it made of
        how much does it weigh
        suitable for sensitive skin?
        does this have bluetooth
        tell me more about the blender
        tell me about this jacket
        more info on the linen sweater please
        energy rating of the fridge?
        can it go in the microwave
        tell me more about this one
        any more info on the kettle
        can you describe the product a bit
        what can it do exactly
        specs please
        what should I know about this chair
      `),
      zh: lines(`
        成分有哪些
        是真皮吗
        有蓝牙功能吗
        会不会掉色
        能放微波炉吗
        有没有异味
        这个是纯棉的吧
        能用在煤气灶上吗
        安装需要打孔吗
        介绍一下这款冰箱
        能效几级
        这件毛衣详细说说
        能用电磁炉吗
        可以放微波炉吗
        保温能保多久
      `),
    },
  },
  {
    id: 'product.size',
    name: { zh: '尺码选择', en: 'Choosing a size' },
    description: { zh: '该选多大的码，偏大偏小，尺码表。', en: 'Which size to take, whether it runs large or small, the size chart.' },
    examples: {
      en: lines(`
        what size should I get
        do these run small
        size chart please
        I'm 5'6 and 140 lbs, which size
        is it true to size
        I'm usually a 10, would the M fit
        between two sizes, size up or down?
        what's EU 42 in US size
        does the shirt run large
        how do I measure my foot
        what is the waist measurement for size 32
        will L fit a 40 inch chest
        sizing help
        are the kids sizes by age
        which ring size am I
        how long are the sleeves in size S
        is the fit slim or regular
        my foot is 25 cm, what shoe size do I need
        my son is 4, what size would you take
        wide feet, go up a size?
        do you have a sizing guide for helmets
        what does one size mean
        would a small be tight on me
      `),
      zh: lines(`
        我该穿多大码
        165，55公斤穿什么码
        偏大还是偏小
        有尺码表吗
        尺码准不准
        平时穿M，这个选哪个
        脚长24厘米选多少码
        170斤能穿吗
        裤子腰围多少是32码
        脚宽要拍大一码吗
        S和M之间怎么选
        欧码42是国内多少
        身高一米八穿XL会不会小
        宝宝两岁穿几号
        正常码吗
        袖长多长，L码的
        戒指圈号怎么量
        120斤穿L会不会太大
        是修身还是宽松的
        三岁男孩30斤穿多大
        帮我推荐下尺码
        胸围98要穿多大
        鞋子码数标准不，要不要买小一码
        帽围58戴得下吗
        胖mm能穿吗最大到几码
      `),
    },
  },
];
