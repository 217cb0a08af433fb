/** The weeks of the outlook in one currency; the last line adds them up. */
import type { WireOutlook } from '#areas/promises/contract/outlook.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { FiguresHead, RowOpener, WideTable } from '#web/ui/WideTable.tsx';
import { words } from './words.ts';

type Props = {
  outlook: WireOutlook;
  onOpen: (week: { weekStart: string; currency: string }) => void;
};

const amounts = ['promised', 'received', 'outstanding', 'expected'] as const;

export function OutlookTable({ outlook, onOpen }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { currency, weeks } = outlook;
  return (
    <WideTable label={`${t('outlook')} ${currency}`} framed look="text-sm">
      <FiguresHead
        room="px-3 py-1.5"
        text={[t('week')]}
        figures={[t('count'), ...amounts.map((head) => t(head))]}
      />
      <tbody>
        {weeks.map((week) => (
          <tr key={week.weekStart} className="border-t border-line">
            <RowOpener
              name={figures.day(week.weekStart)}
              onOpen={() => onOpen({ weekStart: week.weekStart, currency })}
            />
            <Sums sums={week} currency={currency} />
          </tr>
        ))}
        <tr className="border-t border-line font-[600]">
          <th scope="row" className="px-3 py-1 text-left">
            {t('together')}
          </th>
          <Sums sums={outlook} currency={currency} />
        </tr>
      </tbody>
    </WideTable>
  );
}

type SumsProps = { sums: Omit<WireOutlook, 'weeks' | 'currency'>; currency: string };

function Sums({ sums, currency }: SumsProps) {
  const t = useWords(words);
  return (
    <>
      <td className="num px-3 py-1">{sums.count}</td>
      {amounts.map((part) => {
        const value = sums[part];
        return (
          <td key={part} className="num px-3 py-1">
            {value === null ? (
              t('unknown')
            ) : (
              <Amount value={value} currency={currency} strong={part === 'expected'} />
            )}
          </td>
        );
      })}
    </>
  );
}
