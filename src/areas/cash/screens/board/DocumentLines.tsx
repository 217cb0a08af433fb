/** The lines of one open item, for a payer who pays some of them; what is picked pays only that. */
import { useQuery } from '@tanstack/react-query';
import { itemLines } from '#areas/cash/contract/board.ts';
import { currency as currencyOf, parseMoney } from '#kernel/money.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { CheckField } from '#web/ui/Field.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import type { Item } from './board-state.ts';
import type { BoardWork } from './use-board.ts';
import { words } from './words.ts';

type Props = { work: BoardWork; item: Item };

export function DocumentLines({ work, item }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const { currency } = work.data.receipt;
  const { accountId, itemId } = item;
  const read = useQuery({
    queryKey: ['cash', 'lines', accountId, itemId],
    queryFn: ({ signal }) => call(itemLines, { params: { accountId, itemId }, signal }),
  });
  const rows = read.data?.rows ?? [];
  const at = Math.min(work.state.opened?.at ?? 0, Math.max(0, rows.length - 1));
  const picked = work.state.parts.get(itemId);
  const toggle = (row: (typeof rows)[number] | undefined): void => {
    const amount = row && parseMoney(row.amount, currencyOf(currency));
    if (row && amount) work.markLine(itemId, row.lineNo, amount.minor);
  };
  const go = (next: number): void =>
    work.change({ opened: { itemId, at: Math.max(0, Math.min(next, rows.length - 1)) } });
  useKeys([
    { key: 'ArrowDown', phrase: t('line'), run: () => go(at + 1), unlisted: true },
    { key: 'ArrowUp', phrase: t('line'), run: () => go(at - 1), unlisted: true },
    { key: 'Space', phrase: t('mark'), run: () => toggle(rows[at]) },
  ]);
  if (read.isError) return <Failed why={why(read.error)} onRetry={() => void read.refetch()} />;
  if (read.isPending) return <Bones lines={2} />;
  if (rows.length === 0) return <p className="py-1 text-sm text-ink-2">{t('no_lines')}</p>;
  return (
    <ul aria-label={t('lines_of', { document: item.document })} className="grid gap-0.5 py-1 pl-6">
      {rows.map((row, place) => (
        <li
          key={row.lineNo}
          className={`flex justify-between gap-3 rounded-sm px-1 ${place === at ? 'bg-sunk' : ''}`}
        >
          <CheckField
            label={`${row.lineNo} ${row.description}`}
            checked={picked?.has(row.lineNo) ?? false}
            onChange={() => toggle(row)}
          />
          <Amount value={row.amount} currency={currency} />
        </li>
      ))}
    </ul>
  );
}
