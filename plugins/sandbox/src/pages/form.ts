import express, { type Request, type RequestHandler } from 'express';

/** Reads the body of a submitted form, at most 16 kB. Mounted on the routes that take one. */
export const formBody: RequestHandler = express.raw({ type: 'application/x-www-form-urlencoded', limit: '16kb' });

/** Fields of a form that `formBody` has read. */
export function formOf(request: Request): URLSearchParams {
  const body: unknown = request.body;
  return new URLSearchParams(Buffer.isBuffer(body) ? body.toString('utf8') : '');
}
