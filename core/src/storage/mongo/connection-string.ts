/** What an operator is shown as an example. */
export const EXAMPLE = 'mongodb://user:password@host1,host2/database?replicaSet=rs0';

/** Options of a connection string whose values are secrets. */
const SECRET_OPTION = /password|token|secret|authmechanismproperties/i;

/** Whether a connection string names a database. */
export function namesDatabase(uri: string): boolean {
  return /^[^:]+:\/\/[^/?]+\/[^?]+/.test(uri);
}

/** The names of the options a connection string sets, in lower case. */
export function optionsNamed(uri: string): ReadonlySet<string> {
  const query = uri.includes('?') ? uri.slice(uri.indexOf('?') + 1) : '';
  return new Set([...new URLSearchParams(query).keys()].map((name) => name.toLowerCase()));
}

/** A text without the secrets of a connection string, in whatever form they were copied into it. */
export function withoutSecrets(uri: string, text: string): string {
  return secretsOf(uri).reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}

/** Longest first, so that no part of one is left standing. */
function secretsOf(uri: string): string[] {
  const found = new Set<string>([uri]);
  const start = uri.indexOf('://') + 3;
  const at = uri.lastIndexOf('@');
  const userInfo = at > start ? uri.slice(start, at) : '';
  const colon = userInfo.indexOf(':');
  const password = colon < 0 ? '' : userInfo.slice(colon + 1);
  for (const secret of [userInfo, password, ...password.split(/[@/:?#]/)]) found.add(secret);
  for (const option of uri.slice(uri.indexOf('?') + 1).split('&')) {
    const [name = '', ...value] = option.split('=');
    if (SECRET_OPTION.test(name)) found.add(value.join('='));
  }
  for (const secret of [...found]) found.add(decoded(secret));
  // A piece of one or two characters is no secret worth tearing every message apart for; the whole it belongs to is hidden.
  return [...found].filter((secret) => secret.length > 2).sort((a, b) => b.length - a.length);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded as it should be: then it is hidden as it stands.
    return text;
  }
}

/** The hosts of a connection string, for messages. Only for one that the driver could read: then no secret is among them. */
export function hostsOf(uri: string): string {
  return /^[^:]+:\/\/(?:[^/@]*@)?([^/?@]+)/.exec(uri)?.[1] ?? 'the named host';
}
