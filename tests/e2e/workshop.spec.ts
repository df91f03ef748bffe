/** A workshop without a server: its plan, the presenter's and the learner's view, paper. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { encodeQR } from 'qr';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { expect, test } from './guard.ts';
import { Playground } from './playground.ts';

const PLAN = 'plan=00.two-boxes.02.let-go.break*10.08.island-of-two&for=60&at=13:30&name=Memory';
const WORK = 'plan=00.two-boxes.02.let-go.08.island-of-two&name=Memory';

const rows = (page: Page) => page.locator('.ws-rows .ws-name').allInnerTexts();

/** The code of a learner's page, seen as letters and as a picture. */
async function showCode(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show my code' }).click();
  const code = await page.locator('.ws-code-text').innerText();
  await expect(page.getByRole('img', { name: `QR picture of ${code}` })).toBeVisible();
  return code;
}

test('a plan made by keyboard is in its link, and another browser opens the same', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('/workshop/');
  await expect(page.locator('.ws-planner')).not.toHaveAttribute('inert');
  await page.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.type('Lunch');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('20');
  await page.getByRole('checkbox', { name: /^8\. Cycles/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.locator('.ws-told')).toHaveText('Build an island added.');
  await page.getByRole('checkbox', { name: /^0\. Start here/ }).focus();
  await page.keyboard.press('Space');
  // Chapters come in the order of the course; the first is moved down, and its button keeps the focus.
  await expect(page.locator('.ws-sum')).toContainText('22 of 20 minutes. 2 too many.');
  await page.getByRole('button', { name: 'Start here: later' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Start here: later' })).toBeFocused();
  const made = await rows(page);
  expect(made.map((text) => text.split('\n').at(-1))).toEqual([
    'Cycles',
    'Start here',
    'Build an island',
  ]);
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue('Lunch');
  expect(await rows(other)).toEqual(made);
  await other.getByRole('button', { name: 'Leave these out' }).click();
  await expect(other.locator('.ws-sum')).toContainText('18 of 20 minutes');
  await context.close();
});

test('a link that holds no plan says so, and one that is too long is not read', async ({
  page,
}) => {
  await page.goto(`/workshop/#plan=${'02.'.repeat(2000)}02`);
  await expect(page.locator('.ws-told')).toHaveText(/no plan that can be read/);
  await page.goto('/workshop/learn/#plan=<script>');
  await expect(page.getByRole('status').first()).toContainText('The link cannot be read.');
  // Typed off the wall, as a hand types: the first page of the presentation shows both.
  const wall = await page.context().newPage();
  await wall.goto(`/workshop/present/#${PLAN}`);
  const code = await wall.locator('.pr-code').innerText();
  await page.goto('/workshop/learn/');
  const field = page.getByLabel(/The plan’s code/);
  await expect(page.getByRole('button', { name: 'Open the plan' })).toBeEnabled();
  await field.fill(code.replace(/.$/, (last) => (last === '0' ? '8' : '0')));
  await field.press('Enter');
  await expect(page.locator('.ws-typed')).toContainText('A letter is wrong or missing.');
  await field.fill(code.toLowerCase().replaceAll('-', ' '));
  await field.press('Enter');
  await expect(page.locator('.ws-learn')).toContainText('0 of 3 exercises passed');
});

test('the presenter goes on by arrows and clicker, and the clock tells planned and real', async ({
  page,
}) => {
  await page.clock.install({ time: new Date(2026, 2, 2, 13, 25) });
  await page.goto(`/workshop/present/#${PLAN}`);
  const clock = page.locator('.pr-clock');
  await expect(clock).toContainText('Begins in 5 min.');
  await page.locator('.pr-stage').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.pr-stage h1')).toHaveText('Start here');
  await page.keyboard.press('PageDown');
  const frame = page.frameLocator('.pr-frame');
  await expect(frame.locator('.pg')).toHaveAttribute('data-phase', 'ended');
  await expect(page.locator('.pr-say')).toContainText('One line has run.');
  // The focus may be in the frame: somebody has scrubbed by hand.
  await frame.locator('.pg-scrub').focus();
  await page.keyboard.press('PageDown');
  await expect(page.locator('.pr-place')).toContainText('4 of');
  await page.keyboard.press('PageUp');
  await expect(page.locator('.pr-place')).toContainText('3 of');
  await page.clock.setSystemTime(new Date(2026, 2, 2, 13, 33));
  await page.clock.runFor(1000);
  await expect(clock).toContainText('This part ends at 13:38. 5 min left');
  await page.clock.setSystemTime(new Date(2026, 2, 2, 13, 50));
  await page.clock.runFor(1000);
  await expect(clock).toContainText('13 min behind the plan');
  await expect(clock).toContainText('To be in time, leave out:');
  // The clicker is heard everywhere, but not while somebody writes.
  await page.getByLabel('Codes from learners').focus();
  await page.keyboard.press('PageDown');
  await expect(page.locator('.pr-place')).toContainText('3 of');
  await page.getByRole('button', { name: 'Scan with the camera' }).focus();
  await page.keyboard.press('PageUp');
  await expect(page.locator('.pr-place')).toContainText('2 of');
  // Straight to an exercise: its solution is in the notes, folded up, and not on the stage.
  await page.getByRole('combobox', { name: /^Part/ }).selectOption('Two boxes');
  await expect(page.locator('.pr-stage h1')).toHaveText('Two boxes');
  const notes = page.getByRole('complementary', { name: 'Notes' });
  await expect(notes.locator('pre')).toBeHidden();
  await notes.getByText('Solution').click();
  await expect(notes.locator('pre')).toBeVisible();
  // A reload loses neither place nor clock.
  await page.reload();
  await expect(page.locator('.pr-stage h1')).toHaveText('Two boxes');
  await expect(clock).toContainText('behind the plan');
});

test('the window for the projector follows, and has no notes', async ({ page }) => {
  await page.goto(`/workshop/present/#${PLAN}`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Window for the projector' }).click();
  const stage = await opened;
  await expect(stage.locator('.pr-stage h1')).toHaveText('Memory');
  await page.getByRole('button', { name: 'On →' }).click();
  await expect(stage.locator('.pr-stage h1')).toHaveText('Start here');
  await expect(stage.getByRole('complementary')).toHaveCount(0);
  await expect(stage.locator('.pr-clock, .pr-board')).toHaveCount(0);
});

test('a learner passes, shows a code, and the presenter sees who is where', async ({
  page,
  browser,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`/workshop/learn/#${WORK}`);
  await expect(page.locator('.ws-learn')).toContainText('0 of 3 exercises passed');
  await expect(page.locator('.ws-learn')).not.toContainText(/\d min|:\d\d/);
  await page
    .locator('.ws-parts')
    .getByRole('link', { name: /Two boxes/ })
    .click();
  await page.waitForURL('**/chapters/00-start-here/#two-boxes');
  const exercise = new Playground(page, 'exercise-two-boxes');
  await exercise.write(readFileSync('src/content/exercises/two-boxes/solution.py', 'utf8'));
  await exercise.root.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(exercise.root.getByText('Solved.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the workshop' }).click();
  await expect(page.locator('.ws-learn')).toContainText('1 of 3 exercises passed');
  await page.getByRole('button', { name: 'I need help' }).click();
  const code = await showCode(page);
  expect(asked.filter((url) => /notes\.json|exercises\/(?!two-boxes)/.test(url))).toEqual([]);

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const presenter = await context.newPage();
  await presenter.goto(`/workshop/present/#${PLAN}`);
  await presenter
    .getByLabel('Codes from learners')
    .fill(`Ann 10:42  ${code} what now?\nBob: W1-0000-0000`);
  await presenter.getByRole('button', { name: 'Add the codes' }).click();
  const board = presenter.locator('.pr-board');
  await expect(board.locator('> [role=status]')).toHaveText(
    'Codes read: 1. One has a wrong letter: ask for it again.',
  );
  const sign = code.replaceAll('-', '').slice(2, 5);
  const row = board.getByRole('row').filter({ hasText: sign });
  await expect(row).toContainText('needs help');
  await expect(row).toContainText('Two boxes');
  await expect(row).toContainText('1 of 3');
  await row.getByLabel(`Name or seat of ${sign}`).fill('window');
  await presenter.keyboard.press('Tab');
  await presenter.reload();
  await expect(presenter.getByLabel(`Name or seat of ${sign}`)).toHaveValue('window');
  await context.close();
});

/** A film of one picture, for Chromium's fake camera: the code, 8 pixels a square. */
function film(path: string, text: string): void {
  const squares = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
  const size = squares.length * 8;
  const luma = Buffer.alloc(size * size);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) luma[y * size + x] = squares[y >> 3]?.[x >> 3] ? 16 : 235;
  const colour = Buffer.alloc((size * size) / 2, 128);
  const head = `YUV4MPEG2 W${size} H${size} F10:1 Ip A1:1 C420jpeg\n`;
  writeFileSync(path, Buffer.concat([Buffer.from(`${head}FRAME\n`), luma, colour]));
}

test('a code held before the camera is read, and the camera waits for the press', async ({
  playwright,
  baseURL,
}, info) => {
  const { encodeStanding } = await import('../../src/workshop/standing-code.ts');
  const { readyPlans } = await import('../../src/workshop/ready-plans.ts');
  const { fragmentOf } = await import('../../src/workshop/plan-link.ts');
  const { plan } = readyPlans[0];
  const standing = { sign: 'K7Q', at: 2, note: 'done' as const, passed: ['let-go'] };
  const path = info.outputPath('code.y4m');
  film(path, encodeStanding(standing, plan));
  const { launchOptions } = info.project.use;
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${path}`,
    ],
  });
  const page = await browser.newPage({ ...(baseURL ? { baseURL } : {}) });
  await page.goto(`/workshop/present/${fragmentOf(plan)}`);
  await expect(page.locator('video')).toBeHidden();
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  const row = page.getByRole('row').filter({ hasText: 'K7Q' });
  await expect(row).toContainText('done');
  await expect(row).toContainText('1 of 3');
  await page.getByRole('button', { name: 'Stop the camera' }).click();
  await expect(page.locator('video')).toBeHidden();
  await browser.close();
});

for (const sheet of ['handout', 'notes'])
  test(`the ${sheet} on paper has the plan and nothing of the screen`, async ({ page }, info) => {
    await page.goto(`/workshop/${sheet}/#${PLAN}`);
    await expect(page.locator('.sheet-part:visible').first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.sheet-bar')).toBeHidden();
    const ids = () =>
      page
        .locator('.sheet-part:visible')
        .evaluateAll((parts) => parts.map((part) => (part as HTMLElement).dataset['part']));
    const exercises = ['two-boxes', 'let-go', 'island-of-two'];
    const chapters = ['00-start-here', '02-reference-counts', '08-cycles'];
    await expect
      .poll(ids)
      .toEqual(
        sheet === 'handout'
          ? exercises
          : chapters.flatMap((slug, index) => [slug, exercises[index]!]),
      );
    const text = await page.locator('main').innerText();
    expect(text.includes('del mine')).toBe(sheet === 'notes');
    const picture = await page.screenshot({
      path: info.outputPath(`${sheet}.png`),
      fullPage: true,
    });
    expect(picture.length).toBeGreaterThan(20_000);
  });

for (const theme of ['light', 'dark'] as const)
  test(`a workshop under way, in the ${theme} theme: axe, and readable at 360`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(`/workshop/#${PLAN}`);
    await expect(page.locator('.ws-rows li')).toHaveCount(7);
    await expectAccessible(page);
    await page.goto(`/zh-cn/workshop/learn/#${WORK}`);
    await page.getByRole('button', { name: '我需要帮助' }).click();
    await page.getByRole('button', { name: '显示我的代码' }).click();
    const code = await page.locator('.ws-code-text').innerText();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    await page.goto(`/zh-cn/workshop/present/#${WORK}`);
    await page.getByLabel('学员的代码').fill(code);
    await page.getByRole('button', { name: '添加代码' }).click();
    await expect(page.getByRole('row').nth(1)).toContainText('需要帮助');
    await page.locator('.pr-stage').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.pr-frame')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, '.pr');
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the three plans are tables, and the sheets have the whole course', async ({ page }) => {
    await page.goto('/workshop/');
    await expect(page.locator('.ws-ready table')).toHaveCount(3);
    await page.locator('.ws-ready summary').first().click();
    await expect(page.locator('.ws-ready table').first().getByRole('row')).toHaveCount(7);
    await page.goto('/workshop/handout/');
    expect(await page.locator('.sheet-part').count()).toBeGreaterThan(30);
  });
});
