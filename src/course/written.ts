import { getCollection } from 'astro:content';
import { chapters } from './chapters.ts';

/** The address of each chapter that exists, by slug: in the reader's language where there is one. */
export async function writtenChapters(locale: string | undefined): Promise<Map<string, string>> {
  const ids = new Set((await getCollection('docs')).map((entry) => entry.id));
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const found = new Map<string, string>();
  for (const { slug } of chapters) {
    const id = `chapters/${slug}`;
    // Starlight serves the English text under the other language's address until there is another.
    if (ids.has(id)) found.set(slug, `${base}/${locale ? `${locale}/` : ''}${id}/`);
  }
  return found;
}

export async function firstChapter(locale: string | undefined): Promise<string | undefined> {
  return (await writtenChapters(locale)).values().next().value;
}
