import { test as base, expect } from '@playwright/test';

interface Guard {
  /** What the console may say because a test provokes it on purpose. */
  expectedErrors: RegExp;
  /** Other origins that a test itself opens. */
  friends: Set<string>;
  guard: undefined;
}

/** Fails a test if the page asks any host but the site itself, or logs an error. */
export const test = base.extend<Guard>({
  expectedErrors: [/(?!)/, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
  friends: async ({}, use) => use(new Set()),
  guard: [
    async ({ context, baseURL, expectedErrors, friends }, use) => {
      const foreign: string[] = [];
      const errors: string[] = [];
      const { origin } = new URL(baseURL ?? '');
      await context.route(
        (url) =>
          url.origin !== origin && !friends.has(url.origin) && url.protocol.startsWith('http'),
        (route) => {
          foreign.push(route.request().url());
          return route.abort();
        },
      );
      const note = (text: string) => {
        if (!expectedErrors.test(text)) errors.push(text);
      };
      context.on('console', (message) => {
        if (message.type() === 'error') note(message.text());
      });
      context.on('weberror', (error) => note(String(error.error())));
      await use(undefined);
      expect(foreign, 'requests to other hosts').toEqual([]);
      expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
