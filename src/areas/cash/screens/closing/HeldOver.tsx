/** What waits over the end of its day, with its clock; overdue ones say so. */
import { type CashDay, endHolding, type WireHeldOver } from '#areas/cash/contract/closing.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from './cash-write.ts';
import { words } from './words.ts';

export function HeldOver({ day }: { day: CashDay }) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay()('cash.apply');
  const { company } = day;
  const end = useCashWrite(
    ({ heldId }: WireHeldOver) =>
      call(endHolding, { params: { heldId }, body: { company, reason: t('has_come') } }),
    () => undefined,
  );
  if (day.heldOver.length === 0) return null;
  return (
    <section aria-label={t('held_over')}>
      <h2 className="mb-2 font-[600]">{t('held_over')}</h2>
      <ul className="grid gap-1.5">
        {day.heldOver.map((held) => (
          <li key={held.heldId} className="flex flex-wrap items-center gap-2">
            <span>
              {t('held_line', {
                who: held.who,
                amount: figures.money(held.amount, held.currency),
                what: t(`waits_${held.waitsFor}`),
                day: figures.day(held.dueOn),
                reason: held.reason,
                by: held.by,
              })}
            </span>
            {held.overdue && <Tag tone="late">{t('overdue')}</Tag>}
            <Button because={may} busy={end.isPending} onClick={() => end.mutate(held)}>
              {t('has_come')}
            </Button>
          </li>
        ))}
      </ul>
      <RefusalNote error={end.error} words={areaWords} />
    </section>
  );
}
