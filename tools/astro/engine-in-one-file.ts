import type { Plugin } from 'vite';

/**
 * A worker's code in one file: all that it imports when it starts. Left to itself the bundler makes
 * files of what later parts share with it, one for each combination, which compress less well and
 * are found one after the other.
 */
export function engineInOneFile(): Plugin {
  const first = new Set<string>();
  return {
    name: 'engine-in-one-file',
    buildEnd() {
      const visit = (id: string): void => {
        if (first.has(id)) return;
        first.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported);
      };
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) visit(id);
    },
    outputOptions(options) {
      const name = (id: string) => (first.has(id) ? 'engine' : null);
      return { ...options, codeSplitting: { groups: [{ name, debugName: 'engine' }] } };
    },
  };
}
