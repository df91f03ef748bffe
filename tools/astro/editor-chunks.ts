import type { Plugin } from 'vite';

const EDITOR = /\/node_modules\/(monaco-editor|dompurify|marked)\//;

/** Whether a chunk holds the editor and nothing of ours. */
export const isEditor = (modules: readonly string[]): boolean =>
  modules.some((id) => EDITOR.test(id)) &&
  modules.every((id) => id.includes('/node_modules/') || id.startsWith('\0'));

/**
 * Chunks of the editor get names that begin with `monaco.`: how the bundler cuts them is its own affair, and what keeps the
 * site on a device (tools/offline/file-list.ts) must tell them from the rest.
 */
export function editorChunks(): Plugin {
  return {
    name: 'editor-chunks',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    outputOptions(options) {
      const { chunkFileNames: usual = '_astro/[name].[hash].js' } = options;
      return {
        ...options,
        chunkFileNames: (chunk) => {
          const name = typeof usual === 'function' ? usual(chunk) : usual;
          return isEditor(chunk.moduleIds) ? name.replace(/([^/]*)$/, 'monaco.$1') : name;
        },
      };
    },
  };
}
