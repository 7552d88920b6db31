/** Words that carry no meaning of their own in a search; question words stay out too, the answer does not hold them. */
const ENGLISH = "a an and are as at be been but by can could did do does for from had has have hi how i if in is it its just me my of on or our please pls so than that the their them then there these they this those to too u us was we were what when where which who why will with would you your am any about get got im ive dont doesnt didnt cant id ill lets hello hey thanks thank tell know want like need sell sells selling".split(
  ' ',
);
const CHINESE =
  '的 了 吗 呢 吧 啊 呀 哦 嗯 我 你 您 他 她 它 我们 你们 他们 这 那 这个 那个 是 在 有 和 与 跟 也 都 就 还 还是 又 很 太 被 把 给 对 请 请问 怎么 怎样 如何 什么 哪 哪个 哪里 几 多少 为什么 一下 一个 可以 能 能不能 可不可以 会 要 想 想要 需要 应该 亲 亲亲 你好 您好 谢谢 麻烦 帮 帮我 如果 因为 所以 但是 或者 以及 等 从 到 向 于 之 其 此 该 并 而 及 个 里 上 下 中 么 地 得 着 过 来 去 说 看 知道 问 问下 店家 老板 客服 没 不 有没有 卖 有卖 你家 你们家 店里'.split(
    ' ',
  );
const STOPWORDS = new Set([...ENGLISH, ...CHINESE]);

/** Whether a word (normalised, not stemmed) is left out of the index. */
export function isStopword(word: string): boolean {
  return STOPWORDS.has(word);
}
