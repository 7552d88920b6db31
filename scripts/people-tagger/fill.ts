import { addressZh, address, street, CITIES, CITIES_ZH } from './places.js';
import { COUNTRIES as COUNTRY_CODES } from '../../core/src/language/place-table.js';
import { fullName, nameZh, person, surnameZh, TITLES_ZH, type Dice } from './people.js';

/** A text and where its names and addresses stand. */
export interface Marked {
  text: string;
  spans: { kind: 'name' | 'address'; start: number; end: number }[];
}

const digits = (d: Dice, n: number): string => Array.from({ length: n }, (_, i) => d.between(i === 0 ? 1 : 0, 9)).join('');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const REGIONS = new Intl.DisplayNames('en', { type: 'region' });
const COUNTRIES = [...COUNTRY_CODES.flatMap((code) => REGIONS.of(code) ?? []), 'the United States', 'the UK', 'the Netherlands', 'England', 'Scotland', 'the USA'];
const BRANDS = 'UPS,FedEx,DHL,USPS,Royal Mail,Hermes,Apple,Samsung,Google,Amazon,Nike,Adidas,Puma,Sony,Dell,Lenovo,Logitech,Bosch,Philips,Dyson,Lego,Gucci,Prada,Zara,Uniqlo,Ikea,Tesla,PayPal,Klarna,Shopify,Netflix,Spotify,Disney,Barbie,Chanel,Dior,Rolex,Casio,Canon,Nikon,Garmin,Fitbit,GoPro,Yamaha,Fender,Nintendo,Xbox,Evri,Australia Post,Canada Post,Levi\'s,New Balance,Under Armour,The North Face,Patagonia,Tommy Hilfiger,Ralph Lauren,Calvin Klein,Michael Kors'.split(',');
const PRODUCTS = 'jacket,rain coat,Trail Jacket,Desk Lamp,coffee mug,Wool Sweater,headphones,Gaming Chair,phone case,running shoes,Blue Denim Shirt,yoga mat,backpack,necklace,Espresso Machine,kettle,night light,vase,Ceramic Bowl,tent,Hoodie,socks,candle,puzzle,keyboard,Cast Iron Pan'.split(',');
const JOBS = 'nurse,teacher,software developer,driver,air traffic controller,account manager,chef,lawyer,journalist,plumber,student,engineer,sales assistant,waiter,dentist,carpenter,accountant,farmer,actor,CEO,president,director,spokesperson,police officer,researcher,designer'.split(',');
const MEDICINES = 'Aspirin,Ibuprofen,Metformin,Paracetamol,Omeprazole,Insulin,Amoxicillin,Lisinopril,antibiotics,Penicillin,Lipitor,Prozac,Zoloft,Cortisone,Vitamin D,Magnesium,Codeine,Tylenol,Advil,Xanax,Ventolin,Statins'.split(',');
const TITLES = 'Mr. Mrs. Ms. Mr Mrs Ms Miss Dr. Dr Prof. Professor Sir Madam Captain'.split(' ');
const COMPANIES = 'Persona Tech,Blue Ocean,Sunrise,Northwind,Acme,Global Foods,Star Motors,Green Valley,Pacific Trading,Silverline,Metro,First National,United,General,Pioneer,Summit,Delta,Omega,Vertex,Nova,Quantum,Bright,Evergreen,Liberty,Atlas,Horizon,Golden Gate,Red River'.split(',');
const COMPANY_ENDS = 'Inc.,Ltd,LLC,GmbH,Group,Bank,Services,Solutions,Systems,Insurance,Logistics,Foods,Studios,Corp,& Co,Holdings,Media,Partners,Hospital,University,Records,Museum,Weekly,Fund'.split(',');

const JOBS_ZH = '教师 护士 程序员 司机 厨师 律师 会计 记者 销售专员 餐厅服务员 工程师 学生 公务员 设计师 医生 农民 快递员 保安 翻译 建筑师 摄影师 电工 客户经理'.split(' ');
const ILLNESS = '糖尿病 高血压 感冒 肺炎 胃炎 哮喘 关节炎 心脏病 肿瘤 肥胖 失眠症 过敏性鼻炎 偏头痛'.split(' ');
const MEDICINES_ZH = '阿司匹林 布洛芬 二甲双胍 对乙酰氨基酚 胰岛素 阿莫西林 奥美拉唑 扑热息痛 氨氯地平 立普妥 青霉素 头孢 阿莫西林胶囊 泰诺 芬必得 达菲 络活喜 格华止 维生素C'.split(' ');
const BRANDS_ZH = '顺丰 圆通 中通 韵达 申通 邮政 京东 极兔 德邦 华为 小米 苹果 耐克 阿迪达斯 李宁 安踏 美的 海尔 格力 飞利浦 戴森 兰蔻 雅诗兰黛 欧莱雅 优衣库 迪卡侬 联想 戴尔 索尼 张小泉 周大福 王老吉 康师傅 老干妈 李锦记 马应龙'.split(' ');
const PRODUCTS_ZH = '羽绒服 连衣裙 运动鞋 保温杯 台灯 耳机 手机壳 洗发水 口红 面霜 牛奶 坚果 大米 四件套 行李箱 电饭煲 空气炸锅 扫地机器人 充电宝 积木 猫粮 牛仔裤 毛衣 雨伞 茶叶 月饼'.split(' ');
const WEEKDAYS_ZH = '周一 周二 周三 周四 周五 周六 周日 星期一 星期天 礼拜三'.split(' ');
const COMPANIES_ZH = '华信 中达 鼎盛 宏远 天成 金源 恒通 瑞丰 博雅 信诚 东方 长江 新世纪 联创 永利'.split(' ');

/** A word that nobody knows, as medicines and brands are called. */
function coined(d: Dice): string {
  const word = Array.from({ length: d.between(2, 4) }, () => d.of('ba xo ri tol zen vi cor lip pra mex sta fen dol nax um ax il ine or ex on yl ra to mi ve lu'.split(' '))).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const either = (d: Dice) => (d.roll() < 0.5 ? digits(d, 4) : `#${digits(d, d.between(4, 6))}`);
const email = (d: Dice): string => `${person(d).first.toLowerCase().replace(/[^a-z]/g, '') || 'me'}${d.roll() < 0.5 ? digits(d, 2) : ''}@${d.of(['gmail.com', 'yahoo.com', 'outlook.com', '163.com', 'qq.com', 'hotmail.net', 'example.org'])}`;
const phoneEn = (d: Dice): string => d.of([`+1 ${digits(d, 3)} ${digits(d, 3)} ${digits(d, 4)}`, `(${digits(d, 3)}) ${digits(d, 3)}-${digits(d, 4)}`, `0${digits(d, 3)} ${digits(d, 7)}`, `+44 7${digits(d, 3)} ${digits(d, 6)}`, digits(d, 10)]);

const COMMON: Readonly<Record<string, (d: Dice) => string>> = {
  order: either,
  email,
  number: (d) => digits(d, d.between(2, 5)),
  id: (d) => digits(d, 18),
  caps: (d) => Array.from({ length: d.between(2, 6) }, () => String.fromCharCode(65 + d.between(0, 25))).join(''),
  code: (d) => `${Array.from({ length: d.between(2, 5) }, () => String.fromCharCode(65 + d.between(0, 25))).join('')}${digits(d, d.between(3, 7))}`,
  age: (d) => String(d.between(18, 90)),
  year: (d) => String(d.between(1950, 2025)),
};

const EN: Readonly<Record<string, (d: Dice) => string>> = {
  ...COMMON,
  phone: phoneEn,
  date: (d) => d.of([`${d.of(MONTHS)} ${d.between(1, 30)}`, `${d.between(1, 28)}/${d.between(1, 12)}/${d.between(2019, 2025)}`, `${d.between(1, 28)} ${d.of(MONTHS)}`, `2024-0${d.between(1, 9)}-${d.between(10, 28)}`]),
  time: (d) => d.of([`${d.between(1, 12)} pm`, `${d.between(8, 20)}:30`, 'noon']),
  money: (d) => d.of([`$${d.between(5, 900)}.${digits(d, 2)}`, `$${d.between(1, 300)},${digits(d, 3)}.${digits(d, 2)}`, `€${d.between(1, 99)},${digits(d, 3)}`, `${d.between(5, 900)} euros`, `£${d.between(5, 90)}`]),
  month: (d) => d.of(MONTHS),
  weekday: (d) => d.of(WEEKDAYS),
  country: (d) => d.of(COUNTRIES),
  city: (d) => d.of(CITIES),
  brand: (d) => (d.roll() < 0.85 ? d.of(BRANDS) : coined(d)),
  product: (d) => d.of(PRODUCTS),
  job: (d) => d.of(JOBS),
  medicine: (d) => (d.roll() < 0.6 ? d.of(MEDICINES) : coined(d)),
  illness: (d) => d.of('diabetes,asthma,headaches,dizziness,fatigue,coughing,chest tightness,joint pain,obesity,hypertension,fever,nausea,thirst,blurred vision,weight loss,a rash,arthritis,excessive thirst,lumps'.split(',')),
  thing: (d) => d.of('Summer,Golden Hour,Battery,Thunder,Guilty Pleasure,Midnight,Gladiator,Titanic,Boogie,Nightwish,Metal Storm,Radio,Blackout,Ghost Town,Wonderland,Inception,Matrix,Avatar,Moonlight,Rocket,Velvet,Stardust,Nirvana,Queen,Coldplay,Yesterday,Imagine'.split(',')),
  title: (d) => d.of(TITLES),
  org: (d) => (d.roll() < 0.2 ? `${person(d).last} ${d.of(['Group', '& Sons', 'Ltd', 'Inc.', 'and Sons', 'LLC', 'Foundation'])}` : d.roll() < 0.3 ? d.of(BRANDS) : `${d.of(COMPANIES)} ${d.of(COMPANY_ENDS)}`),
};

const ZH: Readonly<Record<string, (d: Dice) => string>> = {
  ...COMMON,
  phone: (d) => `1${d.of(['38', '39', '58', '77', '86', '50'])}${digits(d, 8)}`,
  date: (d) => d.of([`${d.between(1, 12)}月${d.between(1, 28)}日`, `${d.between(1, 12)}月${d.between(1, 28)}号`, '昨天', '前天', '上周']),
  time: (d) => d.of(['下午三点', '明天上午', '周末', '晚上七点后']),
  money: (d) => d.of([`${d.between(10, 2_000)}元`, `${d.between(10, 900)}块`, `¥${d.between(10, 900)}`, `${d.between(10_000, 400_000)}.${digits(d, 2)}元`, `${d.between(1, 900)},${digits(d, 3)}.${digits(d, 2)}元`, `${d.between(1, 90)}万元`, `${d.between(1, 9)},${digits(d, 3)}元`]),
  weekday: (d) => d.of(WEEKDAYS_ZH),
  city: (d) => d.of(CITIES_ZH),
  brand: (d) => d.of(BRANDS_ZH),
  product: (d) => d.of(PRODUCTS_ZH),
  job: (d) => d.of(JOBS_ZH),
  illness: (d) => d.of(ILLNESS),
  medicine: (d) => d.of(MEDICINES_ZH),
  org: (d) => `${d.roll() < 0.5 ? d.of(CITIES_ZH) : ''}${d.of(COMPANIES_ZH)}${d.of(['科技有限公司', '贸易有限公司', '银行', '集团', '律师事务所', '医院', '大学'])}`,
};

type Named = Readonly<Record<string, readonly ['name' | 'address', (d: Dice) => string]>>;

const NAMED_EN: Named = {
  full: ['name', fullName],
  first: ['name', (d) => person(d).first],
  last: ['name', (d) => person(d).last],
  addr: ['address', address],
  street: ['address', street],
};
/** Chinese texts name people in Latin letters, too, and addresses are always Chinese ones. */
const NAMED_ZH: Named = {
  full: ['name', (d) => (d.roll() < 0.04 ? fullName(d) : nameZh(d))],
  last: ['name', surnameZh],
  sur: ['name', surnameZh],
  addr: ['address', addressZh],
};

/** Fills the places of a template. */
export function fill(template: string, chinese: boolean, d: Dice): Marked {
  const spans: Marked['spans'] = [];
  let text = '';
  let from = 0;
  for (const m of template.matchAll(/\{(\w+)\}/g)) {
    text += template.slice(from, m.index);
    from = m.index + m[0].length;
    const key = m[1] ?? '';
    const named = (chinese ? NAMED_ZH : NAMED_EN)[key];
    if (named === undefined) {
      const other = (chinese ? ZH : EN)[key];
      if (other === undefined) throw new Error(`unknown place {${key}} in: ${template}`);
      text += other(d);
      continue;
    }
    const value = named[1](d);
    spans.push({ kind: named[0], start: text.length, end: text.length + value.length });
    text += value;
    if (key === 'sur' && !TITLES_ZH.some((title) => template.startsWith(title, from))) throw new Error(`no title after {sur} in: ${template}`);
  }
  return { text: text + template.slice(from), spans };
}
