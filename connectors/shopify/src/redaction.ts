const RULES: readonly [RegExp, string][] = [
  // Access, refresh and app secrets of every family: https://shopify.dev/changelog (token prefixes shpat_, shprt_, shpss_ …)
  [/\bshp[a-z]{2,3}_[A-Za-z0-9_-]+/g, '[token]'],
  [/\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.?[A-Za-z0-9_-]*/g, '[jwt]'],
  [/((?:client_secret|access_token|refresh_token|subject_token|id_token|x-shopify-access-token|hmac|signature|authorization)["']?\s*[:=]\s*["']?)(?:Bearer\s+)?[^"'&,\s}]+/gi, '$1[secret]'],
  [/[^\s"'<>@]+@[^\s"'<>@]+\.[^\s"'<>@]+/g, '[email]'],
];

/** Takes tokens, signatures and addresses out of a text of the SDK before it may reach a log. */
export function redact(text: string): string {
  return RULES.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), text);
}
