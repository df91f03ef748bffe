/**
 * The elements that a blog writes. Until the frame has come, and where no script runs, the reader
 * sees the `<pre>` that the author put inside.
 */
import { type HostMessage, PROTOCOL, type Theme, readFrameEvent } from '../messages.ts';
import { queryOf, readSettings } from '../settings.ts';
import { ownContent } from './children.ts';
import { isChinese, themeAround, watchTheme } from './surroundings.ts';

/** Pixels that a frame has before it tells its height. */
const FIRST_HEIGHT = 420;
const TALLEST = 10_000;
/** The frame is fetched when the element comes so near to the screen. */
const NEAR = '600px';

abstract class EmbedElement extends HTMLElement {
  /** Where the site is, with a slash at the end. */
  static site = new URL('/', location.href);

  #frame: HTMLIFrameElement | undefined;
  #stop: (() => void)[] = [];
  #theme: Theme | undefined;

  /** Name of the course's own exercise or program; null: the content is the page's. */
  protected abstract courseId(): string | null;
  protected abstract readonly isExercise: boolean;

  connectedCallback(): void {
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        this.#load();
      },
      { rootMargin: NEAR },
    );
    const { display, position } = getComputedStyle(this);
    if (display === 'inline') this.style.display = 'block';
    // The frame waits over its place, unseen, as wide as it will be.
    if (position === 'static') this.style.position = 'relative';
    near.observe(this);
    this.#stop.push(() => near.disconnect());
  }

  disconnectedCallback(): void {
    for (const stop of this.#stop.splice(0)) stop();
    this.#frame?.remove();
    this.#frame = undefined;
    this.#theme = undefined;
  }

  #load(): void {
    const course = this.courseId();
    const own = course ? null : ownContent(this, this.isExercise);
    if (!course && !own) {
      console.warn(
        `<${this.localName}> has neither the name of something of the course nor a <pre>`,
      );
      return;
    }
    const theme = this.#wantedTheme();
    const frame = document.createElement('iframe');
    frame.src = this.#address(course, theme);
    frame.title = this.getAttribute('label') ?? 'PyMemLab';
    frame.allow = 'clipboard-write; fullscreen';
    frame.style.cssText = `display:block;width:100%;height:${FIRST_HEIGHT}px;border:0;color-scheme:auto`;
    frame.style.position = 'absolute';
    frame.style.visibility = 'hidden';
    frame.addEventListener('load', () => {
      if (own) this.#tell({ type: 'open', open: own });
      // What was told before, nobody heard.
      this.#theme = undefined;
      this.#followTheme();
    });
    this.#frame = frame;
    this.#listen(frame);
    this.append(frame);
    this.#stop.push(watchTheme(() => this.#followTheme()));
  }

  #address(course: string | null, theme: Theme): string {
    const name = course ?? (this.isExercise ? 'own-exercise' : 'own-program');
    const language = this.getAttribute('language') ?? (isChinese(this) ? 'zh-CN' : 'en');
    const folder = language.toLowerCase().startsWith('zh') ? 'zh-cn/embed/' : 'embed/';
    const settings = readSettings((attribute) => this.getAttribute(attribute));
    const path = `${folder}${encodeURIComponent(name)}/${queryOf({ ...settings, theme })}`;
    return new URL(path, EmbedElement.site).href;
  }

  #wantedTheme(): Theme {
    const asked = this.getAttribute('theme');
    return asked === 'light' || asked === 'dark' ? asked : themeAround(this);
  }

  #followTheme(): void {
    const theme = this.#wantedTheme();
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.#tell({ type: 'theme', theme });
  }

  #tell(message: HostMessage): void {
    const to = EmbedElement.site.origin;
    this.#frame?.contentWindow?.postMessage({ pymemlab: PROTOCOL, ...message }, to);
  }

  #listen(frame: HTMLIFrameElement): void {
    const hear = (event: MessageEvent) => {
      if (event.source !== frame.contentWindow || event.origin !== EmbedElement.site.origin) return;
      const heard = readFrameEvent(event.data);
      if (!heard) return;
      const { type, detail } = heard;
      if (type === 'ready') this.#show(frame);
      if (type === 'resize')
        frame.style.height = `${Math.min(TALLEST, Math.ceil(Number(detail['height'])))}px`;
      if (type === 'problem') for (const text of detail['messages'] as string[]) console.warn(text);
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    };
    addEventListener('message', hear);
    this.#stop.push(() => removeEventListener('message', hear));
  }

  /** The frame takes the place of what the author wrote. */
  #show(frame: HTMLIFrameElement): void {
    for (const child of this.children)
      if (child !== frame && child instanceof HTMLElement) child.hidden = true;
    frame.style.position = '';
    frame.style.visibility = '';
  }
}

export class PlaygroundElement extends EmbedElement {
  protected override readonly isExercise = false;

  protected override courseId(): string | null {
    return this.getAttribute('program');
  }
}

export class ExerciseElement extends EmbedElement {
  protected override readonly isExercise = true;

  protected override courseId(): string | null {
    return this.getAttribute('exercise');
  }
}

/** @param script address of the loader: the site is where it came from */
export function define(script: string): void {
  EmbedElement.site = new URL('./', script);
  customElements.define('pymemlab-playground', PlaygroundElement);
  customElements.define('pymemlab-exercise', ExerciseElement);
}
