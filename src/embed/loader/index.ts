/**
 * /embed.js: `<script type="module" src="https://…/embed.js"></script>`, or with `defer` instead of
 * `type="module"`. Loading it twice does nothing the second time.
 */
import { define } from './element.ts';

/** A module does not know its own address without import.meta, which a classic script cannot have. */
function ownAddress(): string {
  const script =
    (document.currentScript as HTMLScriptElement | null) ??
    document.querySelector<HTMLScriptElement>('script[src*="/embed.js"], script[src="embed.js"]');
  return script?.src || location.href;
}

if (!customElements.get('pymemlab-playground')) define(ownAddress());
