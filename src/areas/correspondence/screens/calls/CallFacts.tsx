/** Why one calls, what one asks for, what was said last, and what is owed now. */
import type { ReactNode } from 'react';
import type { CallPrep } from '#areas/correspondence/contract/calls.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = {
  prep: CallPrep;
  /** Why the day's list has it, in its own words. */
  why?: string | undefined;
};

export function CallFacts({ prep, why }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { goal, lastSaid } = prep;
  return (
    <section aria-label={t('facts')} className="mb-4 grid gap-3">
      <Fact name={t('reason')}>
        {why !== undefined && <span className="block font-[550]">{why}</span>}
        {prep.step !== null && <span className="block">{t('step', { step: prep.step })}</span>}
        <Reasons prep={prep} />
      </Fact>
      {goal !== null && (
        <Fact name={t('goal')}>
          {t('goal_text', {
            ask: figures.money(goal.ask, goal.currency),
            by: figures.day(goal.by),
            half: figures.amount(goal.halves[0] ?? goal.ask, goal.currency),
            parts: goal.mostParts,
          })}
        </Fact>
      )}
      <Fact name={t('last_said')}>
        {lastSaid === null ? (
          <span className="text-ink-3">{t('nothing_said')}</span>
        ) : (
          <>
            “{lastSaid.text}” <span className="text-ink-3">{figures.day(lastSaid.on)}</span>
          </>
        )}
      </Fact>
      <Fact name={t('aging')}>
        <Items prep={prep} />
      </Fact>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-3 sm:grid-cols-[92px_minmax(0,1fr)]">
      <h2 className="text-sm text-ink-3">{name}</h2>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

function Reasons({ prep }: { prep: CallPrep }) {
  const t = useWords(words);
  const figures = useFigures();
  const { goal, items, promises } = prep;
  const oldest = items.find(({ late }) => late > 0);
  const broken = promises.find(({ state }) => state !== 'open');
  const open = promises.filter(({ state }) => state === 'open');
  const said = (amount: string, currency: string, day: string) => ({
    amount: figures.money(amount, currency),
    day: figures.day(day),
  });
  return (
    <>
      {goal !== null && oldest !== undefined && (
        <span className="block">{t('overdue', said(goal.ask, goal.currency, oldest.dueOn))}</span>
      )}
      {broken !== undefined && (
        <span className="block text-late">
          {t('broken', said(broken.amount, broken.currency, broken.dueOn))}
        </span>
      )}
      {open.map((each) => (
        <span key={each.promiseId} className="block text-good">
          {t('promised', said(each.amount, each.currency, each.dueOn))}
        </span>
      ))}
      {oldest === undefined && <span className="text-ink-3">{t('no_reason')}</span>}
    </>
  );
}

const shown = 6;

function Items({ prep }: { prep: CallPrep }) {
  const figures = useFigures();
  return (
    <ul className="grid gap-0.5">
      {prep.items.slice(0, shown).map((item) => (
        <li key={item.itemId} className="flex gap-3">
          <span className="min-w-0 flex-1 truncate">{item.number}</span>
          <span className={item.late > 0 ? 'text-late' : 'text-ink-3'}>
            {figures.fromToday(item.dueOn)}
          </span>
          <Amount value={item.open} currency={item.currency} named />
        </li>
      ))}
    </ul>
  );
}
