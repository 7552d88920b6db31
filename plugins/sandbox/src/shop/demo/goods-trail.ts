import type { CatalogEntry } from './catalog.js';

const CLOTHES = ['XS', 'S', 'M', 'L', 'XL'] as const;

/** Bags, clothes, shoes and small things for the trail. */
export const TRAIL: readonly CatalogEntry[] = [
  {
    handle: 'switchback-28-backpack', model: 'SWB-28', title: 'Switchback 28 Day Pack', zh: '之字径 28 升双肩包', type: 'Backpacks',
    tags: ['Trail', 'backpack', 'daypack', '双肩包', '登山包', '背包', '书包'], price: 119, options: [['Colour', ['Moss', 'Ink', 'Rust']]],
    about: 'A ventilated back, a lid pocket, a 15-inch sleeve and a rain cover in the base. 1.05 kg, for loads up to 12 kg. Seams are covered for five years.',
    aboutZh: '透气背负，顶袋，可放 15 英寸电脑，底部自带防雨罩。重 1.05 公斤，适合 12 公斤以内负重。缝线保修五年。',
  },
  {
    handle: 'switchback-55-backpack', model: 'SWB-55', title: 'Switchback 55 Trekking Pack', zh: '之字径 55 升徒步背包', type: 'Backpacks',
    tags: ['Trail', 'backpack', 'trekking', '登山包', '徒步背包', '大容量背包'], price: 229, options: [['Torso', ['S/M', 'M/L']], ['Colour', ['Moss', 'Ink']]], soldOut: ['S/M / Ink'],
    about: 'An adjustable harness for long days with up to 20 kg: torso 41–48 cm (S/M) or 46–54 cm (M/L). Hip belt with pockets, bottom access, rain cover. 1.9 kg.',
    aboutZh: '可调背负系统，适合 20 公斤以内的长途徒步：躯干长 41–48 厘米选 S/M，46–54 厘米选 M/L。腰带带口袋，底部可取物，附防雨罩。重 1.9 公斤。',
  },
  {
    handle: 'harbour-duffel', model: 'HRB-60', title: 'Harbour Duffel', zh: '港湾防水驮包', type: 'Backpacks',
    tags: ['Trail', 'duffel', 'travel bag', '驮包', '旅行包', '行李袋'], price: [99, 129], options: [['Volume', ['40 L', '60 L']], ['Colour', ['Black', 'Ochre']]],
    about: 'Recycled tarpaulin, back straps that stow away, wide U-shaped opening. The 40 L size is cabin luggage on most airlines.',
    aboutZh: '再生防水布面料，背带可收纳，大 U 形开口。40 升款可作多数航空公司的登机行李。',
  },
  {
    handle: 'sling-crossbody', model: 'SLG-03', title: 'Sling Crossbody 3 L', zh: '轻装斜挎包 3 升', type: 'Backpacks',
    tags: ['Trail', 'sling', 'crossbody', '斜挎包', '胸包', '腰包'], price: 45, options: [['Colour', ['Black', 'Fern', 'Sand']]],
    about: 'For a telephone, a small bottle and a book. Water-repellent, with a hidden pocket at the back and a key clip. 210 g.',
    aboutZh: '装得下手机、小水瓶和一本书。防泼水，背面有暗袋，带钥匙扣。重 210 克。',
  },
  {
    handle: 'tor-hiking-boots', model: 'TOR-GT', title: 'Tor Waterproof Hiking Boots', zh: '岩丘防水登山靴', type: 'Shoes',
    tags: ['Trail', 'boots', 'waterproof', '登山靴', '徒步鞋', '防水鞋', '登山鞋'], price: 189, options: [['Size', ['38', '39', '40', '41', '42', '43', '44', '45']], ['Colour', ['Brown', 'Grey']]], soldOut: ['38 / Grey', '45 / Brown', '41 / Brown'],
    about: 'Nubuck leather with a waterproof membrane and a stiff, grippy sole for rocky paths. 540 g each in size 42. Runs true to size; take half a size more with thick socks. EU sizes.',
    aboutZh: '磨砂牛皮加防水膜，大底支撑好、抓地强，适合碎石山路。42 码单只重 540 克。尺码标准，穿厚袜请选大半码。欧码。',
  },
  {
    handle: 'brook-trail-shoes', model: 'BRK-LT', title: 'Brook Trail Shoes', zh: '溪流越野跑鞋', type: 'Shoes',
    tags: ['Trail', 'shoes', 'running', '越野跑鞋', '运动鞋', '鞋子'], price: 129, options: [['Size', ['37', '38', '39', '40', '41', '42', '43', '44']], ['Colour', ['Slate', 'Coral']]], soldOut: ['37 / Coral', '44 / Coral'],
    about: 'Light shoes for fast days: 270 g, 6 mm drop, 4 mm lugs, a mesh that dries in hours. They come up small: take one size more than usual.',
    aboutZh: '轻快越野跑鞋：270 克，前后落差 6 毫米，4 毫米齿纹，网布几小时即干。鞋码偏小，建议比平时大一码。',
  },
  {
    handle: 'squall-rain-jacket', model: 'SQL-3L', title: 'Squall Three-Layer Rain Jacket', zh: '骤雨三层防水冲锋衣', type: 'Clothing',
    tags: ['Trail', 'jacket', 'rain', '冲锋衣', '防水外套', '雨衣', '夹克'], price: 219, options: [['Size', CLOTHES], ['Colour', ['Ink', 'Rust']]], soldOut: ['XS / Rust', 'M / Ink'],
    about: '20,000 mm waterproof, breathable, with pit zips, a helmet-size hood and taped seams; PFAS-free finish. 390 g in M. Regular cut over a fleece.',
    aboutZh: '防水 20000 毫米，透气，腋下拉链，帽子可罩头盔，全压胶；无氟防泼水处理。M 码 390 克。标准版型，内可叠穿抓绒。',
  },
  {
    handle: 'cirrus-down-jacket', model: 'CRS-80', title: 'Cirrus Down Jacket', zh: '卷云轻薄羽绒服', type: 'Clothing',
    tags: ['Trail', 'jacket', 'down', '羽绒服', '轻薄羽绒', '外套', '保暖'], price: 179, options: [['Size', CLOTHES], ['Colour', ['Black', 'Moss']]], soldOut: ['S / Moss'],
    about: '800-fill responsible down, 310 g in M, packs into its own pocket. Wash at 30 °C with down soap and tumble with two tennis balls.',
    aboutZh: '800 蓬责任羽绒，M 码 310 克，可收进自带口袋。请用羽绒专用洗剂 30 °C 洗涤，烘干时放两只网球。',
  },
  {
    handle: 'heath-merino-tee', model: 'HTH-150', title: 'Heath Merino T-Shirt', zh: '石楠美利奴羊毛 T 恤', type: 'Clothing',
    tags: ['Trail', 't-shirt', 'merino', 'T恤', '羊毛衫', '速干衣', '短袖'], price: 65, options: [['Size', CLOTHES], ['Colour', ['Grey', 'Fern', 'Clay']]],
    about: '150 g/m² merino that does not smell after three days. Flat seams, mulesing-free wool. Wash cold, dry flat.',
    aboutZh: '150 克美利奴羊毛，连穿三天也不易有异味。平缝工艺，非割皮防蝇羊毛。冷水洗，平铺晾干。',
  },
  {
    handle: 'scree-hiking-trousers', model: 'SCR-ST', title: 'Scree Hiking Trousers', zh: '碎石坡徒步长裤', type: 'Clothing',
    tags: ['Trail', 'trousers', 'pants', '徒步裤', '长裤', '速干裤'], price: 95, options: [['Size', CLOTHES], ['Colour', ['Stone', 'Ink']]], soldOut: ['XL / Stone'],
    about: 'Four-way stretch, water-repellent, with a zipped thigh pocket and drawcord hems. Dries in two hours. Short leg on request.',
    aboutZh: '四面弹力，防泼水，大腿侧拉链袋，裤脚抽绳。两小时即干。可要求改短裤长。',
  },
  {
    handle: 'tuft-hiking-socks', model: 'TFT-2P', title: 'Tuft Hiking Socks, two pairs', zh: '簇绒徒步袜 两双装', type: 'Clothing',
    tags: ['Trail', 'socks', '袜子', '登山袜', '羊毛袜'], price: 28, options: [['Size', ['35-38', '39-42', '43-46']]],
    about: 'Sixty per cent merino, cushioned heel and toe, no seam at the toes. Wash at 40 °C.',
    aboutZh: '60% 美利奴羊毛，脚跟脚尖加厚，脚趾处无缝。可 40 °C 洗涤。',
  },
  {
    handle: 'cairn-trekking-poles', model: 'CRN-C3', title: 'Cairn Carbon Trekking Poles', zh: '石标碳纤维登山杖', type: 'Trail gear',
    tags: ['Trail', 'poles', 'trekking', '登山杖', '手杖', '碳纤维'], price: 99, options: [],
    about: 'A pair of three-section poles from 62 to 135 cm, cork grips, lever locks, tungsten tips. 430 g the pair.',
    aboutZh: '一对三节登山杖，62 至 135 厘米可调，软木手柄，外锁，钨钢杖尖。一对重 430 克。',
  },
  {
    handle: 'spring-water-filter', model: 'SPR-01', title: 'Spring Water Filter', zh: '山泉户外净水器', type: 'Trail gear',
    tags: ['Trail', 'water filter', '净水器', '滤水器', '户外净水'], price: 44, options: [],
    about: 'Hollow-fibre filter of 0.1 micron, two litres a minute, good for 1,500 litres. Do not let it freeze once it is wet. Replacement cartridge SPR-C1.',
    aboutZh: '0.1 微米中空纤维滤芯，每分钟两升，寿命 1500 升。用过之后切勿受冻。替换滤芯型号 SPR-C1。',
  },
  {
    handle: 'first-aid-kit', model: 'AID-42', title: 'Trail First-Aid Kit', zh: '户外急救包', type: 'Trail gear',
    tags: ['Trail', 'first aid', '急救包', '医药包', '应急'], price: 34, options: [],
    about: '42 pieces for small groups: dressings, blister plasters, tick tweezers, a rescue blanket and a waterproof guide in English and Chinese. 310 g.',
    aboutZh: '42 件装，适合小团队：敷料、水泡贴、除蜱镊、急救毯，附中英文防水手册。重 310 克。',
  },
  {
    handle: 'volt-power-bank', model: 'VLT-20', title: 'Volt Power Bank 20,000 mAh', zh: '伏特移动电源 20000 毫安时', type: 'Trail gear',
    tags: ['Trail', 'power bank', 'battery', '充电宝', '移动电源', '电池'], price: 59, options: [['Colour', ['Black', 'Fern']]],
    about: '74 Wh, which airlines allow in cabin luggage. USB-C with 45 W, rubber edges, splash-proof. Contains a lithium battery and therefore travels by ground.',
    aboutZh: '74 瓦时，可带上飞机。USB-C 45 瓦快充，橡胶包边，防泼溅。含锂电池，仅走陆运。',
  },
];
