import { allLocales } from '@faker-js/faker';
import { SURNAMES, TWO_CHARACTER_SURNAMES } from '../../core/src/language/entities/people/surnames.js';

/** Draws that come out the same on every machine. */
export interface Dice {
  /** In [0, 1). */
  roll(): number;
  /** One of a list. */
  of<T>(list: readonly T[]): T;
  /** A whole number from `low` to `high`. */
  between(low: number, high: number): number;
}

export function dice(random: () => number): Dice {
  return {
    roll: random,
    of: (list) => {
      const one = list[Math.floor(random() * list.length)];
      if (one === undefined) throw new Error('drew from an empty list');
      return one;
    },
    between: (low, high) => low + Math.floor(random() * (high - low + 1)),
  };
}

interface People {
  weight: number;
  first: readonly string[];
  last: readonly string[];
}

type Parts = Readonly<Partial<Record<string, readonly string[]>>>;

function lettersOf(parts: unknown): string[] {
  const lists = Object.values((parts ?? {}) as Parts).flatMap((list) => (Array.isArray(list) ? (list as string[]) : []));
  return [...new Set(lists)].filter((name) => typeof name === 'string' && /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}'’ -]{2,20}$/u.test(name));
}

/** What shares of names come from where; the rest of the Latin locales share what is left. */
const WEIGHTS: Readonly<Record<string, number>> = { en: 30, en_IN: 8, es: 4, de: 4, fr: 4, it: 3, nl: 3, vi: 2 };

/** First and last names of every locale that writes in Latin, Greek or Cyrillic letters. */
const PEOPLE: readonly People[] = Object.entries(allLocales).flatMap(([code, locale]) => {
  const first = lettersOf(locale.person?.first_name);
  const last = lettersOf(locale.person?.last_name);
  return first.length < 40 ? [] : [{ weight: WEIGHTS[code] ?? 1.5, first, last: last.length < 20 ? lettersOf(allLocales.en.person?.last_name) : last }];
});
const TOTAL = PEOPLE.reduce((sum, p) => sum + p.weight, 0);

const SYLLABLES = 'wei xiao ming li na fang jing yan hui ying juan min lei tao jun jie peng bin bo hao yu xin yi zi han chen xuan ting ting mei ling hong yun long gang qiang ping hua guo jian feng shu lan xue qing yang rui kai chao zhi yuan si meng qi ze jia wen cheng dong hai'.split(' ');
const PINYIN_SURNAMES = 'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Lu Yao Shen Zhong Cui Tan Fan Wan Shi Liao Jia Xia Fu Bai Zou Meng Xiong Qin Qiu Hou Jin Lei Long Tao He Gong Mao Hao Gu Shao Wan Qian Lai Wong Chan Cheung Lau Ng Lam Ho'.split(' ');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function pinyinGiven(d: Dice): string {
  const one = capital(d.of(SYLLABLES));
  return d.roll() < 0.4 ? one : d.roll() < 0.8 ? one + d.of(SYLLABLES) : `${one} ${capital(d.of(SYLLABLES))}`;
}

/** First and last name of one person. */
export function person(d: Dice): { first: string; last: string } {
  if (d.roll() < 0.07) return { first: pinyinGiven(d), last: d.of(PINYIN_SURNAMES) };
  let at = d.roll() * TOTAL;
  const group = PEOPLE.find((p) => (at -= p.weight) <= 0) ?? PEOPLE[0];
  if (group === undefined) throw new Error('no people');
  const first = d.of(group.first);
  // Surnames travel: every fifth belongs to another language.
  const last = d.roll() < 0.2 ? d.of(d.of(PEOPLE).last) : d.of(group.last);
  return { first, last: d.roll() < 0.05 ? `${last}-${d.of(group.last)}` : last };
}

const PARTICLES = ['van', 'van der', 'de', 'de la', 'von', 'da', 'del', 'di', 'bin', 'al', "O'", 'Mc', 'St.'];

/** All words that are part of a name somewhere. */
export const NAME_WORDS: ReadonlySet<string> = new Set(PEOPLE.flatMap((p) => [...p.first, ...p.last]).flatMap((name) => name.toLowerCase().split(/[ '’-]/)));

/** A whole name as people write it. */
export function fullName(d: Dice): string {
  const { first, last } = person(d);
  const r = d.roll();
  if (d.roll() < 0.01) return Array.from(`${first} ${last}`).map((c) => (d.roll() < 0.5 ? c.toUpperCase() : c.toLowerCase())).join('');
  if (r < 0.06) return `${first} ${String.fromCharCode(65 + d.between(0, 25))}. ${last}`;
  if (r < 0.09) return `${first} ${String.fromCharCode(65 + d.between(0, 25))} ${last}`;
  if (r < 0.12) return `${first.charAt(0)}. ${last}`;
  if (r < 0.16) return `${first} ${person(d).first} ${last}`;
  if (r < 0.19) {
    const particle = d.of(PARTICLES);
    return particle.endsWith("'") || particle === 'Mc' ? `${first} ${particle}${last}` : `${first} ${particle} ${last}`;
  }
  if (r < 0.21) return `${last}, ${first}`;
  if (r < 0.23) return `${first} ${last} ${d.of(['Jr.', 'Sr.', 'III', 'II', 'Jr', 'MD', 'PhD', 'DDS', 'DVM', 'Esq.'])}`;
  return `${first} ${last}`;
}

const GIVEN_FREQUENT =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红玲芬燕春梅辉建国志文海波婷雪琳欣怡子涵梓轩雨桐浩然宇航诗雅思佳慧俊豪晨曦博文嘉欣梦琪语嫣若曦一诺沐阳奕辰佳怡天佑明轩心怡雨晴晓东晓燕小红小明建军建华国强志强志伟永强春梅秋菊冬梅月英凤英桂兰淑芬淑珍秀英秀兰美玲丽华丽娟文静文博子豪子轩子墨浩宇宇轩泽洋昊天睿哲瑞霖若汐可馨雅婷诗涵欣妍梓萱紫萱语桐亦菲安琪家豪家辉少华德华学友朝伟国荣耀文耀辉振华振国立新卫东爱国爱民胜利海燕海涛江涛云飞鹏飞鹏程万里长青长江松柏石磊森林鑫焱淼垚晶蓓蕾薇蔷莎莉娅妮婕妤媛姣姗嫦娥黛玉宝钗湘云探春惜春元春迎春曼丽曼婷可可乐乐贝贝甜甜圆圆冰冰晶晶莹莹倩倩茜茜菲菲芊芊楚楚依依宁宁安安康康健健壮壮凯旋俊杰英杰人杰世杰志杰豪杰少杰';

const GIVEN_CHARS: readonly string[] = Array.from(GIVEN_FREQUENT);
const GIVEN_RARE: readonly string[] = Array.from('旭昀晟昱晖暄朗朔桦楠楷榕槿樱毅沁沛泓洁洛浚涓淇清渊渝湘源滢漪潇澜瀚炎炜烨煜熙燊爽玥珂珊珏珞琛琦琪琼瑄瑜瑞瑶瑾璇璐璟璨甜畅皓盈睿硕祎祥祺禾秋穆竹笑筠筱纯绍维绮翔翰耘聪胤腾舒航良艺芷芸苑若茗荟莘莞菁萌萍葵蓉蓝蕊藜虹蝶行衍裕西诚谦贞贤赫超越轶辰迪通逸道遥邦郁采野量钊钧铭锋锐锦镇闻雁雯霄露霖霆青靖韬韵颂颖飒飞馨骏高鸣鸿鹤鹏麟黎齐远琴哲生成贤良仁义礼信忠孝和平发财富贵全才章彦士元兆先光克冬利力勤升占双启喜嘉圣培声复大如宏宗定宝容宽宾寿尚山岩岭岳川巍巧希帅常广庆延开弘彤彬征心必忆念恒恩恺惠意愉慕懿承抒拓捷攀政敬斌新方旺昂昌易映晋景晴智曙月有望朋未本权材来果枝柳柔栋树根格棋棠楚橙欢正殿毓永江池汉沙河治泉泰津洲洪济流淳深添游溪滔滨漫澄灿炳烁焕照熠爱牧玄玖玫珍珠琅理瑛田甲男登百益盼直真知研碧祖祝禄福科积程稳立章童端竣籽纪纬经绪缘翠群羽耕育能至臣舟艾节芝芙花芮芯范茂茹菊葆蔚薰虎融衡观言训诚谊豫起运进连迎迟通遂醒钢钦铁银铮镜闯阔隆隽集雄震顺领飘香驰骁骐魁麒黛鼎');

/** Single-character surnames by how many bear them. */
const COMMON_SURNAMES: readonly string[] = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤');
const RARE_SURNAMES = [...SURNAMES];
const DOUBLE_SURNAMES = [...TWO_CHARACTER_SURNAMES];

export function surnameZh(d: Dice): string {
  const r = d.roll();
  return r < 0.78 ? d.of(COMMON_SURNAMES) : r < 0.95 ? d.of(RARE_SURNAMES) : d.of(DOUBLE_SURNAMES);
}

/** Characters that foreign names are written with. */
const SOUNDS: readonly string[] = Array.from('阿埃艾安奥巴贝比宾波伯布查达戴德迪杜多尔菲费弗福盖格古哈海汉赫亨胡霍基吉加杰卡凯科克库拉莱兰雷里丽莉林卢鲁罗洛马玛迈曼梅米莫姆娜南内尼诺帕佩皮普奇乔切琼萨塞森沙史斯苏索塔泰汤特托瓦威维温文沃西希夏辛雅亚伊尤约泽扎');

/** A whole Chinese name: two or three characters, four with a double surname. */
export function nameZh(d: Dice): string {
  if (d.roll() < 0.015) return Array.from({ length: 2 }, () => Array.from({ length: d.between(2, 4) }, () => d.of(SOUNDS)).join('')).join('·');
  const char = (): string => (d.roll() < 0.7 ? d.of(GIVEN_CHARS) : d.of(GIVEN_RARE));
  const surname = surnameZh(d);
  const one = char();
  if (d.roll() < 0.24) return surname + one;
  return surname + one + (d.roll() < 0.06 ? one : char());
}

/** How people are called who are known by their surname. Only the surname is the name. */
export const TITLES_ZH = ['先生', '女士', '小姐', '老师', '医生', '经理', '总', '师傅', '阿姨', '叔叔', '同学', '大夫', '律师', '主任'];
