import { raw, type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import { parseHostJson, refuse, type Refusal } from '@parley/core/contracts';
import type { Composition } from '../composition.js';
import type { Counts } from '../counts.js';
import { rawRequest } from '../http/raw-request.js';
import { sendRefusal } from '../http/reply.js';
import { chatOf } from '../tenancy.js';

const Body = z.object({ token: z.string().max(4_000).nullish(), locale: z.string().max(35).nullish() });

/** A chat session for whoever Shopify's app proxy vouches for: the signed-in customer by signed id, or a guest. */
export function mountStorefrontSession(app: Express, deps: { composition: Composition; counts: Counts }): void {
  const { composition, counts } = deps;

  async function session(req: Request, res: Response): Promise<void> {
    const answer = await open(rawRequest(req));
    res.setHeader('Cache-Control', 'no-store');
    if ('ok' in answer) {
      counts.add(`refused/${answer.code}`);
      sendRefusal(res, answer);
    } else res.json(answer);
  }

  async function open(request: ReturnType<typeof rawRequest>) {
    const now = composition.clock();
    const visit = composition.shopify.appProxy(request.query, now);
    if (!visit.ok) return visit;
    const body = bodyOf(request.body);
    if ('ok' in body) return body;
    const shop = await composition.engine.installations.byAccount('shopify', visit.shop);
    // Where the access has to be renewed by the merchant, shoppers still get what the pages say, and people.
    const chat = shop === null || shop.state === 'uninstalled' ? null : await chatOf(composition, shop);
    if (chat === null) return refuse(404, 'storefront.not-connected', `no chat is connected for ${visit.shop}`);
    return composition.webchat.mintToken({ account: chat.account, customerId: visit.customerId, existing: body.token ?? undefined, locale: body.locale ?? undefined, now });
  }

  app.post('/shopify/proxy/session', raw({ type: () => true, limit: 8_000, inflate: false }), (req, res, next) => void session(req, res).catch(next));
  app.get('/shopify/proxy/session', (req, res, next) => void session(req, res).catch(next));
}

function bodyOf(bytes: Uint8Array): z.infer<typeof Body> | Refusal {
  if (bytes.length === 0) return {};
  const json = parseHostJson(bytes, 4);
  if (!json.ok) return refuse(400, json.code, 'the body is not JSON');
  const body = Body.safeParse(json.value);
  return body.success ? body.data : refuse(422, 'storefront.body', 'the body is not of the expected form');
}
