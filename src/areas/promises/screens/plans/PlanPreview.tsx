/** The schedule of a plan that is drawn up: each amount can be edited, the sum stands below. */
import { useRoleName } from '#areas/approvals/screens/index.ts';
import type { WireDraft } from '#areas/promises/contract/plans.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { readPlainAmount } from './read-plain-amount.ts';
import { words } from './words.ts';

type Props = {
  draft: WireDraft;
  currency: string;
  /** Absent where the days and amounts are edited elsewhere. */
  onEdit?: (no: number, edit: { amount?: string; dueOn?: string }) => void;
};

export function PlanPreview({ draft, currency, onEdit }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const roleName = useRoleName();
  const { disclosure, broken, copyBy, installments } = draft;
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-[600]">{t('schedule')}</h3>
      <ol className="grid gap-1">
        {installments.map((part) => (
          <Part key={`${part.no} ${part.amount}`} part={part} currency={currency} onEdit={onEdit} />
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
          {t('beyond', { who: roleName(draft.needsRole ?? '') })}
          {broken.length > 0 && `: ${broken.map((each) => t(each)).join(', ')}`}
        </p>
      )}
    </section>
  );
}

type PartProps = {
  part: WireDraft['installments'][number];
  currency: string;
  onEdit: Props['onEdit'];
};

function Part({ part: { no, dueOn, amount }, currency, onEdit }: PartProps) {
  const t = useWords(words);
  const figures = useFigures();
  if (no === 0 || onEdit === undefined) {
    return (
      <li className="flex items-center gap-3">
        <span className="w-6 text-right text-ink-3">{no === 0 ? '' : no}</span>
        <span className="flex-1">{figures.day(dueOn)}</span>
        <span className="figures">{figures.amount(amount, currency)}</span>
      </li>
    );
  }
  return (
    <li className="flex items-center gap-3">
      <span className="w-6 text-right text-ink-3">{no}</span>
      <input
        type="date"
        aria-label={t('day_no', { no })}
        className="min-w-0 flex-1 rounded border border-line bg-transparent px-2 py-1"
        defaultValue={dueOn}
        onBlur={(event) => {
          const { value } = event.currentTarget;
          if (value !== dueOn && value !== '') onEdit(no, { dueOn: value });
        }}
      />
      <input
        aria-label={t('edit_no', { no })}
        className="figures w-28 rounded border border-line bg-transparent px-2 py-1 text-right"
        inputMode="decimal"
        defaultValue={amount}
        onBlur={(event) => {
          const { value } = event.currentTarget;
          if (value !== amount && value !== '') {
            onEdit(no, { amount: readPlainAmount(value, currency) });
          }
        }}
      />
    </li>
  );
}
