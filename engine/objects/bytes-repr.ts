export { byteRepr } from './late-parts.ts';
