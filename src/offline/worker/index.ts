/**
 * The service worker: after the first visit every page of the site, the engine and the lenses are on the
 * device. It serves the version that it was built with, whole; a newer one waits until the reader says so.
 */
import type { FileList, Standing, ToWorker } from '../messages.ts';
import { SANDBOX, sandboxed } from './sandboxed.ts';
import type { Fetching, Hearing, ServiceWorkerScope } from './scope.ts';
import { Store } from './store.ts';

/** Put in by tools/offline/service-worker.ts. */
declare const FILES: FileList;

const scope = globalThis as unknown as ServiceWorkerScope;
const root = scope.registration.scope;
const store = new Store(root);

scope.addEventListener('install', (event) => event.waitUntil(store.keep(FILES.always)));

scope.addEventListener('activate', (event) => {
  const begin = async () => {
    await store.dropOld(FILES.always, FILES.onUse);
    await scope.clients.claim();
  };
  event.waitUntil(begin());
});

/** Address below the root, without query; null when it is not of this site. */
function pathOf(url: string): string | null {
  const { origin, pathname } = new URL(url);
  const whole = origin + pathname;
  return whole.startsWith(root)
    ? whole.slice(root.length).replace(/(^|\/)index\.html$/, '$1')
    : null;
}

const markOf = (path: string): string | undefined => FILES.always[path] ?? FILES.onUse[path];

async function kept(path: string, mark: string): Promise<Response> {
  return (await store.find(path, mark)) ?? store.fetch(path, mark);
}

async function older(path: string, request: Request): Promise<Response> {
  return (await store.findOlder(path)) ?? fetch(request);
}

/** A page that this version does not have: a newer one may, or the room's server. */
async function unknown(path: string, request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    if (markOf(`${path}/`) !== undefined) return Response.redirect(`${root}${path}/`);
    const page = await store.find('404.html', FILES.always['404.html'] ?? '');
    return page ?? Response.error();
  }
}

function answer({ request }: Fetching): Promise<Response> | null {
  const path = request.method === 'GET' ? pathOf(request.url) : null;
  if (path === null) return null;
  const mark = markOf(path);
  if (mark !== undefined && path === SANDBOX) return sandboxed(kept(path, mark));
  if (mark !== undefined) return kept(path, mark);
  if (path.startsWith('_astro/')) return older(path, request);
  return request.mode === 'navigate' ? unknown(path, request) : null;
}

scope.addEventListener('fetch', (event) => {
  const response = answer(event);
  if (response) event.respondWith(response);
});

async function standing(): Promise<Standing> {
  const keys = await store.keys();
  const count = (marks: FileList['always']) =>
    Object.entries(marks).filter((file) => keys.has(store.keyOf(...file))).length;
  return {
    kept: count(FILES.always),
    of: Object.keys(FILES.always).length,
    editorKept: count(FILES.onUse),
    editorOf: Object.keys(FILES.onUse).length,
    editorBytes: FILES.onUseBytes,
  };
}

async function keepEditor(port: MessagePort | undefined): Promise<void> {
  const tell = async (failed: boolean) => port?.postMessage({ ...(await standing()), failed });
  try {
    await store.keep(FILES.onUse, () => tell(false));
    await tell(false);
  } catch {
    await tell(true);
  }
}

/** What the page took from the network before this worker was there lies in the browser's own cache. */
async function keepUsed(urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    const path = pathOf(url);
    const mark = path === null ? undefined : FILES.onUse[path];
    if (path !== null && mark !== undefined) await kept(path, mark).catch(() => {});
  }
}

async function hear({ data, ports: [port] }: Hearing): Promise<void> {
  const message = data as ToWorker;
  if (message.type === 'take-over') await scope.skipWaiting();
  else if (message.type === 'used') await keepUsed(message.urls);
  else if (message.type === 'standing') port?.postMessage(await standing());
  else await keepEditor(port);
}

scope.addEventListener('message', (event) => event.waitUntil(hear(event)));
