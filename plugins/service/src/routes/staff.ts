import type { NextFunction, Request, Response } from 'express';
import { ParleyError, refuse, Unauthorized, type Log, type RawRequest, type Staff } from '@parley/core/contracts';
import type { Composition } from '../composition.js';
import type { Counts } from '../counts.js';
import { rawRequest } from '../http/raw-request.js';
import { sendRefusal } from '../http/reply.js';
import { connect, tenancyOf, type Tenancy } from '../tenancy.js';

/** Asks App Bridge for a fresh session token and one more try. */
const RETRY_HEADER = 'X-Shopify-Retry-Invalid-Session-Request';

/** A tenant's page with whoever of its staff has it open. */
export interface Visit extends Tenancy {
  staff: Staff;
}

export type StaffHandler = (visit: Visit, req: Request, res: Response) => Promise<void>;

/**
 * A gate for all paths of one app: lets in the merchant's own staff, proven by the host's session token, and hands on their tenant. The first visit
 * after an install exchanges the token for the app's own access.
 */
export function staffGate(deps: { composition: Composition; counts: Counts; log: Log }): (handle: StaffHandler) => (req: Request, res: Response, next: NextFunction) => void {
  const { composition, counts, log } = deps;
  const { install } = composition.shopify;
  /** Shared by all paths: a page that opens asks several of them at once. */
  const connecting = new Map<string, Promise<Tenancy>>();

  /** Who asks, by the host's signed proof; refused requests are answered here. */
  async function staffOf(request: RawRequest, res: Response): Promise<Staff | null> {
    const staff = (await install.staff?.(request, composition.clock())) ?? refuse(401, 'admin.no-proof', 'this host has no staff proof');
    if (staff.ok) return staff;
    counts.add(`refused/${staff.code}`);
    res.setHeader(RETRY_HEADER, '1');
    sendRefusal(res, staff);
    return null;
  }

  /** Exchanges the host's proof for access, one exchange at a time per shop: the page asks several things when it opens. */
  function exchange(staff: Staff, request: RawRequest): Promise<Tenancy> {
    const running = connecting.get(staff.account);
    if (running !== undefined) return running;
    const attempt = (async () => connect(composition, staff.account, await install.complete(request, composition.clock())))().finally(() => connecting.delete(staff.account));
    connecting.set(staff.account, attempt);
    return attempt;
  }

  async function serve(handle: StaffHandler, req: Request, res: Response): Promise<void> {
    const request = rawRequest(req);
    const staff = await staffOf(request, res);
    if (staff === null) return;
    try {
      const known = await tenancyOf(composition, staff);
      try {
        await handle({ ...(known ?? (await exchange(staff, request))), staff }, req, res);
      } catch (e) {
        // The host has taken our access away since; whoever opened the page brings the proof for a new one.
        if (!(e instanceof Unauthorized) || known === null || res.headersSent) throw e;
        await handle({ ...(await exchange(staff, request)), staff }, req, res);
      }
    } catch (e) {
      if (!ParleyError.isInstance(e) || e.kind === 'bug' || res.headersSent) throw e;
      log.warn({ code: e.code, kind: e.kind }, 'the host did not let us in');
      counts.add(`refused/${e.code}`);
      res.status(e.kind === 'retryable' ? 503 : 409).json({ error: { code: e.code, message: 'The host did not let Parley connect. Please open the app again; if this stays, re-install it.' } });
    }
  }

  return (handle) => (req, res, next) => void serve(handle, req, res).catch(next);
}
