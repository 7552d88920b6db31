// npm start: Parley and the sandbox together, ready to be tried in a browser. No account, no key, no server.
import path from 'node:path';
import { startStack } from './stack/stack.js';
import { atEnd, command, portFrom } from './terminal/command.js';
import { holdFolder, refuseTakenPort } from './terminal/place.js';
import { hintsFor, readShop } from './terminal/shop-hints.js';

const USAGE = `usage: npm start -- [--shop shop.json] [--data ./.data] [--verbose]
  --shop     another shop than the demo shop; docs/shop-file.md has the form
  --data     where everything is kept
  --verbose  show the log of both processes
PORT and SANDBOX_PORT choose other ports than 8080 and 8090.`;

/** What the service is given here; values of the environment would take no effect. */
const SET_HERE = ['PARLEY_URL', 'PARLEY_DATA', 'PARLEY_SECRETS', 'PARLEY_OPERATOR_TOKEN', 'PARLEY_ROLE', 'OPS_PORT', 'SHOPIFY_API_KEY', 'SHOPIFY_API_SECRETS', 'SHOPIFY_API_ORIGIN', 'SHOPIFY_EXTENSION_ID', 'SHOPIFY_APP_BRIDGE_URL', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRETS', 'SLACK_ORIGIN'];

await command(USAGE, { options: { shop: { type: 'string' }, data: { type: 'string', default: './.data' }, verbose: { type: 'boolean', default: false } } }, async ({ values }) => {
  const servicePort = portFrom('PORT', 8080);
  const sandboxPort = portFrom('SANDBOX_PORT', 8090);
  const data = path.resolve(values.data);
  const shopFile = readShop(values.shop);
  await refuseTakenPort(servicePort, 'PORT');
  await refuseTakenPort(sandboxPort, 'SANDBOX_PORT');
  atEnd(await holdFolder(data));
  const ignored = SET_HERE.filter((name) => (process.env[name] ?? '') !== '');
  if (ignored.length > 0) console.log(`npm start sets these itself; what the environment says is not used: ${ignored.join(', ')}`);

  console.log('Starting Parley and the sandbox …');
  const level = process.env['LOG_LEVEL'] ?? '';
  const stack = await startStack({ shopFile: values.shop, data, servicePort, sandboxPort, show: values.verbose, desk: true, service: { LOG_LEVEL: level !== '' ? level : values.verbose ? 'info' : 'warn' } });
  let stopping = false;
  atEnd(() => {
    stopping = true;
    console.log('\nStopping …');
    return stack.stop();
  });
  const { serviceUrl, sandboxUrl, shop } = stack;
  console.log(`
Parley is running.  ${stack.documents} pages and products of ${shop} are read.

  Start page      ${sandboxUrl}/
  Storefront      ${sandboxUrl}/store/${shop}/          the chat is at the bottom right
  Admin           ${sandboxUrl}/admin/store/${shop}/apps/parley
  Slack           ${sandboxUrl}/slack                  where the shop’s team answers
  All together    ${sandboxUrl}/together               shopper, agent and merchant side by side
  Ledger          ${sandboxUrl}/ledger                 everything the host saw and sent
  Service         ${serviceUrl}/health   ${serviceUrl}/openapi.json

${hintsFor(shopFile)}

Data: ${data}     Stop: Ctrl-C`);
  return new Promise<number>((resolve) => {
    for (const part of [stack.service, stack.sandbox]) {
      part.child.once('exit', (code) => {
        if (stopping) return;
        console.error(`A part of Parley ended unexpectedly (code ${String(code)}):\n${part.tail()}`);
        resolve(1);
      });
    }
  });
});
