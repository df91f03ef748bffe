/** What going by event needs; fetched when a reader first does. */
export { EventControls } from './EventControls.tsx';
export { EventSentence } from './EventSentence.tsx';
