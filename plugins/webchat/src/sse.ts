/** One event of a stream, as the HTML standard's "event stream interpretation" yields it. */
export interface StreamEvent {
  event: string;
  data: string;
  id: string;
}

/** Reads server-sent events from chunks that may be cut anywhere, even between CR and LF. */
export function createSseParser(onEvent: (e: StreamEvent) => void): { push(chunk: string): void } {
  let rest = '';
  let event = '';
  let data: string[] = [];
  let id = '';
  let first = true;

  function line(text: string): void {
    if (text === '') {
      if (data.length > 0) onEvent({ event: event === '' ? 'message' : event, data: data.join('\n'), id });
      event = '';
      data = [];
      return;
    }
    const colon = text.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
  }

  return {
    push(chunk) {
      rest += first ? chunk.replace(/^\ufeff/, '') : chunk;
      if (chunk !== '') first = false;
      for (;;) {
        const at = rest.search(/[\r\n]/);
        // A CR at the very end may be half of a line end: wait for what follows.
        if (at < 0 || (rest[at] === '\r' && at === rest.length - 1)) return;
        const end = rest[at] === '\r' && rest[at + 1] === '\n' ? 2 : 1;
        const text = rest.slice(0, at);
        rest = rest.slice(at + end);
        line(text);
      }
    },
  };
}
