import { lines, type Intent } from './intent.js';

/** Answers to a question of ours. */
export const ANSWERS: readonly Intent[] = [
  {
    id: 'affirm',
    name: { zh: '同意', en: 'Yes' },
    description: { zh: '肯定的回答。', en: 'An affirmative answer.' },
    examples: {
      en: lines(`
        yes
        yeah
        sure
        ok
        yep that's right
        correct
        please do
        go ahead
        sounds good
        yes please
        of course
        absolutely
        that's the one
        okay then
        right
        yup
        fine by me
        I agree
        do it
        exactly
        confirmed
        definitely
        y
        alright
        it is
        sure thing, proceed
        that works for me
      `),
      zh: lines(`
        是的
        对
        好的
        可以
        没错
        嗯
        行
        ok的亲
        好
        确认
        就这样办
        没问题
        嗯嗯
        是
        对的
        要的
        当然
        就是这个
        同意
        可以的亲
        麻烦了，就这么弄
        好呀
        按你说的来
        中
        没毛病
        那行吧
        确定
      `),
    },
  },
  {
    id: 'deny',
    name: { zh: '否定', en: 'No' },
    description: { zh: '否定的回答、算了。', en: 'A negative answer, or never mind.' },
    examples: {
      en: lines(`
        no
        nope
        no thanks
        not really
        that's wrong
        never mind
        don't do that
        not that one
        nah
        no I didn't
        absolutely not
        forget it
        that's not it
        incorrect
        rather not
        no way
        I don't think so
        leave it
        negative
        no need
        nevermind
        I disagree
        please don't
        not yet
        stop
      `),
      zh: lines(`
        不是
        不用了
        不对
        算了
        不要
        没有
        不行
        不需要
        不是这个
        不可以
        别
        说错了
        先不用
        不是这个意思
        还是算了吧
        没必要
        不同意
        当我没说
        才不是
        不
        并没有
        不了谢谢
        都不是
        先别弄
        否
      `),
    },
  },
];
