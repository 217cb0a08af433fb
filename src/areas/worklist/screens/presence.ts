/** Who has which account open now, told by the server within a moment of their coming or going. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type WorkRow, presence } from '#areas/worklist/contract.ts';
import { call } from '#web/api.ts';
import { useMay, useReader } from '#web/ui/reader.tsx';

/** Whoever is gone without a word is gone from here as soon. */
const lookAgainMillis = 20_000;

/** The other people at accounts, by account; undefined until it is known. */
export function useOthersAt(): ReadonlyMap<string, string> | undefined {
  const { memberId } = useReader();
  const allowed = useMay()('worklist.read') === undefined;
  const present = useQuery({
    queryKey: ['presence'],
    enabled: allowed,
    refetchInterval: lookAgainMillis,
    queryFn: ({ signal }) => call(presence, { signal }),
  });
  return (
    present.data &&
    new Map(
      present.data.rows
        .filter((row) => row.memberId !== memberId)
        .map((row) => [row.accountId, row.name]),
    )
  );
}

/** The rows of a list with who is at each this moment, which the list itself learns later. */
export function useRowsNow(rows: readonly WorkRow[]): readonly WorkRow[] {
  const others = useOthersAt();
  return useMemo(() => rows.map((row) => nowAt(row, others)), [rows, others]);
}

function nowAt(row: WorkRow, others: ReadonlyMap<string, string> | undefined): WorkRow {
  if (others === undefined) return row;
  const inWorkBy = others.get(row.accountId) ?? null;
  return inWorkBy === row.inWorkBy ? row : { ...row, inWorkBy };
}
