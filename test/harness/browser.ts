import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Where a Chromium is on this machine; null where there is none. */
export function chromiumPath(): string | null {
  return PLACES.find((p): p is string => p !== undefined && p !== '' && existsSync(p)) ?? null;
}

/** Says loudly what does not run, and fails where it must run. */
export function browserOrSkip(what: string): boolean {
  if (chromiumPath() !== null) return true;
  const message = `\n  NOT RUN: ${what}\n  No Chromium was found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.\n`;
  if (process.env['CI'] === 'true') throw new Error(message);
  process.stderr.write(message);
  return false;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath() ?? '', args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}
