import { lines, type Intent } from './intent.js';

/** Rules of the shop that are about neither delivery nor returns. */
export const RULES: readonly Intent[] = [
  {
    id: 'price.match',
    name: { zh: '价保', en: 'Price protection' },
    description: { zh: '降价补差、保价、别家更便宜能不能跟价。', en: 'Price matching, and the difference after a price has fallen.' },
    examples: {
      en: lines(`
        do you price match
        it got cheaper after I bought it
        the price dropped yesterday, can I get the difference back
        will you match a competitor's price
        price protection?
        I saw it cheaper elsewhere
        do you refund the difference if it goes on sale
        bought it last week and now it's 20% off
        another store sells this for less, can you beat it
        price adjustment please
        is there a lowest price guarantee
        can you give me the sale price on my earlier order
        the same lamp costs less today than what I paid
        how long is your price guarantee
        would you match amazon
        I paid full price two days before the sale
        can I get the new lower price
        do you adjust prices after purchase
        your price went down right after my order
        best price promise?
      `),
      zh: lines(`
        保价吗
        刚买就降价了
        降价了能退差价吗
        价保多久
        可以补差价吗
        别家更便宜能跟价吗
        买贵了怎么办
        昨天买的今天便宜了二十
        你们支持价格保护吗
        怎么申请价保
        差价给退吗
        双十一会更便宜吗，会退差价不
        刚下单就打折，太坑了吧
        别的店卖得比你们便宜
        能按活动价给我吗
        几天内降价可以补
        同款别人家便宜三十
        申请退差价
        价格比我买的时候低了
        买完就搞活动，能补吗
      `),
    },
  },
  {
    id: 'policy.privacy',
    name: { zh: '数据安全', en: 'Data and safety' },
    description: { zh: '付款和个人信息安不安全、谁看得到、存多久（只是问，不要求删除）。', en: 'Whether payment and personal data are safe, who sees them, how long they are kept; a question, not a demand.' },
    examples: {
      en: lines(`
        is my credit card data safe
        is it secure to pay here
        do you share my information with others
        who can see my address
        what data do you keep about me
        how long do you store my details
        do you sell customer data
        is your checkout encrypted
        do you save my card number
        what happens with my phone number
        is this website safe
        are my details protected
        what do you use my email for
        do you track me
        where is my data stored
        do you pass my address on to the courier
        is my payment information stored
        how do you protect my privacy
        are these chats recorded
        who reads this conversation
      `),
      zh: lines(`
        我的信息安全吗
        付款安全吗
        会不会泄露我的个人信息
        你们会保存银行卡号吗
        我的地址谁能看到
        会把我的电话给别人吗
        你们存了我哪些信息
        信息会保存多久
        网站靠谱吗，会不会盗刷
        隐私怎么保护
        聊天记录会保存吗
        会不会把我的资料卖掉
        支付有保障吗
        手机号会被拿去推销吗
        快递看得到我的电话吗
        你们网站加密吗
        个人信息会不会外泄
        绑卡安全不
        数据存在哪里
        对话会被谁看到
      `),
    },
  },
  {
    id: 'shop.contact',
    name: { zh: '联系方式', en: 'How to reach the shop' },
    description: { zh: '要电话号码、邮箱、微信等联系方式。', en: 'Asks for a phone number, an e-mail address or another way to reach the shop.' },
    examples: {
      en: lines(`
        do you have a phone number
        what's your telephone number
        can I call you
        how do I contact you
        which number can I ring
        your email address please
        is there a hotline
        give me your contact details
        where can I write to you
        phone?
        what number do I dial
        how can I reach you by phone
        do you have whatsapp
        contact email?
        is there a customer service number
        send me your phone no
        can I get a number to call
        what is the best way to get in touch
        do you have a help line I can ring
        your address for letters
      `),
      zh: lines(`
        电话多少
        客服电话是多少
        有联系电话吗
        怎么联系你们
        给个电话
        邮箱地址发一下
        有没有热线
        你们的微信号
        可以打电话吗
        联系方式给我一下
        打哪个号码
        有400电话吗
        电话号码发我
        写信寄到哪里
        能加微信吗
        客服邮箱多少
        哪里可以找到你们的电话
        联系电话是几号
        有whatsapp吗
        往哪个邮箱发邮件
      `),
    },
  },
  {
    id: 'product.options',
    name: { zh: '颜色和款式', en: 'Colours and versions' },
    description: { zh: '某件商品有哪些颜色、尺码、版本。', en: 'Which colours, sizes or versions one article comes in.' },
    examples: {
      en: lines(`
        what other colours does it come in
        which colors are available
        does it come in blue
        what sizes do you have it in
        is there a bigger version
        any other colour options
        do you have it in black
        is this available in red
        what colors does the jacket come in
        how many versions are there
        does this come in kids sizes
        is there a smaller one
        which sizes are left
        have you got that in green
        available colours?
        how many options does the rug have
        can I get this in white
        is there a larger size of this
        what variants exist
        do they come in wide fit
        what finishes can I choose from
        other colors please
      `),
      zh: lines(`
        有什么颜色
        还有别的颜色吗
        有黑色的吗
        都有哪些尺码
        有大一号的吗
        这款有几种颜色
        有没有小一点的
        有红色的没
        颜色有哪些可以选
        有儿童尺码吗
        这个有其他规格吗
        有哪几个版本
        有白色款吗
        剩下哪些码
        还有什么款式可选
        有加大码吗
        除了蓝色还有啥
        有没有深色的
        有几个型号
        规格都有哪些
      `),
    },
  },
];
