// Drawings of the demo shop's goods: flat shapes in three tones, so that the shop looks like one and nothing is downloaded.
import { escaped } from './html.js';

/** Background, dark, middle and light tone. */
const PALETTES = [
  ['#e9ede2', '#3d5a45', '#7f9c78', '#f7f5ee'],
  ['#f3e8dc', '#8a4f34', '#c98a5e', '#fbf5ec'],
  ['#e3eaee', '#34506a', '#7d9db3', '#f5f8f9'],
  ['#f2ebd9', '#6d5a2f', '#bfa15a', '#fcf8ec'],
  ['#ece6ea', '#5b4460', '#9c84a3', '#f8f4f7'],
  ['#e6ebe8', '#2f4a4a', '#789a97', '#f6f9f7'],
] as const;

/** Drawings on a field of 200 by 200. D, M and L stand for the dark, middle and light tone. First match wins. */
const DRAWINGS: readonly (readonly [RegExp, string])[] = [
  [/tarp/, '<path d="M30 92 100 54l70 38-70 22z" fill="M"/><path d="M100 54v60l70-22z" fill="D"/><path d="M30 92v62M170 92v62M100 114v44" stroke="D" stroke-width="4"/>'],
  [/tent/, '<path d="M28 152 100 48l72 104z" fill="M"/><path d="M100 48l72 104h-46z" fill="D"/><path d="M100 92l-24 60h48z" fill="L"/><path d="M92 58l16-16M108 58 92 42" stroke="D" stroke-width="4"/>'],
  [/sleeping-bag/, '<path d="M72 44h56c14 0 20 12 18 26l-14 80c-2 10-10 14-32 14s-30-4-32-14L54 70c-2-14 4-26 18-26z" fill="M"/><path d="M78 52h44c8 0 12 8 8 16-6 12-16 18-30 18s-24-6-30-18c-4-8 0-16 8-16z" fill="L"/><path d="M100 86v76" stroke="D" stroke-width="4"/>'],
  [/(^|-)mats?(-|$)/, '<rect x="46" y="60" width="80" height="96" rx="8" fill="M"/><path d="M58 60v96M72 60v96M86 60v96M100 60v96M114 60v96" stroke="L" stroke-width="3"/><circle cx="142" cy="76" r="18" fill="D"/><circle cx="142" cy="76" r="8" fill="M"/><rect x="124" y="76" width="36" height="80" fill="D"/>'],
  [/pillow/, '<path d="M44 76c10-12 102-12 112 0 8 12 8 44 0 56-10 12-102 12-112 0-8-12-8-44 0-56z" fill="M"/><path d="M60 88c20-8 60-8 80 0" stroke="L" stroke-width="5" fill="none" stroke-linecap="round"/>'],
  [/gas-stove/, '<rect x="74" y="110" width="52" height="48" rx="10" fill="D"/><rect x="94" y="92" width="12" height="20" fill="M"/><path d="M60 88h80" stroke="D" stroke-width="6" stroke-linecap="round"/><path d="M84 82c-4-16 8-20 8-34 14 8 26 20 22 34z" fill="M"/><path d="M96 82c-2-8 4-12 4-18 8 6 10 12 8 18z" fill="L"/>'],
  [/fire-pit/, '<path d="M52 112h96l-16 34H68z" fill="D"/><path d="M60 146l-8 16M140 146l8 16" stroke="D" stroke-width="6" stroke-linecap="round"/><path d="M78 108c-6-22 14-26 12-52 22 10 42 34 30 52z" fill="M"/><path d="M94 108c-2-12 8-14 8-26 12 10 14 18 10 26z" fill="L"/>'],
  [/lantern/, '<path d="M76 62a24 24 0 0 1 48 0" stroke="D" stroke-width="5" fill="none"/><rect x="70" y="62" width="60" height="16" rx="6" fill="D"/><rect x="74" y="78" width="52" height="54" fill="L"/><rect x="88" y="88" width="24" height="34" rx="12" fill="M"/><rect x="66" y="132" width="68" height="24" rx="6" fill="D"/>'],
  [/headlamp/, '<path d="M38 96c20-30 104-30 124 0" stroke="M" stroke-width="14" fill="none"/><rect x="74" y="78" width="52" height="40" rx="12" fill="D"/><circle cx="100" cy="98" r="13" fill="L"/><path d="M88 126 66 160M112 126l22 34M100 128v36" stroke="M" stroke-width="4" stroke-linecap="round"/>'],
  [/cooler/, '<rect x="44" y="84" width="112" height="70" rx="10" fill="M"/><rect x="38" y="62" width="124" height="28" rx="8" fill="D"/><path d="M70 62c0-16 60-16 60 0" stroke="D" stroke-width="6" fill="none"/><rect x="90" y="82" width="20" height="16" rx="3" fill="L"/>'],
  [/armchair/, '<path d="M62 60c0-14 76-14 76 0v56H62z" fill="M"/><rect x="46" y="92" width="24" height="52" rx="12" fill="D"/><rect x="130" y="92" width="24" height="52" rx="12" fill="D"/><rect x="66" y="112" width="68" height="28" rx="8" fill="L"/><path d="M58 144v16M142 144v16" stroke="D" stroke-width="7" stroke-linecap="round"/>'],
  [/camp-chair/, '<path d="M58 58h84l-10 56H68z" fill="M"/><path d="M62 112h76l6 10H56z" fill="D"/><path d="m62 122 76 40M138 122l-76 40" stroke="D" stroke-width="6" stroke-linecap="round"/>'],
  [/side-table/, '<ellipse cx="100" cy="76" rx="56" ry="16" fill="M"/><path d="M44 76v8c0 8 25 16 56 16s56-8 56-16v-8" fill="D"/><path d="m68 96-12 64M132 96l12 64M100 100v62" stroke="D" stroke-width="7" stroke-linecap="round"/>'],
  [/table/, '<path d="M34 78h132l-10 18H44z" fill="M"/><path d="M60 78v18M86 78v18M114 78v18M140 78v18" stroke="L" stroke-width="3"/><path d="m60 98 76 56M140 98l-76 56" stroke="D" stroke-width="6" stroke-linecap="round"/>'],
  [/hammock/, '<path d="M44 44v116M156 44v116" stroke="D" stroke-width="9" stroke-linecap="round"/><path d="M44 72c20 76 92 76 112 0-24 30-88 30-112 0z" fill="M"/><path d="M66 100c16 22 52 22 68 0" stroke="L" stroke-width="4" fill="none"/>'],
  [/backpack/, '<path d="M66 74c0-42 68-42 68 0v76c0 8-6 12-12 12H78c-6 0-12-4-12-12z" fill="M"/><path d="M66 92c20 10 48 10 68 0V74c0-42-68-42-68 0z" fill="D"/><rect x="78" y="112" width="44" height="34" rx="6" fill="L"/><path d="M58 98v42M142 98v42" stroke="D" stroke-width="8" stroke-linecap="round"/>'],
  [/duffel/, '<path d="M70 82c0-34 60-34 60 0" stroke="D" stroke-width="6" fill="none"/><rect x="36" y="80" width="128" height="66" rx="30" fill="M"/><path d="M76 80v66M124 80v66" stroke="D" stroke-width="8"/><path d="M86 94h28" stroke="L" stroke-width="5" stroke-linecap="round"/>'],
  [/sling|crossbody/, '<path d="M52 150C64 92 110 50 160 40" stroke="D" stroke-width="9" fill="none"/><rect x="60" y="86" width="84" height="58" rx="18" fill="M" transform="rotate(-20 102 115)"/><path d="m72 118 58-21" stroke="L" stroke-width="5" stroke-linecap="round"/>'],
  [/boots/, '<path d="M68 46h42v54c0 10 40 14 48 26 4 8 4 18 2 24H64c-4-30 4-70 4-104z" fill="M"/><path d="M62 148h100v14H62z" fill="D"/><path d="M84 66h26M84 82h26M86 98h26" stroke="L" stroke-width="5" stroke-linecap="round"/>'],
  [/shoes/, '<path d="M40 92c14 8 28 6 40-8 14 20 34 30 64 34 16 2 22 12 20 26H40c-4-16-4-34 0-52z" fill="M"/><path d="M38 142h128v12H38z" fill="D"/><path d="m84 96 14-8M94 106l14-8M106 114l14-8" stroke="L" stroke-width="5" stroke-linecap="round"/>'],
  [/down-jacket/, '<path d="M70 50 44 70l-6 76h24l4-44v56h68v-56l4 44h24l-6-76-26-20c-12 12-48 12-60 0z" fill="M"/><path d="M66 78h68M66 98h68M66 118h68M66 138h68" stroke="D" stroke-width="4"/><path d="M100 62v96" stroke="L" stroke-width="4"/>'],
  [/jacket/, '<path d="M70 50 44 70l-6 76h24l4-44v56h68v-56l4 44h24l-6-76-26-20z" fill="M"/><path d="M70 50c0-18 60-18 60 0-8 22-52 22-60 0z" fill="D"/><path d="M100 68v90" stroke="L" stroke-width="5"/><path d="M76 124h14M110 124h14" stroke="D" stroke-width="5"/>'],
  [/(^|-)tee(-|$)|t-shirt/, '<path d="M74 52 38 74l12 26 18-8v66h64V92l18 8 12-26-36-22c-10 14-42 14-52 0z" fill="M"/><path d="M74 52c10 14 42 14 52 0" stroke="D" stroke-width="5" fill="none"/><path d="M68 112h64" stroke="L" stroke-width="5"/>'],
  [/trousers/, '<path d="M68 42h64l12 118h-32l-12-74-12 74H56z" fill="M"/><path d="M66 42h68v14H66z" fill="D"/><path d="M62 108h18v22H60z" fill="L"/>'],
  [/socks/, '<path d="M64 44h34v64l-26 34c-8 10-30 6-32-8-1-8 24-20 24-34z" fill="M"/><path d="M114 44h34v64l-26 34c-8 10-30 6-32-8-1-8 24-20 24-34z" fill="D"/><path d="M64 58h34M114 58h34" stroke="L" stroke-width="6"/>'],
  [/poles/, '<path d="m70 48 20 112M130 48l-20 112" stroke="D" stroke-width="7" stroke-linecap="round"/><path d="m66 36 5 28M134 36l-5 28" stroke="M" stroke-width="13" stroke-linecap="round"/><path d="M78 146h20M102 146h20" stroke="M" stroke-width="6" stroke-linecap="round"/>'],
  [/water-filter/, '<rect x="78" y="46" width="44" height="76" rx="14" fill="M"/><rect x="86" y="66" width="28" height="36" rx="6" fill="L"/><rect x="90" y="32" width="20" height="16" rx="4" fill="D"/><path d="M100 130c14 16 14 30 0 34-14-4-14-18 0-34z" fill="D"/>'],
  [/first-aid/, '<rect x="44" y="70" width="112" height="80" rx="14" fill="M"/><path d="M78 70c0-18 44-18 44 0" stroke="D" stroke-width="7" fill="none"/><path d="M100 88v44M78 110h44" stroke="L" stroke-width="14"/>'],
  [/power-bank/, '<rect x="66" y="42" width="68" height="118" rx="14" fill="M"/><rect x="66" y="42" width="68" height="26" rx="13" fill="D"/><path d="m104 82-20 32h14l-4 26 22-34h-14z" fill="L"/>'],
  [/skillet/, '<circle cx="84" cy="104" r="48" fill="D"/><circle cx="84" cy="104" r="36" fill="M"/><path d="m122 74 40-30" stroke="D" stroke-width="14" stroke-linecap="round"/><path d="M62 96c4-12 14-18 26-18" stroke="L" stroke-width="5" fill="none" stroke-linecap="round"/>'],
  [/dutch-oven/, '<path d="M48 92h104v40c0 14-12 22-26 22H74c-14 0-26-8-26-22z" fill="M"/><path d="M44 92c0-30 112-30 112 0z" fill="D"/><rect x="90" y="56" width="20" height="12" rx="5" fill="M"/><path d="M48 106H34M152 106h14" stroke="D" stroke-width="10" stroke-linecap="round"/>'],
  [/saucepan/, '<path d="M50 84h76v50c0 8-8 14-16 14H66c-8 0-16-6-16-14z" fill="M"/><path d="M46 84h84" stroke="D" stroke-width="8" stroke-linecap="round"/><path d="M126 94h42" stroke="D" stroke-width="9" stroke-linecap="round"/><path d="M74 66c-6-10 6-12 0-22M98 66c-6-10 6-12 0-22" stroke="M" stroke-width="4" fill="none" stroke-linecap="round"/>'],
  [/knife/, '<path d="M44 118 128 46c8 10 8 26-6 40l-46 44z" fill="M"/><path d="m66 122 18 16-30 28c-8-4-14-10-18-18z" fill="D"/><path d="M62 116 122 64" stroke="L" stroke-width="4" stroke-linecap="round"/>'],
  [/cutting-board/, '<rect x="58" y="42" width="84" height="118" rx="14" fill="M"/><circle cx="100" cy="58" r="7" fill="L"/><path d="M76 82v64M92 82v64M108 82v64M124 82v64" stroke="D" stroke-width="2.5"/>'],
  [/kettle/, '<path d="M64 92c0-36 72-36 72 0l10 56H54z" fill="M"/><path d="M138 130c20-6 8-56 32-62" stroke="D" stroke-width="8" fill="none" stroke-linecap="round"/><path d="M64 100C30 84 34 56 68 62" stroke="D" stroke-width="8" fill="none"/><rect x="50" y="148" width="100" height="12" rx="5" fill="D"/><circle cx="100" cy="58" r="6" fill="D"/>'],
  [/pour-over/, '<path d="M58 46h84l-26 46H84z" fill="D"/><path d="M82 98h36l18 48c2 8-4 14-12 14H76c-8 0-14-6-12-14z" fill="L"/><path d="M72 130h56l6 16c2 8-4 14-10 14H76c-6 0-12-6-10-14z" fill="M"/>'],
  [/grinder/, '<path d="M100 50h46" stroke="D" stroke-width="7" stroke-linecap="round"/><circle cx="148" cy="46" r="9" fill="M"/><rect x="74" y="54" width="52" height="50" rx="8" fill="D"/><path d="M78 104h44l6 56H72z" fill="M"/><path d="M84 124h32" stroke="L" stroke-width="5"/>'],
  [/tea-set|gaiwan/, '<path d="M50 90h76c0 34-14 52-38 52S50 124 50 90z" fill="M"/><path d="M54 86c4-22 64-22 68 0z" fill="D"/><circle cx="88" cy="64" r="7" fill="D"/><path d="M130 120h34c0 16-6 24-17 24s-17-8-17-24z" fill="L" stroke="D" stroke-width="3"/><path d="M40 152h124" stroke="D" stroke-width="6" stroke-linecap="round"/>'],
  [/bottle/, '<path d="M80 70h40c8 8 10 16 10 26v56c0 6-4 10-10 10H80c-6 0-10-4-10-10V96c0-10 2-18 10-26z" fill="M"/><rect x="82" y="40" width="36" height="28" rx="6" fill="D"/><path d="M84 100v44" stroke="L" stroke-width="6" stroke-linecap="round"/>'],
  [/lunch-box/, '<rect x="42" y="76" width="116" height="70" rx="16" fill="M"/><path d="M42 100h116" stroke="D" stroke-width="6"/><rect x="86" y="92" width="28" height="20" rx="5" fill="L"/><path d="M66 76c4-18 64-18 68 0" stroke="D" stroke-width="5" fill="none"/>'],
  [/bowl/, '<path d="M42 92h116c0 36-22 56-58 56S42 128 42 92z" fill="M"/><ellipse cx="100" cy="92" rx="58" ry="14" fill="D"/><ellipse cx="100" cy="92" rx="46" ry="9" fill="L"/><rect x="80" y="146" width="40" height="10" rx="4" fill="D"/>'],
  [/cutlery/, '<path d="M64 44v34c0 8 4 12 8 14v68M56 44v30M72 44v30M80 44v34c0 8-4 12-8 14" stroke="D" stroke-width="6" fill="none" stroke-linecap="round"/><ellipse cx="128" cy="66" rx="16" ry="24" fill="M"/><path d="M128 88v72" stroke="M" stroke-width="7" stroke-linecap="round"/>'],
  [/mug/, '<path d="M58 68h70v70c0 10-8 16-18 16H76c-10 0-18-6-18-16z" fill="M"/><path d="M128 84c34-4 34 44 0 42" stroke="D" stroke-width="9" fill="none"/><path d="M54 68h78" stroke="D" stroke-width="8" stroke-linecap="round"/><path d="M72 92v38" stroke="L" stroke-width="6" stroke-linecap="round"/>'],
  [/blanket|rug/, '<path d="M48 62h104v76H48z" fill="M"/><path d="M48 82h104M48 118h104M78 62v76M122 62v76" stroke="D" stroke-width="6" opacity=".7"/><path d="M48 138v14M60 138v14M72 138v14M84 138v14M96 138v14M108 138v14M120 138v14M132 138v14M144 138v14M152 138v14" stroke="D" stroke-width="3"/>'],
  [/duvet|linen/, '<rect x="40" y="70" width="120" height="84" rx="10" fill="M"/><rect x="50" y="58" width="44" height="28" rx="10" fill="L"/><rect x="106" y="58" width="44" height="28" rx="10" fill="L"/><path d="M40 106c30-14 90-14 120 0v38c0 6-4 10-10 10H50c-6 0-10-4-10-10z" fill="D"/>'],
  [/towel/, '<rect x="50" y="112" width="100" height="36" rx="12" fill="M"/><rect x="54" y="78" width="92" height="34" rx="12" fill="D"/><path d="M66 130h68M70 95h60" stroke="L" stroke-width="4" stroke-dasharray="6 6"/>'],
  [/desk-lamp/, '<path d="M76 152 64 96l52-36" stroke="D" stroke-width="7" fill="none" stroke-linejoin="round"/><path d="m104 44 44 32-22 22-36-32z" fill="M"/><path d="m128 98 34 40h-60z" fill="L"/><rect x="48" y="150" width="60" height="10" rx="5" fill="D"/>'],
  [/floor-lamp/, '<path d="M70 42h60l10 56H60z" fill="L"/><path d="M66 60h68M64 78h72" stroke="M" stroke-width="3"/><path d="m92 98-22 66M108 98l22 66M100 98v58" stroke="D" stroke-width="6" stroke-linecap="round"/>'],
  [/shelf/, '<rect x="36" y="112" width="128" height="12" fill="D"/><path d="M56 124v18M144 124v18" stroke="D" stroke-width="6"/><rect x="52" y="72" width="14" height="40" fill="M"/><rect x="70" y="64" width="12" height="48" fill="D"/><rect x="86" y="78" width="14" height="34" fill="M"/><path d="M122 112h24l-4-26h-16z" fill="L"/><path d="M134 86c-4-20 10-24 8-36" stroke="M" stroke-width="5" fill="none" stroke-linecap="round"/>'],
  [/basket/, '<path d="M46 84h108l-12 68H58z" fill="M"/><path d="M50 104h100M54 124h92M58 144h84" stroke="D" stroke-width="4"/><path d="M62 84c0-36 24-36 24 0M114 84c0-36 24-36 24 0" stroke="D" stroke-width="6" fill="none"/>'],
  [/candle/, '<rect x="62" y="92" width="76" height="62" rx="10" fill="M"/><ellipse cx="100" cy="94" rx="38" ry="9" fill="L"/><path d="M100 92V78" stroke="D" stroke-width="4"/><path d="M100 80c-14-8-8-22 2-34 10 12 14 26-2 34z" fill="D"/>'],
  [/planter/, '<path d="M60 108h80l-10 50H70z" fill="D"/><rect x="54" y="98" width="92" height="16" rx="5" fill="D"/><path d="M100 98C96 70 70 66 60 48c26-2 40 12 42 34 2-26 18-38 42-36-6 22-34 26-40 52z" fill="M"/>'],
  [/garden/, '<path d="M72 44v56" stroke="D" stroke-width="9" stroke-linecap="round"/><path d="M58 96h28v30c0 14-6 24-14 34-8-10-14-20-14-34z" fill="M"/><path d="M130 44v52" stroke="D" stroke-width="9" stroke-linecap="round"/><path d="M114 100v54M130 96v64M146 100v54M114 102h32" stroke="M" stroke-width="6" stroke-linecap="round" fill="none"/>'],
  [/gift/, '<rect x="38" y="62" width="124" height="80" rx="10" fill="M"/><path d="M38 92h124" stroke="L" stroke-width="8"/><path d="M78 62v80" stroke="L" stroke-width="8"/><path d="M78 90C56 84 56 62 72 66c8 2 6 16 6 24zM78 90c22-6 22-28 6-24-8 2-6 16-6 24z" fill="D"/>'],
];

/** What is drawn when nothing fits: a parcel. */
const PARCEL = '<path d="M44 78 100 52l56 26v60l-56 26-56-26z" fill="M"/><path d="m44 78 56 26 56-26M100 104v60" stroke="D" stroke-width="5" fill="none"/><path d="m72 65 56 26" stroke="L" stroke-width="8"/>';

/** An SVG drawing for a product, the same one every time. Its handle chooses the shape, or else its type. */
export function picture(handle: string, type: string): string {
  let hash = 7;
  for (const c of handle) hash = (hash * 31 + c.charCodeAt(0)) >>> 0;
  const [ground, dark, middle, light] = PALETTES[hash % PALETTES.length] ?? PALETTES[0];
  const drawn = (words: string): string | undefined => DRAWINGS.find(([when]) => when.test(words.toLowerCase().replace(/\s+/g, '-')))?.[1];
  const shape = drawn(handle) ?? drawn(type) ?? PARCEL;
  const inked = shape.replace(/"(D|M|L)"/g, (_, tone: string) => `"${tone === 'D' ? dark : tone === 'M' ? middle : light}"`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" role="img" aria-label="${escaped(handle.replace(/-/g, ' '))}"><rect width="200" height="200" fill="${ground}"/><ellipse cx="100" cy="166" rx="66" ry="7" fill="${dark}" opacity=".12"/>${inked}</svg>`;
}
