/** Characters that begin Slack's markup; everything of a shopper's or ours is text and nothing else. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A link, with its label cut free of what would end it. */
export function link(url: string, label: string): string {
  return /^https?:\/\//.test(url) ? `<${escaped(url).replace(/\|/g, '%7C')}|${escaped(label).replace(/\|/g, '¦').replace(/\n/g, ' ')}>` : escaped(label);
}

/** Text as an agent typed it, for the shopper: links by their address, mentions by their name, no markup left. Source: docs.slack.dev, "Formatting text". */
export function plain(mrkdwn: string): string {
  return mrkdwn
    .replace(/<([^<>]*)>/g, (_, inner: string) => plainReference(inner))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

function plainReference(inner: string): string {
  const [target = '', label] = inner.split('|', 2);
  if (/^[@#!]/.test(target)) return label === undefined ? '' : `${target.startsWith('!') ? '' : target.charAt(0)}${label.replace(/^[@#]/, '')}`;
  const address = target.replace(/^mailto:|^tel:/, '');
  return label === undefined || label === address || target.endsWith(label) ? address : `${label} (${address})`;
}

/** At most so many characters, ending in an ellipsis where something was cut, never within a pair of surrogates. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - 1);
  return `${/[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head}…`;
}
