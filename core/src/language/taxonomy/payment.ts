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
        do you take paypal
        can I pay with Apple Pay
        is cash on delivery possible
        Do you accept American Express?
        klarna?
        can i pay in installments
        which cards can I use
        how can I pay
        do you take bank transfer
        can I pay in euros
        is there any buy now pay later option
        can I split the payment over two cards
        do you have COD
        can I use a gift card and a credit card together
        payment options please
        is it safe to pay with my debit card here
        do you guys support alipay or wechat pay
        could our company pay by purchase order
        can my friend pay for my order
        crypto accepted?
        any surcharge for credit cards
        pay on arrival ok?
        list the available payment options
        which ways of paying are allowed
      `),
      zh: lines(`
        支持哪些支付方式
        能用微信付款吗
        可以货到付款吗
        支持花呗分期吗
        能刷信用卡吗
        怎么付款
        可以用支付宝不
        分期免息有没有
        银行转账行吗
        能找人代付吗
        接受PayPal吗
        可以用外币付吗
        可以对公转账吗
        能不能用礼品卡抵一部分
        白条可以用吗
        付款方式有几种
        可以分两次付吗
        云闪付支持不支持
        数字人民币收吗
        定金怎么付，尾款呢
        只能在线付款吗
        到货再给钱行不行
        有哪几种付钱的办法
        可以用积分抵现金吗
      `),
    },
  },
  {
    id: 'payment.problem',
    name: { zh: '支付问题', en: 'Payment problem' },
    description: { zh: '付不了款、扣款失败、重复扣款、付了没显示。', en: 'A payment is declined, charged twice, or taken without an order appearing.' },
    examples: {
      en: lines(`
        my payment was declined
        I got charged twice
        checkout keeps failing
        card not going through
        money left my account but there's no order
        payment error at checkout
        can't pay, the page just spins
        you charged me the wrong amount
        it says transaction failed but my bank took the money
        why was I billed two times for order 1260
        I don't recognise this charge from your shop
        my visa is being rejected
        the payment page crashes
        paypal gives me an error when I try to pay
        double charge on my credit card!!
        unable to complete my purchase
        3D secure code never arrives
        I paid but the order still shows unpaid
        apple pay button does nothing
        there's an unauthorized transaction from your store
        pending charge won't disappear after I cancelled
        can't enter my card number
        I think I've been overbilled
        site won't let me check out
      `),
      zh: lines(`
        付款失败
        付不了款怎么回事
        被扣了两次钱
        钱扣了订单没有
        一直提示支付异常
        支付页面打不开
        已经付款了还显示待付款
        银行卡付不上
        微信支付报错
        重复扣款了，怎么处理
        结账的时候卡住不动
        提示余额不足可我有钱
        扣的钱跟订单金额不一样
        验证码收不到付不了
        我没买东西怎么扣了我的款
        花呗不能用，提示风险
        提交订单总失败
        支付宝扣款了你们这边没收到
        付款时闪退
        信用卡被拒
        为什么无法结算
        明明只买一件扣了两件的钱
        点支付没反应
        交易关闭了但钱已经出去了
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
        where can I download my bill
        didn't get a receipt by email
        need a tax invoice with our company name
        can you put my VAT number on the invoice
        I need proof of purchase
        the invoice has the wrong name
        resend invoice
        pdf invoice pls
        my accountant needs the bill for my last order
        how do I get an official receipt for expenses
        could you correct the address on the invoice
        invoice copy
        do you provide invoices for businesses
        lost my receipt, can you send another one
        is there a packing slip or bill I can print
        requesting a commercial invoice for customs
        could I have separate invoices for the two items
        receipt please
      `),
      zh: lines(`
        开发票
        能开发票吗
        发票抬头写错了
        要专票
        帮我补开一张发票
        电子发票发我邮箱
        发票怎么开
        订单1402的发票
        没有收到发票
        可以开公司抬头吗
        增值税发票能开不
        发票什么时候寄
        需要报销，麻烦开票
        税号是91开头那个，开个普票
        发票在哪里下载
        有收据吗
        发票金额不对
        可以换开发票吗，之前开成个人了
        随货有发票吗
        给我个购物凭证
        开票信息怎么填
        上次买的能不能补票
        发票内容可以开办公用品吗
        亲 发票还没给我
      `),
    },
  },
  {
    id: 'discount.code',
    name: { zh: '优惠活动', en: 'Discounts' },
    description: { zh: '优惠券、折扣码用不了、有什么活动、会员折扣。', en: 'Coupons and codes, whether they work, current promotions, member or student prices.' },
    examples: {
      en: lines(`
        do you have any discount codes
        my promo code doesn't work
        coupon WELCOME10 says invalid
        is there a sale on
        student discount?
        how do I use a voucher
        forgot to apply my discount code
        any deals right now
        can I combine two coupons
        first order discount
        when is your next sale
        black friday offers?
        got a code for being a subscriber, where do I enter it
        the 20% off isn't showing in my cart
        give me a discount and I'll buy it now
        bulk discount for 50 pieces?
        my gift voucher expired
        loyalty points, how do I redeem them
        referral code not accepted
        can you add the coupon after I have paid
        free shipping code anyone?
        I'm a returning customer, any special offer for me
        promo stopped working at checkout
      `),
      zh: lines(`
        有优惠券吗
        优惠码用不了
        现在有什么活动
        能便宜点吗
        满减怎么算
        新人有优惠吗
        折扣码WELCOME10提示无效
        领的券怎么不能用
        老顾客给个折扣呗
        双十一有活动吗
        可以叠加使用吗
        忘记用券了怎么办
        学生有优惠没
        多买能打折吗
        会员几折
        什么时候再打折
        优惠券过期了能补吗
        亲，再少点我就拍了
        包个邮吧亲
        红包在哪里领
        满300减50凑不上怎么回事
        积分怎么兑换
        有没有赠品送
        券为什么没抵扣
        批发价多少，我要一百件
        秒杀几点开始
      `),
    },
  },
];
