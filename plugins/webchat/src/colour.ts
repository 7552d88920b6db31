export const DEFAULT_COLOUR = '#2f4bdb';
/** WCAG 2.2, contrast (minimum), level AA for normal text. */
const AA = 4.5;
type Rgb = readonly [number, number, number];
const WHITE: Rgb = [255, 255, 255];
const INK: Rgb = [15, 18, 28];
/** The surfaces that coloured text stands on; must agree with the style sheet. */
const SURFACE: Readonly<Record<'light' | 'dark', Rgb>> = { light: WHITE, dark: [28, 31, 41] };

/** The colours that follow from a shop's one: every pair of them keeps AA. */
export interface Palette {
  brand: string;
  brandDeep: string;
  onBrand: string;
  accentLight: string;
  accentDark: string;
}

export function isColour(text: string): boolean {
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text);
}

export function paletteOf(colour: string): Palette {
  const brand = parse(colour);
  const light = contrast(brand, WHITE) >= contrast(brand, INK);
  // White or ink, whichever reads better; then the brand itself gives way until it reads well enough.
  const onBrand = light ? WHITE : INK;
  const readable = towards(brand, light ? INK : WHITE, onBrand);
  return {
    brand: write(readable),
    brandDeep: write(mix(readable, light ? INK : WHITE, 0.18)),
    onBrand: write(onBrand),
    accentLight: write(towards(brand, INK, SURFACE.light)),
    accentDark: write(towards(brand, WHITE, SURFACE.dark)),
  };
}

/** Contrast of two `#rrggbb` colours, from 1 to 21, as WCAG defines it. */
export function contrastOf(a: string, b: string): number {
  return contrast(parse(a), parse(b));
}

function towards(colour: Rgb, end: Rgb, against: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = mix(colour, end, share);
    if (contrast(mixed, against) >= AA + 0.1) return mixed;
  }
  return end;
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2): number => Math.round(a[i] + (b[i] - a[i]) * share);
  return [at(0), at(1), at(2)];
}

function contrast(a: Rgb, b: Rgb): number {
  const x = luminance(a);
  const y = luminance(b);
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance([r, g, b]: Rgb): number {
  const linear = (v: number): number => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function parse(colour: string): Rgb {
  const hex = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function write(rgb: Rgb): string {
  return `#${rgb.map((v) => v.toString(16).padStart(2, '0')).join('')}`;
}
