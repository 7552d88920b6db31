import type { CatalogEntry } from './catalog.js';

/** Rooms, beds, gardens, and the shop's gift card. */
export const HOME: readonly CatalogEntry[] = [
  {
    handle: 'moor-wool-blanket', model: 'MOR-WB', title: 'Moor Wool Blanket', zh: '荒原羊毛毯', type: 'Textiles',
    tags: ['Home', 'blanket', 'wool', '毛毯', '羊毛毯', '盖毯', '毯子'], price: [95, 139], options: [['Size', ['130 × 180 cm', '180 × 220 cm']], ['Colour', ['Heather', 'Oat', 'Pine']]], soldOut: ['180 × 220 cm / Pine'],
    about: 'Pure new lambswool with a plain selvedge. Air it often, wash it seldom: wool programme at 30 °C, dry flat.',
    aboutZh: '纯新羔羊毛，素边。多晾少洗：羊毛程序 30 °C，平铺晾干。',
  },
  {
    handle: 'linen-duvet-set', model: 'LIN-DS', title: 'Field Linen Duvet Set', zh: '田野亚麻四件套', type: 'Textiles',
    tags: ['Home', 'linen', 'bedding', '四件套', '床品', '亚麻被套', '床单'], price: [169, 199, 229], options: [['Size', ['Single', 'Queen', 'King']], ['Colour', ['Natural', 'Sage', 'Clay']]],
    about: 'Stone-washed European flax: a duvet cover, a sheet and two pillowcases. Queen fits 200 × 230 cm duvets, King 240 × 220 cm. Wash at 40 °C, no need to iron.',
    aboutZh: '石洗欧洲亚麻：被套一、床单一、枕套二。Queen 适合 200 × 230 厘米被芯，King 适合 240 × 220 厘米。40 °C 洗涤，无需熨烫。',
  },
  {
    handle: 'cloud-down-pillow', model: 'CLD-PL', title: 'Cloud Down Pillow', zh: '云朵羽绒枕', type: 'Textiles',
    tags: ['Home', 'pillow', 'down', '枕头', '羽绒枕', '枕芯'], price: 69, options: [['Firmness', ['Soft', 'Medium', 'Firm']]],
    about: 'Down and feather in a cotton cover, 48 × 74 cm. For hygiene it can only be returned with the seal unbroken.',
    aboutZh: '羽绒羽毛填充，纯棉面料，48 × 74 厘米。出于卫生原因，拆封后不支持退货。',
  },
  {
    handle: 'waffle-bath-towels', model: 'WFL-T2', title: 'Waffle Bath Towels, pair', zh: '华夫格浴巾 两条装', type: 'Textiles',
    tags: ['Home', 'towel', 'bath', '浴巾', '毛巾', '华夫格'], price: 48, options: [['Colour', ['White', 'Sage', 'Stone']]],
    about: 'Organic cotton that dries in half the time of terry, 70 × 140 cm each. It gets softer with every wash.',
    aboutZh: '有机棉，干得比普通毛圈快一倍，每条 70 × 140 厘米，越洗越软。',
  },
  {
    handle: 'tide-desk-lamp', model: 'TID-DL', title: 'Tide Desk Lamp', zh: '潮汐台灯', type: 'Lamps',
    tags: ['Home', 'lamp', 'desk', '台灯', '护眼灯', '桌灯'], price: 89, options: [['Colour', ['Black', 'White']], ['Plug', ['US', 'EU', 'CN']]], soldOut: ['Black / EU'],
    about: 'A dimmable LED of 9 W, 2,700 to 5,000 K, no flicker, with a USB-C socket in the base. The arm holds any position.',
    aboutZh: '9 瓦可调光 LED，色温 2700–5000 K，无频闪，底座带 USB-C 接口。灯臂随处悬停。',
  },
  {
    handle: 'paper-floor-lamp', model: 'PPR-FL', title: 'Moonpaper Floor Lamp', zh: '月纸落地灯', type: 'Lamps',
    tags: ['Home', 'lamp', 'floor', '落地灯', '纸灯', '客厅灯'], price: 139, options: [['Plug', ['US', 'EU', 'CN']]],
    about: 'A shade of mulberry paper on an ash tripod, 148 cm high, E27 bulb included. Sent as a large parcel.',
    aboutZh: '桑皮纸灯罩配白蜡木三脚架，高 148 厘米，含 E27 灯泡。属于大件。',
  },
  {
    handle: 'ash-side-table', model: 'ASH-ST', title: 'Ash Side Table', zh: '白蜡木边几', type: 'Furniture',
    tags: ['Home', 'table', 'wood', '边几', '小桌', '实木', '床头柜'], price: 159, options: [['Finish', ['Oiled', 'Black']]],
    about: 'Solid ash, 40 cm across and 50 cm high, three legs that screw in without tools. FSC wood. 4.2 kg.',
    aboutZh: '白蜡实木，直径 40 厘米，高 50 厘米，三条腿免工具旋装。FSC 认证木材。重 4.2 公斤。',
  },
  {
    handle: 'oak-wall-shelf', model: 'OAK-WS', title: 'Oak Wall Shelf', zh: '橡木墙上搁板', type: 'Furniture',
    tags: ['Home', 'shelf', 'oak', '搁板', '置物架', '墙架'], price: [59, 79], options: [['Width', ['60 cm', '90 cm']]],
    about: 'A board of solid oak on hidden steel brackets that carry 15 kg. Screws and plugs for brick and plasterboard are included.',
    aboutZh: '实心橡木板，隐藏钢支架承重 15 公斤。附砖墙和石膏板用的螺丝及膨胀管。',
  },
  {
    handle: 'reading-armchair', model: 'RDA-01', title: 'Alcove Reading Armchair', zh: '壁龛阅读扶手椅', type: 'Furniture',
    tags: ['Home', 'armchair', 'chair', '扶手椅', '沙发椅', '单人沙发'], price: 489, options: [['Fabric', ['Oat bouclé', 'Pine wool']]], soldOut: ['Pine wool'],
    about: 'Beech frame, removable covers, seat height 42 cm, 78 cm wide. Carried into the room of your choice by two people; delivery by appointment. 21 kg.',
    aboutZh: '榉木框架，椅套可拆洗，座高 42 厘米，宽 78 厘米。两人送货入户，需预约。重 21 公斤。',
  },
  {
    handle: 'seagrass-baskets', model: 'SGR-B3', title: 'Seagrass Baskets, set of three', zh: '海草编织收纳篮 三件套', type: 'Storage',
    tags: ['Home', 'basket', 'storage', '收纳篮', '编织篮', '储物筐'], price: 64, options: [],
    about: 'Woven by hand, 24, 30 and 36 cm across, with handles. They nest in one another. Keep them dry.',
    aboutZh: '手工编织，直径 24、30、36 厘米，带提手，可层叠收纳。请保持干燥。',
  },
  {
    handle: 'cedar-scented-candle', model: 'CDR-CN', title: 'Cedar and Smoke Candle', zh: '雪松烟熏香薰蜡烛', type: 'Home scent',
    tags: ['Home', 'candle', 'scent', '香薰', '蜡烛', '香氛'], price: 28, options: [['Scent', ['Cedar', 'Fig', 'Rain']]],
    about: 'Soy wax in a stoneware cup, 45 hours. Trim the wick to 5 mm and let the surface melt to the rim the first time.',
    aboutZh: '大豆蜡，粗陶杯，可燃 45 小时。烛芯修剪到 5 毫米，首次点燃让表面融到杯壁。',
  },
  {
    handle: 'self-watering-planter', model: 'PLN-SW', title: 'Well Self-Watering Planter', zh: '泉眼自吸水花盆', type: 'Garden',
    tags: ['Home', 'planter', 'garden', '花盆', '自吸水花盆', '绿植'], price: [24, 36, 49], options: [['Diameter', ['14 cm', '18 cm', '24 cm']], ['Colour', ['Terracotta', 'Chalk']]],
    about: 'A reservoir in the base waters the plant for two to three weeks; a float shows the level. Recycled plastic, frost-proof.',
    aboutZh: '底部储水可供植物两到三周，浮标显示水位。再生塑料，耐霜冻。',
  },
  {
    handle: 'garden-hand-tools', model: 'GRN-T3', title: 'Allotment Hand Tools, set of three', zh: '菜园手工具三件套', type: 'Garden',
    tags: ['Home', 'garden', 'tools', '园艺工具', '铲子', '园艺'], price: 54, options: [],
    about: 'Trowel, fork and weeder of stainless steel with ash handles, in a canvas roll.',
    aboutZh: '不锈钢小铲、叉和除草器，白蜡木柄，配帆布卷包。',
  },
  {
    handle: 'picnic-rug', model: 'PCN-RG', title: 'Commons Picnic Rug', zh: '公地野餐垫', type: 'Garden',
    tags: ['Home', 'picnic', 'rug', '野餐垫', '地垫', '防潮垫'], price: 72, options: [['Colour', ['Check green', 'Check rust']]], status: 'ARCHIVED',
    about: 'Recycled wool above, waterproof below, 150 × 200 cm, with a leather strap. No longer made.',
    aboutZh: '上层再生羊毛，下层防水，150 × 200 厘米，配皮带。已停产。',
  },
  {
    handle: 'gift-card', model: 'GFT-CD', title: 'Fernway Gift Card', zh: '蕨径礼品卡', type: 'Gift card',
    tags: ['Home', 'gift card', 'gift', '礼品卡', '礼物', '购物卡'], price: [25, 50, 100, 200], options: [['Value', ['$25', '$50', '$100', '$200']]],
    about: 'Comes by e-mail within minutes, never expires, may be used in parts and cannot be returned or paid out.',
    aboutZh: '几分钟内电邮送达，永不过期，可分次使用，不支持退货或兑现。',
  },
];
