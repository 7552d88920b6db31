import type { CatalogEntry } from './catalog.js';

/** Tents, sleep, light and fire. */
export const CAMP: readonly CatalogEntry[] = [
  {
    handle: 'ridge-2-tent', model: 'RDG-200', title: 'Ridge 2 Two-Person Tent', zh: '山脊双人帐篷', type: 'Tents',
    tags: ['Camp', 'tent', 'two-person', '帐篷', '双人帐篷', '露营', '防雨'], price: 249, options: [['Colour', ['Moss', 'Sand']]],
    about: 'A free-standing three-season tent for two with two doors and two porches. It weighs 2.1 kg, packs to 46 × 15 cm and stands in five minutes; fly and floor hold a 3,000 mm column of water. Poles are covered for five years.',
    aboutZh: '自立式三季双人帐篷，双门双前庭，重 2.1 公斤，收纳尺寸 46 × 15 厘米，五分钟搭好；外帐和帐底防水 3000 毫米。帐杆保修五年。',
  },
  {
    handle: 'ridge-4-tent', model: 'RDG-400', title: 'Ridge 4 Family Tent', zh: '山脊四人家庭帐篷', type: 'Tents',
    tags: ['Camp', 'tent', 'family', '帐篷', '四人帐篷', '家庭露营', '大帐篷'], price: 429, options: [['Colour', ['Moss', 'Sand']]], soldOut: ['Sand'],
    about: 'Standing height of 1.95 m, a divided sleeping room and a porch big enough for a table. 7.8 kg, 3,000 mm waterproof, colour-coded poles. Sent as a large parcel.',
    aboutZh: '室内站立高度 1.95 米，卧室可分隔，前厅能放下一张桌子。重 7.8 公斤，防水 3000 毫米，帐杆以颜色区分。属于大件，按大件运费发货。',
  },
  {
    handle: 'lee-tarp', model: 'LEE-300', title: 'Lee Tarp 3 × 3 m', zh: '背风天幕 3×3 米', type: 'Tents',
    tags: ['Camp', 'tarp', 'shelter', '天幕', '遮阳', '防雨布'], price: 89, options: [['Colour', ['Moss', 'Stone']]],
    about: 'A square tarp of 70-denier ripstop with sixteen anchor points, reflective lines and eight pegs. 980 g, 2,000 mm waterproof, UPF 50+.',
    aboutZh: '70D 防撕裂方形天幕，十六个固定点，附反光绳和八根地钉。重 980 克，防水 2000 毫米，防晒 UPF 50+。',
  },
  {
    handle: 'fell-down-sleeping-bag', model: 'FEL-05', title: 'Fell Down Sleeping Bag', zh: '高地羽绒睡袋', type: 'Sleeping bags',
    tags: ['Camp', 'sleeping bag', 'down', '睡袋', '羽绒睡袋', '保暖'], price: [219, 259], options: [['Temperature', ['0 °C', '-7 °C']], ['Length', ['Regular', 'Long']]], soldOut: ['-7 °C / Long'],
    about: '750-fill responsible down in a mummy cut. Comfort at 0 °C (840 g) or -7 °C (1,080 g). Regular fits up to 183 cm, Long up to 198 cm. Two-way zip on the left.',
    aboutZh: '750 蓬责任羽绒，木乃伊型。舒适温度 0 °C（840 克）或 -7 °C（1080 克）。标准款适合身高 183 厘米以内，加长款适合 198 厘米以内。左侧双向拉链。',
  },
  {
    handle: 'meadow-sleeping-bag', model: 'MDW-10', title: 'Meadow Synthetic Sleeping Bag', zh: '草甸棉睡袋', type: 'Sleeping bags',
    tags: ['Camp', 'sleeping bag', 'synthetic', '睡袋', '夏季睡袋', '可机洗'], price: 79, options: [['Colour', ['Fern', 'Dusk']]],
    about: 'A roomy rectangular bag for summer, comfort at 10 °C. Opens flat as a quilt, two bags zip together, and it may be machine-washed at 30 °C. 1.4 kg.',
    aboutZh: '宽松信封式夏季睡袋，舒适温度 10 °C。可完全展开当被子，两只可以拼接，可 30 °C 机洗。重 1.4 公斤。',
  },
  {
    handle: 'drift-sleeping-mat', model: 'DRF-R4', title: 'Drift Insulated Sleeping Mat', zh: '漂流保暖充气睡垫', type: 'Sleeping mats',
    tags: ['Camp', 'mat', 'inflatable', '睡垫', '充气垫', '防潮垫'], price: [109, 129], options: [['Width', ['51 cm', '63 cm']]],
    about: 'Eight centimetres thick, R-value 4.2, 560 g in the narrow width. Comes with a pump sack and three self-adhesive patches.',
    aboutZh: '厚 8 厘米，R 值 4.2，窄款重 560 克。附充气袋和三片自粘补丁。',
  },
  {
    handle: 'hollow-camp-pillow', model: 'HLW-01', title: 'Hollow Camp Pillow', zh: '云窝露营枕', type: 'Sleeping mats',
    tags: ['Camp', 'pillow', '枕头', '充气枕', '旅行枕'], price: 29, options: [['Colour', ['Grey', 'Fern']]],
    about: 'An air pillow with a brushed cover that comes off for washing. 95 g, fits in a palm, firmness set with one breath.',
    aboutZh: '充气枕，磨毛外套可拆洗。重 95 克，收起来一掌可握，松紧随意。',
  },
  {
    handle: 'ember-gas-stove', model: 'EMB-3K', title: 'Ember Gas Stove', zh: '余烬气炉', type: 'Stoves',
    tags: ['Camp', 'stove', 'gas', '炉头', '气炉', '露营炉具'], price: 59, options: [],
    about: 'A folding burner for threaded canisters: 3,000 W, a litre boils in three and a half minutes, piezo lighter, 118 g. Canisters are sold separately and travel by ground only.',
    aboutZh: '折叠气炉，适配螺纹接口气罐：功率 3000 瓦，一升水三分半钟烧开，电子打火，重 118 克。气罐另售，仅限陆运。',
  },
  {
    handle: 'hearth-fire-pit', model: 'HRT-45', title: 'Hearth Folding Fire Pit', zh: '炉边折叠焚火台', type: 'Stoves',
    tags: ['Camp', 'fire pit', 'grill', '焚火台', '烧烤架', '篝火'], price: 119, options: [],
    about: 'Stainless steel, opens like a book to 45 × 45 cm, with a grill grate and a bag. 4.6 kg, carries 20 kg of wood. The ground below stays cool enough for grass.',
    aboutZh: '不锈钢材质，像书一样展开，台面 45 × 45 厘米，附烤网和收纳袋。重 4.6 公斤，承重 20 公斤。下方草地不会被烤焦。',
  },
  {
    handle: 'glow-lantern', model: 'GLW-600', title: 'Glow Rechargeable Lantern', zh: '微光充电营地灯', type: 'Lighting',
    tags: ['Camp', 'lantern', 'lamp', '营地灯', '露营灯', '充电灯'], price: 54, options: [['Colour', ['Black', 'Cream', 'Fern']]],
    about: 'From 5 to 600 lumens, warm to neutral white, 90 hours at the lowest step. USB-C in and out: it charges a telephone too. IPX4.',
    aboutZh: '亮度 5 至 600 流明可调，暖白到自然白，最低档续航 90 小时。USB-C 充放电，可给手机充电。防水等级 IPX4。',
  },
  {
    handle: 'beam-headlamp', model: 'BEM-400', title: 'Beam Headlamp', zh: '光束头灯', type: 'Lighting',
    tags: ['Camp', 'headlamp', 'torch', '头灯', '夜跑灯', '手电'], price: 39, options: [['Colour', ['Black', 'Orange']]], soldOut: ['Orange'],
    about: '400 lumens, red light for maps, lock against switching on in the bag. 74 g, USB-C, IPX6, four hours on high and 60 on low.',
    aboutZh: '400 流明，带红光看地图模式，防误触锁定。重 74 克，USB-C 充电，IPX6 防水，高亮 4 小时，低亮 60 小时。',
  },
  {
    handle: 'basin-cooler-22', model: 'BSN-22', title: 'Basin Hard Cooler 22 L', zh: '冰盆保温箱 22 升', type: 'Coolers',
    tags: ['Camp', 'cooler', 'ice box', '保温箱', '冷藏箱', '冰桶'], price: 159, options: [['Colour', ['Sand', 'Slate']]],
    about: 'Rotomoulded, keeps ice for four days at 25 °C, doubles as a seat up to 130 kg. Drain plug and bottle opener built in. 6.9 kg empty.',
    aboutZh: '滚塑一体成型，25 °C 环境下保冰四天，可当凳子，承重 130 公斤。自带排水塞和开瓶器。空箱重 6.9 公斤。',
  },
  {
    handle: 'bough-camp-chair', model: 'BGH-01', title: 'Bough Folding Camp Chair', zh: '枝桠折叠椅', type: 'Camp furniture',
    tags: ['Camp', 'chair', 'folding', '折叠椅', '露营椅', '月亮椅'], price: 69, options: [['Colour', ['Moss', 'Sand', 'Black']]],
    about: 'Aluminium poles and a ripstop seat; 1.1 kg, carries 145 kg, seat height 38 cm. The cover comes off for washing.',
    aboutZh: '铝合金支架，防撕裂座布；重 1.1 公斤，承重 145 公斤，座高 38 厘米。座布可拆洗。',
  },
  {
    handle: 'trestle-roll-table', model: 'TRS-90', title: 'Trestle Roll-Top Table', zh: '栈桥蛋卷桌', type: 'Camp furniture',
    tags: ['Camp', 'table', 'folding', '蛋卷桌', '折叠桌', '露营桌'], price: 129, options: [['Wood', ['Beech', 'Walnut stain']]], soldOut: 'all',
    about: 'A beech top of 90 × 60 cm that rolls up, on folding legs of 43 cm. 5.8 kg, carries 30 kg. Wipe dry after rain and oil once a year.',
    aboutZh: '榉木卷式桌面 90 × 60 厘米，折叠桌腿高 43 厘米。重 5.8 公斤，承重 30 公斤。淋雨后请擦干，每年上一次木油。',
  },
  {
    handle: 'sway-hammock', model: 'SWY-02', title: 'Sway Double Hammock', zh: '摇曳双人吊床', type: 'Camp furniture',
    tags: ['Camp', 'hammock', '吊床', '秋千', '户外吊床'], price: 49, options: [['Colour', ['Fern', 'Dusk', 'Rust']]],
    about: 'Parachute nylon of 300 × 200 cm for up to 220 kg, with tree-friendly straps and two steel hooks. 780 g.',
    aboutZh: '降落伞尼龙面料，300 × 200 厘米，承重 220 公斤，附护树绑带和两个钢钩。重 780 克。',
  },
];
