import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { startStack, type Stack } from '../../scripts/stack/stack.js';
import { browserOrSkip, openBrowser } from '../harness/browser.js';

const able = browserOrSkip('the browser test of storefront and Slack together');
const maybe = able ? describe : describe.skip;

/** The whole way in real browsers: a shopper in the shop, an agent and an administrator in Slack, the merchant in the admin. */
maybe('a conversation that people take over', () => {
  let stack: Stack;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack({ desk: true }), openBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  }, 60_000);

  async function visit(path: string, locale = 'en-US'): Promise<Page> {
    const page = await (await browser.newContext({ locale, viewport: { width: 1360, height: 900 } })).newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (e) => faults.push(e.message));
    page.on('console', (m) => {
      if (m.type() === 'error') faults.push(m.text());
    });
    await page.goto(`${stack.sandboxUrl}${path}`);
    return page;
  }

  async function shopper(name: RegExp, locale: 'en' | 'zh-CN'): Promise<{ page: Page; say: (text: string) => Promise<void>; sees: (text: string | RegExp) => Promise<void> }> {
    const page = await visit(`/store/${stack.shop}/account/login`, locale === 'en' ? 'en-US' : 'zh-CN');
    await page.getByRole('button', { name }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/login'));
    await page.goto(`${stack.sandboxUrl}/store/${stack.shop}/?locale=${locale}`);
    await page.locator('.launcher').click();
    const box = page.getByRole('textbox', { name: /message|消息|输入/i });
    await box.waitFor();
    return {
      page,
      async say(text) {
        await box.fill(text);
        await box.press('Enter');
      },
      sees: (text) => page.getByText(text).last().waitFor(),
    };
  }

  const slack = (user: string, at = '') => visit(`/slack/T0SHOP/?as=${user}${at}`);
  async function write(page: Page, text: string): Promise<void> {
    const box = page.locator('#answer textarea');
    await box.fill(text);
    await box.press('Enter');
  }
  const inThread = (page: Page, action: string): Locator => page.locator(`#thread [data-action="${action}"]`).last();

  it('is asked for, accepted, answered, given back, and teaches Parley something', async () => {
    const emma = await shopper(/Emma/, 'en');
    await emma.say('Where is my order #1001?');
    await emma.sees(/1Z999AA10123456784/);
    await emma.say('I want to talk to a person');
    await emma.sees(/this conversation is on their list/);

    const ada = await slack('U0ADA');
    await ada.getByRole('button', { name: /replies/ }).first().click();
    await ada.locator('#thread').getByText('2 orders so far').waitFor();
    await inThread(ada, 'handoff.accept').click();
    await emma.sees('Ada Novak of the shop’s team is here now.');

    await emma.say('Can I return the tent if I used it once?');
    await ada.locator('#thread').getByText(/30 days to change your mind/).waitFor();
    await inThread(ada, 'suggestion.edit').click();
    const field = ada.locator('#form textarea');
    expect(await field.inputValue()).toContain('30 days');
    await field.fill('Pitched once is fine, as long as it is dry and clean.');
    await ada.locator('#form').getByRole('button', { name: 'Send' }).click();
    await emma.sees('Pitched once is fine, as long as it is dry and clean.');
    await write(ada, '// nice customer');
    await write(ada, 'Shall I send you a label?');
    await emma.sees('Shall I send you a label?');
    // Whose words they are stands above them.
    await emma.page.locator('.who', { hasText: 'Ada Novak' }).first().waitFor();
    expect(await emma.page.getByText('nice customer').count()).toBe(0);

    await inThread(ada, 'handoff.return').click();
    await ada.locator('#form textarea').fill('a free label by e-mail');
    await ada.locator('#form').getByRole('button', { name: 'Send' }).click();
    await emma.sees(/Ada Novak has left the conversation\. What you agreed on: a free label by e-mail/);

    // What Ada changed waits for whoever runs the workspace; used, it is what Parley says.
    const sam = await slack('U0SAM', '#home=1');
    await sam.locator('#home').getByText('For review').waitFor();
    await sam.locator('[data-action="home.proposal.use"]').first().click();
    await sam.locator('#form textarea').first().fill('Can I return a tent that I used once?');
    await sam.locator('#form').getByRole('button', { name: 'Use it' }).click();
    await sam.locator('#home').getByText('For review').waitFor({ state: 'detached' });
    const guest = await shopper(/王小雨/, 'en');
    await guest.say('Can I return a tent that I used once?');
    await guest.sees(/as long as it is dry and clean/);
  }, 120_000);

  it('speaks Chinese with who speaks Chinese, on all sides', async () => {
    const xiaoyu = await shopper(/王小雨/, 'zh-CN');
    await xiaoyu.say('转人工');
    await xiaoyu.sees(/已列入待处理/);
    const mei = await slack('U0MEI', '#home=1');
    await mei.locator('#home').getByText(/等待接手（1）/).waitFor();
    await mei.locator('#home [data-action="home.open"]').first().click();
    await mei.locator('#thread').getByText('asked for a person').waitFor();
    await inThread(mei, 'handoff.accept').click();
    await xiaoyu.sees('店里的 陈梅 已经来为您服务。');
    await write(mei, '您好，请问有什么可以帮您？');
    await xiaoyu.sees('您好，请问有什么可以帮您？');
    await inThread(mei, 'handoff.close').click();
    await mei.locator('dialog.confirm').getByRole('button', { name: 'Close it' }).click();
    await xiaoyu.sees(/陈梅 已结束本次对话/);
  }, 90_000);

  it('is refused to a guest of the workspace, who is told so and nobody else', async () => {
    const emma = await shopper(/Emma/, 'en');
    await emma.say('human please');
    await emma.sees(/on their list/);
    const gus = await slack('U0GUS');
    // The shopper is answered before the card stands in Slack.
    await gus.locator('#messages article').filter({ has: gus.locator('[data-action="handoff.accept"]') }).last().locator('.replies').click();
    await inThread(gus, 'handoff.accept').click();
    await gus.locator('#thread .only').getByText(/You are a guest here/).waitFor();
    expect(await emma.page.getByText(/Gus/).count()).toBe(0);
    const sam = await slack('U0SAM');
    await sam.locator('#say textarea').fill('/parley');
    await sam.locator('#say textarea').press('Enter');
    await sam.locator('#messages .only').getByText(/Waiting: 1\. With you: 0\./).waitFor();
  }, 90_000);

  it('shows the merchant where people take over, and leaves no error on any page', async () => {
    const admin = await visit(`/admin/store/${stack.shop}/apps/parley`);
    const frame = admin.frameLocator('#app');
    await frame.getByText('Slack: The shop’s team').waitFor();
    await frame.getByText(/accepts within 5 minutes/).waitFor();
    expect(faults).toEqual([]);
  }, 60_000);
});
