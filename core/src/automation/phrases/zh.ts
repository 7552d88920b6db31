import type { en } from './en.js';

/** Chinese wordings of every English phrase; the type keeps the two in step. */
export const zh: Readonly<Record<keyof typeof en, string>> = {
  'greet': '您好，我是{shop}的 AI 客服助手。可以帮您查订单和物流，解答配送、退换货和商品问题，也可以为您转人工。',
  'greet.short': '您好！请问有什么可以帮您？',
  'thanks': '不客气！还有其他可以帮您的吗？',
  'goodbye': '感谢您的光临，祝您生活愉快！',
  'identity': '我是{shop}的 AI 助手，不是真人。我只依据店铺的页面和订单记录回答，您随时可以找人工客服。',
  'acknowledged': '好的，有需要随时告诉我。',

  'order.placed': '订单 {name}，{date}下单：{items}。',
  'order.not-shipped': '目前还没有发货。',
  'order.on-hold': '订单被店铺暂时挂起，还没有发货。',
  'order.partly-shipped': '部分商品已发货，其余的还未发出。',
  'order.cancelled': '该订单已于{date}取消。',
  'order.shipped-no-tracking': '已发货，但没有登记物流单号。',
  'order.payment-pending': '还没有收到付款。',
  'order.others': '另外还看到 {names}，如果您问的是其中一个，请告诉我。',
  'order.refunded': '该订单已退款 {amount}。',
  'order.not-refunded': '该订单没有退款记录。',

  'shipment.pending': '有一个包裹正在准备中。',
  'shipment.label-created': '面单已打印，{carrier}还未揽收。物流单号：{number}。',
  'shipment.in-transit': '包裹正在运输途中，承运商：{carrier}，物流单号：{number}。',
  'shipment.out-for-delivery': '包裹正在派送，承运商：{carrier}，物流单号：{number}。',
  'shipment.ready-for-pickup': '包裹已到自提点，可以取件了。承运商：{carrier}，物流单号：{number}。',
  'shipment.attempted': '{carrier}上门派送过，但没能交到您手上。物流单号：{number}。',
  'shipment.delayed': '包裹在运输途中有延误，承运商：{carrier}，物流单号：{number}。',
  'shipment.delivered': '{carrier}显示已签收。物流单号：{number}。',
  'shipment.delivered-on': '{carrier}显示已于{date}签收。物流单号：{number}。',
  'shipment.failed': '{carrier}未能派送成功。物流单号：{number}。',
  'shipment.estimate': '预计送达：{date}。',
  'shipment.last-scan': '最新物流：{event}（{date}）。',
  'shipment.not-received': '没有收到货，非常抱歉。请先问问家人、邻居或前台是否代收；如果都没有，需要由人工客服向承运商发起查件。',
  'shipment.trouble': '非常抱歉，这种情况可以由人工客服与承运商处理。',

  'ask.order-number': '请问是哪一个订单？麻烦发一下订单号，确认邮件里可以找到。',
  'ask.proof': '要查看订单 {name}，请提供下单时使用的邮箱或手机号。',
  'ask.proof-any': '请提供订单号，以及下单时使用的邮箱或手机号。',
  'proof.failed': '订单号与邮箱或手机号对不上，请您再核对一下两者。',
  'proof.limited': '尝试次数过多，暂时不能继续核对，可以由人工客服帮您。',
  'order.not-yours': '在您的账号下没有找到订单 {name}。如果当时没有登录下单，请告诉我下单用的邮箱或手机号。',
  'order.none': '您的账号下还没有订单。',
  'order.no-other': '没有看到其他可以查询的订单。',
  'shop.unavailable': '现在连不上店铺的系统，我不想乱猜。请稍后再试，或者由人工客服帮您。',

  'policy.intro': '关于这个问题，《{title}》是这样说明的：',
  'policy.none': '在店铺的页面里没有找到相关内容。',

  'product.in-stock': '{title}，售价 {price}，有货。',
  'product.sold-out': '{title}，售价 {price}，目前缺货。',
  'product.in-stock-unpriced': '{title}，有货。',
  'product.sold-out-unpriced': '{title}，目前缺货。',
  'product.found': '为您找到：',
  'product.none': '没有找到合适的商品，可以换个说法描述一下吗？',

  'request.not-mine': '这件事我目前还不能自己帮您办理，也不会假装办好了。',
  'complaint.sorry': '给您带来不便，非常抱歉。',

  'human.offer': '需要为您转人工客服吗？',
  'human.done': '我已将对话转入人工客服的队列，会有同事在这里回复您，目前还说不准要等多久。',
  'human.already': '您已经在人工客服的队列里了，您发的内容都在。等待期间，我仍然可以帮您查询。',
  'human.failed': '暂时没能转入人工客服的队列，请稍后再试一次。',

  'unknown': '我不太确定您的意思，不想乱答。',
  'unknown.image': '图片已收到，不过我自己看不了图片。',
  'failed': '我们这边处理您的消息时出了问题。消息已保存，我已将对话转入人工客服的队列。',

  'button.order': '我的订单到哪了？',
  'button.returns': '退换货政策',
  'button.human': '转人工',
};
