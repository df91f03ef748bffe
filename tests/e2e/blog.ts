/** A blog on another origin, strict about what it lets in: what embeds have to live with. */
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Blog {
  readonly origin: string;
  /** Address of a post with this body. */
  post(body: string, options?: PostOptions): string;
  close(): Promise<void>;
}

interface PostOptions {
  readonly dark?: boolean;
  /** Width of the column in pixels. */
  readonly column?: number;
  readonly lang?: string;
  /** Whether the loader is there: a feed reader shows the text alone. */
  readonly loader?: boolean;
}

function page(site: string, body: string, options: PostOptions): string {
  const { dark = false, column = 640, lang = 'en', loader = true } = options;
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A blog</title>
<link rel="stylesheet" href="/${dark ? 'dark' : 'light'}-${column}.css">
<script type="module" src="/note-events.js"></script>
${loader ? `<script type="module" src="${site}/embed.js"></script>` : ''}</head><body><main>${body}</main></body></html>`;
}

const style = (dark: boolean, column: number) =>
  `body{margin:0;background:${dark ? '#111' : '#fff'};color:${dark ? '#eee' : '#111'}}
main{max-width:${column}px;margin:auto;padding:8px}
.gap{height:1500px}`;

/** Keeps what the elements tell, for the tests to read. */
const noteEvents = `window.told = [];
for (const type of ['ready', 'run', 'step', 'check', 'resize', 'problem'])
  addEventListener(type, ({ target, detail }) => {
    if (target.localName?.startsWith('pymemlab-')) window.told.push({ type, detail });
  });`;

/** Serves posts in which only scripts and frames of `site` are let in, by the blog's own policy. */
export async function openBlog(site: string): Promise<Blog> {
  const posts: string[] = [];
  const server: Server = createServer((request, response): void => {
    const path = new URL(request.url ?? '/', 'http://blog').pathname;
    const css = /^\/(dark|light)-(\d+)\.css$/.exec(path);
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'self'; script-src 'self' ${site}; frame-src ${site}`,
    );
    const send = (type: string, text: string): void => {
      response.setHeader('Content-Type', `${type}; charset=utf-8`).end(text);
    };
    if (css) return send('text/css', style(css[1] === 'dark', Number(css[2])));
    if (path === '/note-events.js') return send('text/javascript', noteEvents);
    const post = posts[Number(path.slice('/posts/'.length))];
    if (post) return send('text/html', post);
    response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    post: (body, options = {}) => `${origin}/posts/${posts.push(page(site, body, options)) - 1}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
