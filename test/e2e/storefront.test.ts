import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { startStack, type Stack } from '../../scripts/stack/stack.js';
import { browserOrSkip, openBrowser } from '../harness/browser.js';

/** The demo shop's people and their parcels, as docs/shop-file.md names them. */
const EMMA = { name: 'Emma Lindqvist', tracking: '1Z999AA10123456784' };
const XIAOYU = { name: '王小雨', order: '#1003', other: '#1004', tracking: 'SF0012345678901' };

const able = browserOrSkip('the browser tests of storefront, widget and admin page');
const maybe = able ? describe : describe.skip;

maybe('a shopper on the storefront', () => {
  let stack: Stack;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack({}), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  }, 60_000);

  async function visit(options: { locale?: string; mobile?: boolean } = {}): Promise<Page> {
    const context = await browser.newContext({ locale: options.locale ?? 'en-US', viewport: options.mobile === true ? { width: 390, height: 780 } : { width: 1280, height: 860 } });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (e) => faults.push(e.message));
    page.on('console', (m) => {
      if (m.type() === 'error') faults.push(m.text());
    });
    return page;
  }

  async function signIn(page: Page, name: string): Promise<void> {
    await page.goto(`${stack.sandboxUrl}/store/${stack.shop}/account/login`);
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/login'));
  }

  async function openChat(page: Page, locale = 'en'): Promise<Locator> {
    await page.goto(`${stack.sandboxUrl}/store/${stack.shop}/?locale=${locale}`);
    await page.locator('.launcher').click();
    const box = page.getByRole('textbox', { name: /message|消息|输入/i });
    await box.waitFor();
    return box;
  }

  /** Writes, and waits for what is said below this message: a customer's earlier conversation may be loaded at any moment, above it. */
  async function ask(page: Page, box: Locator, text: string): Promise<string> {
    const own = page.locator('.mine', { hasText: text });
    const before = await own.count();
    await box.fill(text);
    await box.press('Enter');
    await own.nth(before).waitFor();
    const below = own.last().locator('xpath=following::*[contains(concat(" ", @class, " "), " theirs ") and not(contains(@class, "typing"))]');
    await below.first().waitFor();
    // A reply may come in several bubbles.
    await page.waitForTimeout(150);
    return (await below.last().innerText()).replace(/\s+/g, ' ');
  }

  it('asks in English and gets the tracking number of the signed-in customer', async () => {
    const page = await visit();
    await signIn(page, EMMA.name);
    const box = await openChat(page);
    const answer = await ask(page, box, 'Where is my order?');
    expect(answer).toContain('#1001');
    expect(answer).toContain(EMMA.tracking);
    await page.context().close();
  }, 60_000);

  it('asks in Chinese, and then for "the second one"', async () => {
    const page = await visit({ locale: 'zh-CN' });
    await signIn(page, XIAOYU.name);
    const box = await openChat(page, 'zh-CN');
    const first = await ask(page, box, '我的快递到哪了？');
    expect(first).toContain(`订单 ${XIAOYU.order}`);
    expect(first).toContain(XIAOYU.tracking);
    const second = await ask(page, box, '那另一个呢');
    expect(second).toContain(`订单 ${XIAOYU.other}`);
    await page.context().close();
  }, 60_000);

  it('is refused another customer’s order, and told nothing of it', async () => {
    const page = await visit();
    await signIn(page, EMMA.name);
    const box = await openChat(page);
    const answer = await ask(page, box, 'order #1003');
    expect(answer).toMatch(/do not find order/i);
    const guess = await ask(page, box, 'emma@example.com');
    expect(guess).toMatch(/could not match/i);
    expect(`${answer} ${guess}`).not.toMatch(/SF|小雨|xiaoyu/i);
    await page.context().close();
  }, 60_000);

  it('as a guest proves the purchase by e-mail, and keeps the conversation over a reload', async () => {
    const page = await visit();
    const box = await openChat(page);
    expect(await ask(page, box, 'where is order #1001')).toMatch(/e-mail address or phone/i);
    expect(await ask(page, box, 'someone.else@example.com')).toMatch(/could not match/i);
    expect(await ask(page, box, 'emma@example.com')).toContain(EMMA.tracking);
    await page.reload();
    // The chat was open, so it comes back open.
    const panel = page.locator('.theirs:not(.typing)').last();
    await panel.waitFor();
    expect((await panel.innerText()).replace(/\s+/g, ' ')).toContain(EMMA.tracking);
    await page.context().close();
  }, 60_000);

  it('asks for a human and is told the truth; the merchant sees who waits', async () => {
    const page = await visit({ mobile: true });
    await signIn(page, EMMA.name);
    const box = await openChat(page);
    expect(await ask(page, box, 'I want to talk to a person')).toMatch(/told the shop’s team/);
    expect(await ask(page, box, 'human please')).toMatch(/team has been told/);

    const admin = await visit();
    await admin.goto(`${stack.sandboxUrl}/admin/store/${stack.shop}/apps/parley`);
    const frame = admin.frameLocator('iframe');
    await frame.getByText('Waiting for a person').first().waitFor();
    await frame.getByText('Healthy').first().waitFor();
    expect(await frame.getByRole('heading', { name: /conversations/i }).first().isVisible()).toBe(true);
    await admin.context().close();
    await page.context().close();
  }, 60_000);

  it('is answered from the shop’s own pages, in both languages', async () => {
    const page = await visit();
    const box = await openChat(page);
    expect(await ask(page, box, 'can I return things I bought?')).toMatch(/30 days/);
    expect(await ask(page, box, '支持无理由退货吗？')).toMatch(/30 天/);
    expect(await ask(page, box, 'how much is the family tent?')).toContain('$429.00');
    await page.context().close();
  }, 60_000);

  it('wrote nothing to the browser’s error console', () => expect(faults).toEqual([]));
});
