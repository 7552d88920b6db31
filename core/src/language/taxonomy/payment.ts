import { lines, type Intent } from './intent.js';

/** Paying, invoices and discounts. */
export const PAYMENT: readonly Intent[] = [
  {
    id: 'payment.methods',
    name: { zh: '支付方式', en: 'Payment methods' },
    description: { zh: '可以怎么付款、分期、货到付款、币种。', en: 'Which ways to pay there are: cards, wallets, instalments, cash on delivery, currencies.' },
    examples: {
      en: lines(`
        what payment methods do you accept
        which cards can I use
        how can I pay
        is there any buy now pay later option
        can I split the payment over two cards
        do you have COD
        can I use a gift card and a credit card together
        payment options please
        is it safe to pay with my debit card here
        can my friend pay for my order
        any surcharge for credit cards
        pay on arrival ok?
        list the available payment options
        which ways of paying are allowed
        ways to pay?
      `),
      zh: lines(`
        支持哪些支付方式
        怎么付款
        可以对公转账吗
        能不能用礼品卡抵一部分
        白条可以用吗
        付款方式有几种
        可以分两次付吗
        定金怎么付，尾款呢
        只能在线付款吗
        有哪几种付钱的办法
        可以用积分抵现金吗
        都有哪些付款方式
        付款怎么付
        结算支持什么
        除了网银还能怎么付钱
      `),
    },
  },
  {
    id: 'payment.problem',
    name: { zh: '支付问题', en: 'Payment problem' },
    description: { zh: '付不了款、扣款失败、重复扣款、付了没显示。', en: 'A payment is declined, charged twice, or taken without an order appearing.' },
    examples: {
      en: lines(`
        checkout keeps failing
        card not going through
        payment error at checkout
        you charged me the wrong amount
        it says transaction failed but my bank took the money
        paypal gives me an error when I try to pay
        unable to complete my purchase
        3D secure code never arrives
        there's an unauthorized transaction from your store
        pending charge won't disappear after I cancelled
        can't enter my card number
        I think I've been overbilled
        site won't let me check out
        something went wrong with my payment
        question about a charge for my order
      `),
      zh: lines(`
        银行卡付不上
        重复扣款了，怎么处理
        结账的时候卡住不动
        提示余额不足可我有钱
        扣的钱跟订单金额不一样
        验证码收不到付不了
        我没买东西怎么扣了我的款
        花呗不能用，提示风险
        提交订单总失败
        付款时闪退
        信用卡被拒
        为什么无法结算
        明明只买一件扣了两件的钱
        付款这块老出问题
        扣款有疑问想问下
      `),
    },
  },
  {
    id: 'invoice.request',
    name: { zh: '开发票', en: 'Invoice' },
    description: { zh: '开发票、改抬头、补开、要收据。', en: 'Wants an invoice or receipt, or a correction of one.' },
    examples: {
      en: lines(`
        I need an invoice
        can you send me the receipt
        invoice for order #1402 please
        Please issue a VAT invoice to my company
        need a tax invoice with our company name
        I need proof of purchase
        pdf invoice pls
        my accountant needs the bill for my last order
        how do I get an official receipt for expenses
        invoice copy
        is there a packing slip or bill I can print
        requesting a commercial invoice for customs
        could I have separate invoices for the two items
        receipt please
        please make out a bill for my purchase
      `),
      zh: lines(`
        开发票
        能开发票吗
        帮我补开一张发票
        电子发票发我邮箱
        发票怎么开
        订单1402的发票
        可以开公司抬头吗
        需要报销，麻烦开票
        税号是91开头那个，开个普票
        有收据吗
        可以换开发票吗，之前开成个人了
        随货有发票吗
        给我个购物凭证
        开票信息怎么填
        上次买的能不能补票
      `),
    },
  },
  {
    id: 'discount.code',
    name: { zh: '优惠活动', en: 'Discounts' },
    description: { zh: '优惠券、折扣码用不了、有什么活动、会员折扣。', en: 'Coupons and codes, whether they work, current promotions, member or student prices.' },
    examples: {
      en: lines(`
        is there a sale on
        how do I use a voucher
        any deals right now
        can I combine two coupons
        the 20% off isn't showing in my cart
        give me a discount and I'll buy it now
        bulk discount for 50 pieces?
        my gift voucher expired
        can you add the coupon after I have paid
        free shipping code anyone?
        I'm a returning customer, any special offer for me
        promo stopped working at checkout
        any discounts at the moment
        how can I save on this
        what deals do you have for me
      `),
      zh: lines(`
        有优惠券吗
        满减怎么算
        领的券怎么不能用
        老顾客给个折扣呗
        多买能打折吗
        包个邮吧亲
        红包在哪里领
        券为什么没抵扣
        批发价多少，我要一百件
        有优惠吗
        怎么买划算
        今天有啥福利
        有没有折扣呀亲
        哪些商品参加优惠
        下单能减多少
      `),
    },
  },
];
