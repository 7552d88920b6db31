// The bare line to compare with: an Express handler that reads the raw body, checks the same token's HMAC and parses the same JSON. It stores nothing and answers nothing.
import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { raw } from 'express';

const secret = process.env['BASELINE_SECRET'] ?? '';
const app = express();
app.disable('x-powered-by');
app.get('/ready', (_req, res) => void res.json({ ready: true }));
app.post('/webchat/messages', raw({ type: () => true, limit: 128_000 }), (req, res) => {
  const [version, payload, signature] = (req.headers.authorization ?? '').replace('Bearer ', '').split('.');
  const expected = Buffer.from(createHmac('sha256', secret).update(`${version ?? ''}.${payload ?? ''}`).digest('base64url'));
  const given = Buffer.from(signature ?? '');
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return void res.status(401).end();
  const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8')) as { exp: number };
  const body = JSON.parse((req.body as Buffer).toString('utf8')) as { id: string };
  return void res.status(claims.exp > Date.now() ? 202 : 401).json({ id: body.id, state: 'stored' });
});
app.listen(Number(process.env['PORT']), '127.0.0.1');
