// Where is a Chromium that Playwright can drive?
import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Where scripts/setup-browser.mjs leaves the build from the npm registry. */
export const unpacked = resolve('.cache/browser/chromium.sh');

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];

const fixed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** CHROMIUM_PATH, then the system's, then one fetched earlier, then Playwright's own. */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (!runnable(asked)) throw new Error(`CHROMIUM_PATH=${asked} is not an executable file`);
    return asked;
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => names.map((name) => join(dir, name)));
  const system = [...onPath, ...fixed, unpacked].find(runnable);
  if (system) return system;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return runnable(own) ? own : undefined;
}
