/** A task of the last part, as a reader meets it. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

export const program = (path: string) => readFileSync(`src/content/construct/${path}`, 'utf8');

export async function open(page: Page, path: string, id: string): Promise<Locator> {
  await page.goto(path);
  const task = page.locator(`#${id}`);
  await task.scrollIntoViewIfNeeded();
  return task;
}

export const run = (task: Locator) => task.getByRole('button', { name: 'Run and check' }).click();
export const verdict = (task: Locator) => task.getByRole('status');

/** Writes as a reader does who replaces all of the text. */
export async function write(page: Page, task: Locator, text: string): Promise<void> {
  await task.getByRole('textbox').first().focus();
  await expect(task.locator('.monaco-editor')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  // As a paste, so that the editor closes no brackets of its own.
  await page.keyboard.insertText(text);
}

/** Tries to get out of the sandbox, and tells what it found. */
export const probe = (page: Page) => `
  const said = [];
  export async function probe() {}
  export function makeFreeList() {
    const request = new XMLHttpRequest();
    try { request.open('GET', '${new URL(page.url()).origin}/', false); request.send(); said.push('network'); } catch { said.push('no network'); }
    said.push(self.origin, typeof localStorage, typeof document);
    throw new Error(said.join(', '));
  }
`;
export const CONFINED = 'no network, null, undefined, undefined';
