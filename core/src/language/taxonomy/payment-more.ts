import { lines, type Intent } from './intent.js';

/** Ways to pay in particular, and what goes wrong with each. */
export const PAYMENT_MORE: readonly Intent[] = [
  {
    id: 'payment.instalments',
    family: 'payment.methods',
    slots: ['money'],
    name: { zh: '分期付款', en: 'Instalments' },
    description: { zh: '能不能分期、几期免息、每月多少、先用后付。', en: 'Paying in parts or later: how many, interest, approval.' },
    examples: {
      zh: lines(`能分期吗 | 花呗分期免息不 | 分12期每月多少 | 支持白条吗 | 可以先用后付么 | 信用卡分期怎么操作 | 分期要手续费吗 | 几期免息 | 分期付款审核不通过 | 月付能用吗 | 分期退款怎么算 | 没有花呗能分期不 | 可不可以下个月再付 | 最多分几期 | 分期选项没显示 | 支持花呗分期吗 | 分期免息有没有`),
      en: lines(`can I pay in installments | do you offer klarna | is there interest on the payment plan | pay later option? | afterpay available? | how much per month over 12 months | split the payment in 3 | klarna rejected me, why | do you do 0% finance | minimum amount for instalments | can I pay next month | is affirm accepted | monthly payments for the sofa? | no emi option at checkout | if I return it what happens to my instalment plan | klarna?`),
    },
  },
  {
    id: 'payment.on-delivery',
    family: 'payment.methods',
    slots: [],
    name: { zh: '货到付款', en: 'Pay on delivery' },
    description: { zh: '能不能货到付款、到店付。', en: 'Cash or card on delivery, paying at pickup.' },
    examples: {
      zh: lines(`支持货到付款吗 | 可以收到再给钱不 | 快递员能刷卡吗 | 货到付款要加钱么 | 到店自提再付行不行 | 验完货再付款可以吗 | 怎么没有货到付款选项 | 见货付款 | 老人不会网上付，能送来再收钱吗 | 货到付款可以拒收吗 | 到付能微信付么 | 先寄来我看看再付钱 | 我们这边能货到付款吗 | 可以货到付款吗 | 到货再给钱行不行`),
      en: lines(`cash on delivery available? | can I pay the courier | COD? | pay when it arrives possible | is there a fee for cash on delivery | can I pay in the shop when I collect | cod option missing for my pincode | I'd rather pay on receipt | does the driver take cards | can I inspect it before paying | do you ship COD to Romania | pay at the door | invoice payment after delivery? | is cash on delivery possible | can I hand the money to the delivery man`),
    },
  },
  {
    id: 'payment.wallets',
    family: 'payment.methods',
    slots: [],
    name: { zh: '某种支付能不能用', en: 'Is this way to pay accepted' },
    description: { zh: '微信、支付宝、PayPal、Apple Pay、某种卡能不能用。', en: 'Whether one named card, wallet or bank is accepted.' },
    examples: {
      zh: lines(`能用微信付吗 | 支付宝可以不 | 收Visa卡吗 | 支持paypal付款么 | Apple Pay行吗 | 云闪付能用吗 | 数字人民币收不收 | 用国外的信用卡能付吗 | 工行卡可以付不 | 能转账吗 | 翼支付支持不 | 美国运通卡可以吗 | 怎么只有支付宝，不能微信？ | 能用Q币付吗，开个玩笑，微信呢 | 银联在线支持么 | 能用微信付款吗 | 能刷信用卡吗 | 可以用支付宝不 | 银行转账行吗 | 接受PayPal吗 | 云闪付支持不支持 | 数字人民币收吗`),
      en: lines(`do you take paypal | is apple pay accepted | can I use amex | does google pay work here | do you accept visa debit | can I pay with alipay | bitcoin? | wechat pay possible? | do you take prepaid cards | is bank transfer ok | can I pay by cheque | maestro accepted? | shop pay available or not | do you accept american express from abroad | can I pay with my revolut card | can I pay with Apple Pay | Do you accept American Express? | do you take bank transfer | do you guys support alipay or wechat pay | crypto accepted?`),
    },
  },
  {
    id: 'payment.currency',
    family: 'payment.methods',
    slots: ['money'],
    name: { zh: '币种汇率', en: 'Currency' },
    description: { zh: '用什么币种结算、汇率、换成别的货币。', en: 'Which currency is charged, exchange rates, showing another currency.' },
    examples: {
      zh: lines(`价格是人民币还是美元 | 能用港币结算吗 | 汇率按哪天算 | 怎么切换成人民币显示 | 扣的是美金吗 | 换算下来多少人民币 | 可以付欧元吗 | 为什么扣款比页面多了几块，汇率差？ | 标的$是加币吗 | 外币手续费谁出 | 网站显示日元看不懂 | 用新台币付行不行 | 结账时货币不对 | 可以用外币付吗 | 能看港币价吗`),
      en: lines(`are prices in USD or CAD | can I pay in euros | what exchange rate do you use | how do I switch the currency to pounds | will I be charged in dollars | is there a foreign transaction fee | price in AUD please | why is the amount on my statement different from the site, conversion? | which currency is this shown in | can you show yen | does it convert automatically | I'm in Switzerland, do I pay in francs | checkout is in the wrong currency | what's that in dollars | do you charge in my local currency`),
    },
  },
  {
    id: 'payment.declined',
    family: 'payment.problem',
    slots: [],
    name: { zh: '付款失败', en: 'Payment declined' },
    description: { zh: '付不了款、卡被拒、支付页面报错。', en: 'The card is refused, the payment page fails.' },
    examples: {
      zh: lines(`付款失败怎么办 | 一直提示支付错误 | 卡被拒了，余额是够的 | 点付款没反应 | 支付页面打不开 | 提示交易存在风险 | 验证码过了还是付不了 | 试了三张卡都不行 | 银行说没问题，你们这边付不了 | 微信支付一直转圈 | 跳转支付宝就白屏 | 超过限额了怎么付 | 网页提示请求超时 | 为什么付不出去啊急死了 | 提交订单后扣不了款 | 付款失败 | 付不了款怎么回事 | 一直提示支付异常 | 微信支付报错 | 点支付没反应`),
      en: lines(`my card was declined | payment failed, what now | can't complete the payment | it keeps saying transaction error | tried three cards none work | bank says everything is fine but you decline it | pressing pay has no effect | 3d secure page just spins | payment page won't load | paypal kicks me back to the cart | error code 51 when paying | checkout rejects my card every time | my payement doesnt go thru | why is my visa not being accepted | do I have to call my bank, the payment won't go through | my payment was declined | can't pay, the page just spins | my visa is being rejected | the payment page crashes | apple pay button does nothing`),
    },
  },
  {
    id: 'payment.charged-twice',
    family: 'payment.problem',
    slots: ['order', 'money'],
    name: { zh: '重复扣款', en: 'Charged twice' },
    description: { zh: '同一单扣了两次、扣多了。', en: 'Charged twice or too much for the same order.' },
    examples: {
      zh: lines(`扣了我两次钱 | 重复付款了，退一笔 | 一个订单扣两笔是怎么回事 | 多扣了50 | 银行短信显示扣款两次 | 手滑付了两遍 | 金额不对，多收我钱 | 订单99实际扣了129 | 同一单1022付了两回 | 信用卡账单上有两笔你们的 | 为什么多扣一笔运费 | 点一次扣两次，什么系统 | 麻烦把多付的退给我 | 被扣了两次钱 | 同样的钱扣了两笔`),
      en: lines(`I was charged twice | you took the money two times | double payment for order 1022 | why are there two charges on my card | duplicate transaction, please refund one | overcharged by 20 dollars | paid 129 instead of 99 | my bank shows the same amount twice | I accidentally paid twice | charged more than the total said | two pending payments from you guys | billed again for the same thing!! | there's an extra charge on my statement | you debited me double | one order, 2 payments, why | I got charged twice | why was I billed two times for order 1260 | double charge on my credit card!!`),
    },
  },
  {
    id: 'payment.no-order',
    family: 'payment.problem',
    slots: ['money'],
    name: { zh: '已付款没订单', en: 'Paid but no order' },
    description: { zh: '钱扣了但显示未付款、没有订单、没有确认。', en: 'Money was taken but no order or confirmation appears.' },
    examples: {
      zh: lines(`钱扣了订单显示未付款 | 付完款找不到订单 | 扣款成功但没有订单号 | 付了钱怎么还是待支付 | 支付成功页面卡了，订单没了 | 已经付了还让我付 | 没收到确认短信，钱出去了 | 转账了你们收到没 | 银行扣了，系统没更新 | 付款后订单被关闭，钱呢 | 显示交易关闭但是钱没了 | 付过了，状态一直没变 | 我付款了你们后台看得到吗 | 钱扣了订单没有 | 已经付款了还显示待付款 | 支付宝扣款了你们这边没收到 | 交易关闭了但钱已经出去了`),
      en: lines(`money taken but no order | paid and didn't get an order number | it says unpaid but my card was charged | where's my order, the payment went through | no confirmation email after paying | status is still pending payment though I paid | page crashed after I paid, is there an order | have you received my bank transfer | the amount left my account but nothing shows in orders | payment successful but order missing | charged yet the cart is still full | did my payment arrive | I paid yesterday and it still asks me to pay | money left my account but there's no order | I paid but the order still shows unpaid`),
    },
  },
  {
    id: 'payment.unknown-charge',
    family: 'payment.problem',
    slots: ['money'],
    name: { zh: '陌生扣款', en: 'Unknown charge' },
    description: { zh: '没买过东西却被扣款、怀疑盗刷。', en: 'A charge of the shop that the person does not know; fraud.' },
    examples: {
      zh: lines(`我没买东西为什么扣钱 | 账单里有笔你们的扣款不是我弄的 | 被盗刷了 | 卡被别人用来在你们这买东西 | 这笔88是什么费用 | 自动续费没同意过 | 不认识的订单，我从没下过 | 有人盗用我的信用卡 | 莫名其妙扣了我一个月的钱 | 请冻结这笔交易，不是本人 | 收到陌生的付款短信，你们店的 | 小孩乱点付款了能退吗 | 谁用我的卡买的 | 这钱不是我花的 | 账单上你们公司名是怎么回事`),
      en: lines(`there's a charge from you I don't recognise | I never ordered anything from your shop | fraudulent transaction on my card | someone used my card on your site | what is this 39.99 charge | I didn't authorise this payment | my account was debited without consent | unknown order in my name | my kid bought it by accident without me knowing | stolen card was used here | why did you bill me, never been a customer | unexpected subscription charge on my statement | block this payment, it wasn't me | I don't recognise this charge from your shop | who made this payment to you with my card`),
    },
  },
  {
    id: 'payment.deadline',
    family: 'payment.methods',
    slots: ['order'],
    name: { zh: '付款时限', en: 'Time to pay' },
    description: { zh: '拍下多久内付款、未付订单保留多久、重新付款。', en: 'How long an unpaid order is kept, paying it later.' },
    examples: {
      zh: lines(`拍下多久要付款 | 没付款的订单能保留几天 | 待付款的单子还能付吗 | 超时没付会自动取消不 | 能帮我延长付款时间吗 | 未付款订单在哪里继续付 | 晚点付可以么，先占着库存 | 订单锁定多长时间 | 明天发工资再付行吗 | 关闭了的订单还能再付不 | 付款链接过期了 | 怎么重新支付 | 没钱付，能等三天吗 | 未付款会不会失效 | 拍下来晚上再付可以不`),
      en: lines(`how long do I have to pay for my order | will you hold my unpaid order till friday | payment link expired | can I pay for the order later | how do I pay for an order I already placed | does an unpaid order get cancelled | complete payment for an open order, where | keep the item reserved until payday please | time limit for bank transfer? | can I retry the payment on the same order | resend me the payment link | forgot to pay yesterday, is it too late | when does my unpaid order expire | will the order wait if I pay tomorrow | can you extend the time to pay`),
    },
  },
  {
    id: 'payment.pay-for-me',
    family: 'payment.methods',
    slots: ['order'],
    name: { zh: '代付和更换支付', en: 'Somebody else pays, another way to pay' },
    description: { zh: '找人代付、换支付方式、对公转账。', en: 'Another person or company pays, or another way after ordering.' },
    examples: {
      zh: lines(`可以找人代付吗 | 让我妈帮我付怎么弄 | 下完单能换支付方式不 | 对公转账账号发我 | 公司打款可以吗 | 选错付款方式了怎么改 | 一半微信一半银行卡行不行 | 代付链接怎么发 | 公账付款要什么资料 | 能用别人的卡付吗 | 货到付款改成在线付 | 两张卡一起付可以吗 | 要走采购流程，能先给账户信息么 | 能找人代付吗 | 同事替我付款怎么操作`),
      en: lines(`can someone else pay for my order | my company pays by bank transfer, send me the details | change payment method after ordering | can I split it between two cards | can I pay with my mum's card | pay by purchase order? | I picked the wrong payment type, can I switch | send the bill to my employer | need your bank details for a wire | share a link so my brother can pay | from cod to card, can that be changed | half paypal half gift card? | can we pay on account, net 30 | could our company pay by purchase order | let my dad pay it with his card`),
    },
  },
  {
    id: 'invoice.correction',
    family: 'invoice.request',
    slots: ['order'],
    name: { zh: '发票更正', en: 'Correct an invoice' },
    description: { zh: '抬头、税号、金额开错，要重开。', en: 'The name, address, tax number or amount on an invoice is wrong.' },
    examples: {
      zh: lines(`发票抬头开错了 | 税号写错能重开吗 | 改成公司抬头 | 发票金额不对 | 开成个人的了，要换单位 | 发票内容能改成办公用品吗 | 退回重开要怎么弄 | 地址电话没写上去 | 公司名少了一个字 | 发票日期错了 | 红冲重开需要多久 | 订单1077的发票信息有误 | 要把发票上的名字改掉 | 票面单位写成件了，应该是箱 | 发票抬头写错了 | 发票内容可以开办公用品吗`),
      en: lines(`the name on my invoice is wrong | please change the company on the receipt | wrong tax number on the bill | invoice shows the wrong amount | need the invoice reissued to my business | billing address on the invoice must be corrected | can you add our PO number to the invoice | vat missing on the receipt | the invoice has a typo in our name | invoice date is incorrect | correct invoice for order 1077 please | put my firm's name instead of mine on it | you billed the wrong entity | can you put my VAT number on the invoice | the invoice has the wrong name | could you correct the address on the invoice`),
    },
  },
  {
    id: 'invoice.vat',
    family: 'invoice.request',
    slots: ['order'],
    name: { zh: '专票税务', en: 'VAT and tax' },
    description: { zh: '能不能开专票、税率多少、含不含税、免税。', en: 'VAT invoices, tax rate, tax included or exempt.' },
    examples: {
      zh: lines(`能开专票吗 | 税点多少 | 价格含税吗 | 开票要加钱不 | 增值税专用发票需要什么资料 | 几个点的票 | 普票还是专票 | 可以开13个点的不 | 免税怎么操作 | 海外买能退税吗 | 小规模纳税人能开专票么 | 电子专票行不行 | 不含税价是多少 | 税率写的多少 | 要专票 | 增值税发票能开不`),
      en: lines(`can I get a vat invoice | are prices including tax | how much sales tax do you charge | we're tax exempt, how do we order | what's your vat number | reverse charge for EU businesses? | can tourists get the tax refunded | is GST included | tax id needed on the invoice | price ex vat please | why was I charged tax | do you issue invoices with VAT shown separately | duty and tax included at checkout? | do you provide invoices for businesses | do prices contain vat`),
    },
  },
  {
    id: 'invoice.missing',
    family: 'invoice.request',
    slots: ['order'],
    name: { zh: '发票没收到', en: 'Invoice not received' },
    description: { zh: '申请了没收到、在哪里下载、多久开。', en: 'An invoice was asked for and has not come; where to download it.' },
    examples: {
      zh: lines(`发票怎么还没收到 | 电子发票在哪下载 | 申请一周了还没开 | 发票发到哪个邮箱了 | 发票多久能开出来 | 包裹里没有发票 | 发票链接打不开 | 重新发一次发票到我邮箱 | 说寄了发票没见到 | 催一下发票，财务要报销 | 订单完成了发票还是待开具 | 发票丢了能补一份吗 | 哪里可以查开票进度 | 没有收到发票 | 发票什么时候寄 | 发票在哪里下载 | 亲 发票还没给我`),
      en: lines(`I still haven't received my invoice | where can I download the invoice | no receipt in the package | can you resend the bill to my email | when will the invoice be sent | invoice link is broken | lost my receipt, need a copy | requested an invoice last week, nothing came | my accountant is waiting for the invoice | didn't get the receipt for #1140 | is the invoice in my account somewhere | invoice went to spam? can't find it | how long does it take to issue a bill | where can I download my bill | didn't get a receipt by email | resend invoice | lost my receipt, can you send another one`),
    },
  },
];
