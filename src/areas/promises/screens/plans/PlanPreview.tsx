/** The schedule of a plan that is drawn up: each amount can be edited, the sum stands below. */
import type { WireDraft } from '#areas/promises/contract/plans.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = {
  draft: WireDraft;
  currency: string;
  onEdit: (no: number, amount: string) => void;
};

export function PlanPreview({ draft, currency, onEdit }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { disclosure, broken, copyBy, installments } = draft;
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-[600]">{t('schedule')}</h3>
      <ol className="grid gap-1">
        {installments.map(({ no, dueOn, amount }) => (
          <li key={`${no} ${amount}`} className="flex items-center gap-3">
            <span className="w-6 text-right text-ink-3">{no === 0 ? '' : no}</span>
            <span className="flex-1">{figures.day(dueOn)}</span>
            {no === 0 ? (
              <span className="figures">{figures.amount(amount, currency)}</span>
            ) : (
              <input
                aria-label={t('edit_no', { no })}
                className="figures w-28 rounded border border-line bg-transparent px-2 py-1 text-right"
                inputMode="decimal"
                defaultValue={amount}
                onBlur={(event) => {
                  const { value } = event.currentTarget;
                  if (value !== amount && value !== '') onEdit(no, value);
                }}
              />
            )}
          </li>
        ))}
      </ol>
      <p className="figures text-right font-[600]">
        {t('sum', { total: figures.money(draft.total, currency) })}
        {draft.interest !== '0.00' &&
          `, ${t('interest_of', { interest: figures.amount(draft.interest, currency) })}`}
      </p>
      {disclosure.reason !== null && (
        <p className="text-sm text-ink-2">
          {t('law', {
            apr: disclosure.aprPct,
            charge: figures.money(disclosure.financeCharge, currency),
          })}
        </p>
      )}
      {copyBy !== null && (
        <p className="text-sm text-ink-2">{t('copy_by', { day: figures.day(copyBy) })}</p>
      )}
      {!draft.mine && (
        <p role="status" className="text-sm">
          {t('beyond', { who: draft.needsRole ?? '' })}
          {broken.length > 0 && `: ${broken.map((each) => t(each)).join(', ')}`}
        </p>
      )}
    </section>
  );
}
