import { lines, type Intent } from './intent.js';

/** The talk around the matter. */
export const TALK: readonly Intent[] = [
  {
    id: 'human',
    name: { zh: '转人工', en: 'Talk to a human' },
    description: { zh: '要真人客服、要打电话。', en: 'Wants a person, an agent or a phone call.' },
    examples: {
      en: lines(`
        talk to a human
        I want to speak to a real person
        agent please
        connect me with customer service
        can someone call me
        let me talk to your manager
        representative
        is there anybody there I can chat with
        get me a live agent
        I need a person, not a machine
        transfer me to support
        human
        stop with the automatic answers, I want someone real
        Could I please speak with a member of your team?
        operator
        customer care number
        put me through to somebody who can help
        this bot isn't helping, give me a person
        speak to supervisor now
        i wanna talk to staff
        how can I contact you directly
        live chat with a person pls
        real human now!!!
      `),
      zh: lines(`
        转人工
        人工客服
        我要找真人
        有人吗，别用机器人回我
        帮我转接客服
        叫你们经理来
        能给我打个电话吗
        不要自动回复，要人工
        人工人工人工
        接人工服务谢谢
        我想跟人说话
        找你们负责人
        换个真人来
        机器人听不懂，转人工吧
        请安排专人联系我
        有没有活人
        人工在线吗
        老板在不在，我找老板
        怎么联系你们客服
        让主管跟我谈
        电话沟通可以吗
        听不懂人话，叫人来
        麻烦转一下人工坐席
      `),
    },
  },
  {
    id: 'greeting',
    name: { zh: '打招呼', en: 'Greeting' },
    description: { zh: '只打招呼，还没有说事情。', en: 'Only says hello; no matter named yet.' },
    examples: {
      en: lines(`
        hi
        hello
        hey there
        good morning
        hello, anyone here?
        Good afternoon
        hiya
        hey
        yo
        good evening team
        hi there, quick question
        hello hello
        howdy
        heyy
        greetings
        hi I need some help
        hello can you help me
        I have a question
        are you there?
        morning!
        hey guys
        hi dear
        knock knock
        hello good day
        sup
        can I ask you something
        help please
        help
      `),
      zh: lines(`
        你好
        您好
        在吗
        亲
        在不在
        嗨
        哈喽
        早上好
        有人在吗
        你好啊
        下午好
        hello在么
        亲在吗
        老板在吗
        晚上好呀
        客服在吗
        喂
        hi你好
        请问在吗
        想咨询一下
        我有个问题想问
        掌柜的
        在线吗
        你们好
        打扰一下
        问个事
        小二在不
        帮忙
      `),
    },
  },
  {
    id: 'thanks',
    name: { zh: '感谢', en: 'Thanks' },
    description: { zh: '道谢、表扬。', en: 'Says thank you or praises.' },
    examples: {
      en: lines(`
        thanks
        thank you so much
        thx
        great, thanks for your help
        cheers mate
        much appreciated
        ty
        perfect thank you
        thank you, that's it, bye
        that was very helpful
        you're the best
        awesome service
        thanks a lot!
        tysm
        I really appreciate it
        wonderful, that solved it
        many thanks for the quick reply
        amazing, love you guys
        thank u
        nice one, cheers
        good job bot
        brilliant, all sorted now
        grateful for your support
        well done
      `),
      zh: lines(`
        谢谢
        多谢
        非常感谢
        谢谢亲
        太感谢了
        辛苦了
        3q
        好的谢谢
        谢啦
        你真好
        服务真不错
        麻烦你了
        感恩
        真棒
        帮大忙了
        谢谢你的帮助
        给你点赞
        回复很快，好评
        蟹蟹
        问题解决了，感谢
        thx啦
        客服小姐姐真耐心
        有劳了
        你们家服务很贴心
      `),
    },
  },
  {
    id: 'goodbye',
    name: { zh: '告别', en: 'Goodbye' },
    description: { zh: '结束谈话。', en: 'Ends the talk.' },
    examples: {
      en: lines(`
        bye
        goodbye
        see you
        that's all, bye
        have a nice day
        nothing else, have a good one
        talk to you later
        ok bye now
        good night
        cya
        that will be all
        I'm done here
        catch you later
        farewell
        no more questions from me
        gotta go
        that's everything for today
        ttyl
        bye bye
        take care
        I have to leave now
        end chat
        close this conversation
      `),
      zh: lines(`
        再见
        拜拜
        回见啦
        没事了
        那先这样
        下次再聊
        不聊了
        晚安
        我先走了
        就这样吧，再见
        没有其他问题了
        回头见
        先不打扰了
        我下班了拜
        祝你生活愉快，拜
        好了没别的事了
        撤了撤了
        有事再找你
        结束对话
        下线了
        先忙了回聊
        问完了
        拜了个拜
      `),
    },
  },
  {
    id: 'bot.identity',
    name: { zh: '你是谁', en: 'Who are you' },
    description: { zh: '问是不是机器人、叫什么、能做什么。', en: 'Asks whether this is a bot, its name, what it can do.' },
    examples: {
      en: lines(`
        are you a bot
        am I talking to a real person
        who are you
        what's your name
        what can you do
        are you human or a machine
        is this automated
        are you AI
        who am I chatting with
        is this chatgpt
        what are you exactly
        are you a robot lol
        do you have a name
        what can you help me with
        who made you
        is there a human behind this
        you sound like a machine
        what kind of questions can you answer
        which model are you running on
        introduce yourself
        am i speaking with a computer
        do you work for the shop
        tell me what you're able to do
      `),
      zh: lines(`
        你是机器人吗
        你是谁
        你叫什么名字
        你能做什么
        是真人还是机器
        我在跟人工智能聊天吗
        你是AI吧
        你是人吗
        你会什么
        你有什么功能
        谁开发的你
        你是哪家公司的客服
        感觉你是个机器
        自我介绍一下
        你是男是女
        你是ChatGPT吗
        你可以帮我干嘛
        这是自动回复吧
        对面是人还是程序
        怎么称呼你
        你是智能客服？
        你是店里的工作人员吗
        你都能回答哪些问题
      `),
    },
  },
];
