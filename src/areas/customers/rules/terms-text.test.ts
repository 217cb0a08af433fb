import { describe, expect, test } from 'vitest';
import { type DueRule, type PaymentTerms } from './terms.ts';
import { parseTerms } from './terms-text.ts';

describe('terms as they are written', () => {
  test.each`
    text                             | says
    ${'NET30'}                       | ${'net 30'}
    ${'Net 30'}                      | ${'net 30'}
    ${'NET-30'}                      | ${'net 30'}
    ${'N45'}                         | ${'net 45'}
    ${'net 30 days'}                 | ${'net 30'}
    ${'30 días'}                     | ${'net 30'}
    ${'a 60 días'}                   | ${'net 60'}
    ${'30'}                          | ${'net 30'}
    ${'Due on receipt'}              | ${'net 0'}
    ${'DUE'}                         | ${'net 0'}
    ${'E.O.M.'}                      | ${'eom 0+0'}
    ${'C.O.D.'}                      | ${'net 0'}
    ${'Contado'}                     | ${'net 0'}
    ${'a la vista'}                  | ${'net 0'}
    ${'2/10 net 30'}                 | ${'200/10 net 30'}
    ${'2/10N30'}                     | ${'200/10 net 30'}
    ${'1/15 N45'}                    | ${'100/15 net 45'}
    ${'2% 10 Net 30'}                | ${'200/10 net 30'}
    ${'2% 10, Net 30 Days'}          | ${'200/10 net 30'}
    ${'1.5% in 10 days, net 30'}     | ${'150/10 net 30'}
    ${'2/10, 1/20, n/30'}            | ${'200/10 100/20 net 30'}
    ${'2/10 EOM'}                    | ${'200/10 eom 0+0'}
    ${'EOM'}                         | ${'eom 0+0'}
    ${'EOM30'}                       | ${'eom 0+30'}
    ${'EOM + 30'}                    | ${'eom 0+30'}
    ${'Net 30 EOM'}                  | ${'eom 0+30'}
    ${'30 days after end of month'}  | ${'eom 0+30'}
    ${'Fin de mes + 30 días'}        | ${'eom 0+30'}
    ${'30 días fin de mes'}          | ${'eom 30+0'}
    ${'10th prox.'}                  | ${'day 10'}
    ${'Net 10th of following month'} | ${'day 10'}
    ${'Prox 15'}                     | ${'day 15'}
    ${'Día 10 del mes siguiente'}    | ${'day 10'}
    ${'3x30'}                        | ${'parts 30 60 90'}
    ${'3 x 30 days'}                 | ${'parts 30 60 90'}
    ${'30/60/90'}                    | ${'parts 30 60 90'}
    ${'30/60 días'}                  | ${'parts 30 60'}
  `('"$text" is $says', ({ text, says }) => {
    const outcome = parseTerms(text);
    expect(outcome.ok ? written(outcome.value) : outcome.refusal).toBe(says);
  });

  test.each([
    '',
    'ask Jim',
    '30/60',
    '2/10 days',
    '2/10',
    '90/60/30',
    '2/40 net 30',
    'net',
    '0x30',
    '100/10',
  ])('"%s" is refused rather than guessed', (text) => {
    expect(parseTerms(text)).toEqual({ ok: false, refusal: 'terms.unreadable', facts: { text } });
  });

  test('a day of the month that no month has is refused', () => {
    expect(parseTerms('32nd prox').ok).toBe(false);
    expect(parseTerms('0 prox').ok).toBe(false);
  });
});

function written(terms: PaymentTerms): string {
  const discounts = terms.discounts.map((each) => `${each.rateBps}/${each.days}`);
  return [...discounts, writtenDue(terms.due)].join(' ');
}

function writtenDue(due: DueRule): string {
  if (due.kind === 'net') return `net ${due.days}`;
  if (due.kind === 'end_of_month') return `eom ${due.daysBefore}+${due.daysAfter}`;
  if (due.kind === 'day_of_month') return `day ${due.dayOfMonth}`;
  const days = due.parts.map((part) => ('days' in part.after ? part.after.days : 'months'));
  return `parts ${days.join(' ')}`;
}
