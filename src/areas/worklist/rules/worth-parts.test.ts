import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { readableFacts, writersIn } from '#kernel/written.ts';
import { owedFacts, worthFact } from '#test/support/worths.ts';
import { standardPolicy } from './policy.ts';
import { workOf } from './scoring.ts';
import type { AccountFacts } from './work.ts';

const moment = { today: day('2026-11-17'), at: instant('2026-11-17T15:00:00Z') };

function work(stated: Partial<AccountFacts> = {}) {
  return workOf({ ...owedFacts(42_310_00n, day('2026-11-05')), ...stated }, moment, standardPolicy);
}

function phrases(stated: Partial<AccountFacts> = {}): string[] {
  return work(stated)?.parts.map(({ phrase }) => phrase) ?? [];
}

describe('an account that is priced', () => {
  test('has points for what a contact adds, in the place of size and age', () => {
    expect(phrases()).toEqual(['part.overdue', 'part.size']);
    expect(phrases({ worth: worthFact() })).toEqual([
      'part.overdue',
      'part.worth',
      'part.worth_alone',
    ]);
  });

  test('says what a call adds, and how it usually pays, to two figures', () => {
    expect(work({ worth: worthFact() })?.reasons[0]).toMatchObject({
      phrase: 'reason.overdue',
      facts: { way: 'call', usual: 'late', usualDays: 3, adds: '3100', addsCurrency: 'USD' },
    });
  });

  test('says in the base currency what a call adds, also where another is overdue', () => {
    const { facts } = work({ worth: worthFact() })?.reasons[0] ?? { facts: {} };
    const written = readableFacts({ ...facts, currency: 'EUR' }, writersIn('en'));
    expect(written['adds']).toBe('$3,100');
  });

  test('does not say that a call adds nothing', () => {
    const small = workOf({ ...owedFacts(1_00n, day('2026-11-05')), worth: worthFact() }, moment, {
      ...standardPolicy,
      overdue: { ...standardPolicy.overdue, units: 0n },
    });
    expect(small?.reasons[0]?.facts).toMatchObject({ way: 'none' });
    expect(small?.reasons[0]?.facts).not.toHaveProperty('adds');
  });

  test('is worth less as soon as something is paid, before the next morning', () => {
    const before = work({ worth: worthFact() });
    const after = workOf(
      { ...owedFacts(2_000_00n, day('2026-11-05')), worth: worthFact() },
      moment,
      standardPolicy,
    );
    expect(after?.score).toBeLessThan(before?.score ?? 0);
  });

  test('the score is the sum of its parts', () => {
    const { score, parts } = work({ worth: worthFact() }) ?? { score: 0, parts: [] };
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
  });
});

describe('an account that is left alone', () => {
  const worth = worthFact({ leftAloneUntil: day('2026-12-05') });

  test('says so, stands last and has no points for what is overdue', () => {
    const alone = work({ worth });
    expect(alone?.reasons).toEqual([
      { kind: 'overdue', phrase: 'reason.left_alone', facts: { until: '2026-12-05' } },
    ]);
    expect(alone?.score).toBe(0);
  });

  test('comes up for a deadline or a mail that waits, and is still not asked for money', () => {
    const clocks = [
      { kind: 'chargeback_answer', dueOn: day('2026-11-17'), hard: true, ownerId: null } as const,
    ];
    const alone = work({ worth, clocks });
    expect(alone?.reasons.map(({ phrase }) => phrase)).toEqual([
      'reason.clock_today',
      'reason.left_alone',
    ]);
    expect(alone?.score).toBe(standardPolicy.points.clock_due + standardPolicy.hardClock);
  });

  test('is open again once its days are over', () => {
    expect(phrases({ worth: worthFact({ leftAloneUntil: day('2026-11-16') }) })).toContain(
      'part.worth',
    );
  });
});

describe('an account that is late for long', () => {
  const old = owedFacts(900_00n, day('2026-08-01'));

  test('comes up when nobody was in touch for thirty days, though it is left alone', () => {
    const worth = worthFact({ leftAloneUntil: day('2026-12-05') });
    const lastTouchOn = day('2026-10-17');
    const forgotten = workOf({ ...old, worth, lastTouchOn }, moment, standardPolicy);
    expect(forgotten?.parts).toContainEqual({
      phrase: 'part.forgotten',
      facts: { days: 31, never: 'no' },
      points: standardPolicy.forgotten,
    });
  });

  test('waits its turn when somebody was in touch', () => {
    const facts = { ...old, worth: worthFact(), lastTouchOn: day('2026-11-01') };
    const found = workOf(facts, moment, standardPolicy)?.parts.map(({ phrase }) => phrase);
    expect(found).not.toContain('part.forgotten');
  });
});
