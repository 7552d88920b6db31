/** C0 and C1 control characters but for tab and line feed: nobody types them, and terminals and logs obey them. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const NOTHING_VISIBLE = /^[\s\p{Cf}]*$/u;

/** A shopper's text as it is kept: one kind of line end, no control characters, well-formed UTF-16, trimmed. Empty when nothing visible is left. */
export function cleanText(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(CONTROL, '').replace(LONE_SURROGATE, '\ufffd').trim();
  return NOTHING_VISIBLE.test(clean) ? '' : clean;
}
