import { lines, type Intent } from './intent.js';

/** The shop itself. */
export const SHOP: readonly Intent[] = [
  {
    id: 'shop.info',
    name: { zh: '店铺信息', en: 'About the shop' },
    description: { zh: '营业时间、地址、门店、联系邮箱、礼品包装、以旧换新等店铺服务。', en: 'Opening hours, location, stores, contact address, gift wrapping and other services of the shop.' },
    examples: {
      en: lines(`
        what are your opening hours
        when do you close today
        are you open on Sundays
        where are you located
        do you have a physical shop
        where is your showroom
        do you offer gift wrapping
        can you add a handwritten card to a gift
        business hours?
        what is your email address
        are you a registered company
        tell me about your brand
        do you do wholesale
        can I visit your store
        do you have shops in Manchester
        is your store open on public holidays
        do you take old devices in exchange for a rebate
        do you offer installation at home
        do you have an app
        are you on instagram
        which hours is support available
        since when does your shop exist
        is there parking at your store
        gift box available?
      `),
      zh: lines(`
        你们几点上班
        营业时间是几点到几点
        周日开门吗
        你们店在什么地方
        有没有门店可以看样品
        展厅地址在哪
        可以包装成礼盒吗
        能送礼品包装不
        帮忙写张贺卡可以吗
        客服几点下班
        你们的邮箱是什么
        是旗舰店吗
        介绍一下你们品牌
        节假日营业吗
        可以到店里看看吗
        支持以旧换新吗
        有公众号吗
        你们开店多久了
        上海有没有分店
        提供上门安装服务吗
        厂家直营的吗
        你们店叫什么名字
        店里有停车位吗
        有没有app可以下载
        晚上几点之后就没客服了
      `),
    },
  },
];
