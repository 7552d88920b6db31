// npm run import:shop -- tau2|ecombench <folder> <out.json> [--keep-dates] [--public-url http://localhost:8090]
import { writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ShopFile } from '../plugins/sandbox/src/shop/shop-file.js';
import { fromEcombench, type Oddities } from './import-shop/ecombench.js';
import { BadSource } from './import-shop/source.js';
import { fromTau2 } from './import-shop/tau2.js';

const USAGE = 'usage: npm run import:shop -- tau2|ecombench <folder> <out.json> [--keep-dates] [--public-url http://localhost:8090]';

function convert(source: string, folder: string, publicUrl: string, keepDates: boolean): { file: ShopFile; oddities: Oddities } {
  const now = new Date();
  if (source === 'tau2') return { file: fromTau2(folder, now, publicUrl), oddities: { unknownStatuses: [], repeatedOrders: [] } };
  if (source === 'ecombench') return fromEcombench(folder, now, publicUrl, keepDates);
  throw new BadSource(`unknown source "${source}": expected tau2 or ecombench\n${USAGE}`);
}

/** The project holds no evaluation data: its own folder is refused, but for .data, which is never committed. */
function refuseProject(out: string): void {
  const inside = relative(fileURLToPath(new URL('..', import.meta.url)), out);
  if (!inside.startsWith('..') && !inside.startsWith(`.data${sep}`)) throw new BadSource(`${out} lies in the project: write it elsewhere, or below .data/`);
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'keep-dates': { type: 'boolean', default: false }, 'public-url': { type: 'string', default: 'http://localhost:8090' } },
  });
  const [source, folder, target] = positionals;
  if (source === undefined || folder === undefined || target === undefined || positionals.length > 3) throw new BadSource(USAGE);
  const out = resolve(target);
  refuseProject(out);
  const { file, oddities } = convert(source, resolve(folder), values['public-url'], values['keep-dates']);
  const checked = ShopFile.parse(file);
  writeFileSync(out, `${JSON.stringify(checked, null, 1)}\n`);
  const states = new Map<string, number>();
  for (const o of checked.orders) {
    const state = o.cancelledAt !== null ? 'cancelled' : (o.fulfillments[0]?.displayStatus.toLowerCase() ?? 'unfulfilled');
    states.set(state, (states.get(state) ?? 0) + 1);
  }
  const variants = checked.products.reduce((sum, p) => sum + p.variants.length, 0);
  console.log(`${checked.shop.domain}: ${checked.customers.length} customers, ${checked.products.length} products with ${variants} variants, ${checked.orders.length} orders, ${checked.policies.length} policies, ${checked.pages.length} pages`);
  console.log(`orders: ${[...states].sort().map(([state, n]) => `${n} ${state}`).join(', ')}`);
  if (oddities.repeatedOrders.length > 0) console.log(`order numbers that occur more than once and got a suffix: ${oddities.repeatedOrders.join(', ')}`);
  if (oddities.unknownStatuses.length > 0) console.log(`unknown order statuses, taken as paid and not sent: ${[...new Set(oddities.unknownStatuses)].join(', ')}`);
  console.log(`written to ${out}`);
}

try {
  main();
} catch (error) {
  const wrongOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(error instanceof BadSource || wrongOption ? error.message : error);
  process.exitCode = 1;
}
