import { ANY_EPOCH, type Delivery, type DeskMessage, type HostMessage, type Mail, type Turn } from '../../contracts/index.js';
import type { SealKey } from '../../security/index.js';
import { newDelivery } from '../plan-deliveries.js';
import type { HandoffRecord } from '../records.js';

/** Collects what a turn sends besides its reply: to the desk, and to the shopper from an agent or from us as the desk's messenger. */
export interface Outgoing {
  /** Below the briefing, or its opening. Nothing where the hand-off has no desk. */
  toDesk(record: HandoffRecord, message: DeskMessage): void;
  toShopper(message: HostMessage): void;
  toMail(mail: Mail): void;
  deliveries(): Record<string, Delivery>;
}

/** How deliveries of a lane are called within their turn. */
const LANE: Readonly<Record<Delivery['target'], string>> = { channel: 'c', desk: 'd', mail: 'm' };

/** @param from places already taken by the turn's own reply in its lane */
export function createOutgoing({ turn, key, now, from = 0 }: { turn: Turn; key: SealKey; now: number; from?: number }): Outgoing {
  const made: Record<string, Delivery> = {};
  let desk = 0;
  let channel = from;
  let letters = 0;

  function add(target: Delivery['target'], order: number, content: object): void {
    const id = `${LANE[target]}${order}`;
    made[id] = newDelivery({ turn, id, target, order, epoch: ANY_EPOCH, content, key, now });
  }

  return {
    toDesk(record, message) {
      if (record.desk === null) return;
      const ref = message.do === 'open' ? null : record.ref;
      add('desk', desk++, { installation: record.desk.installation, ref, language: record.desk.language, message });
    },
    toShopper: (message) => add('channel', channel++, message),
    toMail: (mail) => add('mail', letters++, mail),
    deliveries: () => made,
  };
}
