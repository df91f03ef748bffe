export { addNote, exceptionAddNote } from './late-errors.ts';
