import { lines, type Intent } from './intent.js';

/** Delivery in general, before there is an order. */
export const SHIPPING: readonly Intent[] = [
  {
    id: 'shipping.cost',
    name: { zh: '运费', en: 'Shipping cost' },
    description: { zh: '运费多少、满多少包邮、关税谁付。', en: 'What delivery costs, from which sum it is free, customs and duties.' },
    examples: {
      en: lines(`
        how much is shipping
        do you offer free shipping
        delivery fee to Texas?
        what does postage cost
        shipping cost for two chairs
        Is delivery free over a certain amount?
        how much extra for express
        why is shipping so expensive
        who pays customs duties
        minimum order for free delivery
        what will I be charged for delivery to Ireland
        shiping price
        are there import taxes
        does free shipping apply to sale items
        postage for a small item
        is shipping included in the price
        overnight delivery price
        do I pay shipping twice if I order separately
        what are your delivery rates
        how much would it be to send this to Berlin
        can you waive the shipping fee
        do heavy items cost more to ship
        threshold for free postage
      `),
      zh: lines(`
        运费多少
        包邮吗
        满多少包邮
        邮费怎么算
        发新疆运费多少钱
        偏远地区要加钱吗
        发顺丰要补多少
        两件一起拍邮费算一份吗
        为什么运费这么贵
        关税谁出
        快递费是多少
        能免运费吗
        寄到香港邮费多少
        大件要额外收费吗
        会员包邮不
        送货上门收费吗
        运费是按重量还是按件
        到付可以吗运费
        上楼费多少
        首重续重怎么收
        江浙沪包不包邮
        价格含运费了吗
        加急快递费用
        安装和配送要另外给钱吗
      `),
    },
  },
  {
    id: 'shipping.time',
    name: { zh: '配送时效', en: 'Delivery time' },
    description: { zh: '下单后一般多久发货、多久到，发什么快递（还没下单）。', en: 'How long delivery usually takes, before an order exists; express and weekend delivery.' },
    examples: {
      en: lines(`
        how long does shipping take
        how fast do you deliver
        delivery time to Canada?
        if I order today when would it come
        how many days for standard delivery
        do you have next day delivery
        is express shipping available
        usual dispatch time
        do you deliver on Saturdays
        will it arrive before Christmas if I buy now
        what's the estimated delivery time for this product
        how soon do you send out orders
        what is your cut-off time for same day dispatch
        average shipping duration to Australia
        can I choose a delivery date
        do you ship on weekends
        I need it in three days, is that possible
        shipping speed options
        how long is the handling time
        fastest way to get this to London
        what carriers do you normally ship with
        international shipping takes how long
        can it be here by Thursday if I place the order now
      `),
      zh: lines(`
        一般几天能到
        下单后多久发货
        发货时间是多久
        今天拍什么时候到
        到北京要几天
        默认发什么快递
        有次日达吗
        周末发货吗
        几点前下单当天发
        现货当天能发吗
        寄到广州大概要多长时间
        可以指定送货时间吗
        过年期间发不发货
        国际件要多久
        平邮几天，快递几天
        可以发顺丰吗，想快一点
        从哪里发货，多久到成都
        定制的要等几天才发
        明天要用，同城能送到吗
        现在买中秋前收得到吗
        物流时效怎么样
        配送要多少天
        预约周六送货行不行
        大家电几天送到
        多久能到
        你们都发什么快递
      `),
    },
  },
  {
    id: 'shipping.regions',
    name: { zh: '配送范围', en: 'Where you deliver' },
    description: { zh: '能不能送到某地、国外、自提点。', en: 'Whether a country, region or kind of address is delivered to.' },
    examples: {
      en: lines(`
        do you ship to Canada
        can you deliver to Hawaii
        which countries do you ship to
        is international shipping available
        do you deliver to PO boxes
        I live in Norway, can I order
        shipping outside the US?
        do you send to Northern Ireland
        can you ship this to an APO address
        are deliveries to islands possible
        is Singapore on your list
        do you ship worldwide
        can I order from abroad
        deliver in my area? zip 99501
        Brazil delivery possible?
        will you send to a hotel
        is there a store near me where I can collect
        can't select my country at checkout
        do you deliver to rural addresses
        does shipping cover all of Europe
        can i have it sent to a parcel locker
        why don't you ship to Puerto Rico
        do you export
      `),
      zh: lines(`
        能寄到国外吗
        发不发香港
        新疆西藏能送吗
        台湾可以寄吗
        海外能配送不
        你们送哪些地区
        农村送不送货
        我在加拿大可以买吗
        支持自提吗，门店在哪
        乡镇能到吗
        地址选不到我们县
        送到澳门行吗
        可以发到学校快递点吗
        支持配送到日本吗
        全国都发货吗
        我这个地方不在配送范围内？
        能送到酒店吗
        岛上能送货吗
        哪些国家可以寄
        偏远山区送吗
        部队地址可以收吗
        能发马来西亚吗亲
        为什么我的地区无法配送
        有没有线下实体店
      `),
    },
  },
];
