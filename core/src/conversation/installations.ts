import { Bug, Credentials, endingOf, Retryable, Unauthorized, type Clock, type Connector, type Ending, type Grant, type Installation, type Log, type Observer, type RandomBytes, type ShopFacts } from '../contracts/index.js';
import { DuplicateKey } from '../storage/index.js';
import type { Master } from '../security/index.js';
import type { Signals } from '../signals/index.js';
import type { InstallationRecord, Records } from './records.js';

/** Renew this long before credentials end, so that no call ever meets an ended one. */
const REFRESH_AHEAD_MS = 5 * 60_000;
/** How long another process may go on with an older copy. */
const CACHE_MS = 5_000;
/** A renewal that takes longer has failed; another process may try. */
const RENEWAL_MS = 60_000;
const LOOK_AGAIN_MS = 100;
const PAGE = 500;

/** What is asked of hosts, by name. */
export type HostCall = 'renew' | 'facts' | 'orders' | 'products' | 'pages' | 'file' | 'send' | 'find' | 'pull' | 'check';

/** Installs and what they carry: found by verified account, opened for a call, renewed ahead of time once at a time. */
export interface Installations {
  /** By what a verified payload named. Null: nobody has connected this account. */
  byAccount(connector: string, account: string): Promise<InstallationRecord | null>;
  byId(id: string): Promise<InstallationRecord | null>;
  ofTenant(tenant: string): Promise<InstallationRecord[]>;
  all(): Promise<InstallationRecord[]>;
  /** With credentials in clear, renewed if they end soon. Throws `Unauthorized` where only the merchant can renew them. */
  open(record: InstallationRecord): Promise<Installation>;
  /** Runs a call; when the host refuses the credentials, renews them once and runs it again. `what` names it for who measures. */
  call<T>(record: InstallationRecord, what: HostCall, run: (i: Installation) => Promise<T>): Promise<T>;
  /** Adds or renews the installation of one account of a grant. A new account starts a new tenant unless one is given. */
  grant(connector: string, grant: Grant, account: string, tenant?: string): Promise<{ record: InstallationRecord; fresh: boolean }>;
  /** Notes what the host says of the shop, and leaves what the merchant chose. */
  learn(id: string, facts: Partial<ShopFacts>): Promise<void>;
  change(id: string, set: Partial<Pick<InstallationRecord, 'state' | 'scopes' | 'settings' | 'lastEventAt' | 'sealedCredentials' | 'expiresAt' | 'installedAt'>>): Promise<InstallationRecord | null>;
}

export function createInstallations(deps: {
  records: Records;
  connectors: ReadonlyMap<string, Connector>;
  signals: Signals;
  master: Master;
  clock: Clock;
  random: RandomBytes;
  monotonic: () => number;
  log: Log;
  observer: Observer;
}): Installations {
  const { records, signals, master, clock, random, monotonic, log, observer } = deps;
  const rows = records.installations;
  const refreshing = new Map<string, Promise<Credentials>>();

  const cacheKey = (connector: string, account: string) => `installation/${connector}/${account}`;

  async function dropCached(r: InstallationRecord): Promise<void> {
    await Promise.all([signals.cache.drop(cacheKey(r.connector, r.account)), signals.cache.drop(`installation-id/${r.id}`)]);
  }

  function credentialsOf(record: InstallationRecord): Credentials {
    if (record.sealedCredentials === null) return { values: {}, expiresAt: null, refreshExpiresAt: null };
    return Credentials.parse(JSON.parse(master.open(record.sealedCredentials, `credentials/${record.id}`)));
  }

  function opened(record: InstallationRecord, credentials: Credentials): Installation {
    const { id, tenant, connector, account, state, scopes, settings } = record;
    return { id, tenant, connector, account, state, scopes, settings, credentials };
  }

  /** The right to renew, against every other process; null where somebody else has it. Returns what it is held under. */
  async function claimRenewal(record: InstallationRecord): Promise<string | null> {
    const latest = await rows.get('all', record.id);
    if (latest === null || latest.sealedCredentials !== record.sealedCredentials) return null;
    const held = latest.renewal ?? null;
    if (held !== null && held.until > clock()) return null;
    const by = Buffer.from(random(9)).toString('base64url');
    const claimed = await rows.update('all', record.id, { when: { sealedCredentials: record.sealedCredentials, 'renewal.by': held?.by ?? null }, set: { renewal: { by, until: clock() + RENEWAL_MS } } });
    return claimed === null ? null : by;
  }

  /** What another process renews, once it has. */
  async function renewedByAnother(record: InstallationRecord): Promise<Credentials> {
    const begun = monotonic();
    for (;;) {
      const latest = await rows.get('all', record.id);
      if (latest === null || latest.state !== 'active') throw new Unauthorized(`installation ${record.id} lost its credentials while they were renewed`, { code: 'installation.closed', connector: record.connector });
      if (latest.sealedCredentials !== record.sealedCredentials) return credentialsOf(latest);
      const over = (latest.renewal ?? null) === null || monotonic() - begun > RENEWAL_MS;
      if (over) throw new Retryable(`another process did not renew the credentials of installation ${record.id}`, { code: 'installation.renewal', connector: record.connector });
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  async function observed<T>(connector: string, what: HostCall, work: () => Promise<T>): Promise<T> {
    const at = clock();
    const begun = monotonic();
    let ending: Ending = { ok: true };
    try {
      return await work();
    } catch (e) {
      ending = endingOf(e);
      throw e;
    } finally {
      observer.called({ connector, what, at, ms: monotonic() - begun, ending });
    }
  }

  /** Single-flight per installation: hosts that rotate refresh tokens would otherwise lose one. */
  function renew(record: InstallationRecord, current: Credentials): Promise<Credentials> {
    const running = refreshing.get(record.id);
    if (running !== undefined) return running;
    const attempt = (async () => {
      const install = deps.connectors.get(record.connector)?.install;
      if (install?.refresh === undefined) throw new Unauthorized(`installation ${record.id} cannot renew its credentials: the merchant must open the app`, { code: 'installation.no-refresh', connector: record.connector });
      const mine = await claimRenewal(record);
      if (mine === null) return renewedByAnother(record);
      try {
        const refresh = install.refresh.bind(install);
        const next = await observed(record.connector, 'renew', () => refresh(opened(record, current)));
        // Only in place of what was renewed: an uninstall or a new grant that came meanwhile stands.
        const kept = await rows.update('all', record.id, { when: { sealedCredentials: record.sealedCredentials }, set: { sealedCredentials: seal(record.id, next), expiresAt: next.expiresAt, renewal: null, updatedAt: clock() } });
        if (kept !== null) await dropCached(kept);
        return next;
      } catch (e) {
        await rows.update('all', record.id, { when: { 'renewal.by': mine }, set: { renewal: null } });
        if (!(e instanceof Unauthorized)) throw e;
        // The refusal is about what was shown; the merchant may have granted access anew while it was on its way.
        const closed = await rows.update('all', record.id, { when: { sealedCredentials: record.sealedCredentials }, set: { state: 'needs-reauth', updatedAt: clock() } });
        if (closed !== null) {
          await dropCached(closed);
          throw e;
        }
        const now = await rows.get('all', record.id);
        if (now?.state !== 'active') throw e;
        return credentialsOf(now);
      }
    })().finally(() => refreshing.delete(record.id));
    refreshing.set(record.id, attempt);
    return attempt;
  }

  const seal = (id: string, credentials: Credentials) => master.seal(JSON.stringify(credentials), `credentials/${id}`);

  async function learn(id: string, facts: Partial<ShopFacts>): Promise<InstallationRecord | null> {
    const set = Object.fromEntries(Object.entries(facts).map(([name, value]) => [`settings.${name}`, value]));
    const record = Object.keys(set).length === 0 ? null : await rows.update('all', id, { set: { ...set, updatedAt: clock() } });
    if (record !== null) await dropCached(record);
    return record;
  }

  const api: Installations = {
    byAccount: (connector, account) =>
      signals.cache.through(cacheKey(connector, account), CACHE_MS, async () => (await rows.find('all', { where: { connector, account }, limit: 1 }))[0] ?? null),
    byId: (id) => signals.cache.through(`installation-id/${id}`, CACHE_MS, () => rows.get('all', id)),
    ofTenant: (tenant) => rows.find({ tenant }, { limit: 100 }),
    async all() {
      const found: InstallationRecord[] = [];
      for (;;) {
        const page = await rows.find('all', { where: { id: { gt: found.at(-1)?.id ?? '' } }, sort: [{ path: 'id', order: 'asc' }], limit: PAGE });
        found.push(...page);
        if (page.length < PAGE) return found;
      }
    },

    async open(record) {
      const credentials = credentialsOf(record);
      const soon = credentials.expiresAt !== null && credentials.expiresAt - clock() < REFRESH_AHEAD_MS;
      if (!soon) return opened(record, credentials);
      const latest = (await rows.get('all', record.id)) ?? record;
      const current = credentialsOf(latest);
      if (current.expiresAt === null || current.expiresAt - clock() >= REFRESH_AHEAD_MS) return opened(latest, current);
      try {
        return opened(latest, await renew(latest, current));
      } catch (e) {
        // Ahead of time is early enough to try again: what still holds is used until it ends.
        if (!(e instanceof Retryable) || current.expiresAt <= clock()) throw e;
        log.warn({ installation: record.id, code: e.code }, 'credentials could not be renewed ahead of time; the present ones still hold');
        return opened(latest, current);
      }
    },

    async call(record, what, work) {
      const run = (i: Installation) => observed(record.connector, what, () => work(i));
      const installation = await api.open(record);
      try {
        return await run(installation);
      } catch (e) {
        if (!(e instanceof Unauthorized)) throw e;
        log.warn({ installation: record.id, code: e.code }, 'credentials were refused; renewing them once');
        const latest = (await rows.get('all', record.id)) ?? record;
        const current = credentialsOf(latest);
        const renewed = current.values['accessToken'] === installation.credentials.values['accessToken'] ? await renew(latest, current) : current;
        return run(opened(latest, renewed));
      }
    },

    async grant(connector, grant, account, tenant) {
      const found = grant.accounts.find((a) => a.account === account);
      if (found === undefined) throw new Bug(`the grant does not hold account ${account}`, { code: 'installation.foreign-account', connector });
      const now = clock();
      for (let attempt = 0; attempt < 3; attempt++) {
        const [known] = await rows.find('all', { where: { connector, account }, limit: 1 });
        if (known !== undefined) {
          const record = await api.change(known.id, { state: 'active', scopes: grant.scopes, sealedCredentials: seal(known.id, grant.credentials), expiresAt: grant.credentials.expiresAt, installedAt: now });
          if (record === null) throw new Bug(`installation ${known.id} vanished while it was renewed`, { code: 'installation.vanished', connector });
          const { shopName, currency, timeZone } = found.settings ?? {};
          const learned = await learn(known.id, { ...(shopName === undefined ? {} : { shopName }), ...(currency === undefined ? {} : { currency }), ...(timeZone === undefined ? {} : { timeZone }) });
          return { record: learned ?? record, fresh: known.state === 'uninstalled' };
        }
        const id = `in_${Buffer.from(random(12)).toString('base64url')}`;
        const record: InstallationRecord = {
          id,
          tenant: tenant ?? `tn_${Buffer.from(random(12)).toString('base64url')}`,
          connector,
          account,
          state: 'active',
          scopes: grant.scopes,
          settings: { shopName: found.name, defaultLanguage: 'en', currency: 'USD', timeZone: 'UTC', origins: [], commerce: [], paused: false, ...found.settings },
          sealedCredentials: seal(id, grant.credentials),
          expiresAt: grant.credentials.expiresAt,
          installedAt: now,
          updatedAt: now,
          lastEventAt: null,
          cursor: null,
        };
        try {
          await rows.insert(record);
          await dropCached(record);
          return { record, fresh: true };
        } catch (e) {
          if (!(e instanceof DuplicateKey)) throw e;
        }
      }
      throw new Bug(`account ${account} was installed and removed again and again while it was read`, { code: 'installation.contended', connector });
    },

    async learn(id, facts) {
      await learn(id, facts);
    },

    async change(id, set) {
      const record = await rows.update('all', id, { set: { ...set, updatedAt: clock() } });
      if (record !== null) await dropCached(record);
      return record;
    },
  };
  return api;
}
