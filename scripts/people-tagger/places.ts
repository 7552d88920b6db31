import { allLocales } from '@faker-js/faker';
import { person, type Dice } from './people.js';

type Location = Readonly<Partial<Record<string, readonly string[]>>>;

const latin = (name: string): boolean => /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}'’. -]{3,28}$/u.test(name);

function listed(field: string): string[] {
  return [...new Set(Object.values(allLocales).flatMap((locale) => (((locale.location ?? {}) as Location)[field] ?? []).filter((x): x is string => typeof x === 'string')))].filter(latin);
}

export const CITIES = listed('city_name');
const STREETS = listed('street_name');
const STATES = listed('state');
const SUFFIXES = 'Street Street Street Avenue Avenue Road Road Lane Drive Drive Boulevard Court Place Way Terrace Close Crescent Square Parkway Circle Trail Alley Highway Plaza Row Hill Gardens Grove Mews Quay Loop Path St St Ave Ave Rd Ln Dr Blvd Ct Pl Ter Hwy Pkwy Cir Sq St. Ave. Rd. Dr. Blvd.'.split(' ');
const MORE_SUFFIXES = listed('street_suffix');
const DIRECTIONS = ['North', 'South', 'East', 'West', 'N', 'S', 'E', 'W', 'NE', 'SW', 'Northeast', 'Southwest', 'Northwest', 'Southeast'];
const FOREIGN = ['{s}straße {n}', '{s}str. {n}', '{s}gasse {n}', '{s}weg {n}', '{s}gatan {n}', '{s}vägen {n}', '{s}katu {n}', '{s}tie {n}', '{s}vej {n}', '{s}veien {n}', '{s}straat {n}', '{s}laan {n}', '{s} utca {n}', '{s} út {n}.', 'ul. {s} {n}', 'ulica {s} {n}', 'Via {s} {n}', 'Via {s}, {n}', 'Viale {s} {n}', 'Calle {s} {n}', 'C/ {s}, {n}', 'Avenida {s} {n}', 'Rua {s} {n}', 'Rua {s}, {n}', '{n} rue {s}', '{n}, rue de {s}', '{n} avenue {s}', '{n} boulevard {s}', '{n} quai {s}', '{n} chemin {s}', '{s} {n}', '{s} {n}/{m}', 'Jl. {s} No. {n}', '{s} Sokak No: {n}', '{s} {n}', '{s} {n}'];
const ORDINAL = (d: Dice): string => {
  const n = d.between(1, 120);
  return `${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'}`;
};
const STATE_CODES = 'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY ON BC QC AB NSW VIC QLD WA CO SK'.split(' ');
const COUNTRIES = 'USA,United States,United Kingdom,UK,Germany,France,Italy,Spain,Portugal,Austria,Switzerland,Netherlands,Belgium,Denmark,Sweden,Norway,Finland,Iceland,Poland,Czech Republic,Slovakia,Slovenia,Croatia,Hungary,Greece,Cyprus,Estonia,Uruguay,Brazil,Mexico,Canada,Australia,New Zealand,South Africa,Greenland,Tunisia,India,Japan,Singapore,Ireland,China,Hong Kong'.split(',');

const digits = (d: Dice, n: number): string => Array.from({ length: n }, (_, i) => d.between(i === 0 ? 1 : 0, 9)).join('');

function streetName(d: Dice): string {
  const r = d.roll();
  if (r < 0.35) return d.of(STREETS).replace(/ (?:street|road|avenue|lane)$/i, '');
  if (r < 0.55) return person(d).last;
  if (r < 0.7) return d.of(CITIES);
  if (r < 0.85) return d.of('Main Oak Maple Cedar Elm Pine Park Lake Hill High Station Church Mill River Spring Sunset Washington Lincoln Broadway Market Union Victoria King Queen Green Bridge School Chestnut Walnut Willow Highland Forest Meadow Valley Prospect Franklin Jackson Commerce Industrial Ridge Orchard Garden Grove Ocean Bay Harbour Kings College'.split(' '));
  return person(d).first;
}

function number(d: Dice): string {
  const r = d.roll();
  return r < 0.12 ? `${d.between(1, 180)}${d.of(['a', 'B', 'A', 'b', '-2', '/3'])}` : r < 0.2 ? `No. ${d.between(1, 400)}` : String(r < 0.6 ? d.between(1, 400) : d.between(400, 28_000));
}

/** A street without more: "King Forge", "Hammarvägen 15". */
function simple(d: Dice): string {
  if (d.roll() < 0.3) return d.of(FOREIGN).replace('{s}', streetName(d)).replace('{n}', number(d)).replace('{m}', '1');
  return `${d.roll() < 0.3 ? `${number(d)} ` : ''}${streetName(d)} ${d.roll() < 0.6 && MORE_SUFFIXES.length > 0 ? d.of(MORE_SUFFIXES) : d.of(SUFFIXES)}`;
}

/** House and street alone. */
export function street(d: Dice): string {
  const r = d.roll();
  if (d.roll() < 0.02) return `${d.of(['P.O. Box', 'PO Box', 'P. O. Box', 'Postfach', 'Box'])} ${d.between(1, 9_999)}`;
  if (d.roll() < 0.02) return `${d.of(['the corner of', 'corner of'])} ${simple(d)} and ${simple(d)}`;
  // Posts of the armed forces.
  if (d.roll() < 0.01) return d.of([`PSC ${d.between(100, 9_999)}, Box ${d.between(100, 9_999)}\nAPO ${d.of(['AA', 'AE', 'AP'])} ${digits(d, 5)}`, `Unit ${d.between(1_000, 9_999)} Box ${digits(d, 4)}\nDPO ${d.of(['AA', 'AE', 'AP'])} ${digits(d, 5)}`]);
  // The number of the house before a street that has its own.
  if (d.roll() < 0.03) return `${d.between(10, 99_999)} ${street(d)}`;
  const n = number(d);
  if (r < 0.3) return d.of(FOREIGN).replace('{s}', streetName(d)).replace('{n}', n).replace('{m}', String(d.between(1, 40)));
  const direction = d.roll() < 0.15 ? `${d.of(DIRECTIONS)} ` : '';
  const after = d.roll() < 0.08 ? ` ${d.of(DIRECTIONS)}` : '';
  if (r < 0.38) return `${n} ${direction}${ORDINAL(d)} ${d.of(SUFFIXES)}${after}`;
  const name = d.roll() < 0.12 ? `${streetName(d)} ${streetName(d)}` : streetName(d);
  return `${n} ${direction}${name} ${d.roll() < 0.5 && MORE_SUFFIXES.length > 0 ? d.of(MORE_SUFFIXES) : d.of(SUFFIXES)}${after}`;
}

function unit(d: Dice): string {
  return d.of([`Apt ${d.between(1, 999)}`, `Apt. ${d.between(1, 999)}`, `Suite ${d.between(1, 999)}`, `Unit ${d.between(1, 99)}`, `Flat ${d.between(1, 60)}`, `#${d.between(1, 40)}${d.of(['A', 'B', 'C', ''])}`, `${ORDINAL(d)} floor`, `Room ${d.between(100, 2_500)}`]);
}

/** An address in Latin letters, from the street alone to the country, on one line or several. */
export function address(d: Dice): string {
  const r = d.roll();
  if (r < 0.3) return street(d);
  const gap = d.of([', ', ', ', ', ', '\n', '\n', ' ', '\n    ', ' , ']);
  const city = d.roll() < 0.3 ? d.of(CITIES).toUpperCase() : d.of(CITIES);
  const zip = d.of([digits(d, 5), digits(d, 5), digits(d, 4), digits(d, 6), `${digits(d, 5)}-${digits(d, 4)}`, `${d.of(['SW', 'E', 'N', 'M', 'LS', 'B', 'EC'])}${d.between(1, 20)} ${d.between(1, 9)}${d.of(['AB', 'XY', 'QT', 'HD'])}`, `${digits(d, 3)} ${digits(d, 2)}`]);
  const parts = [street(d)];
  if (d.roll() < 0.4) parts[0] = d.roll() < 0.5 ? `${parts[0] ?? ''} ${unit(d)}` : `${parts[0] ?? ''}${gap}${unit(d)}`;
  const state = d.roll() < 0.75 ? d.of(STATE_CODES) : d.of(STATES);
  const shape = d.roll();
  if (shape < 0.35) parts.push(`${city}, ${state} ${zip}`);
  else if (shape < 0.5) parts.push(city, state, zip);
  else if (shape < 0.65) parts.push(`${zip} ${city}`);
  else if (shape < 0.75) parts.push(`${city} ${zip}`);
  else if (shape < 0.85) parts.push(city);
  else parts.push(`${city}, ${state}`);
  if (d.roll() < 0.3) {
    if (d.roll() < 0.3) parts.push(`${d.of(COUNTRIES)} ${digits(d, 5)}`);
    else parts.push(d.of(COUNTRIES));
  }
  return parts.join(gap);
}

const PROVINCES = '北京市 上海市 天津市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省 内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区 香港特别行政区 澳门特别行政区'.split(' ');
export const CITIES_ZH = '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 长治 临汾 呼和浩特 包头 赤峰 沈阳 大连 鞍山 抚顺 丹东 锦州 营口 长春 吉林 四平 哈尔滨 齐齐哈尔 牡丹江 大庆 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 安庆 黄山 阜阳 六安 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 九江 赣州 吉安 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 郑州 开封 洛阳 平顶山 安阳 新乡 许昌 南阳 商丘 信阳 武汉 黄石 十堰 宜昌 襄阳 荆州 长沙 株洲 湘潭 衡阳 岳阳 常德 郴州 广州 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 东莞 中山 潮州 揭阳 南宁 柳州 桂林 北海 海口 三亚 成都 自贡 攀枝花 泸州 德阳 绵阳 乐山 南充 宜宾 贵阳 遵义 昆明 曲靖 大理 拉萨 西安 咸阳 宝鸡 渭南 延安 兰州 天水 西宁 银川 乌鲁木齐 喀什 义乌 昆山 江阴 常熟 张家港 慈溪 晋江'.split(' ');
const DISTRICTS = '鼓楼 玄武 朝阳 海淀 东城 西城 丰台 通州 浦东新 徐汇 静安 黄浦 闵行 杨浦 长宁 普陀 宝山 西湖 拱墅 滨江 余杭 萧山 上城 天河 越秀 海珠 白云 番禺 南山 福田 罗湖 龙岗 宝安 武侯 锦江 青羊 金牛 成华 渝中 江北 沙坪坝 九龙坡 南岸 江岸 武昌 洪山 汉阳 雁塔 碑林 未央 莲湖 和平 沈河 铁西 中山 沙河口 市南 市北 崂山 历下 历城 槐荫 金水 二七 中原 岳麓 芙蓉 雨花 思明 湖里 集美 包河 蜀山 庐阳 五华 盘龙 官渡 云岩 南明 新城 回民 桥西 长安 裕华 河西 河东 南开 红桥 东湖 西湖 青山湖 青秀 兴宁 龙华 美兰 吴中 姑苏 相城 高新 开发 禅城 顺德 南海 城关 兴庆 桥东 道里 南岗'.split(' ');
const COUNTIES = '嘉善 海盐 德清 安吉 长兴 桐庐 淳安 苍南 平阳 象山 宁海 仙居 天台 肥西 长丰 闽侯 连江 永春 德化 曹县 单县 平邑 沂水 汝阳 新安 固始 沛县 睢宁 长沙 宁乡 博罗 海丰 正定 涿鹿 阳朔 武鸣 郫县 仁寿 双流 澄迈'.split(' ');
const ROADS = '中山 人民 解放 建设 文三 和平 胜利 新华 北京 南京 上海 长江 黄河 建国 复兴 朝阳 光明 幸福 文化 学府 大学 科技 创业 工业 迎宾 滨河 滨江 湖滨 沿江 环城 江南 江北 天府 春熙 世纪 金融 花园 体育 火车站 南山 西山 东湖 翠湖 莲花 梅花 玉兰 桂花 樱花 枫林 竹园 银杏 民生 民主 民族 团结 友谊 友爱 富强 振兴 兴业 望江 凤凰 龙腾 金鼎 明德 延安 淮海 陕西 四川 云南 福州 广州 深南 北大街 文汇 书院 府前 市府 站前 古城 西安 洛阳 青年 少年宫 红旗 东风 劳动 五一 八一 三八 珠江 松花江 嫩江'.split(' ');
const ROAD_ENDS = ['路', '路', '路', '街', '大道', '大街', '东路', '西路', '南路', '北路', '中路', '巷', '胡同', '一路', '二路', '三街', '弄', '东大街'];
const ESTATES = '阳光 翠湖 金域 锦绣 万科 碧桂 恒大 保利 中海 龙湖 绿地 世茂 华润 金地 融创 滨江 香榭 御景 天鹅 玫瑰 枫丹 丽景 都市 东方 盛世 书香 紫金 观澜 水岸 星河 阳光100 幸福 和谐 康乐 新世纪 金色 蓝天 星光 汇景'.split(' ');
const ESTATE_ENDS = ['花园', '小区', '家园', '公寓', '国际', '城', '苑', '广场', '大厦', '名邸', '新村', '写字楼', '一期', '豪庭', '雅居', '华府'];
const VILLAGES = '大王 李家 张家 刘家 河西 河东 前进 红星 新庄 小寨 南岗 北坡 石桥 桃园 柳树 杨树 双桥 三里 五里 十里 下坝 上坪 龙潭 水口 茶山'.split(' ');

/** A Chinese address, from the province to the door or a part of that. */
export function addressZh(d: Dice): string {
  const r = d.roll();
  const gap = d.roll() < 0.15 ? ' ' : '';
  const parts: string[] = [];
  const city = d.of(CITIES_ZH);
  if (d.roll() < 0.6) parts.push(d.roll() < 0.75 ? d.of(PROVINCES) : d.of(PROVINCES).replace(/省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区/, ''));
  if (d.roll() < 0.85) parts.push(d.roll() < 0.8 ? `${city}市` : city);
  if (d.roll() < 0.85 || parts.length === 0) parts.push(d.roll() < 0.75 ? `${d.of(DISTRICTS)}区` : `${d.of(COUNTIES)}县`);
  if (r < 0.12) {
    parts.push(`${d.of(VILLAGES)}${d.of(['镇', '乡'])}`, `${d.of(VILLAGES)}村`);
    if (d.roll() < 0.6) parts.push(`${d.between(1, 18)}${d.of(['组', '队', '号'])}${d.roll() < 0.5 ? `${d.between(1, 200)}号` : ''}`);
    return parts.join(gap);
  }
  if (d.roll() < 0.2) parts.push(`${d.of(ROADS)}街道`);
  if (r < 0.85) parts.push(`${d.of(ROADS)}${d.of(ROAD_ENDS)}${d.between(1, d.roll() < 0.5 ? 300 : 9_999)}${d.roll() < 0.95 ? '号' : ''}`);
  if (d.roll() < 0.45 || r >= 0.85) {
    parts.push(`${d.of(ESTATES)}${d.of(ESTATE_ENDS)}`);
    if (d.roll() < 0.8) parts.push(`${d.roll() < 0.8 ? d.between(1, 60) : d.of(['A', 'B', 'C'])}${d.of(['栋', '号楼', '幢', '座', '#楼', '-'])}`);
    if (d.roll() < 0.5) parts.push(`${d.between(1, 6)}${d.of(['单元', '单元', '门'])}`);
    if (d.roll() < 0.8) parts.push(`${d.between(1, 40)}${d.of(['0', ''])}${d.between(1, 9)}${d.of(['室', '号', '', '房'])}`);
  } else if (d.roll() < 0.2) parts.push(`${d.between(1, 30)}楼${d.between(101, 3_000)}室`);
  if (d.roll() < 0.05) parts.push(d.of(['菜鸟驿站', '丰巢柜', '门卫室', '前台', '超市代收']));
  return parts.join(gap);
}
