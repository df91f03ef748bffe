import { globSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './guard.ts';
import { Playground, chapter } from './playground.ts';

async function open(page: Page, id = 'counts-first'): Promise<Playground> {
  await page.goto(chapter);
  return new Playground(page, id);
}

/** The mark lies on the row of a line, counted in rows of the page's own code. */
async function expectAtLine({ root }: Playground, line: number): Promise<void> {
  const [mark, code] = await Promise.all(
    ['.code-line', '.code-numbers'].map((part) => root.locator(part).boundingBox()),
  );
  const row = (mark?.y ?? 0) - (code?.y ?? 0);
  expect(Math.round(row / (mark?.height ?? 1)) + 1).toBe(line);
}

test('the first press of Run runs, and the engine comes no sooner', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const playground = await open(page);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /engine|monaco|editor/.test(path))).toEqual([]);
  await playground.run.click();
  await playground.expectEnded();
  expect(asked.filter((path) => /engine\.worker/.test(path)).length).toBeGreaterThan(0);
  expect(asked.filter((path) => /monaco|editor/.test(path))).toEqual([]);
  await expect(playground.output).toHaveText(/^2\s*3\s*2$/);
});

test('a program is edited in Monaco, and run with Ctrl+Enter', async ({ page }) => {
  const playground = await open(page);
  await playground.write('words = ["a", "b"]\nprint(len(words) * 21)\n');
  await expect(playground.narration).toContainText('The program has changed');
  await page.keyboard.press('Control+Enter');
  await expect(playground.output).toHaveText('42');
  await expect(playground.root.locator('.lens-box').first()).toContainText('list');
});

test('the run is stepped by keyboard, both ways, and told in words', async ({ page }) => {
  const playground = await open(page);
  await playground.slider.focus();
  await page.keyboard.press('Home');
  await expect(playground.slider).toHaveAttribute('aria-valuetext', 'step 1 of 8');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await expect(playground.narration).toHaveText(
    /After b = a:\s+list #1 goes from 1 to 2 references\./,
  );
  await expect(playground.root.locator('.lens-count')).toContainText('1 → 2');
  await expectAtLine(playground, 7);
  await expect(playground.root.locator('.code-hint.now')).toHaveText('a: 2');
  await expect(playground.output).toHaveText('2');
  await page.keyboard.press('ArrowLeft');
  await expect(playground.root.locator('.lens-name')).toHaveCount(1);
  const jump = playground.root.getByRole('spinbutton', { name: 'Jump to step' });
  await jump.fill('7');
  await jump.press('Enter');
  await expect(playground.narration).toContainText('from 2 to 1');
  await playground.root.getByRole('button', { name: 'Last step' }).press('Enter');
  await expect(playground.slider).toHaveAttribute('aria-valuetext', 'step 8 of 8');
});

test('the run is stepped by event, by keyboard, across its lines, and a link leads there', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = await open(page);
  const unit = playground.root.getByRole('group', { name: 'Step by' });
  const count = playground.root.locator('.lens-count');
  await unit.getByRole('button', { name: 'event' }).press('Enter');
  await playground.expectEnded();
  const jump = playground.root.getByRole('spinbutton', { name: 'Jump to step' });
  await jump.fill('5');
  await jump.press('Enter');
  await expect(playground.narration).toContainText('After b = a:');
  await playground.slider.focus();
  await page.keyboard.press('Home');
  await expect(playground.slider).toHaveAttribute('aria-valuetext', 'event 1 of 5, step 5 of 8');
  await expect(playground.narration).toContainText('LOAD_NAME a');
  await expect(playground.narration).toContainText('list #1, 1 → 2');
  await expectAtLine(playground, 6);
  await page.keyboard.press('ArrowRight');
  await expect(playground.narration).toContainText('list #1, 2 → 3');
  await expect(count).toContainText('2 → 3');
  const back = playground.root.getByRole('button', { name: 'One event back' });
  await back.press('Enter');
  await playground.root.getByRole('button', { name: 'Share' }).click();
  await expect(playground.root.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  // from the first event to the step before, and on from the last one to the next line
  await back.press('Enter');
  await expect(playground.slider).toHaveAttribute('aria-valuetext', /all done, step 4 of 8$/);
  await playground.root.getByRole('tab', { name: 'Events' }).click();
  await playground.root.locator('.ev-kind button').last().click();
  const on = playground.root.getByRole('button', { name: 'One event forward' });
  await on.press('Enter');
  await on.press('Enter');
  await expect(playground.slider).toHaveAttribute('aria-valuetext', 'event 1 of 5, step 5 of 8');
  await expect(playground.root.locator('.ev-kind [aria-current]')).toHaveText('reference +1');

  const other = await context.newPage();
  await other.goto(link);
  const opened = new Playground(other, 'counts-first');
  await opened.root.getByRole('button', { name: 'Run, and go to step 5' }).click();
  await opened.expectEnded();
  await expect(opened.slider).toHaveAttribute('aria-valuetext', 'event 1 of 5, step 5 of 8');
});

test('releases chosen before the script has come are kept', async ({ page }) => {
  let open: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route(/PlaygroundIsland[^/]*\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(chapter);
  const { root } = new Playground(page, 'counts-first');
  const [runs, beside] = [root.locator('select').first(), root.locator('select').nth(1)];
  await runs.focus();
  await runs.selectOption('3.12');
  await beside.selectOption('3.11');
  open();
  await expect(root).toHaveAttribute('data-phase', 'ended');
  await expect(runs).toHaveValue('3.12');
  await expect(beside).toHaveValue('3.11');
  await expect(root.getByText(/^CPython 3\.12/)).toBeVisible();
});

test('a chosen object tells who holds it', async ({ page }) => {
  const playground = await open(page, 'counts-adding');
  await playground.slider.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await playground.root.getByRole('button', { name: /^list #2/ }).focus();
  await expect(playground.root.locator('.lens-detail')).toContainText(
    'is held by a, [0] of list #3, [1] of list #3.',
  );
});

test('an endless loop is stopped at once, keeps what happened, and the page works on', async ({
  page,
}) => {
  const playground = await open(page);
  await playground.write(
    'print("begun")\nrow = list(range(3000))\nwhile True:\n    row = sorted(row)\n',
  );
  await playground.run.click();
  await expect(playground.output).toContainText('begun');
  await playground.stop.click();
  await playground.expectEnded();
  await expect(playground.root.getByText('Stopped.')).toBeVisible();
  await expect(playground.output).toContainText('begun');
  await playground.root.getByRole('button', { name: 'First step' }).click();
  await expect(playground.slider).toHaveAttribute('aria-valuetext', /step 1 of \d+/);
  await playground.write('print("next")\n');
  await playground.run.click();
  await expect(playground.output).toHaveText('next');
});

test('what does not listen is ended, and the spare goes on', async ({ page }) => {
  const playground = await open(page);
  await playground.run.click();
  await playground.expectEnded();
  await playground.write('print(sum(range(10 ** 12)))\n');
  await playground.run.click();
  await playground.stop.click();
  await playground.expectEnded();
  await expect(playground.root.getByText('Stopped.')).toBeVisible();
  await playground.write('print("alive")\n');
  await playground.run.click();
  await expect(playground.output).toHaveText('alive');
});

test.describe('a worker that breaks', () => {
  test.use({ expectedErrors: /broken on purpose/ });

  test('is told as our fault, and replaced; the text is kept', async ({ page }) => {
    await page.addInitScript(() => {
      const Real = Worker;
      let made = 0;
      globalThis.Worker = class extends Real {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          made += 1;
          if (made > 1) return;
          const send = this.postMessage.bind(this);
          this.postMessage = (message: { program?: { source: string } }) => {
            if (message.program?.source.includes('break it'))
              this.onerror?.(new ErrorEvent('error', { message: 'broken on purpose' }));
            else send(message);
          };
        }
      } as typeof Worker;
    });
    const playground = await open(page);
    await playground.write('print("break it")\n');
    await playground.run.click();
    await expect(playground.root.getByRole('alert')).toContainText('broken on purpose');
    await expect(playground.root.getByRole('link', { name: /report/ })).toBeVisible();
    await expect(playground.editor).toContainText('break it');
    await playground.run.click();
    await expect(playground.output).toHaveText('break it');
    await expect(playground.root.getByRole('alert')).toHaveCount(0);
  });
});

test('errors are marked in the editor, listed, and lead to their line', async ({ page }) => {
  const playground = await open(page);
  await playground.write('ok = 1\nprint(ok +)\n');
  await playground.run.click();
  const errors = playground.root.getByRole('list', { name: 'Errors' });
  await expect(errors).toContainText('invalid syntax');
  await expect(playground.root.locator('.squiggly-error')).toBeVisible();
  await expect(playground.output.locator('.stderr')).toContainText('SyntaxError');
  await errors.getByRole('button', { name: 'Line 2' }).click();
  await expect(playground.editor).toHaveClass(/focused/);
});

test('a text survives a reload, and Reset brings back the course’s', async ({ page }) => {
  const playground = await open(page);
  await playground.write('print("mine")\n');
  await page.reload();
  await expect(playground.area).toHaveValue('print("mine")\n');
  await playground.run.click();
  await expect(playground.output).toHaveText('mine');
  await playground.root.getByRole('button', { name: 'Reset' }).click();
  await expect(playground.output).toHaveText(/^2\s*3\s*2$/);
  await page.reload();
  // The page holds the course's program once, highlighted: nothing of the reader's is to be shown.
  await expect(playground.root.locator('.code-shown')).toBeVisible();
  await expect(playground.area).toHaveValue('');
  await playground.area.focus();
  await expect(playground.area).toHaveValue(/^import sys/);
});

test('Tab that came by keyboard goes on; after a key it indents, and Escape gives it back', async ({
  page,
}) => {
  const playground = await open(page);
  await playground.openEditor();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Tab');
  await page.keyboard.type('x = 1');
  await expect(playground.editor).toContainText('x = 1');
  await expect(playground.root.getByText('Tab indents. To move on: Esc, then Tab.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(playground.root.getByRole('tab', { name: 'Objects' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(playground.editor).toHaveClass(/focused/);
  await page.keyboard.press('Tab');
  await expect(playground.root.getByRole('tab', { name: 'Objects' })).toBeFocused();
});

test('a link holds program, step, lens and object, and runs nothing until it is asked', async ({
  page,
  context,
}) => {
  const playground = await open(page);
  await playground.write('a = []\nb = a\nc = b\nprint("shared")\n');
  await playground.run.click();
  await playground.expectEnded();
  await playground.slider.focus();
  await page.keyboard.press('ArrowLeft');
  await playground.root.getByRole('button', { name: 'references: from 2 to 3' }).click();
  await expect(playground.root.getByRole('tab', { name: 'Holders' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await playground.root.getByRole('button', { name: 'Share' }).click();
  await expect(playground.root.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await page.evaluate(() => localStorage.clear());
  const other = await context.newPage();
  await other.goto(link);
  const opened = new Playground(other, 'counts-first');
  await expect(opened.area).toHaveValue(/shared/);
  await expect(opened.root).toHaveAttribute('data-phase', 'still');
  await expect(opened.output).toHaveText('Not run yet.');
  await expect(opened.narration).toContainText('press Run to go to step 4');
  await opened.root.getByRole('button', { name: 'Run, and go to step 4' }).click();
  await opened.expectEnded();
  await expect(opened.slider).toHaveAttribute('aria-valuetext', 'step 4 of 5');
  await expect(opened.root.locator('.hold-place')).toHaveText(['a', 'b', 'c']);
});

test('a link that cannot be read says so, and leaves the page as it is', async ({ page }) => {
  await page.goto(`${chapter}#play=counts-first&p=q1YqUbJSUUpUqsU`);
  const playground = new Playground(page, 'counts-first');
  await expect(playground.narration).toContainText('The link cannot be read');
  await expect(playground.output).toHaveText(/^2\s*3\s*2$/);
  await playground.run.click();
  await playground.expectEnded();
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('the line about to run is scrolled to', async ({ page }) => {
    const playground = await open(page);
    await playground.run.click();
    await playground.expectEnded();
    await playground.area.fill('x = 1\n'.repeat(60));
    await playground.run.click();
    await expect(playground.slider).toHaveAttribute('max', '61');
    for (const [key, line] of [
      ['ArrowLeft', 60],
      ['Home', 1],
    ] as const) {
      await playground.slider.press(key);
      await expect(async () => {
        await expectAtLine(playground, line);
        const [mark, pane] = await Promise.all(
          ['.code-line', '.code-view'].map((part) => playground.root.locator(part).boundingBox()),
        );
        const below = (mark?.y ?? 0) - (pane?.y ?? 0);
        expect(below).toBeGreaterThanOrEqual(0);
        expect(below + (mark?.height ?? 0)).toBeLessThanOrEqual(pane?.height ?? 0);
      }).toPass();
    }
  });
});

test('completion offers what a module has', async ({ page }) => {
  const playground = await open(page);
  await playground.write('import gc\n');
  await page.keyboard.type('gc.is_tr');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget')).toContainText('is_tracked');
  await page.keyboard.press('Enter');
  await expect(playground.editor).toContainText('gc.is_tracked');
});

test('the REPL echoes what expressions give', async ({ page }) => {
  const playground = await open(page);
  await playground.write('a = [1]\na * 2\n');
  await playground.root.getByRole('button', { name: 'REPL' }).click();
  await playground.run.click();
  await expect(playground.output).toHaveText('>>> a = [1]>>> a * 2[1, 1]');
});

/** All that comes before the first output of a plain program. */
const mostEngine = 200 * 1024;

test('the built site has the editor’s style sheet, and an engine of small weight', () => {
  const sheets = globSync('dist/_astro/*.css').map((file) => readFileSync(file, 'utf8'));
  expect(sheets.some((css) => css.includes('.monaco-editor'))).toBe(true);
  const engines = globSync('dist/_astro/engine.worker*.js');
  expect(engines).toHaveLength(1);
  const weight = gzipSync(readFileSync(engines[0] ?? ''), { level: 9 }).length;
  test.info().annotations.push({ type: 'engine', description: `${weight} bytes gzipped` });
  expect(statSync(engines[0] ?? '').size).toBeGreaterThan(100_000);
  // All that it needs to start is in this one file.
  expect(readFileSync(engines[0] ?? '', 'utf8')).not.toMatch(/^import[^(]/m);
  expect(weight).toBeLessThanOrEqual(mostEngine);
});

/** The loop is one switch; V8 makes a jump table of it only when its cases are literals. */
test('the interpreter’s cases are numbers in the built engine', () => {
  const [file = ''] = globSync('dist/_astro/engine.worker*.js');
  const code = readFileSync(file, 'utf8');
  // A switch within it ends the piece: the largest is a good part of the loop.
  const pieces = code.split('switch(').map((piece) => [...piece.matchAll(/case ([^:]{1,24}):/g)]);
  const largest = pieces.reduce((one, other) => (other.length > one.length ? other : one));
  expect(largest.length).toBeGreaterThan(80);
  expect(largest.filter(([, label]) => !/^-?[\de]+$/.test(label ?? ''))).toEqual([]);
});
