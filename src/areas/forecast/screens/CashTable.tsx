/** The weeks of one currency, and what lies outside of them; the last line adds up. */
import type { CashCurrency } from '#areas/forecast/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useWords } from '#web/ui/say.ts';
import { FiguresHead, RowOpener, WideTable } from '#web/ui/WideTable.tsx';
import { useWeekName } from './week-name.ts';
import { words } from './words.ts';

type Props = {
  cash: CashCurrency;
  asOf: string | null;
  onOpen: (week: { weekStart: string; currency: string }) => void;
};

const parts = ['habit', 'promise', 'plan', 'expected', 'p10', 'p90'] as const;
const outside = ['later', 'doubtful', 'disputed', 'left', 'open'] as const;

export function CashTable({ cash, asOf, onOpen }: Props) {
  const t = useWords(words);
  const weekName = useWeekName(asOf);
  const { currency, weeks } = cash;
  return (
    <WideTable label={`${t('forecast')} ${currency}`} framed look="text-sm">
      <FiguresHead
        room="px-3 py-1.5"
        text={[t('week')]}
        figures={parts.map((part) => (part === 'expected' ? `${t(part)} ${currency}` : t(part)))}
      />
      <tbody>
        {weeks.map((week) => (
          <tr key={week.weekStart} className="border-t border-line">
            <RowOpener
              name={weekName(week.weekStart)}
              onOpen={() => onOpen({ weekStart: week.weekStart, currency })}
            />
            {parts.map((part) => (
              <td key={part} className="num px-3 py-1">
                <Amount value={week[part]} currency={currency} strong={part === 'expected'} />
              </td>
            ))}
          </tr>
        ))}
        {outside.map((part) => (
          <tr key={part} className="border-t border-line text-ink-2">
            <th scope="row" colSpan={4} className="px-3 py-1 text-left font-[500]">
              {t(part)}
            </th>
            <td className="num px-3 py-1">
              <Amount value={cash[part]} currency={currency} strong={part === 'open'} />
            </td>
            <td colSpan={2} className="num px-3 py-1">
              –
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
