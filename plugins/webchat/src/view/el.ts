type Child = Node | string | null;
type Props = Readonly<Record<string, string | boolean | ((e: never) => void) | null>>;

/**
 * Makes an element. Text always becomes a text node, never markup; a function is a listener for the event it is named
 * for (`onclick`); true sets a bare attribute; null and false leave it out.
 */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    // What an event brings is known by its name alone, which types cannot follow here.
    if (typeof value === 'function') node.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) node.setAttribute(name, '');
    else if (typeof value === 'string') node.setAttribute(name, value);
  }
  for (const child of children) if (child !== null) node.append(child);
  return node;
}

const SVG = 'http://www.w3.org/2000/svg';
const PATHS = {
  chat: 'M12 3.2c-5.1 0-9.2 3.5-9.2 7.9 0 2.5 1.3 4.7 3.4 6.1-.1 1-.5 2.100-1.300 3 -.2.3 0 .7.4.6 2-.3 3.600-1.100 4.700-2 .6.1 1.300.2 2 .2 5.1 0 9.200-3.500 9.200-7.900S17.100 3.200 12 3.200Z',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9.500l6 6 6-6',
  send: 'M4.200 11.900 3 4.600c-.1-.7.6-1.200 1.200-.9l16.300 7.500c.7.3.7 1.300 0 1.600L4.200 20.300c-.6.3-1.300-.3-1.200-.9l1.200-7.500Zm0 0H11.500',
  image: 'M5.500 4h13A1.500 1.500 0 0 1 20 5.500v13a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 18.500v-13A1.500 1.500 0 0 1 5.500 4ZM4.500 17l4.300-4.600a1 1 0 0 1 1.500 0L14 16.500l1.700-1.700a1 1 0 0 1 1.400 0l2.400 2.400M14.800 9.300h.01',
  spark: 'M12 3.500c.6 4.500 3.300 7.400 8 8.500-4.700 1.100-7.400 4-8 8.500-.6-4.500-3.300-7.400-8-8.500 4.700-1.100 7.400-4 8-8.500Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.500 20c.8-3.600 3.800-5.500 7.500-5.500s6.700 1.900 7.500 5.500',
  box: 'M12 3 4 7.300v9.400L12 21l8-4.300V7.300L12 3ZM4.200 7.400 12 11.700l7.800-4.300M12 11.700V21M8 5.200l7.800 4.300',
  back: 'M4 9h10.500a5 5 0 0 1 0 10H9M4 9l4.500-4.500M4 9l4.500 4.500',
  search: 'M10.800 17.500a6.700 6.700 0 1 0 0-13.400 6.700 6.700 0 0 0 0 13.400ZM15.700 15.700 20 20',
  truck: 'M3 6h11v10H3zM14 9.500h4l3 3.300V16h-7zM7 18.500a1.800 1.800 0 1 0 0-.01M17 18.500a1.800 1.800 0 1 0 0-.01',
  copy: 'M9 9h10v10H9zM15 9V5H5v10h4',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  alert: 'M12 4 2.800 19.500h18.400L12 4ZM12 10v4.500M12 17h.01',
  out: 'M9 6H5.500v12.500H18V15M13 5h6v6M19 5l-8.500 8.500',
  file: 'M7 3.500h7l4.500 4.500v12.500H7zM14 3.500V8h4.500',
} as const;
export type IconName = keyof typeof PATHS;

/** A drawn icon; screen readers pass it over, so its button carries the words. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `i i-${name}`);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
