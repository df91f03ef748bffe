import { defineConfig } from 'vitest/config';

// Browser tests are *.spec.ts and belong to Playwright; everything else under tests/ runs here.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/a11y/**', '**/node_modules/**'],
    environment: 'node',
    // The main process waits most of the time: it needs no core of its own.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
