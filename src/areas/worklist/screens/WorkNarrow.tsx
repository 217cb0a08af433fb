/** A row of the day's list on a phone: who and how much, why and what to do. */
import type { WorkRow } from '#areas/worklist/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { CoveredMark } from './CoveredMark.tsx';
import { DoTag } from './DoTag.tsx';
import { HandTag } from './HandTag.tsx';
import { useReasonText } from './reasons.ts';

export function WorkNarrow({ row }: { row: WorkRow }) {
  const reason = useReasonText();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate text-md font-[600]">
        {row.name}
        <CoveredMark row={row} />
        <HandTag hand={row.hand} />
      </span>
      <span className="text-right text-md">
        <Amount value={row.overdue} currency={row.currency} strong named />
      </span>
      <span className="lines-2 text-sm text-ink-2">{row.reasons[0] && reason(row.reasons[0])}</span>
      <span className="text-right">
        <DoTag row={row} />
      </span>
    </span>
  );
}
