/** A row of the aging on a phone: who and the balance, the ages as a bar, what stands on it. */
import type { AgingRow } from '#areas/reports/contract.ts';
import { AgeBar } from '#web/ui/AgeBar.tsx';
import { Amount } from '#web/ui/Amount.tsx';
import { FlagTags } from './FlagTags.tsx';

export function AgingNarrow({ row, labels }: { row: AgingRow; labels: readonly string[] }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1">
      <span className="truncate font-[600]">{row.name}</span>
      <span className="text-right">
        <Amount value={row.balance} currency={row.currency} strong named />
      </span>
      <AgeBar buckets={row.buckets} labels={labels} currency={row.currency} />
      <FlagTags row={row} />
    </span>
  );
}
