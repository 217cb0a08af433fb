import { describe, expect, test } from 'vitest';
import { say } from '#platform/cli/say.ts';
import { words } from '#areas/strategies/words.ts';
import { smallStrategy } from '#test/support/strategy-files.ts';
import { diffOf } from './diff.ts';
import type { StrategyDocument } from './document.ts';
import { othersOf, readStrategy } from './read-strategy.ts';
import { anythingKnown } from './reading/document.ts';

function meaning(text: string): StrategyDocument {
  const read = readStrategy(text, othersOf([]), anythingKnown);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.document;
}

function sentences(before: string | null, after: string, language: 'en' | 'es' = 'en'): string[] {
  const lines = diffOf(before === null ? null : meaning(before), meaning(after));
  return lines.map(({ code, facts }) => say(words, `strategy.diff_${code}`, facts, language));
}

describe('what changes from one version to the next', () => {
  test('a step that moves is said in both languages', () => {
    const later = smallStrategy.replace('days: 20', 'days: 25');
    expect(sentences(smallStrategy, later)).toEqual(['l2 moves from day 20 to day 25.']);
    expect(sentences(smallStrategy, later, 'es')).toEqual(['l2 pasa del día 20 al día 25.']);
  });

  test.each([
    [
      '{ field: kind, is: trade }',
      '{ field: kind, any_of: [trade, public] }',
      'It is for: kind = trade, public. Before: kind = trade.',
    ],
    ['"50.00"', '"75.00"', 'The minimum in USD goes from $50.00 to $75.00.'],
    ['template: reminder', 'template: second', 'l1 uses the template second instead of reminder.'],
    [
      'do: call',
      'do: call\n    approval: always',
      'l2: a person approves it always; before: never.',
    ],
    ['examples:', 'between_notices: 10\nexamples:', '10 days between notices, not 7.'],
    ['examples:', 'net_credits: false\nexamples:', 'Unapplied credits are no longer taken off.'],
    [
      'examples:',
      'branches: [{ on: reply, go_to: l2 }]\nexamples:',
      'After reply the next step is l2.',
    ],
    [
      'examples:',
      'charges:\n  mode: book\n  fees: [{ step: l2, amount: "25.00", currency: USD }]\nexamples:',
      'A fee of 25.00 USD with l2.',
    ],
    [
      'examples:',
      'exclusions: [{ account: C-1, reason: merger, until: 2026-12-31 }]\nexamples:',
      'account C-1 is left alone until Dec 31, 2026: merger.',
    ],
    [
      'days: 20\n    do: call',
      'days: 20\n    do: call\n  - { key: l3, days: 40, do: task }',
      'New step l3 on day 40: task.',
    ],
  ])('%s → %s', (from, to, sentence) => {
    const changed = smallStrategy.replace(from, to);
    expect(changed).not.toBe(smallStrategy);
    expect(sentences(smallStrategy, changed)).toContain(sentence);
    const back = sentences(changed, smallStrategy);
    expect(back.length).toBeGreaterThan(0);
  });

  test('comments and quotes are no differences, and a new one is one line', () => {
    const same = `# a word\n${smallStrategy.replace('days: 5', 'days: "5" # early')}`;
    expect(sentences(smallStrategy, same)).toEqual([]);
    expect(sentences(null, smallStrategy)).toEqual(['New strategy small with 2 steps.']);
  });
});
