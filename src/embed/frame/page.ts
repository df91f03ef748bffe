/** What every page that is made to be framed does: look like its host, tell its size and its news. */
import { watchPlaygrounds } from '../../components/playground/arrivals.ts';
import { offered } from '../../course/releases.ts';
import { changesRun } from '../settings.ts';
import { begin, settingsOfAddress } from './begin.ts';
import { follow, lead } from './lead.ts';
import { listen, tell } from './link.ts';
import { open } from './opening.ts';

listen((message) => {
  if (message.type === 'theme') document.documentElement.dataset['theme'] = message.theme;
  else if (message.type === 'go') {
    lead(message);
    wake();
  } else open(message.open);
});

watchPlaygrounds((model) => {
  begin(model, offered);
  follow(model);
  // The signals that it watches have come with the playground; a frame that nobody touches needs none.
  void import('./reports.ts').then(
    ({ report }) => report(model),
    () => {},
  );
});

/** For an island that cannot wait for the reader's hand. */
function wake(): void {
  for (const island of document.querySelectorAll('astro-island[client="interact"]'))
    island.dispatchEvent(new Event('pointerdown'));
}

// Its run begins elsewhere than its picture.
if (changesRun(settingsOfAddress())) wake();

const { body } = document;
new ResizeObserver(() => tell('resize', { height: body.scrollHeight })).observe(body);
if (!body.querySelector('[data-own]')) tell('ready', {});
