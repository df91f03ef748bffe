import { type Locator, type Page, expect } from '@playwright/test';

export const chapter = '/chapters/02-reference-counts/';

/** One playground of a page, by the words that a reader sees. */
export class Playground {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page, id: string) {
    this.page = page;
    this.root = page.locator(`[data-playground="${id}"]`);
  }

  get run(): Locator {
    return this.root.getByRole('button', { name: 'Run', exact: true });
  }

  get stop(): Locator {
    return this.root.getByRole('button', { name: 'Stop', exact: true });
  }

  get output(): Locator {
    return this.root.locator('.pg-written');
  }

  get narration(): Locator {
    return this.root.locator('.pg-narration');
  }

  get slider(): Locator {
    return this.root.locator('.pg-scrub');
  }

  get editor(): Locator {
    return this.root.locator('.monaco-editor');
  }

  get area(): Locator {
    return this.root.locator('.code-area');
  }

  /** A press into the code brings Monaco, with the focus. */
  async openEditor(): Promise<void> {
    await this.root.locator('.code-view').click({ position: { x: 120, y: 20 } });
    await expect(this.editor).toBeVisible();
    await expect(this.editor).toHaveClass(/focused/);
  }

  /** Replaces the whole program, pasted: what is typed would be indented by the editor. */
  async write(text: string): Promise<void> {
    if (!(await this.editor.isVisible())) await this.openEditor();
    else await this.editor.click();
    await this.paste(text);
  }

  async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Control+V');
  }

  async expectEnded(): Promise<void> {
    await expect(this.root).toHaveAttribute('data-phase', 'ended');
  }
}
