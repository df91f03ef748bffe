// The built site in headless Chromium: Web Vitals on a slow machine and network, and how soon Run and the editor answer.
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { buildIfNeeded } from '../../scripts/lib/build.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { listen, siteHandler } from '../../scripts/lib/site-server.mjs';
import { median } from '../lib/stats.mjs';

const PATHS = [
  '/',
  '/chapters/02-reference-counts/',
  '/chapters/05-pools/',
  '/zh-cn/chapters/06-arenas/',
];
const CHAPTER = '/chapters/02-reference-counts/';

/** In bytes a second, and ms: Lighthouse's slow 4G. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 2e5, uploadThroughput: 9.4e4 };

/** Runs in the page, before anything of it: notes what the browser tells of paints, shifts and presses. */
function watch() {
  const seen = { lcp: 0, cls: 0, inp: 0 };
  Object.assign(globalThis, { seen });
  const each = (type, note, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      ...options,
    });
  each('largest-contentful-paint', ({ startTime }) => {
    seen.lcp = startTime;
  });
  each('layout-shift', ({ hadRecentInput, value }) => {
    if (!hadRecentInput) seen.cls += value;
  });
  const press = ({ interactionId, duration }) => {
    if (interactionId) seen.inp = Math.max(seen.inp, duration);
  };
  each('event', press, { durationThreshold: 16 });
}

/** What a reader does with the first playground of a page: runs it, walks in it, looks through another lens. */
async function touch(page) {
  const playground = page.locator('[data-playground]').first();
  await playground.scrollIntoViewIfNeeded();
  await playground.getByRole('button', { name: /^(Run|运行)$/ }).click();
  await page.waitForFunction(
    (root) => root.dataset.phase === 'ended',
    await playground.elementHandle(),
  );
  await playground.locator('.pg-scrub').focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
  await playground.getByRole('tab').nth(1).click();
  await page.waitForTimeout(500);
}

/**
 * What `measure` finds on a page that came in on a first visit and is at rest.
 * @param prepare what is to be done before the visit
 */
async function visit(browser, url, measure, prepare = async () => {}) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await prepare(page);
    await page.goto(url, { waitUntil: 'networkidle' });
    return await measure(page);
  } finally {
    await context.close();
  }
}

/** A slow machine on a slow network, and somebody who looks at the clock. */
async function slow(page) {
  await page.addInitScript(watch);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

async function vitals(page) {
  await touch(page);
  return page.evaluate(() => globalThis.seen);
}

/** Runs in the page: from the next press to the end of the run that follows, ms. */
function untilEnded() {
  let pressed = 0;
  addEventListener('pointerdown', () => (pressed = performance.now()), { capture: true });
  globalThis.answered = new Promise((resolve) => {
    new MutationObserver(([{ target }]) => {
      if (target.dataset.phase === 'ended') resolve(performance.now() - pressed);
    }).observe(document, { subtree: true, attributeFilter: ['data-phase'] });
  });
}

/** From the press on Run to the end of a small program's run, on a page that has loaded nothing for it. */
async function outputTime(page) {
  await page.evaluate(untilEnded);
  const playground = page.locator('[data-playground]').first();
  await playground.getByRole('button', { name: 'Run', exact: true }).click();
  return page.evaluate(() => globalThis.answered);
}

/** From a press into the code to an editor that has the focus. */
async function editorTime(page) {
  const playground = page.locator('[data-playground]').first();
  const start = performance.now();
  await playground.locator('.code-view').click({ position: { x: 120, y: 20 } });
  await playground.locator('.monaco-editor.focused').waitFor();
  return performance.now() - start;
}

export async function pageTimes(reps) {
  const problem = await buildIfNeeded();
  if (problem) throw new Error(problem);
  const server = await listen(0, siteHandler(inRoot('dist'), '/'));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: await findBrowser() });
  const again = async (measure) => {
    const all = [];
    for (let i = 0; i < reps; i++) all.push(await measure());
    return all;
  };
  try {
    const pages = [];
    for (const path of PATHS) {
      const all = await again(() => visit(browser, origin + path, vitals, slow));
      const middle = (name) => median(all.map((one) => one[name]));
      pages.push({ path, lcp: middle('lcp'), cls: middle('cls'), inp: middle('inp') });
    }
    const output = median(await again(() => visit(browser, origin + CHAPTER, outputTime)));
    const editor = median(await again(() => visit(browser, origin + CHAPTER, editorTime)));
    return { pages, output, editor };
  } finally {
    await browser.close();
    server.close();
  }
}
