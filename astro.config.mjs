import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { contentSecurityPolicy } from './tools/astro/csp.ts';
import { editorChunks } from './tools/astro/editor-chunks.ts';
import { embedLoader } from './tools/astro/embed-loader.ts';
import { engineInOneFile } from './tools/astro/engine-in-one-file.ts';
import { interactDirective } from './tools/astro/interact-directive.ts';
import { islandWords } from './tools/astro/island-words.ts';
import { keepLazyCss } from './tools/astro/keep-lazy-css.ts';
import { leanPages } from './tools/astro/lean-pages.ts';
import { lightWithoutScript } from './tools/astro/light-without-script.ts';
import { licences } from './tools/astro/licences.ts';
import { offline } from './tools/astro/offline.ts';
import { sandbox } from './tools/astro/sandbox.ts';
import { sharedIcons } from './tools/astro/shared-icons.ts';
import { sharedScripts } from './tools/astro/shared-scripts.ts';
import { shortScopes } from './tools/astro/short-scopes.ts';
import { stylesInUse } from './tools/astro/styles-in-use.ts';
import { UNUSED, unusedStyles } from './tools/astro/unused-styles.ts';

const site = process.env.SITE_URL;
const base = (process.env.SITE_BASE ?? '/').replace(/\/?$/, '/');

/** Astro marks every MDX module with a directive that the bundler then warns about: no fault of ours. */
function quiet(level, log, show) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') show(level, log);
}

export default defineConfig({
  // Only known where the site is published: canonical addresses and the sitemap need it.
  ...(site ? { site } : {}),
  base: process.env.SITE_BASE ?? '/',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  // `## Pools {#pools}`: ids of headings are written by hand and survive a rewording.
  markdown: { processor: satteri({ features: { headingAttributes: true } }) },
  integrations: [
    starlight({
      title: 'PyMemLab',
      logo: { src: './public/favicon.svg', alt: '' },
      description: "Learn how Python manages memory by watching a real machine's memory change.",
      defaultLocale: 'root',
      locales: {
        root: { label: 'English', lang: 'en' },
        'zh-cn': { label: '简体中文', lang: 'zh-CN' },
      },
      sidebar: [
        {
          label: 'Chapters',
          translations: { 'zh-CN': '章节' },
          items: [{ autogenerate: { directory: 'chapters' } }],
        },
        {
          label: 'Teach',
          translations: { 'zh-CN': '教学' },
          items: [
            {
              label: 'Plan a workshop',
              translations: { 'zh-CN': '规划工作坊' },
              link: '/workshop/',
            },
            { slug: 'workshop-guide' },
          ],
        },
        {
          label: 'Build your own',
          translations: { 'zh-CN': '自己动手构建' },
          items: [{ autogenerate: { directory: 'build' } }],
        },
        { label: 'Embed', translations: { 'zh-CN': '嵌入' }, slug: 'embed' },
      ],
      components: {
        Footer: './src/components/shell/Footer.astro',
        Hero: './src/components/shell/Hero.astro',
        Search: './src/components/shell/Search.astro',
      },
      head: [{ tag: 'link', attrs: { rel: 'manifest', href: `${base}manifest.webmanifest` } }],
      routeMiddleware: './src/cards/route.ts',
      customCss: ['./src/styles/theme.css'],
      // The list beside the text links to every heading; a second link at each would weigh as much as a picture.
      markdown: { headingLinks: false },
      expressiveCode: {
        themes: ['github-light', 'github-dark'],
        styleOverrides: { borderRadius: '0.5rem' },
        // Every page says its theme, without scripts too; no line of code is marked or crossed out.
        useDarkModeMediaQuery: false,
        textMarkers: false,
      },
    }),
    // Starlight adds @astrojs/mdx itself.
    preact(),
    interactDirective(),
    embedLoader(),
    sharedScripts(),
    sharedIcons(),
    stylesInUse(),
    unusedStyles(),
    lightWithoutScript(),
    leanPages(),
    sandbox(),
    // Behind it: what is left in the pages gets its hash.
    contentSecurityPolicy(),
    licences(),
    offline(),
  ],
  vite: {
    worker: { format: 'es', plugins: () => [engineInOneFile()] },
    css: { lightningcss: { unusedSymbols: UNUSED } },
    plugins: [islandWords(), keepLazyCss(), shortScopes(), editorChunks()],
    // Scripts and styles find each other wherever the site stands (`npm run pack`).
    experimental: {
      renderBuiltUrl: (_file, { hostType }) =>
        hostType === 'js' || hostType === 'css' ? { relative: true } : undefined,
    },
    build: {
      chunkSizeWarningLimit: 8000,
      // Scripts as files, kept from page to page, rather than written into each one.
      assetsInlineLimit: 0,
      rolldownOptions: { onLog: quiet },
    },
  },
});
