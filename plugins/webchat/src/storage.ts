/** What the widget remembers between pages. A browser that forbids storage gets memory for the page instead. */
export interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Names that begin with `start`, without the site's own prefix. */
  keys(start: string): string[];
}

/** Memory of one site, over local storage where there is one. */
export function createMemory(prefix: string, open: () => Storage): Memory {
  const page = new Map<string, string>();
  /** Private modes, full disks and sandboxed frames throw; the page's own memory then serves. */
  function attempt<T>(use: (s: Storage) => T, otherwise: T): T {
    try {
      return use(open());
    } catch (e) {
      if (e instanceof DOMException) return otherwise;
      throw e;
    }
  }
  return {
    get: (key) => attempt((s) => s.getItem(prefix + key), null) ?? page.get(key) ?? null,
    set(key, value) {
      const kept = attempt((s) => {
        s.setItem(prefix + key, value);
        return true;
      }, false);
      if (kept) page.delete(key);
      else page.set(key, value);
    },
    remove(key) {
      page.delete(key);
      attempt((s) => s.removeItem(prefix + key), undefined);
    },
    keys(start) {
      const stored = attempt((s) => Object.keys(s).filter((k) => k.startsWith(prefix)).map((k) => k.slice(prefix.length)), []);
      return [...new Set([...stored, ...page.keys()])].filter((k) => k.startsWith(start));
    },
  };
}
