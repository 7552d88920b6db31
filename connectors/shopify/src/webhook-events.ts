import { z } from 'zod';
import { refuse, type EventBody, type InboundEvent, type Instant, type Log, type Refusal, type Verified } from '@parley/core/contracts';
import { CONNECTOR } from './config.js';
import { gidOf } from './gid.js';
import { instantOf } from './instant.js';
import { bodyOf } from './webhook-request.js';
import { CHANGE_TOPICS, type ChangeTopic } from './webhook-topics.js';

const HostId = z.union([z.string().min(1).max(200), z.number().int()]).transform(String);
const Time = z.string().nullish();
const Record = z.looseObject({ id: HostId.nullish(), admin_graphql_api_id: z.string().nullish(), updated_at: Time, happened_at: Time, created_at: Time });
const Merge = z.object({ admin_graphql_api_customer_kept_id: z.string(), admin_graphql_api_customer_deleted_id: z.string() });
const Edited = z.object({ order_edit: z.object({ order_id: HostId }) });
const Scopes = z.object({ current: z.union([z.array(z.string()), z.string().transform((text) => text.split(','))]) });
const Customer = z.object({ id: HostId.nullish(), email: z.string().nullish(), phone: z.string().nullish() });
const DataRequest = z.object({ customer: Customer.nullable(), orders_requested: z.array(HostId).nullish(), data_request: z.object({}), orders_to_redact: z.undefined().optional() });
const CustomerRedact = z.object({ customer: Customer.nullable(), orders_to_redact: z.array(HostId).nullish(), data_request: z.undefined().optional() });
/** A customer's request must never be taken for the whole shop's: the topic is not signed, the form of the body is. */
const ShopRedact = z.object({ shop_domain: z.string(), customer: z.undefined().optional(), id: z.undefined().optional() });

/** What an event is beside its frame. */
type Content = { mailbox: { topic: string; entity: string }; body: EventBody; suffix?: string };

/**
 * Events of a verified webhook. The webhook id is the event key: Shopify repeats it with every retry. A topic we have no
 * use for yields no event and is only counted in the log; a known topic whose body lacks what it needs is refused.
 */
export function webhookEvents(v: Verified, log: Log): InboundEvent[] | Refusal {
  const topic = v.claims['topic'] ?? '';
  const webhookId = v.claims['webhookId'] ?? '';
  const contents = contentsOf(topic, v.account, bodyOf(v.req));
  if (contents === 'unknown') {
    log.info({ connector: CONNECTOR, account: v.account, topic, code: 'shopify.unknown-topic' }, 'a topic without use');
    return [];
  }
  if (contents === null) return refuse(422, 'shopify.body', `body does not fit ${topic}`);
  const at = v.claims['triggeredAt'] === undefined ? null : Number(v.claims['triggeredAt']);
  return contents.map(({ mailbox, body, suffix }) => ({ account: v.account, eventKey: suffix === undefined ? webhookId : `${webhookId}/${suffix}`, at, mailbox: { kind: 'entity', ...mailbox }, body }));
}

function contentsOf(topic: string, account: string, body: unknown): Content[] | null | 'unknown' {
  const installation = { topic: 'installation', entity: account };
  switch (topic) {
    case 'app/uninstalled':
      return [{ mailbox: installation, body: { type: 'lifecycle', change: 'uninstalled' } }];
    case 'shop/update':
      return [{ mailbox: installation, body: { type: 'lifecycle', change: 'shop-updated' } }];
    case 'app/scopes_update':
      return scopesChanged(installation, body);
    case 'customers/data_request': {
      const parsed = DataRequest.safeParse(body);
      return parsed.success ? [privacy(account, 'export-shopper', parsed.data.customer, parsed.data.orders_requested)] : null;
    }
    case 'customers/redact': {
      const parsed = CustomerRedact.safeParse(body);
      return parsed.success ? [privacy(account, 'erase-shopper', parsed.data.customer, parsed.data.orders_to_redact)] : null;
    }
    case 'shop/redact':
      return ShopRedact.safeParse(body).success ? [{ mailbox: installation, body: { type: 'privacy', request: 'erase-tenant', customer: null, orderIds: [] } }] : null;
    case 'customers/merge':
      return merged(body);
    default: {
      const change = CHANGE_TOPICS.get(topic);
      return change === undefined ? 'unknown' : changed(change, body);
    }
  }
}

function scopesChanged(mailbox: Content['mailbox'], body: unknown): Content[] | null {
  const parsed = Scopes.safeParse(body);
  if (!parsed.success) return null;
  const scopes = parsed.data.current.map((scope) => scope.trim()).filter((scope) => scope !== '' && scope.length <= 200);
  return [{ mailbox, body: { type: 'lifecycle', change: 'scopes-changed', scopes: scopes.slice(0, 200) } }];
}

function privacy(account: string, request: 'export-shopper' | 'erase-shopper', customer: z.infer<typeof Customer> | null, orders: string[] | null | undefined): Content {
  const id = customer?.id ? gidOf('Customer', customer.id) : null;
  const orderIds = (orders ?? []).map((order) => gidOf('Order', order)).filter((order) => order !== null);
  return {
    mailbox: { topic: 'privacy', entity: id ?? account },
    body: { type: 'privacy', request, customer: customer === null ? null : { id, email: within(customer.email, 320), phone: within(customer.phone, 50) }, orderIds: orderIds.slice(0, 10_000) },
  };
}

/** Two customers became one: the one that stays is another now, the other is gone. */
function merged(body: unknown): Content[] | null {
  const parsed = Merge.safeParse(body);
  if (!parsed.success) return null;
  const kept = gidOf('Customer', parsed.data.admin_graphql_api_customer_kept_id);
  const gone = gidOf('Customer', parsed.data.admin_graphql_api_customer_deleted_id);
  if (kept === null || gone === null) return null;
  const event = (entityId: string, change: 'updated' | 'deleted'): Content => ({ mailbox: { topic: 'customer', entity: entityId }, body: { type: 'changed', entity: 'customer', entityId, change, updatedAt: null }, suffix: change });
  return [event(kept, 'updated'), event(gone, 'deleted')];
}

function changed(topic: ChangeTopic, body: unknown): Content[] | null {
  const parsed = Record.safeParse(body);
  if (!parsed.success) return null;
  const entityId = idOf(topic, parsed.data);
  if (entityId === null) return null;
  const { updated_at, happened_at, created_at } = parsed.data;
  const updatedAt: Instant | null = instantOf(updated_at) ?? instantOf(happened_at) ?? instantOf(created_at);
  // The mailbox is the record's, whatever the topic: an order's events are handled in the order they came.
  return [{ mailbox: { topic: topic.entity, entity: entityId }, body: { type: 'changed', entity: topic.entity, entityId, change: topic.change, updatedAt } }];
}

function idOf(topic: ChangeTopic, record: z.infer<typeof Record>): string | null {
  if (topic.idField === undefined) return gidOf(topic.gid, record.admin_graphql_api_id ?? record.id ?? '');
  const edited = Edited.safeParse(record);
  const id = edited.success ? edited.data.order_edit.order_id : HostId.safeParse(record[topic.idField]).data;
  return id === undefined ? null : gidOf(topic.gid, id);
}

function within(text: string | null | undefined, max: number): string | null {
  return text === null || text === undefined || text === '' || text.length > max ? null : text;
}
