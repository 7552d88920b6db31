import { createServer, type RequestListener, type Server } from 'node:http';
import { Rejected } from '@parley/core/contracts';

/** An HTTP server that listens. */
export interface Listening {
  port: number;
  /** Takes no new connection; resolves when the last has ended or, after `ms`, was cut. */
  close(ms: number): Promise<void>;
}

/** Why an address cannot be listened on, where the operator can mend it. */
const UNUSABLE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another process',
  EACCES: 'may not be used by this user',
  EADDRNOTAVAIL: 'is no address of this machine',
  ENOTFOUND: 'is no known host name',
};

/**
 * Load balancers keep idle connections for a minute and may send just as we close one: then the host's request is lost on the way.
 * So they are kept for longer than that.
 */
const KEEP_ALIVE_MS = 75_000;
/** How often connections that have become idle are closed while the server ends. */
const CLOSING_MS = 50;

/**
 * Listens, or throws `Rejected` saying why the address cannot be used.
 * @param variables the configuration's names of host and port, for the message
 */
export async function listen(app: RequestListener, port: number, host: string, variables: string): Promise<Listening> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: KEEP_ALIVE_MS, maxHeaderSize: 16_384 }, app);
  const at = await begin(server, port, host, variables);
  return {
    port: at,
    async close(ms) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const idle = setInterval(() => server.closeIdleConnections(), CLOSING_MS);
      server.closeIdleConnections();
      await within(ms, closed);
      clearInterval(idle);
      server.closeAllConnections();
    },
  };
}

function begin(server: Server, port: number, host: string, variables: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (e: NodeJS.ErrnoException) => {
      const why = UNUSABLE[e.code ?? ''];
      reject(why === undefined ? e : new Rejected(`${variables} are not usable: ${host}:${port} ${why}`, { code: 'service.address' }));
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Waits for work to end, but no longer than this. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}
