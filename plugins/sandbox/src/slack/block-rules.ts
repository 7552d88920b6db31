// What Block Kit refuses. Source: docs.slack.dev, reference of blocks, block elements and composition objects.
import { z } from 'zod';

const Plain = (max: number) => z.looseObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max) });
const Text = (max: number) => z.looseObject({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string().min(1).max(max) });
const ActionId = z.string().min(1).max(255);
const BlockId = z.string().min(1).max(255).optional();

const Confirm = z.strictObject({ title: Plain(100), text: Text(300), confirm: Plain(30), deny: Plain(30), style: z.enum(['primary', 'danger']).optional() });
const Button = z.strictObject({ type: z.literal('button'), action_id: ActionId, text: Plain(75), value: z.string().max(2_000).optional(), url: z.url().max(3_000).optional(), style: z.enum(['primary', 'danger']).optional(), confirm: Confirm.optional(), accessibility_label: z.string().max(75).optional() });
const UsersSelect = z.strictObject({ type: z.literal('users_select'), action_id: ActionId, placeholder: Plain(150).optional(), initial_user: z.string().optional(), confirm: Confirm.optional(), focus_on_load: z.boolean().optional() });
const Option = z.strictObject({ text: Text(75), value: z.string().min(1).max(150), description: Plain(75).optional() });
const StaticSelect = z.strictObject({ type: z.literal('static_select'), action_id: ActionId, placeholder: Plain(150).optional(), options: z.array(Option).min(1).max(100), initial_option: Option.optional() });
const ConversationsSelect = z.strictObject({ type: z.literal('conversations_select'), action_id: ActionId, placeholder: Plain(150).optional(), initial_conversation: z.string().optional(), filter: z.strictObject({ include: z.array(z.enum(['im', 'mpim', 'private', 'public'])).min(1).optional(), exclude_bot_users: z.boolean().optional(), exclude_external_shared_channels: z.boolean().optional() }).optional() });
const MultiUsersSelect = z.strictObject({ type: z.literal('multi_users_select'), action_id: ActionId, placeholder: Plain(150).optional(), initial_users: z.array(z.string()).optional(), max_selected_items: z.number().int().min(1).optional() });
const Checkboxes = z.strictObject({ type: z.literal('checkboxes'), action_id: ActionId, options: z.array(Option).min(1).max(10), initial_options: z.array(Option).min(1).optional() }).refine((c) => c.initial_options?.every((i) => c.options.some((o) => o.value === i.value)) ?? true, 'initial options are among the options');
const Timepicker = z.strictObject({ type: z.literal('timepicker'), action_id: ActionId, initial_time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).optional(), placeholder: Plain(150).optional() });
const Image = z.strictObject({ type: z.literal('image'), image_url: z.url().max(3_000), alt_text: z.string().min(1).max(2_000) });
const Input = z.strictObject({ type: z.literal('plain_text_input'), action_id: ActionId, multiline: z.boolean().optional(), min_length: z.number().int().max(3_000).optional(), max_length: z.number().int().min(1).max(3_000).optional(), initial_value: z.string().max(3_000).optional(), placeholder: Plain(150).optional() });

const Block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), block_id: BlockId, text: Plain(150) }),
  z.strictObject({ type: z.literal('section'), block_id: BlockId, text: Text(3_000).optional(), fields: z.array(Text(2_000)).min(1).max(10).optional(), accessory: z.union([Button, UsersSelect, StaticSelect, Image]).optional(), expand: z.boolean().optional() }).refine((s) => s.text !== undefined || s.fields !== undefined, 'a section has text or fields'),
  z.strictObject({ type: z.literal('context'), block_id: BlockId, elements: z.array(z.union([Text(2_000), Image])).min(1).max(10) }),
  z.strictObject({ type: z.literal('actions'), block_id: BlockId, elements: z.array(z.union([Button, UsersSelect, StaticSelect])).min(1).max(25) }),
  z.strictObject({ type: z.literal('divider'), block_id: BlockId }),
  z.strictObject({ type: z.literal('input'), block_id: BlockId, label: Plain(2_000), element: z.union([Input, UsersSelect, StaticSelect, ConversationsSelect, MultiUsersSelect, Checkboxes, Timepicker]), optional: z.boolean().optional(), hint: Plain(2_000).optional(), dispatch_action: z.boolean().optional() }),
]);

/** Why blocks are refused, in words; null where they are fine. */
export function blockFault(blocks: unknown, most: number, inputs: boolean): string | null {
  const read = z.array(Block).max(most).safeParse(blocks);
  if (!read.success) return read.error.issues.map((i) => `${i.path.join('/')}: ${i.message}`).join('; ').slice(0, 500);
  if (!inputs && read.data.some((b) => b.type === 'input')) return 'input blocks belong into forms';
  const ids = read.data.flatMap((b) => (b.block_id === undefined ? [] : [b.block_id]));
  if (new Set(ids).size !== ids.length) return 'two blocks have one block_id';
  for (const b of read.data) {
    const actions = b.type === 'actions' ? b.elements.map((e) => e.action_id) : [];
    if (new Set(actions).size !== actions.length) return 'two elements of a block have one action_id';
  }
  return null;
}

const View = z.strictObject({
  type: z.enum(['modal', 'home']),
  title: Plain(24).optional(),
  submit: Plain(24).optional(),
  close: Plain(24).optional(),
  callback_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3_000).optional(),
  external_id: z.string().max(255).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  blocks: z.array(z.unknown()),
});

/** Why a form or a home page is refused. */
export function viewFault(view: unknown, wanted: 'modal' | 'home'): string | null {
  const read = View.safeParse(view);
  if (!read.success) return read.error.issues.map((i) => `${i.path.join('/')}: ${i.message}`).join('; ').slice(0, 500);
  const { type, title, submit, blocks } = read.data;
  if (type !== wanted) return `a view of type ${type} does not belong here`;
  if (type === 'modal' && title === undefined) return 'a modal has a title';
  const asks = blocks.some((b) => typeof b === 'object' && b !== null && 'type' in b && b.type === 'input');
  if (type === 'modal' && asks && submit === undefined) return 'a modal with inputs has a submit button';
  return blockFault(blocks, 100, true);
}
