import http from 'node:http';
import type { Session } from '../../../scripts/stack/stack.js';

/** A lean client for load: raw node:http with kept connections, so that the generator costs little of the shared machine. */
export interface Wire {
  /** Posts a message and resolves with the status when the service has answered. */
  post(session: Session, id: string, text: string): Promise<number>;
  /** Follows a thread's stream; calls back with the ids each reply answers. Resolves once the stream is open. */
  follow(session: Session, onReply: (ids: string[]) => void): Promise<void>;
  close(): void;
}

export function createWire(base: string): Wire {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 128, maxFreeSockets: 16 });
  const streams = new http.Agent({ keepAlive: true });
  const { hostname, port } = new URL(base);
  const at = { hostname: hostname === 'localhost' ? '127.0.0.1' : hostname, port };
  const open = new Set<http.ClientRequest>();

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
      return new Promise((resolve, reject) => {
        const req = http.request({ ...at, agent: streams, path: '/webchat/events?after=0', headers: { Authorization: `Bearer ${session.token}` } }, (res) => {
          if (res.statusCode !== 200) {
            reject(new Error(`no stream: ${res.statusCode}`));
            return;
          }
          let buffer = '';
          res.setEncoding('utf8');
          res.on('data', (chunk: string) => {
            buffer += chunk;
            for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
              const data = /^data: ?(.*)$/m.exec(buffer.slice(0, end))?.[1];
              buffer = buffer.slice(end + 2);
              if (data === undefined) continue;
              const entry = JSON.parse(data) as { replyTo?: string[] };
              if (entry.replyTo !== undefined) onReply(entry.replyTo);
            }
          });
          resolve();
        });
        open.add(req);
        req.once('error', (e) => (open.has(req) ? reject(e) : undefined));
        req.end();
      });
    },
    close() {
      const all = [...open];
      open.clear();
      for (const req of all) req.destroy();
      agent.destroy();
      streams.destroy();
    },
  };
}
