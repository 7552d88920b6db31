import { OUT_OF_SCOPE_EN } from './out-of-scope-en.js';
import { OUT_OF_SCOPE_ZH } from './out-of-scope-zh.js';

/** What the model must learn not to know: from these the rejection threshold is set. */
export const OUT_OF_SCOPE: { readonly zh: readonly string[]; readonly en: readonly string[] } = { zh: OUT_OF_SCOPE_ZH, en: OUT_OF_SCOPE_EN };
