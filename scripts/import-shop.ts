// npm run import:shop -- tau2|ecombench <folder> <out.json> [--keep-dates] [--public-url http://localhost:8090]
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ShopFile } from '../plugins/sandbox/src/shop/shop-file.js';
import { fromEcombench, type Oddities } from './import-shop/ecombench.js';
import { BadSource } from './import-shop/source.js';
import { fromTau2 } from './import-shop/tau2.js';
import { command, messageOf, Refusal } from './terminal/command.js';

const USAGE = `usage: npm run import:shop -- tau2|ecombench <folder> <out.json> [--keep-dates] [--public-url http://localhost:8090]
  --keep-dates  orders keep the dates of the set instead of ending today
  --public-url  where the sandbox will show the shop`;

/** A folder that cannot be converted is the caller's to mend. */
function converted(...args: Parameters<typeof convert>): ReturnType<typeof convert> {
  try {
    return convert(...args);
  } catch (e) {
    if (e instanceof BadSource) throw new Refusal(e.message);
    throw e;
  }
}

function convert(source: string, folder: string, publicUrl: string, keepDates: boolean): { file: ShopFile; oddities: Oddities } {
  const now = new Date();
  if (source === 'tau2') return { file: fromTau2(folder, now, publicUrl), oddities: { unknownStatuses: [], repeatedOrders: [] } };
  if (source === 'ecombench') return fromEcombench(folder, now, publicUrl, keepDates);
  throw new BadSource(`unknown source "${source}": expected tau2 or ecombench\n${USAGE}`);
}

const OPTIONS = { 'keep-dates': { type: 'boolean', default: false }, 'public-url': { type: 'string', default: 'http://localhost:8090' } } as const;

await command(USAGE, { allowPositionals: true, options: OPTIONS }, async ({ values, positionals }) => {
  const [source, folder, target] = positionals;
  if (source === undefined || folder === undefined || target === undefined || positionals.length > 3) throw new Refusal(USAGE);
  if (!URL.canParse(values['public-url'])) throw new Refusal(`--public-url expects an address such as http://localhost:8090, not ${values['public-url']}`);
  const out = resolve(target);
  const { file, oddities } = converted(source, resolve(folder), values['public-url'], values['keep-dates']);
  const checked = ShopFile.parse(file);
  await writeFile(out, `${JSON.stringify(checked, null, 1)}\n`).catch((e: unknown) => {
    throw new Refusal(`${out} cannot be written: ${messageOf(e)}. Name a file in a folder that is there.`);
  });
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
  console.log(`written to ${out}; try it with npm start -- --shop ${target}`);
  return 0;
});
