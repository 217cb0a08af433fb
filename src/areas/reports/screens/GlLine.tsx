/** One currency from the aging to the general ledger, each part opening to its rows. */
import { type ReactNode, useState } from 'react';
import type { MonthEnd } from '#areas/reports/contract/month-end.ts';
import type { RowPart } from '#areas/reports/rules/month-end.ts';
import { Amount, signOf } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { BalanceForm } from './BalanceForm.tsx';
import { ExplainForm, TakeBack } from './ExplainForm.tsx';
import { words } from './month-words.ts';
import { PartRows } from './PartRows.tsx';

type Line = MonthEnd['lines'][number];
type Props = { line: Line; month: MonthEnd };

export function GlLine({ line, month }: Props) {
  const t = useWords(words);
  const [open, setOpen] = useState<RowPart | 'balance' | 'explain' | null>(null);
  const close = (): void => setOpen(null);
  const may = useMay()('month_end.work');
  const because = may ?? (month.signed === null ? undefined : t('is_signed'));
  const { currency, inBase, entered } = line;
  const title = inBase ? t('whole_book', { currency }) : currency;
  return (
    <section aria-label={title} className="rounded-lg border border-line bg-surface p-4">
      <header className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-[600]">{title}</h2>
        <span className="flex flex-wrap gap-2">
          <Button because={because} onClick={() => setOpen('balance')}>
            {t(entered === null ? 'enter_balance' : 'change_balance')}
          </Button>
          <Button because={because} onClick={() => setOpen('explain')}>
            {t('explain')}
          </Button>
        </span>
      </header>
      <Bridge line={line} onOpen={setOpen} period={month.period.name} company={month.company} />
      {open === 'balance' && <BalanceForm line={line} month={month} onClose={close} />}
      {open === 'explain' && <ExplainForm line={line} month={month} onClose={close} />}
      {open !== null && open !== 'balance' && open !== 'explain' && (
        <PartRows part={open} month={month} onClose={close} />
      )}
    </section>
  );
}

type BridgeProps = {
  line: Line;
  period: string;
  company: string;
  onOpen: (part: RowPart) => void;
};

function Bridge({ line, period, company, onOpen }: BridgeProps) {
  const t = useWords(words);
  const { currency, entered, unexplained } = line;
  const shown = (value: string, strong = false) => (
    <Amount value={value} currency={currency} strong={strong} />
  );
  const opens = (part: RowPart) => (
    <Button tone="quiet" onClick={() => onOpen(part)}>
      {t('rows')}
    </Button>
  );
  return (
    <table className="w-full">
      <tbody className="[&_td]:py-1 [&_td:nth-child(2)]:text-right [&_td:nth-child(3)]:w-px">
        <Row name={t('aging')} amount={shown(line.aging, true)} />
        {line.parts.map(({ part, amount }) => (
          <Row key={part} name={t(part)} amount={shown(amount)} more={opens(part)} />
        ))}
        {line.explanations.map(({ explanationId, amount, note, by }) => (
          <Row
            key={explanationId}
            name={`${note} · ${by}`}
            amount={shown(amount)}
            more={<TakeBack company={company} period={period} explanationId={explanationId} />}
          />
        ))}
        <Row
          name={t('unexplained')}
          amount={unexplained === null ? t('no_balance') : shown(unexplained, true)}
          more={
            unexplained !== null && (
              <Tag tone={signOf(unexplained) === 0 ? 'good' : 'late'}>
                {t(signOf(unexplained) === 0 ? 'agrees' : 'differs')}
              </Tag>
            )
          }
        />
        <Row
          name={entered === null ? t('gl') : `${t('gl')} · ${entered.by}`}
          amount={entered === null ? t('no_balance') : shown(entered.amount, true)}
        />
        <Row name={t('books')} amount={shown(line.books)} />
        <Row name={t('earlier')} amount={shown(line.earlier)} more={opens('effective_before')} />
        <Beside line={line} shown={shown} opens={opens} />
        <Row name={t('credits_within')} amount={shown(line.credits)} more={opens('credits')} />
      </tbody>
    </table>
  );
}

type BesideProps = {
  line: Line;
  shown: (value: string) => ReactNode;
  opens: (part: RowPart) => ReactNode;
};

/** What stands outside the aging and may explain a difference. */
function Beside({ line, shown, opens }: BesideProps) {
  const t = useWords(words);
  const { inBase, parts, revaluation, closings, closingRows } = line;
  if (inBase) {
    if (parts.some(({ part }) => part === 'revaluation')) return null;
    return (
      <Row name={t('revaluation_beside')} amount={shown(revaluation)} more={opens('revaluation')} />
    );
  }
  if (closingRows === 0) return null;
  return <Row name={t('closings')} amount={shown(closings)} more={opens('closings')} />;
}

type RowProps = { name: string; amount: ReactNode; more?: ReactNode };

function Row({ name, amount, more }: RowProps) {
  return (
    <tr className="border-t border-line first:border-t-0">
      <td>{name}</td>
      <td>{amount}</td>
      <td className="pl-3 whitespace-nowrap">{more}</td>
    </tr>
  );
}
