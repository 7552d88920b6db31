import { lines, type Intent } from './intent.js';

/** Signing in, addresses, subscriptions and letters. */
export const ACCOUNT_MORE: readonly Intent[] = [
  {
    id: 'account.code',
    family: 'account.problem',
    slots: ['phone', 'email'],
    name: { zh: '收不到验证码', en: 'Verification code' },
    description: { zh: '验证码、激活邮件收不到或错误。', en: 'A code or activation mail does not come or is refused.' },
    examples: {
      zh: lines(`收不到验证码 | 验证码一直说错误 | 短信码半天不来 | 激活邮件没收到 | 号码换了收不到码怎么登 | 验证码发送太频繁了 | 点了获取没反应 | 邮箱验证链接失效 | 语音验证码能打给我吗 | 国外手机号收不了验证码 | 收不到验证码登不进去 | 验证码输了显示过期 | 手机收到码但输入框不见了 | 为什么每次登录都要验证码还不发 | 短信验证总超时`),
      en: lines(`I don't get the verification code | the code says invalid | sms code never arrives | activation email didn't come | changed my number, can't get the login code | too many code requests, blocked | magic link expired | one time password not working | the confirmation link is dead | can you send the code to my email instead | reset password link not working | verification code never comes | verification email is missing | it keeps asking for a code I never got | the pin you texted me is wrong`),
    },
  },
  {
    id: 'account.register',
    family: 'account.problem',
    slots: ['email', 'phone'],
    name: { zh: '注册账号', en: 'Register' },
    description: { zh: '怎么注册、注册失败、已被注册。', en: 'Creating an account, failing to, already registered.' },
    examples: {
      zh: lines(`怎么注册账号 | 注册不了 | 提示手机号已注册，可我没注册过 | 注册要实名吗 | 没有邮箱能注册不 | 一个人能开两个号吗 | 公司账号怎么申请 | 注册页面一直跳回 | 外国护照可以注册么 | 注册成功了在哪登录 | 怎么注册 | 想开个新账号 | 不注册可以用吗 | 填完资料点注册没反应 | 用公司邮箱注册行不行`),
      en: lines(`how do I create an account | sign up doesn't work | it says my email is already registered | can I register without a phone number | how to open a business account | registration form keeps failing | do I need to be 18 to sign up | can I have two accounts | where do I register | make me an account please | I have two accounts, can you merge them | can't sign up | sign in with google fails | sign me up | why can't I open an account`),
    },
  },
  {
    id: 'account.change-contact',
    family: 'account.problem',
    slots: ['email', 'phone'],
    name: { zh: '换绑资料', en: 'Change account details' },
    description: { zh: '换手机号、邮箱、姓名、收货地址簿。', en: 'Another e-mail, phone, name or saved address in the account.' },
    examples: {
      zh: lines(`怎么换绑手机号 | 账号邮箱想改 | 地址簿里的旧地址怎么删 | 昵称能改吗 | 默认收货地址怎么设置 | 生日填错了能改不 | 会员资料在哪里修改 | 换号了账号还能用吗 | 解绑微信 | 个人信息里名字要改成真名 | 换绑手机号 | 怎么改会员资料 | 邮箱填错了想改个人信息 | 收货人默认是我前任，怎么换 | 绑定邮箱换成工作邮箱`),
      en: lines(`how do I change the email of my account | new mobile number for my profile please | delete an old address from my account | set a default shipping address | change my name after marriage | which page lets me change my details | my birthday is wrong in the account | new number, can I keep my account | unlink my google login | I moved, update my saved address | change the email on my account | how do I update my phone number in my profile | how do I edit my profile | swap my login email for a new one | remove my old phone from the profile`),
    },
  },
  {
    id: 'account.newsletter',
    family: 'account.problem',
    slots: ['email'],
    name: { zh: '订阅退订', en: 'Newsletter' },
    description: { zh: '退订短信邮件、订阅新品通知。', en: 'Unsubscribing from or subscribing to mails and texts.' },
    examples: {
      zh: lines(`别再给我发短信了 | 怎么退订邮件 | 广告太多了取消订阅 | 订阅上新通知 | TD退订没用还在发 | 天天推送烦死了 | 把我从群发名单里删掉 | 怎么关掉推送 | 想收到活动提醒怎么弄 | 营销电话别打了 | 怎么退订你们的短信 | 别老给我发广告邮件，取消订阅 | 短信广告太烦 | 怎么再也不收你们的推送 | 邮件订阅在哪里开`),
      en: lines(`unsubscribe me | stop sending me emails | how do I opt out of texts | too many promo mails, remove me from the list | I want to subscribe to the newsletter | unsubscribe link doesn't work | turn off push notifications | I keep getting spam from you | how do I get your newsletter | no more marketing calls please | unsubscribe me from the newsletter | take me off your mailing list | why am I getting texts from you | sign me up for your news | I unsubscribed twice and still get mails`),
    },
  },
  {
    id: 'account.subscription',
    family: 'account.problem',
    slots: ['product', 'date'],
    name: { zh: '定期购', en: 'Subscriptions' },
    description: { zh: '周期购、自动续费的取消、暂停、改期。', en: 'Recurring deliveries or renewals: cancel, pause, change.' },
    examples: {
      zh: lines(`怎么取消自动续费 | 周期购能暂停吗 | 下个月的鲜花先不要送了 | 定期购改成两个月一次 | 连续包月怎么关 | 续费了能退吗，忘记关了 | 订阅的猫粮想换口味 | 跳过这一期 | 还剩几期没送 | 定期送改地址 | 我订的牛奶先停两周 | 关闭自动扣费 | 周期购下次什么时候发 | 不想续订了 | 改成每月15号送`),
      en: lines(`cancel my subscription | pause my coffee subscription for a month | skip the next delivery | change it to every two months | I was charged for a renewal I didn't want | how do I switch flavours in my subscription | when is my next subscription box | stop auto renew | resume my subscription | how many boxes are left on my plan | end my monthly plan | move my next box to june | how do I get out of the auto delivery | add one more item to my subscription | why did my subscription renew`),
    },
  },
  {
    id: 'account.hacked',
    family: 'account.problem',
    slots: [],
    name: { zh: '账号被盗', en: 'Account taken over' },
    description: { zh: '账号被别人登录、改了资料、积分被用。', en: 'Somebody else is in the account, changed it or used its points.' },
    examples: {
      zh: lines(`谁登了我的账号 | 有人用我的号下单 | 密码被改了登不上去 | 异地登录提醒不是我 | 积分被别人用光了 | 账号被冻结了怎么解 | 绑定的手机变成别人的了 | 收到陌生登录短信 | 地址里多了个不认识的人 | 怎么让其他设备下线 | 账号被锁了 | 账号被盗了 | 有人改了我的收货地址 | 号被封了，我什么都没干 | 好像别人在用我的会员`),
      en: lines(`my account was hacked | someone ordered with my account | my password was changed and it wasn't me | login from a strange place | all my points were used by someone else | my account is locked, how do I unlock it | there's an address in my account I don't know | suspicious login email | log out all other devices | somebody got into my profile | my account is locked | account hacked, help | someone else is using my account | there are orders in my account that I never made | somebody changed my email`),
    },
  },
  {
    id: 'talk.wait',
    slots: [],
    name: { zh: '等一下', en: 'Wait a moment' },
    description: { zh: '让客服等一下、正在找单号、去拍照。', en: 'Asks to wait while looking something up.' },
    examples: {
      zh: lines(`等一下 | 稍等我找找订单号 | 我去拍个照 | 你先等会 | 等我两分钟 | 我看看哈 | 在翻记录，别走 | 马上发你 | 让我想想 | 我问下我老公 | 稍等哈 | 别急，我在打字 | 我先去开个门 | 容我看一眼短信 | 等会儿再说`),
      en: lines(`one moment | hang on, looking for my order number | let me take a photo | wait a sec | give me two minutes | brb | let me check | hold on please | I'm looking it up | just a minute, need to ask my wife | bear with me | be right back, doorbell | I have to look for the receipt first | two secs | wait, still typing`),
    },
  },
  {
    id: 'talk.repeat',
    slots: [],
    name: { zh: '没听懂再说', en: 'Did not understand you' },
    description: { zh: '没看懂回复、答非所问、要换语言或说简单点。', en: 'Does not understand the answer, it missed the question, another language.' },
    examples: {
      zh: lines(`没看懂 | 你说的什么意思 | 答非所问 | 能说简单点吗 | 我问的不是这个 | 再说一遍 | 说中文 | 看不懂英文，用中文回我 | 你理解错了 | 文不对题 | 刚才那句没明白 | 啥意思啊 | 不明白你讲的 | 你没看懂我的问题吧 | 换个说法行不行`),
      en: lines(`I don't understand | what do you mean | that's not what I asked | can you say it in simpler words | repeat that please | you misunderstood me | speak English please | wrong answer | that didn't help | huh? | that makes no sense | you didn't answer my question | please explain that again | not what I meant | I can't follow`),
    },
  },
];
