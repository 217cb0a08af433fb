/**
 * The tests, in three projects that run one after another.
 *
 *   unit      beside the file they test, and the architecture and issue tests
 *   scenario  stories through the whole house
 *   browser   the web app in a real browser on a real server
 *
 * All get their database from test/support/global-setup.ts.
 */
import { defineConfig } from 'vitest/config';

const second = 1000;

// oxlint-disable-next-line import/no-default-export -- Vitest reads the default export.
export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 2,
    // The files of a worker share their modules: nothing that a test does outlives it, so that
    // most of the time goes into tests and not into loading the same house nine hundred times.
    isolate: false,
    expect: { poll: { timeout: 20 * second } },
    // A machine that others use may starve a test once; what is broken fails twice. A second try
    // is printed as such.
    retry: process.env['CI'] === undefined ? 0 : 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/{architecture,issues}/**/*.test.ts'],
          testTimeout: 60 * second,
          hookTimeout: 60 * second,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'scenario',
          include: ['test/scenarios/**/*.test.ts'],
          testTimeout: 120 * second,
          hookTimeout: 120 * second,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120 * second,
          hookTimeout: 180 * second,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
