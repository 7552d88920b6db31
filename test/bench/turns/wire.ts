import http from 'node:http';
import type { Session } from '../../../scripts/stack/stack.js';

/** Between a stream's end and the next try. */
const RECONNECT_MS = 500;

/** A lean client for load: raw node:http with kept connections, so that the generator costs little of the shared machine. */
export interface Wire {
  /** Posts a message and resolves with the status when the service has answered. */
  post(session: Session, id: string, text: string): Promise<number>;
  /** Follows a thread's stream; calls back with the ids each reply answers. Resolves once the stream is open. */
  follow(session: Session, onReply: (ids: string[]) => void): Promise<void>;
  close(): void;
}

/** @param idle connections kept open between messages: as many as write at once, so that none has to be made anew, as browsers keep theirs */
export function createWire(base: string, idle = 128): Wire {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 128, maxFreeSockets: idle });
  const streams = new http.Agent({ keepAlive: true });
  const { hostname, port } = new URL(base);
  const at = { hostname: hostname === 'localhost' ? '127.0.0.1' : hostname, port };
  const open = new Set<http.ClientRequest>();
  let closed = false;

  return {
    post(session, id, text) {
      const body = JSON.stringify({ id, text });
      return new Promise((resolve, reject) => {
        const req = http.request({ ...at, agent, method: 'POST', path: '/webchat/messages', headers: { 'Authorization': `Bearer ${session.token}`, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) } }, (res) => {
          res.resume();
          res.once('end', () => resolve(res.statusCode ?? 0));
        });
        req.once('error', reject);
        req.end(body);
      });
    },
    follow(session, onReply) {
      let after = 0;
      const heard = (event: string): void => {
        const data = /^data: ?(.*)$/m.exec(event)?.[1];
        if (data === undefined) return;
        const entry = JSON.parse(data) as { n?: number; replyTo?: string[] };
        if (entry.n !== undefined) after = entry.n;
        if (entry.replyTo !== undefined) onReply(entry.replyTo);
      };
      const listen = (): Promise<void> =>
        new Promise((resolve, reject) => {
          const req = http.request({ ...at, agent: streams, path: `/webchat/events?after=${after}`, headers: { Authorization: `Bearer ${session.token}` } }, (res) => {
            if (res.statusCode !== 200) {
              reject(new Error(`no stream: ${res.statusCode}`));
              return;
            }
            let buffer = '';
            res.setEncoding('utf8');
            res.on('data', (chunk: string) => {
              buffer += chunk;
              for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
                heard(buffer.slice(0, end));
                buffer = buffer.slice(end + 2);
              }
            });
            res.once('close', () => {
              open.delete(req);
              again();
            });
            resolve();
          });
          open.add(req);
          req.on('error', reject);
          req.end();
        });
      /** As the widget does: a stream that broke off goes on where it was. */
      const again = (): void => {
        if (!closed) setTimeout(() => void listen().catch(again), RECONNECT_MS).unref();
      };
      return listen();
    },
    close() {
      closed = true;
      const all = [...open];
      open.clear();
      for (const req of all) req.destroy();
      agent.destroy();
      streams.destroy();
    },
  };
}
