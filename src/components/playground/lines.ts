/** Lines of a text; a newline at its end begins no further one. */
export const lineCount = (text: string): number =>
  text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
