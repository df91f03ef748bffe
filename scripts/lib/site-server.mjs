// A small static server over dist/ that behaves like the hosts the site is made for: addresses end
// in a slash, unknown ones get the 404 page, and dist/_headers is obeyed.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Reads the `_headers` format of static hosts: a path, then indented `Name: value` lines. */
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [name, ...value] = line.trim().split(':');
    if (/^\s/.test(line)) rules.at(-1)?.headers.push([name, value.join(':').trim()]);
    else rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

const applies = (rule, path) =>
  rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : rule.path === path;

function sendHeaders(rules, path, response) {
  for (const rule of rules) {
    if (!applies(rule, path)) continue;
    for (const [name, value] of rule.headers) response.setHeader(name, value);
  }
}

function redirect(response, to) {
  response.writeHead(301, { Location: to }).end();
}

/** Answers requests for the site in `folder`, put under `base` (with slashes at both ends). */
export function siteHandler(folder, base = '/') {
  const headersFile = join(folder, '_headers');
  const rules = existsSync(headersFile) ? parseHeaders(readFileSync(headersFile, 'utf8')) : [];
  const missing = join(folder, '404.html');
  const onNoMatch = (_request, response) => {
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
  };
  const files = sirv(folder, {
    etag: true,
    extensions: [],
    onNoMatch,
    setHeaders: (response, path) => {
      const forever = path.startsWith('/_astro/');
      response.setHeader(
        'Cache-Control',
        forever ? 'public,max-age=31536000,immutable' : 'no-cache',
      );
    },
  });
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.startsWith(base)) return redirect(response, base);
    const path = `/${url.pathname.slice(base.length)}`;
    if (!path.endsWith('/') && isFolder(folder, path))
      return redirect(response, `${url.pathname}/${url.search}`);
    sendHeaders(rules, path, response);
    // sirv reads the address from `url`, and caches what it parsed under another name.
    request.url = path.endsWith('/') ? `${path}index.html` : path;
    return files(request, response, () => onNoMatch(request, response));
  };
}

function isFolder(folder, path) {
  try {
    const decoded = decodeURIComponent(path);
    return !decoded.includes('..') && existsSync(join(folder, decoded, 'index.html'));
  } catch {
    return false; // not a well-formed address
  }
}

export function baseFrom(text = '/') {
  const inner = text.replace(/^\/+|\/+$/g, '');
  return inner ? `/${inner}/` : '/';
}

/** Listens on this machine only. Rejects with Node's error, see explainListen. */
export function listen(port, handler) {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => handler(request, response));
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
