// npm start: Parley and the sandbox together, ready to be tried in a browser. No account, no key, no server.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from './stack/stack.js';

const { values } = parseArgs({ options: { shop: { type: 'string' }, data: { type: 'string', default: './.data' }, verbose: { type: 'boolean', default: false } } });
const servicePort = Number(process.env['PORT'] ?? 8080);
const sandboxPort = Number(process.env['SANDBOX_PORT'] ?? 8090);

console.log('Starting Parley and the sandbox …');
try {
  const stack = await startStack({ shopFile: values.shop, data: path.resolve(values.data), servicePort, sandboxPort, show: values.verbose, service: { LOG_LEVEL: values.verbose ? 'info' : 'warn' } });
  const { serviceUrl, sandboxUrl, shop } = stack;
  console.log(`
Parley is running.  ${stack.documents} pages and products of ${shop} are read.

  Start page      ${sandboxUrl}/
  Storefront      ${sandboxUrl}/store/${shop}/          the chat is at the bottom right
  Admin           ${sandboxUrl}/admin/store/${shop}/apps/parley
  Ledger          ${sandboxUrl}/ledger                 everything the host saw and sent
  Service         ${serviceUrl}/health   ${serviceUrl}/openapi.json

What to try: sign in on the storefront as one of the demo people and ask
  "Where is my order?"   "我的订单到哪了？"   "and the other one?"   "那第二个呢"
  "Do you ship to Canada?"   "支持无理由退货吗？"   "I want a person"
As a guest, ask for order #1001 and see that it takes the buyer's e-mail address.

Data: ${path.resolve(values.data)}     Stop: Ctrl-C`);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      console.log('\nStopping …');
      void stack.stop().then(() => process.exit(0));
    });
  }
  for (const part of [stack.service, stack.sandbox]) {
    part.child.once('exit', (code) => {
      if (stopping) return;
      console.error(`A part of Parley ended unexpectedly (code ${String(code)}):\n${part.tail()}`);
      void stack.stop().then(() => process.exit(1));
    });
  }
} catch (e) {
  console.error(e instanceof Error ? e.message : String(e));
  process.exit(1);
}
