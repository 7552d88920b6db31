// The demo shop's customers. Nobody here exists: e-mail addresses are under example.com, telephone numbers are made up.
import type { ShopFile, ShopOrder } from '../shop-file.js';

export type Address = ShopOrder['shippingAddress'];

/** A customer together with where his parcels go. */
export interface Person {
  readonly customer: ShopFile['customers'][number];
  readonly address: Address;
}

type Row = readonly [first: string, last: string, mail: string, place: keyof typeof PLACES, street: string];

const PLACES = {
  seattle: ['Seattle', 'Washington', 'WA', '98101', 'United States', 'US'],
  portland: ['Portland', 'Oregon', 'OR', '97205', 'United States', 'US'],
  denver: ['Denver', 'Colorado', 'CO', '80203', 'United States', 'US'],
  austin: ['Austin', 'Texas', 'TX', '78701', 'United States', 'US'],
  boston: ['Boston', 'Massachusetts', 'MA', '02116', 'United States', 'US'],
  oakland: ['Oakland', 'California', 'CA', '94607', 'United States', 'US'],
  toronto: ['Toronto', 'Ontario', 'ON', 'M5V 2T6', 'Canada', 'CA'],
  stockholm: ['Stockholm', '', '', '111 20', 'Sweden', 'SE'],
  berlin: ['Berlin', '', '', '10115', 'Germany', 'DE'],
  london: ['London', 'England', 'ENG', 'E1 6AN', 'United Kingdom', 'GB'],
  hangzhou: ['杭州市', '浙江省', 'ZJ', '310000', '中国', 'CN'],
  shanghai: ['上海市', '上海', 'SH', '200040', '中国', 'CN'],
  beijing: ['北京市', '北京', 'BJ', '100020', '中国', 'CN'],
  chengdu: ['成都市', '四川省', 'SC', '610000', '中国', 'CN'],
  guangzhou: ['广州市', '广东省', 'GD', '510000', '中国', 'CN'],
  wuhan: ['武汉市', '湖北省', 'HB', '430000', '中国', 'CN'],
  urumqi: ['乌鲁木齐市', '新疆维吾尔自治区', 'XJ', '830000', '中国', 'CN'],
} as const;

const ROWS: readonly Row[] = [
  ['Emma', 'Lindqvist', 'emma', 'seattle', '12 Juniper Lane, Apt 4'],
  ['小雨', '王', 'xiaoyu', 'hangzhou', '西湖区示例路 18 号 3 幢 502 室'],
  ['Jonas', 'Weber', 'jonas', 'berlin', 'Musterallee 7'],
  ['思远', '陈', 'siyuan', 'shanghai', '静安区样例弄 66 号 1201 室'],
  ['Grace', 'Okafor', 'grace', 'oakland', '88 Sample Wharf'],
  ['Liam', 'Carter', 'liam.carter', 'portland', '410 Example Street'],
  ['佳怡', '李', 'li.jiayi', 'beijing', '朝阳区示范街 9 号院 2 单元 601'],
  ['Olivia', 'Brandt', 'olivia.brandt', 'denver', '2300 Placeholder Avenue'],
  ['子墨', '张', 'zhang.zimo', 'chengdu', '武侯区样板路 101 号'],
  ['Noah', 'Feldman', 'noah.feldman', 'boston', '7 Specimen Square'],
  ['雅婷', '刘', 'liu.yating', 'guangzhou', '天河区示例大道 233 号 A 座 1504'],
  ['Amelia', 'Rossi', 'amelia.rossi', 'toronto', '55 Draft Crescent'],
  ['浩然', '黄', 'huang.haoran', 'wuhan', '武昌区样例路 5 号'],
  ['Lucas', 'Martin', 'lucas.martin', 'austin', '901 Trial Road'],
  ['梦琪', '赵', 'zhao.mengqi', 'shanghai', '徐汇区范例路 300 弄 12 号'],
  ['Ingrid', 'Solberg', 'ingrid.solberg', 'stockholm', 'Exempelgatan 3'],
  ['宇航', '周', 'zhou.yuhang', 'hangzhou', '滨江区示例街 77 号'],
  ['Henry', 'Ashworth', 'henry.ashworth', 'london', '16 Instance Row'],
  ['欣妍', '吴', 'wu.xinyan', 'beijing', '海淀区样本路 21 号'],
  ['Maya', 'Iyer', 'maya.iyer', 'seattle', '640 Fixture Court'],
  ['俊杰', '徐', 'xu.junjie', 'guangzhou', '番禺区示例村路 4 号'],
  ['Ethan', 'Novak', 'ethan.novak', 'denver', '18 Mockup Drive'],
  ['诗涵', '孙', 'sun.shihan', 'chengdu', '锦江区范例巷 8 号'],
  ['Chloe', 'Dubois', 'chloe.dubois', 'toronto', '240 Pattern Street'],
  ['明轩', '马', 'ma.mingxuan', 'urumqi', '天山区示例路 60 号'],
  ['Daniel', 'Kim', 'daniel.kim', 'oakland', '3 Template Terrace'],
  ['语嫣', '朱', 'zhu.yuyan', 'wuhan', '江汉区样例街 39 号'],
  ['Sofia', 'Almeida', 'sofia.almeida', 'boston', '72 Proof Street'],
  ['天宇', '胡', 'hu.tianyu', 'shanghai', '浦东新区示范路 1288 号'],
  ['Oscar', 'Nyberg', 'oscar.nyberg', 'stockholm', 'Provvägen 21'],
  ['若曦', '郭', 'guo.ruoxi', 'hangzhou', '余杭区范例路 15 号'],
  ['Isla', 'MacLeod', 'isla.macleod', 'london', '9 Sketch Gardens'],
  ['博文', '何', 'he.bowen', 'beijing', '东城区样例胡同 2 号'],
  ['Victor', 'Santos', 'victor.santos', 'austin', '1500 Outline Boulevard'],
  ['静怡', '高', 'gao.jingyi', 'chengdu', '高新区示例路 88 号'],
  ['Hannah', 'Schmidt', 'hannah.schmidt', 'berlin', 'Beispielstraße 44'],
  ['泽宇', '林', 'lin.zeyu', 'guangzhou', '越秀区样板街 12 号'],
  ['Aria', 'Bennett', 'aria.bennett', 'portland', '27 Model Way'],
  ['可欣', '罗', 'luo.kexin', 'wuhan', '洪山区示例路 6 号'],
  ['Theo', 'Papadakis', 'theo.papadakis', 'seattle', '305 Example Heights'],
];

/** How many of the first people are introduced on the start page and may sign in with the password "demo". */
export const DEMO_PEOPLE = 5;

/** All customers, always the same, in the order of the list above. */
export function people(): Person[] {
  return ROWS.map(([firstName, lastName, mail, place, address1], i): Person => {
    const [city, province, provinceCode, zip, country, countryCode] = PLACES[place];
    const chinese = countryCode === 'CN';
    const number = String(i + 1).padStart(3, '0');
    const phone = chinese ? `+8613800000${number}` : `+15550100${number}`;
    return {
      customer: {
        // Every other id lies above 2^53.
        id: String(i % 2 === 0 ? 9_207_199_254_740_993n + BigInt(i) * 2n : 6_801_230_000_001n + BigInt(i) * 41n),
        firstName,
        lastName,
        // Two customers registered with a telephone number only.
        email: i === 24 || i === 33 ? null : `${mail}@example.com`,
        phone,
        locale: chinese ? 'zh-CN' : 'en',
        tags: i % 7 === 0 ? ['circle'] : [],
        ...(i < DEMO_PEOPLE ? { password: 'demo' } : {}),
      },
      address: {
        name: chinese ? `${lastName}${firstName}` : `${firstName} ${lastName}`,
        address1, address2: '', city, province, provinceCode, zip, country, countryCode, phone,
      },
    };
  });
}
