import type { Locale } from '../../pages/locale.js';

/** What the client's script says of itself; everything else comes from the app. */
export const CLIENT_WORDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'en': {
    reply: 'Reply in thread', replies: '{count} replies', more: 'More actions', edit: 'Edit message', remove: 'Delete message', edited: '(edited)', only: 'Only visible to you', optional: '(optional)', required: 'Please complete this required field.',
    cancel: 'Cancel', empty: 'Nothing has been said here yet.', waiting: 'The app has not shown anything yet.', noApp: 'No app is installed.', trouble: 'The app did not take that. Try again?',
  },
  'zh-CN': {
    reply: '在话题中回复', replies: '{count} 条回复', more: '更多操作', edit: '编辑消息', remove: '删除消息', edited: '（已编辑）', only: '仅您可见', optional: '（选填）', required: '请填写此必填项。',
    cancel: '取消', empty: '这里还没有消息。', waiting: '应用尚未显示任何内容。', noApp: '尚未安装应用。', trouble: '应用未受理，请重试。',
  },
};
