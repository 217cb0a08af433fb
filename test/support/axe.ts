/**
 * What axe says of a page as it stands now, with its open dialog.
 *
 *     await nothingFound(page);
 *
 * The rule: every finding fails the test; none is let pass by name.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Axe for a page, in the page alone: no screen has a frame of another origin. */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}

/** Holds that axe finds nothing on the page. */
export async function nothingFound(page: Page): Promise<void> {
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
