import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A stretch of network that can be cut: everything between its port and one of its targets. */
export interface Wire {
  port: number;
  /** Ends every connection and takes none for so long. */
  cut(ms: number): void;
  /** From now on every answer comes so much later. */
  slow(ms: number): void;
  stop(): Promise<void>;
}

/** Forwards each connection to the next of the targets that takes it, in turn: with one, a cable; with several, a load balancer. */
export async function startWire(targets: readonly number[]): Promise<Wire> {
  const open = new Set<Socket>();
  let turn = 0;
  let cutUntil = 0;
  let lateMs = 0;

  const drop = (): void => {
    for (const socket of open) socket.destroy();
  };
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // A connection that breaks is what this is for.
    socket.on('error', () => socket.destroy());
    return socket;
  };
  function forward(near: Socket, tries: number): void {
    const port = targets[turn++ % targets.length];
    if (port === undefined || tries === 0) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    far.once('error', () => forward(near, tries - 1));
    far.once('connect', () => {
      far.removeAllListeners('error');
      keep(far);
      near.pipe(far).pipe(delayed(() => lateMs)).pipe(near);
      near.once('close', () => far.destroy());
      far.once('close', () => near.destroy());
    });
  }

  const server = createServer((near) => {
    if (performance.now() < cutUntil) near.destroy();
    else forward(keep(near), targets.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut(ms) {
      cutUntil = performance.now() + ms;
      drop();
    },
    slow(ms) {
      lateMs = ms;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        drop();
      }),
  };
}

/** Holds back each piece for so long as the time says. */
function delayed(ms: () => number): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const wait = ms();
      if (wait === 0) done(null, chunk);
      else setTimeout(() => done(null, chunk), wait);
    },
  });
}
