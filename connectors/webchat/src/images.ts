import { Id, refuse, type Blobs, type Endpoint, type HttpReply, type PublicInstallation, type RateLimit, type RateRule, type RawRequest, type Refusal } from '@parley/core/contracts';
import { admit, claimsOf } from './authorise.js';
import { isImageKind, sniffImage } from './image-kind.js';
import { blobOf, imageTicket } from './image-ticket.js';
import { rule, takeAll, type WebchatRates } from './rates.js';
import { mediaType, privateJson, refusalReply } from './replies.js';
import type { TokenClaims } from './token.js';

/** Largest image in bytes; the widget shrinks photos before it sends them. */
export const MAX_IMAGE_BYTES = 5 * 1024 * 1024;

export interface ImageDeps {
  blobs: Blobs;
  limit: RateLimit;
  rates: WebchatRates;
  installationOf(account: string): Promise<PublicInstallation | null>;
  tokenSecrets(): readonly string[];
}

/** Takes images in and hands them back to the shopper who sent them, and to nobody else. */
export function imageEndpoints(deps: ImageDeps): Endpoint[] {
  async function take(req: RawRequest, now: number): Promise<HttpReply | Refusal> {
    const shopper = await admit(req, now, deps);
    if (!shopper.ok) return shopper;
    const { site, identity } = shopper.claims;
    const limited = await takeAll(
      deps.limit,
      [rule('images/shopper', deps.rates.imagesPerShopper, site, identity), rule('images/address', deps.rates.imagesPerAddress, req.remote)],
      now,
    );
    if (limited !== null) return limited;
    const declared = mediaType(req.headers['content-type']);
    if (!isImageKind(declared)) return refuse(415, 'webchat.not-an-image', 'declared type is not one we take');
    if (req.body.byteLength > MAX_IMAGE_BYTES) return refuse(413, 'webchat.too-large', 'image too large');
    if (req.body.byteLength === 0) return refuse(422, 'webchat.empty', 'no bytes');
    if (sniffImage(req.body) !== declared) return refuse(415, 'webchat.not-an-image', 'bytes are not of the declared type');
    const [secret] = deps.tokenSecrets();
    if (secret === undefined) return refuse(403, 'webchat.site-off', 'no token secret is configured');

    const crowded = await takeAll(deps.limit, quotas(shopper.claims, req), now);
    if (crowded !== null) return crowded;
    const { blob } = await deps.blobs.put(shopper.place.installation, identity, declared, req.body);
    const image = { blob, mime: declared, bytes: req.body.byteLength };
    return privateJson(201, { ...image, blob: imageTicket({ site, identity }, image, secret) });
  }

  /** What is kept costs disk, however slowly it comes: bytes of a day, of one shopper, one address, and one shop. */
  function quotas({ site, identity }: TokenClaims, req: RawRequest): RateRule[] {
    const { imageBytesPerShopper, imageBytesPerAddress, imageBytesPerSite } = deps.rates;
    const tokens = req.body.byteLength;
    return [
      { ...rule('image-bytes/shopper', imageBytesPerShopper, site, identity), tokens },
      { ...rule('image-bytes/address', imageBytesPerAddress, req.remote), tokens },
      { ...rule('image-bytes/site', imageBytesPerSite, site), tokens },
    ];
  }

  /** A token that could be valid is enough to be heard; whether it still is, is asked with the picture in hand. */
  function knock(req: RawRequest, now: number): HttpReply | null {
    const claims = claimsOf(req, deps.tokenSecrets(), now);
    return claims.ok ? null : refusalReply(claims);
  }

  async function give(req: RawRequest, now: number): Promise<HttpReply | Refusal> {
    const shopper = await admit(req, now, deps);
    if (!shopper.ok) return shopper;
    const limited = await takeAll(deps.limit, [rule('reads', deps.rates.readsPerShopper, shopper.claims.site, shopper.claims.identity)], now);
    if (limited !== null) return limited;
    const name = Id.safeParse(req.params['blob']);
    const found = name.success ? await deps.blobs.get(shopper.place.installation, shopper.claims.identity, blobOf(name.data)) : null;
    if (found === null || !isImageKind(found.mime)) return refuse(404, 'webchat.no-such-image', 'no such image of this shopper');
    return {
      status: 200,
      headers: {
        'content-type': found.mime,
        'content-disposition': 'inline',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'private, max-age=86400, immutable',
        vary: 'authorization',
      },
      body: found.bytes,
    };
  }

  const sent = (answer: HttpReply | Refusal): HttpReply => ('ok' in answer ? refusalReply(answer) : answer);
  return [
    { route: { method: 'POST', path: '/webchat/images', maxBytes: MAX_IMAGE_BYTES, cors: true }, knock, handle: async (req, now) => sent(await take(req, now)) },
    { route: { method: 'GET', path: '/webchat/images/:blob', maxBytes: 0, cors: true }, handle: async (req, now) => sent(await give(req, now)) },
  ];
}
