// What is generated for each facet: signatures that compile, and bodies that say plainly that nobody has written them yet.

/** The facets a connector may begin with. */
export const FACETS = ['install', 'inbound', 'channel', 'commerce', 'desk', 'knowledge'] as const;
export type NewFacet = (typeof FACETS)[number];

interface Template {
  /** Types and helpers of the contracts it needs. */
  types: readonly string[];
  values: readonly string[];
  text: string;
}

const written = (what: string) => `notWritten('${what}')`;

/** The file of each facet, without its imports. `Name` is the connector in PascalCase. */
export function facetFile(facet: NewFacet, name: string): Template {
  switch (facet) {
    case 'install':
      return { types: ['Install'], values: [], text: `/** How a merchant's account gets connected, and stays so. */
export function ${name}Install(): Install {
  return {
    complete: () => ${written('reading the host’s proof of an install')},
    check: () => ${written('asking the host how the connection stands')},
  };
}
` };
    case 'inbound':
      return { types: ['Inbound'], values: ['refuse'], text: `/** Where the host's events come in. Until \`verify\` is written everything is refused: nothing unsigned is ever parsed. */
export function ${name}Inbound(): Inbound {
  return {
    routes: [{ method: 'POST', path: \`/\${CONNECTOR}/events\`, maxBytes: 1_000_000 }],
    secretOf: () => ({ of: 'app', name: \`\${CONNECTOR}-signing\` }),
    verify: (req) => (req.method === 'POST' ? refuse(503, \`\${CONNECTOR}.not-written\`, 'the signature cannot be checked yet') : refuse(405, \`\${CONNECTOR}.method\`, 'the host posts')),
    parse: () => refuse(503, \`\${CONNECTOR}.not-written\`, 'events cannot be read yet'),
    answer: () => ({ status: 200 }),
  };
}
` };
    case 'channel':
      return { types: ['Channel'], values: ['textOf'], text: `/** Where shoppers write. The laws below are the narrowest there are: widen them by what the host documents, and name the page. */
export function ${name}Channel(): Channel {
  return {
    laws: { acknowledgeMs: 1_000, replyWindow: null, maxText: { unit: 'chars', limit: 500 }, maxButtons: 0, images: false, aiLabel: false, forbidden: [], reach: 'none', resend: 'blind' },
    render: (reply) => [{ parts: [{ type: 'text', text: reply.sentences.map((s) => s.text).join(' ') }] }],
    send: (_i, _to, m) => notWritten(\`sending “\${textOf(m.message).slice(0, 20)}”\`),
  };
}
` };
    case 'commerce':
      return { types: ['Commerce'], values: [], text: `/** Orders and products. \`actions\` is left out until something can be done with an order, and proven by a receipt. */
export function ${name}Commerce(): Commerce {
  return { orders: () => ${written('reading orders')} };
}
` };
    case 'desk':
      return { types: ['Desk'], values: [], text: `/** Where the merchant's agents work: \`relay\` where we carry the messages, \`native\` where the host assigns the shopper's own thread. */
export function ${name}Desk(): Desk {
  return {
    mode: 'relay',
    laws: { maxText: 500, files: false, resend: 'blind' },
    open: () => ${written('showing a conversation to a team')},
    post: () => ${written('adding an entry')},
    reflect: () => ${written('showing how a hand-off stands')},
  };
}
` };
    case 'knowledge':
      return { types: ['KnowledgeSource'], values: [], text: `/** The shop's own pages and articles. */
export function ${name}Knowledge(): KnowledgeSource {
  return { docOf: () => null, list: () => ${written('listing documents')}, read: () => ${written('reading documents')} };
}
` };
  }
}
