import type { CatalogEntry } from './catalog.js';

/** Cooking, coffee, tea and the table. */
export const KITCHEN: readonly CatalogEntry[] = [
  {
    handle: 'anvil-cast-iron-skillet', model: 'ANV-26', title: 'Anvil Cast-Iron Skillet', zh: '铁砧铸铁煎锅', type: 'Cookware',
    tags: ['Kitchen', 'skillet', 'cast iron', '铸铁锅', '煎锅', '平底锅'], price: [39, 55, 69], options: [['Diameter', ['20 cm', '26 cm', '30 cm']]],
    about: 'Poured in one piece and seasoned with linseed oil, ready to use on every hob, in the oven and over a fire. Guaranteed for life. Do not put it in the dishwasher.',
    aboutZh: '一体铸造，已用亚麻籽油开锅，各种灶具、烤箱和明火都可用。终身保修。请勿放入洗碗机。',
  },
  {
    handle: 'anvil-dutch-oven', model: 'ANV-DO5', title: 'Anvil Enamelled Dutch Oven 5 L', zh: '铁砧珐琅炖锅 5 升', type: 'Cookware',
    tags: ['Kitchen', 'dutch oven', 'enamel', '珐琅锅', '炖锅', '铸铁锅'], price: 149, options: [['Colour', ['Cream', 'Forest', 'Ochre']]], soldOut: ['Ochre'],
    about: 'Enamelled cast iron for slow stews and bread, 26 cm across, heavy self-basting lid. For all hobs and ovens up to 260 °C. 5.4 kg.',
    aboutZh: '珐琅铸铁，适合慢炖和烤面包，直径 26 厘米，厚重锁水锅盖。适用所有灶具，烤箱耐温 260 °C。重 5.4 公斤。',
  },
  {
    handle: 'loam-saucepan-set', model: 'LOM-3S', title: 'Loam Saucepan Set, three pieces', zh: '沃土三件套奶锅', type: 'Cookware',
    tags: ['Kitchen', 'saucepan', 'set', '奶锅', '汤锅', '锅具套装'], price: 169, options: [],
    about: 'Three-ply steel pans of 14, 16 and 18 cm with pouring lips and lids that strain. Induction, gas, oven up to 240 °C, dishwasher.',
    aboutZh: '三层钢复合奶锅，14、16、18 厘米各一只，带导流嘴和沥水盖。电磁炉、燃气灶、240 °C 以内烤箱和洗碗机均可。',
  },
  {
    handle: 'whetstone-chef-knife', model: 'WHT-20', title: "Whetstone Chef's Knife 20 cm", zh: '磨石主厨刀 20 厘米', type: 'Knives',
    tags: ['Kitchen', 'knife', 'chef', '菜刀', '主厨刀', '刀具'], price: 89, options: [['Handle', ['Walnut', 'Black']]],
    about: 'A blade of 1.4116 steel at 58 HRC, ground to 15 degrees, 205 g. Wash by hand. Sold to adults only; somebody over 18 must take the parcel.',
    aboutZh: '1.4116 钢刀身，硬度 58 HRC，开刃 15 度，重 205 克。请手洗。仅售给成年人，须由 18 岁以上人士签收。',
  },
  {
    handle: 'whetstone-paring-knife', model: 'WHT-09', title: 'Whetstone Paring Knife 9 cm', zh: '磨石水果刀 9 厘米', type: 'Knives',
    tags: ['Kitchen', 'knife', 'paring', '水果刀', '小刀', '刀具'], price: 35, options: [['Handle', ['Walnut', 'Black']]],
    about: 'The small one for peeling and trimming, of the same steel as the chef’s knife. 62 g.',
    aboutZh: '削皮修形用的小刀，与主厨刀同款钢材。重 62 克。',
  },
  {
    handle: 'grove-cutting-board', model: 'GRV-CB', title: 'Grove Bamboo Cutting Board', zh: '竹林砧板', type: 'Table',
    tags: ['Kitchen', 'cutting board', 'bamboo', '砧板', '菜板', '竹砧板'], price: [29, 39], options: [['Size', ['35 × 25 cm', '45 × 30 cm']]],
    about: 'Solid bamboo with a juice groove and feet that do not slip. Oil it once a month; no dishwasher.',
    aboutZh: '实心竹材，带汁槽和防滑脚垫。每月上一次油，不可用洗碗机。',
  },
  {
    handle: 'kettle-gooseneck', model: 'KTL-GN9', title: 'Heron Gooseneck Kettle', zh: '苍鹭细嘴电热水壶', type: 'Coffee and tea',
    tags: ['Kitchen', 'kettle', 'electric', '电热水壶', '手冲壶', '烧水壶'], price: 99, options: [['Colour', ['Black', 'White']], ['Plug', ['US', 'EU', 'CN']]], soldOut: ['White / CN'],
    about: 'An electric pour-over kettle, 0.9 litre, with steps of one degree from 40 to 100 °C and 60 minutes of keeping warm. 1,200 W. Choose the plug of your country.',
    aboutZh: '手冲电热水壶，容量 0.9 升，40 至 100 °C 逐度可调，保温 60 分钟。功率 1200 瓦。请选择所在国家的插头。',
  },
  {
    handle: 'pour-over-set', model: 'PRO-02', title: 'Slow Morning Pour-Over Set', zh: '慢晨手冲咖啡套装', type: 'Coffee and tea',
    tags: ['Kitchen', 'coffee', 'pour-over', '手冲咖啡', '滤杯', '咖啡壶'], price: 52, options: [['Colour', ['White', 'Slate']]],
    about: 'A stoneware dripper, a 600 ml glass server and forty unbleached filters. Everything but the filters goes in the dishwasher.',
    aboutZh: '陶瓷滤杯、600 毫升玻璃分享壶和四十张原色滤纸。除滤纸外均可用洗碗机。',
  },
  {
    handle: 'hand-grinder', model: 'GRD-38', title: 'Millwheel Hand Grinder', zh: '水车手摇磨豆机', type: 'Coffee and tea',
    tags: ['Kitchen', 'grinder', 'coffee', '磨豆机', '手摇磨', '咖啡研磨'], price: 85, options: [],
    about: 'Steel burrs of 38 mm, 36 clicks from espresso to French press, 25 g of beans. The crank folds away for travel. 520 g.',
    aboutZh: '38 毫米钢磨芯，36 档，从意式到法压皆可，一次 25 克豆。摇把可折叠，方便出行。重 520 克。',
  },
  {
    handle: 'gaiwan-travel-tea-set', model: 'GWN-T4', title: 'Gaiwan Travel Tea Set', zh: '盖碗旅行茶具', type: 'Coffee and tea',
    tags: ['Kitchen', 'tea', 'gaiwan', '茶具', '盖碗', '旅行茶具', '功夫茶'], price: 62, options: [['Glaze', ['Celadon', 'Ash white']]],
    about: 'A lidded bowl of 130 ml, a small pitcher and three cups of Longquan stoneware in a padded case. Microwave safe.',
    aboutZh: '龙泉瓷：130 毫升盖碗一只、公道杯一只、品茗杯三只，配防震收纳包。可用微波炉。',
  },
  {
    handle: 'trailhead-bottle', model: 'TRL-75', title: 'Trailhead Insulated Bottle', zh: '起点保温杯', type: 'Bottles',
    tags: ['Kitchen', 'bottle', 'insulated', '保温杯', '水壶', '水杯', '运动水壶'], price: [32, 36, 42], options: [['Volume', ['0.5 L', '0.75 L', '1 L']], ['Colour', ['Fern', 'Sand', 'Ink']]], soldOut: ['1 L / Sand'],
    about: 'Double-walled steel: cold for 24 hours, hot for 12. Powder coat that does not slip, cap with a carrying loop, fits cup holders up to 0.75 l. BPA-free.',
    aboutZh: '双层不锈钢：保冷 24 小时，保温 12 小时。防滑粉末涂层，杯盖带提环，0.75 升以下可放车载杯架。不含双酚 A。',
  },
  {
    handle: 'larder-lunch-box', model: 'LRD-12', title: 'Larder Steel Lunch Box', zh: '食橱不锈钢便当盒', type: 'Bottles',
    tags: ['Kitchen', 'lunch box', 'steel', '便当盒', '饭盒', '餐盒'], price: 34, options: [['Compartments', ['One', 'Two']]],
    about: '1.2 litres, leak-proof with a silicone seal, for the dishwasher but not for the microwave.',
    aboutZh: '容量 1.2 升，硅胶密封不漏汤，可用洗碗机，不可用微波炉。',
  },
  {
    handle: 'stoneware-bowl-set', model: 'STN-B4', title: 'Shore Stoneware Bowls, set of four', zh: '海岸粗陶碗 四只装', type: 'Table',
    tags: ['Kitchen', 'bowl', 'stoneware', '陶碗', '饭碗', '餐具'], price: 58, options: [['Colour', ['Salt', 'Kelp']]],
    about: 'Hand-glazed, 14 cm across, 500 ml; no two are alike. Dishwasher and microwave. If one arrives broken, send a photograph and a new one is sent.',
    aboutZh: '手工上釉，直径 14 厘米，500 毫升，每只略有不同。洗碗机、微波炉可用。如收到破损，发照片即补寄。',
  },
  {
    handle: 'camp-cutlery-set', model: 'CTL-04', title: 'Waymark Titanium Cutlery', zh: '路标钛餐具', type: 'Table',
    tags: ['Kitchen', 'cutlery', 'titanium', '餐具', '刀叉', '筷子', '钛'], price: 38, options: [['Set', ['Fork, knife, spoon', 'Chopsticks and spoon']]],
    about: 'Titanium that tastes of nothing, 52 g, in a linen sleeve. Chopsticks screw together.',
    aboutZh: '纯钛无异味，52 克，配亚麻套。筷子可拧接。',
  },
  {
    handle: 'enamel-mug', model: 'ENM-35', title: 'Waymark Enamel Mug', zh: '路标搪瓷杯', type: 'Table',
    tags: ['Kitchen', 'mug', 'enamel', '搪瓷杯', '马克杯', '杯子'], price: 16, options: [['Colour', ['Cream', 'Forest', 'Navy', 'Rust']]],
    about: '350 ml with a steel rim. It can be engraved with up to twelve letters; engraved mugs cannot be returned.',
    aboutZh: '350 毫升，钢边杯口。可刻最多十二个字母；刻字杯不支持退货。',
  },
];
