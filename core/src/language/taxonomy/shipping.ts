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
        delivery fee to Texas?
        what does postage cost
        shipping cost for two chairs
        how much extra for express
        why is shipping so expensive
        what will I be charged for delivery to Ireland
        shiping price
        postage for a small item
        is shipping included in the price
        overnight delivery price
        do I pay shipping twice if I order separately
        what are your delivery rates
        how much would it be to send this to Berlin
        can you waive the shipping fee
        do heavy items cost more to ship
      `),
      zh: lines(`
        运费多少
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
        送货上门收费吗
        运费是按重量还是按件
        到付可以吗运费
        上楼费多少
        首重续重怎么收
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
        will it arrive before Christmas if I buy now
        what's the estimated delivery time for this product
        how soon do you send out orders
        what is your cut-off time for same day dispatch
        average shipping duration to Australia
        do you ship on weekends
        I need it in three days, is that possible
        how long is the handling time
        international shipping takes how long
        can it be here by Thursday if I place the order now
      `),
      zh: lines(`
        一般几天能到
        下单后多久发货
        发货时间是多久
        今天拍什么时候到
        到北京要几天
        几点前下单当天发
        现货当天能发吗
        寄到广州大概要多长时间
        国际件要多久
        平邮几天，快递几天
        从哪里发货，多久到成都
        定制的要等几天才发
        明天要用，同城能送到吗
        现在买中秋前收得到吗
        物流时效怎么样
        配送要多少天
        预约周六送货行不行
        大家电几天送到
        多久能到
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
        is Singapore on your list
        Brazil delivery possible?
        does shipping cover all of Europe
        can i have it sent to a parcel locker
        why don't you ship to Puerto Rico
        do you export
        do you deliver to my town
        which areas do you cover
        is delivery possible to where I live
        can you send it to my region
        delivery coverage?
        are you able to ship to 94110
      `),
      zh: lines(`
        台湾可以寄吗
        你们送哪些地区
        我在加拿大可以买吗
        支持自提吗，门店在哪
        地址选不到我们县
        可以发到学校快递点吗
        支持配送到日本吗
        全国都发货吗
        我这个地方不在配送范围内？
        岛上能送货吗
        能发马来西亚吗亲
        为什么我的地区无法配送
        有没有线下实体店
        我们这个地方送不送
        配送区域有哪些
      `),
    },
  },
];
