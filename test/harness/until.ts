/** Asks again until what comes back fits, and returns it; fails with what it saw last. For what other processes do in their own time. */
export async function until<T>(ask: () => Promise<T>, fits: (seen: T) => boolean, what: string, ms = 15_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const seen = await ask();
    if (fits(seen)) return seen;
    if (performance.now() > end) throw new Error(`${what} did not come within ${ms} ms; last seen: ${JSON.stringify({ seen }).slice(0, 1_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
