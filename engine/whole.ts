/** The engine with all its library modules at hand: for tests, tools and the site's build. */
import './modules/all-chunks.ts';
export * from './index.ts';
