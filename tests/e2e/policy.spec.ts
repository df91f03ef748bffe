import { globSync, readFileSync } from 'node:fs';
import { expect, test } from './guard.ts';

/** Where readers' own code runs: a policy of its own, which allows nothing of the site. */
const SANDBOX = 'dist/build/sandbox/index.html';
const pages = globSync('dist/**/*.html').filter((file) => file.replaceAll('\\', '/') !== SANDBOX);

const policyIn = (file: string) =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
    readFileSync(file, 'utf8'),
  )?.[1];

test('every built page carries the policy', () => {
  expect(pages.length).toBeGreaterThan(0);
  for (const file of pages) {
    const policy = policyIn(file);
    expect(policy, file).toContain("default-src 'self'");
    expect(policy, file).toContain("script-src 'self'");
    expect(policy, file).not.toContain("'unsafe-eval'");
    expect(policy, file).not.toContain('blob:');
    expect(policy?.split('script-src')[1], file).not.toContain("'unsafe-inline'");
  }
});

test('the sandbox may fetch nothing, and run only its own script and what that makes', () => {
  expect(policyIn(SANDBOX)).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/]+=*' blob:; worker-src blob:$/,
  );
});

test.describe('under the policy', () => {
  test.use({ expectedErrors: /Content Security Policy|EvalError/ });

  test('neither eval nor an inline script that was not built in runs', async ({ page }) => {
    await page.goto('/');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.intruder = "yes"';
      document.head.append(script);
      return document.documentElement.dataset['intruder'];
    });
    expect(ran).toBeUndefined();
    // A string given to setTimeout is evaluated by the page itself, not by the test's tools.
    await page.evaluate(() => setTimeout('document.documentElement.dataset.evil = "yes"', 0));
    await page.waitForTimeout(100);
    await expect(page.locator('html')).not.toHaveAttribute('data-evil', 'yes');
  });
});
