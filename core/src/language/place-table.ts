/** ISO 3166-1 codes of countries and territories people live in. Their names come from the platform's own tables. */
export const COUNTRIES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );

/** How else people write them. */
export const ALIASES: Readonly<Record<string, string>> = {
  US: 'usa|u.s.|u.s.a.|the us|the states|america|united states of america|contiguous united states|美利坚|美国本土',
  GB: 'uk|u.k.|britain|great britain|england|scotland|wales|northern ireland|英格兰|苏格兰',
  CN: 'mainland china|prc|大陆|内地|国内|中国大陆|中国内地|广州|深圳|杭州|南京|苏州|成都|武汉|西安|厦门|青岛|宁波|长沙|郑州|大连|沈阳|哈尔滨|济南|合肥|福州|昆明|东莞|佛山|无锡|义乌',
  HK: 'hong kong|hongkong|hk|香港',
  MO: 'macau|macao|澳门',
  TW: 'taiwan|台湾|臺灣',
  KR: 'korea|s. korea|韩国',
  KP: 'north korea',
  AE: 'uae|emirates|dubai|阿联酋|迪拜',
  CZ: 'czech republic|捷克',
  TR: 'turkey',
  NL: 'holland|the netherlands',
  RU: 'russian federation',
  VN: 'viet nam',
  MM: 'burma|myanmar',
  CI: 'ivory coast',
  MK: 'macedonia',
  SZ: 'swaziland',
  PS: 'palestine',
  BA: 'bosnia',
  CD: 'congo',
  SA: 'saudi',
  NZ: 'aotearoa',
  DE: 'berlin|munich|hamburg',
  FR: 'paris',
  IT: 'rome|milan',
  ES: 'madrid|barcelona',
  JP: 'tokyo|osaka|东京|大阪',
};

/** Parts of countries that shops price by themselves: `country-part`. */
export const PARTS: Readonly<Record<string, string>> = {
  'US-AL': 'alabama', 'US-AK': 'alaska|阿拉斯加', 'US-AZ': 'arizona', 'US-AR': 'arkansas', 'US-CA': 'california|加州|los angeles|san francisco', 'US-CO': 'colorado', 'US-CT': 'connecticut', 'US-DE': 'delaware', 'US-FL': 'florida|miami', 'US-HI': 'hawaii|夏威夷', 'US-ID': 'idaho', 'US-IL': 'illinois|chicago', 'US-IN': 'indiana', 'US-IA': 'iowa', 'US-KS': 'kansas', 'US-KY': 'kentucky', 'US-LA': 'louisiana', 'US-ME': 'maine', 'US-MD': 'maryland', 'US-MA': 'massachusetts|boston', 'US-MI': 'michigan', 'US-MN': 'minnesota', 'US-MS': 'mississippi', 'US-MO': 'missouri', 'US-MT': 'montana', 'US-NE': 'nebraska', 'US-NV': 'nevada|las vegas', 'US-NH': 'new hampshire', 'US-NJ': 'new jersey', 'US-NM': 'new mexico', 'US-NY': 'new york|nyc|纽约', 'US-NC': 'north carolina', 'US-ND': 'north dakota', 'US-OH': 'ohio', 'US-OK': 'oklahoma', 'US-OR': 'oregon', 'US-PA': 'pennsylvania', 'US-RI': 'rhode island', 'US-SC': 'south carolina', 'US-SD': 'south dakota', 'US-TN': 'tennessee', 'US-TX': 'texas|德州|houston|dallas', 'US-UT': 'utah', 'US-VT': 'vermont', 'US-VA': 'virginia', 'US-WA': 'washington state|seattle', 'US-WV': 'west virginia', 'US-WI': 'wisconsin', 'US-WY': 'wyoming',
  'CN-BJ': '北京|beijing', 'CN-TJ': '天津', 'CN-HE': '河北', 'CN-SX': '山西', 'CN-NM': '内蒙古|内蒙|inner mongolia', 'CN-LN': '辽宁', 'CN-JL': '吉林', 'CN-HL': '黑龙江', 'CN-SH': '上海|shanghai', 'CN-JS': '江苏', 'CN-ZJ': '浙江', 'CN-AH': '安徽', 'CN-FJ': '福建', 'CN-JX': '江西', 'CN-SD': '山东', 'CN-HA': '河南', 'CN-HB': '湖北', 'CN-HN': '湖南', 'CN-GD': '广东', 'CN-GX': '广西', 'CN-HI': '海南', 'CN-CQ': '重庆', 'CN-SC': '四川', 'CN-GZ': '贵州', 'CN-YN': '云南', 'CN-XZ': '西藏|tibet|拉萨', 'CN-SN': '陕西', 'CN-GS': '甘肃', 'CN-QH': '青海|qinghai', 'CN-NX': '宁夏', 'CN-XJ': '新疆|xinjiang|乌鲁木齐',
};

/** Groups of countries, by the names shops give them. */
export const GROUPS: Readonly<Record<string, { names: string; members: string }>> = {
  EU: { names: 'european union|the eu|eu countries|eu|欧盟', members: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK' },
  EUROPE: { names: 'europe|european countries|欧洲', members: 'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GI GR HR HU IE IM IS IT JE GG LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK' },
  NORDICS: { names: 'nordics|nordic countries|scandinavia|北欧', members: 'DK FI FO IS NO SE AX' },
  BENELUX: { names: 'benelux', members: 'BE NL LU' },
  GREATER_CHINA: { names: '港澳台', members: 'HK MO TW' },
  NORTH_AMERICA: { names: 'north america|北美', members: 'US CA MX' },
  LATIN_AMERICA: { names: 'latin america|拉美|拉丁美洲', members: 'AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PY SV UY VE PR' },
  SOUTH_AMERICA: { names: 'south america|南美', members: 'AR BO BR CL CO EC GF GY PE PY SR UY VE' },
  ASIA: { names: 'asia|亚洲', members: 'AF AM AZ BD BN BT CN GE HK ID IN JP KG KH KP KR KZ LA LK MM MN MO MV MY NP PH PK SG TH TJ TL TM TW UZ VN' },
  SOUTHEAST_ASIA: { names: 'southeast asia|south-east asia|东南亚', members: 'BN ID KH LA MM MY PH SG TH TL VN' },
  MIDDLE_EAST: { names: 'middle east|gulf states|中东', members: 'AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE' },
  AFRICA: { names: 'africa|非洲', members: 'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW' },
  OCEANIA: { names: 'oceania|大洋洲', members: 'AU NZ FJ PG NC PF WS TO VU SB' },
};

/** Words for wherever else, and for everywhere. */
export const ELSEWHERE = 'other countries|further countries|more countries|remaining countries|other regions|other destinations|elsewhere|rest of the world|anywhere else|all other|其他国家|其他地区|其他国家和地区|其它国家|其它地区|其余国家';
export const EVERYWHERE = 'worldwide|anywhere in the world|all over the world|all countries|globally|全球|世界各地|所有国家';
