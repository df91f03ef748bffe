/** The chapters' programs, by their names in src/content/programs/. */
const files = import.meta.glob<string>('../../content/programs/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function programSource(name: string): string {
  const source = files[`../../content/programs/${name}.py`];
  if (source === undefined) throw new Error(`src/content/programs/${name}.py is not there`);
  return source;
}
