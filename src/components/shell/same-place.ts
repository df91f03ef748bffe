// Who changes the language in the middle of a page goes on reading there. Starlight's switch keeps
// the fragment of the address, and ids are the same in every language.

/** Part of the screen, from the top, that has been read. */
const READ = 0.4;

/** The heading, exercise or question that is read now; null above the first. */
function idInView(): string | null {
  const landmarks = document.querySelectorAll('main :is(h2, h3, section)[id]');
  const begun = [...landmarks].filter(
    (one) => one.getBoundingClientRect().top < innerHeight * READ,
  );
  return begun.at(-1)?.id ?? null;
}

// Before the switch itself hears of it.
document.addEventListener(
  'change',
  ({ target }) => {
    if (!(target instanceof Element) || !target.closest('starlight-lang-select')) return;
    const id = idInView();
    // A link that holds a program leads to its place already.
    if (id && !location.hash.startsWith('#play='))
      history.replaceState(history.state, '', `#${id}`);
  },
  true,
);
