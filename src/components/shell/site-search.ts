/** The search button and its dialog. The search itself comes with the first opening. */
class SiteSearch extends HTMLElement {
  #dialog: HTMLDialogElement | null = null;
  #panel: HTMLElement | null = null;
  #loaded = false;

  connectedCallback(): void {
    this.#dialog = this.querySelector('dialog');
    this.#panel = this.querySelector('[data-panel]');
    this.#nameShortcut();
    this.querySelector('[data-open]')?.addEventListener('click', () => this.#open());
    this.querySelector('[data-close]')?.addEventListener('click', () => this.#dialog?.close());
    // A press on the dialog element itself is a press on what surrounds its frame.
    this.#dialog?.addEventListener('click', (event) => {
      const target = event.target as Element;
      if (target === this.#dialog || target.closest('a')) this.#dialog?.close();
    });
    window.addEventListener('keydown', (event) => this.#onKey(event));
  }

  #nameShortcut(): void {
    if (!/mac|iphone|ipad|ipod/i.test(navigator.platform)) return;
    const key = this.querySelector('[data-key]');
    if (key) key.textContent = '⌘';
    this.querySelector('[data-open]')?.setAttribute('aria-keyshortcuts', 'Meta+K');
  }

  #onKey(event: KeyboardEvent): void {
    if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    if (this.#dialog?.open) this.#dialog.close();
    else void this.#open();
  }

  async #open(): Promise<void> {
    this.#dialog?.showModal();
    if (import.meta.env.DEV || !this.#panel) return;
    if (!this.#loaded) await this.#load(this.#panel);
    this.#panel.querySelector('input')?.focus();
  }

  async #load(panel: HTMLElement): Promise<void> {
    try {
      const { showSearch } = await import('./search-ui.ts');
      await showSearch(panel, JSON.parse(this.dataset['words'] ?? '{}'));
      this.#loaded = true;
    } catch {
      const status = panel.querySelector('[role="status"]');
      if (status) status.textContent = this.dataset['failed'] ?? '';
    }
  }
}

customElements.define('site-search', SiteSearch);
