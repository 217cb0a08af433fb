/**
 * `npm test`: every test, with a browser found or installed first.
 *
 *     npm test                         all
 *     npm test -- src/areas/promises   those whose path holds the text
 *
 * Ends with the line `N passed, N failed`; what stops tests from running (an import, a
 * set-up, an error outside any test) counts as a failure too.
 */
import { startVitest, type Reporter, type TestModule } from 'vitest/node';
import { findBrowser } from '../test/support/browser-binary.ts';

type Counts = { passed: number; failed: number; skipped: number };

const filters = process.argv.slice(2);
if (filters.length === 0 || filters.some((text) => text.includes('browser'))) prepareBrowser();

const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
const counter: Reporter = {
  onTestRunEnd(modules, unhandled) {
    counts.failed += unhandled.length;
    for (const module of modules) countModule(module, counts);
  },
};
const vitest = await startVitest('test', filters, {
  run: true,
  watch: false,
  reporters: ['default', counter],
});
await vitest.close();

if (counts.passed === 0) counts.failed += 1;
if (counts.skipped > 0) process.stdout.write(`${counts.skipped} skipped\n`);
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
if (counts.failed > 0) process.exitCode = 1;

function countModule(module: TestModule, into: Counts): void {
  into.failed += module.errors().length;
  for (const suite of module.children.allSuites()) into.failed += suite.errors().length;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed' || state === 'failed') into[state] += 1;
    else into.skipped += 1;
  }
}

/** Once, before the tests ask for it from several processes. */
function prepareBrowser(): void {
  try {
    findBrowser();
  } catch (error) {
    // The browser tests will fail with this; the others can still be told.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}
