import { lines, type Intent } from './intent.js';

/** The shopper's account and data. */
export const ACCOUNT: readonly Intent[] = [
  {
    id: 'account.problem',
    name: { zh: '账号问题', en: 'Account problem' },
    description: { zh: '登录不了、改密码、注册、换绑手机或邮箱、注销会员。', en: 'Cannot sign in, password, registration, change of e-mail or phone, membership settings.' },
    examples: {
      en: lines(`
        I can't log in
        forgot my password
        I keep getting logged out
        login error
        two factor code not arriving
        wrong password but I'm sure it's right
        how to change my username
        I need to change my password
        My membership level is wrong
        locked out after too many tries
        can't get into my account
        login keeps failing
        something is off with my profile
        I need help with my account
        my account shows someone else's name
      `),
      zh: lines(`
        登录不上
        忘记密码了
        修改密码
        提示账号不存在
        一直让我重新登录
        两个账号能合并吗
        找回密码的链接打不开
        会员等级怎么掉了
        用微信登录失败
        手机号换了登不了以前的号
        注册的时候说手机号已被使用
        账户异常怎么解除
        密码明明对的却说错误
        我的会员卡绑定不了
        登录一直失败
      `),
    },
  },
  {
    id: 'privacy.request',
    name: { zh: '隐私请求', en: 'Privacy request' },
    description: { zh: '删除或导出个人数据、注销账号、问数据怎么用。', en: 'Delete or export personal data, close the account, how data is used.' },
    examples: {
      en: lines(`
        delete my data
        I want my account deleted permanently
        GDPR request
        what personal information do you hold about me
        please erase everything you have on me
        export my data
        close my account and remove my details
        do you sell my data
        remove my credit card from your system
        right to be forgotten
        how is my information used
        I want a copy of all data stored about me
        please stop sharing my email with third parties
        where's your privacy policy
        who has access to my address
        data protection officer contact?
        wipe my chat history
        under CCPA I ask you to delete my records
        withdraw my consent to data processing
        is my payment data stored
        forget me
        is this conversation being recorded
        remove my phone number from your database
        how can I delete my account
        I no longer want an account with you, get rid of it
        terminate my user profile for good
      `),
      zh: lines(`
        删除我的个人信息
        注销账号
        把我的资料全部删掉
        导出我的数据
        你们保存了我哪些信息
        我要求清除个人数据
        隐私政策在哪看
        我的手机号怎么会被别人知道
        是你们把我的电话卖了吗
        解绑并删除我的银行卡
        不同意你们收集我的信息
        聊天记录能删吗
        撤回授权
        谁能看到我的地址
        根据个人信息保护法申请删除
        怎么彻底销户
        给我一份你们存的我的资料
        不要把我的号码给第三方
        身份证信息请帮我删了
        买完东西就有诈骗电话，信息是不是你们泄露的
        这个对话会被记录吗
        账号我不用了，帮我删了吧
        怎么注销我在你们这的账户
      `),
    },
  },
];
