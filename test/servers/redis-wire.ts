import { connect, type Socket } from 'node:net';

/** What Redis answers, as its protocol has it. */
export type RedisReply = string | number | null | RedisReply[];

/** A plain connection that shares no code with what is tested. Errors of Redis reject with its words. */
export interface RedisWire {
  command(...words: (string | number)[]): Promise<RedisReply>;
  close(): void;
}

/** Connects, and signs in where the URI has a password. */
export async function redisWire(uri: string): Promise<RedisWire> {
  const url = new URL(uri);
  const socket = connect(Number(url.port === '' ? 6379 : url.port), url.hostname);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('error', reject);
  });
  const wire = wireOver(socket);
  if (url.password !== '') await wire.command('AUTH', ...(url.username === '' ? [] : [url.username]), decodeURIComponent(url.password));
  if (url.pathname.length > 1) await wire.command('SELECT', url.pathname.slice(1));
  return wire;
}

function wireOver(socket: Socket): RedisWire {
  let unread = Buffer.alloc(0);
  const waiting: { resolve: (r: RedisReply) => void; reject: (e: Error) => void }[] = [];
  socket.on('data', (chunk) => {
    unread = Buffer.concat([unread, chunk]);
    for (;;) {
      const read = parse(unread, 0);
      if (read === null) return;
      unread = unread.subarray(read.end);
      const next = waiting.shift();
      if (read.reply instanceof Error) next?.reject(read.reply);
      else next?.resolve(read.reply);
    }
  });
  const failed = (e: Error): void => {
    for (const one of waiting.splice(0)) one.reject(e);
  };
  socket.on('error', failed);
  socket.on('close', () => failed(new Error('the connection ended')));
  return {
    command: (...words) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        socket.write(`*${words.length}\r\n${words.map((w) => `$${Buffer.byteLength(String(w))}\r\n${w}\r\n`).join('')}`);
      }),
    close: () => socket.destroy(),
  };
}

/** Null where the reply is not complete yet. */
function parse(bytes: Buffer, at: number): { reply: RedisReply | Error; end: number } | null {
  const lineEnd = bytes.indexOf('\r\n', at);
  if (lineEnd === -1) return null;
  const kind = String.fromCharCode(bytes[at] ?? 0);
  const line = bytes.toString('utf8', at + 1, lineEnd);
  const after = lineEnd + 2;
  if (kind === '+') return { reply: line, end: after };
  if (kind === '-') return { reply: new Error(line), end: after };
  if (kind === ':') return { reply: Number(line), end: after };
  const length = Number(line);
  if (length === -1) return { reply: null, end: after };
  if (kind === '$') return bytes.length < after + length + 2 ? null : { reply: bytes.toString('utf8', after, after + length), end: after + length + 2 };
  const items: RedisReply[] = [];
  let end = after;
  for (let n = 0; n < length; n++) {
    const item = parse(bytes, end);
    if (item === null) return null;
    if (item.reply instanceof Error) throw item.reply;
    items.push(item.reply);
    end = item.end;
  }
  return { reply: items, end };
}
