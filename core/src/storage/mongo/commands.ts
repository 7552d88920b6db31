import type { mongo } from 'mongoose';

/** One command that went to MongoDB and came back. */
export interface MongoCommand {
  /** `find`, `insert`, `findAndModify` … */
  name: string;
  /** The collection it was about; null for those about none. */
  collection: string | null;
  /** Milliseconds from sending to the answer. */
  ms: number;
  ok: boolean;
}

/** Tells of every command once it has ended. Documents and filters are never handed on. */
export function watchCommands(client: mongo.MongoClient, onCommand: (command: MongoCommand) => void): void {
  const collections = new Map<number, string | null>();
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    const about: unknown = command[commandName];
    collections.set(requestId, typeof about === 'string' ? about : null);
  });
  const ended = (requestId: number, name: string, ms: number, ok: boolean): void => {
    const collection = collections.get(requestId) ?? null;
    collections.delete(requestId);
    onCommand({ name, collection, ms, ok });
  };
  client.on('commandSucceeded', ({ requestId, commandName, duration }) => ended(requestId, commandName, duration, true));
  client.on('commandFailed', ({ requestId, commandName, duration }) => ended(requestId, commandName, duration, false));
}
