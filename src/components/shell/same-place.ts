// Who changes the language in the middle of a page goes on there: at the same heading, exercise or
// question, and at the same step. Ids are the same in every language, and so are programs.

/** Part of the screen, from the top, that has been read. */
const READ = 0.4;

/** What is read now, and what of it an address can name; undefined above the first heading. */
function landmark(): { readonly id: string | undefined; readonly playground: string | undefined } {
  const begun = [
    ...document.querySelectorAll<HTMLElement>(
      'main :is(:is(h2, h3, section)[id], [data-playground])',
    ),
  ].filter((one) => one.getBoundingClientRect().top < innerHeight * READ);
  return {
    id: begun.findLast(({ id }) => id !== '')?.id,
    playground: begun.at(-1)?.dataset['playground'],
  };
}

/** Where one is in a playground that has run. */
async function inPlayground(name: string): Promise<string | null> {
  const { playgroundOf } = await import('../playground/arrivals.ts');
  const model = playgroundOf(name);
  if (!model || model.phase.value === 'still') return null;
  const { fragmentOf } = await import('../playground/fragment-of.ts');
  return fragmentOf(model, null);
}

async function goTo(path: string): Promise<void> {
  const { id, playground } = landmark();
  const url = new URL(location.href);
  // In a packed site it is relative.
  url.pathname = new URL(path, location.href).pathname;
  // A link that waits to be run leads to its place already.
  if (id && !url.hash.startsWith('#play=')) url.hash = id;
  const inside = playground === undefined ? null : await inPlayground(playground);
  if (inside !== null) url.hash = inside;
  location.assign(url);
}

// Starlight's own switch would go to the top of the page.
document.addEventListener(
  'change',
  (event) => {
    const { target } = event;
    if (!(target instanceof HTMLSelectElement) || !target.closest('starlight-lang-select')) return;
    event.stopPropagation();
    void goTo(target.value);
  },
  true,
);
