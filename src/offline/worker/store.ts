/**
 * Files kept on the device, each under its address and a hash of its contents (`06-arenas/?3f9c02aa`). What
 * a new version has in common with the old one is not fetched again, and a broken-off download goes on
 * where it was.
 */
import type { Marks } from '../messages.ts';

/** Downloads at one time: the page that is open needs the network too. */
const AT_ONCE = 3;
/** Under this name the keys of the version at work are kept. */
const CURRENT = '?current';
/** A file whose name changes with its contents, so that it may stay while pages of the last version are open. */
const isHashed = (key: string) => key.includes('/_astro/');

export class Store {
  readonly #scope: string;

  /** @param scope address of the site's root, with a slash at its end */
  constructor(scope: string) {
    this.#scope = scope;
  }

  keyOf(path: string, mark: string): string {
    return `${this.#scope}${path}?${mark}`;
  }

  /** Two sites may share an origin: each has a cache of its own. */
  #open(): Promise<Cache> {
    return caches.open(`pymemlab:${new URL(this.#scope).pathname}`);
  }

  async keys(): Promise<Set<string>> {
    return new Set((await (await this.#open()).keys()).map(({ url }) => url));
  }

  async find(path: string, mark: string): Promise<Response | undefined> {
    return (await this.#open()).match(this.keyOf(path, mark), { ignoreVary: true });
  }

  /** A file of the last version, which its open pages may still ask for. */
  async findOlder(path: string): Promise<Response | undefined> {
    const options = { ignoreSearch: true, ignoreVary: true };
    return (await this.#open()).match(this.#scope + path, options);
  }

  /** @throws TypeError without a network, or when the device has no room */
  async fetch(path: string, mark: string): Promise<Response> {
    const url = this.#scope + path;
    const response = await fetch(url, isHashed(url) ? {} : { cache: 'no-cache' });
    if (!response.ok) return response;
    const whole = response.redirected ? plain(response) : response;
    await (await this.#open()).put(this.keyOf(path, mark), whole.clone());
    return whole;
  }

  /**
   * Fetches what is missing of `marks`. What a host does not have (some serve no 404 page) is left out.
   * @throws TypeError when the network goes away; what has come so far stays
   */
  async keep(marks: Marks, told: () => Promise<void> | void = () => {}): Promise<void> {
    const kept = await this.keys();
    const waiting = Object.entries(marks).filter(([...file]) => !kept.has(this.keyOf(...file)));
    const work = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        await this.fetch(...file);
        await told();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** Drops what neither this version nor, of its hashed files, the last one needs. */
  async dropOld(...lists: readonly Marks[]): Promise<void> {
    const cache = await this.#open();
    const current = lists.flatMap((marks) =>
      Object.entries(marks).map(([path, mark]) => this.keyOf(path, mark)),
    );
    const last = await cache.match(this.#scope + CURRENT);
    const lastKeys: readonly string[] = last ? await last.json() : [];
    const needed = new Set([...current, ...lastKeys.filter(isHashed)]);
    for (const { url } of await cache.keys()) if (!needed.has(url)) await cache.delete(url);
    await cache.put(this.#scope + CURRENT, Response.json(current));
  }
}

/** A browser takes no redirected answer for a page. */
const plain = ({ body, headers, status, statusText }: Response) =>
  new Response(body, { headers, status, statusText });
