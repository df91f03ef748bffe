/// <reference types="astro/client" />
/// <reference types="@astrojs/starlight" />

declare module '@pagefind/default-ui' {
  export class PagefindUI {
    constructor(options: Record<string, unknown>);
  }
}
