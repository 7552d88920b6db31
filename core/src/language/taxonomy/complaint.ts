import { lines, type Intent } from './intent.js';

/** Something went wrong. */
export const COMPLAINT: readonly Intent[] = [
  {
    id: 'complaint.damaged',
    name: { zh: '商品损坏', en: 'Damaged or faulty' },
    description: { zh: '收到破损、有瑕疵、不能用的商品。', en: 'The goods came broken, dirty, faulty or stopped working at once.' },
    examples: {
      en: lines(`
        it arrived broken
        the glass was shattered when I opened the box
        my item is damaged
        product doesn't work
        there's a big scratch on the screen
        came with a hole in it
        defective, won't turn on
        the box was crushed and the contents are dented
        one of the cups is cracked
        the bottle leaked all over the parcel
        received a faulty charger
        it's dead on arrival
        left earbud has no sound
        everything inside was smashed, see photo
        my new kettle is leaking
        brocken zipper
      `),
      zh: lines(`
        收到是坏的
        杯子碎了
        包装压烂了，里面也破了
        屏幕有划痕
        开不了机
        衣服有个洞
        漏液了，弄得到处都是
        有瑕疵
        打开一股霉味还有污渍
        充电器充不进电
        盒子都瘪了东西也凹进去了
        左边耳机没声音
        少个螺丝还裂了条缝
        收到货破损怎么办
        拉链拉不上，坏的
        才用了一天就不转了
        箱子是湿的里面全泡了
        过期了的你们也卖
        一拿出来手柄就断了
        图片发你看，碎成渣了
        口红断了
      `),
    },
  },
  {
    id: 'complaint.wrong-item',
    name: { zh: '发错或少发', en: 'Wrong or missing item' },
    description: { zh: '收到的不是所买的，颜色尺码发错，少件。', en: 'Something other than ordered came, the wrong colour or size, or a part is missing.' },
    examples: {
      en: lines(`
        you sent me the wrong item
        I got a blue one but ordered black
        this isn't what I ordered
        received size S instead of L
        wrong product in the box
        I ordered a kettle and got a toaster
        the charger wasn't in the package
        my order is incomplete
        somebody else's order was in my box
        sent the wrong model
        there should have been a gift, it's not there
        I paid for a pack of six and there are five
        wrong color came
        you mixed up my order
        not the same as the picture, completely different item
        I was sent someone elses package
        half of my order didn't come in the box
        where's the second bottle? I bought two
      `),
      zh: lines(`
        发错货了
        东西发错了
        寄错了吧你们
        我要的黑色给我发了白色
        跟我买的不一样
        尺码发错了，我拍的是L
        收到的不是我的东西
        里面少了充电器
        漏发了
        箱子里是别人的订单
        型号不对
        说好的赠品没有
        给我发的什么玩意，我买的是水壶
        颜色错了
        货不对板
        买的六瓶装怎么只有五瓶
        和描述的完全不是一个东西
        你们仓库是不是发混了
        还有一个没给我装进去
        少了两个螺丝一块板
        寄来的是老款，我订的新款
      `),
    },
  },
  {
    id: 'complaint.service',
    name: { zh: '投诉服务', en: 'Complaint about service' },
    description: { zh: '对服务、态度、速度不满，要投诉、差评。', en: 'Unhappy with service, attitude or slowness; threatens a bad review or a complaint.' },
    examples: {
      en: lines(`
        this is the worst service ever
        I want to file a complaint
        your support is useless
        nobody answers my emails
        very disappointed with your company
        I'll leave a one star review
        this is a scam
        I'm never shopping here again
        what a joke of a store
        you keep giving me the runaround
        absolutely unacceptable
        third time I'm writing about the same problem
        how do I make a formal complaint
        you lied to me
        terrible experience
        this is bullshit
        you guys suck
        I'm so fed up with you people
        nobody picks up the phone
        shame on you, horrible company
        the chat disconnected me twice already
      `),
      zh: lines(`
        我要投诉
        你们什么服务态度
        太差劲了
        再也不来你家买了
        骗子店铺
        垃圾服务
        一直踢皮球有意思吗
        太让人失望了
        你们就是这么对待顾客的？
        说话不算话
        投诉电话多少
        气死我了什么破店
        敷衍了事，一点都不负责
        真是无语，服务这么烂
        承诺的事一件没办到
      `),
    },
  },
];
