/** The terms that the plan editor holds, and the schedule as it is drawn up from them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { frequencies, previewPlan } from '#areas/promises/contract/plans.ts';
import { call } from '#web/api.ts';
import { useToday } from '#web/ui/language.tsx';

type Drawing = {
  readonly accountId: string;
  readonly currency: string;
  readonly itemIds: readonly string[];
  readonly saidBy: string;
};

export function usePlanTerms({ accountId, currency, itemIds, saidBy }: Drawing) {
  const today = useToday();
  const [terms, setTerms] = useState({
    count: '3',
    frequency: 'monthly',
    firstOn: String(today),
    down: '0',
    fee: '0',
    aprPct: '0',
    offeredTo: saidBy,
  });
  const [edits, setEdits] = useState<Readonly<Record<number, string>>>({});
  const { offeredTo, count, ...rest } = terms;
  const body = {
    ...rest,
    frequency: frequencies.find((known) => known === terms.frequency) ?? ('monthly' as const),
    count: Number(count) || 1,
    currency,
    itemIds: [...itemIds],
    days: [],
    party: null,
    edits: Object.entries(edits).map(([no, amount]) => ({ no: Number(no), amount })),
  };
  const drawn = useQuery({
    queryKey: ['account', accountId, 'plan-preview', body],
    queryFn: () => call(previewPlan, { params: { accountId }, body }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return {
    body,
    offeredTo,
    drawn,
    onEdit: (no: number, amount: string) => setEdits({ ...edits, [no]: amount }),
    field: (key: keyof typeof terms) => ({
      name: key,
      value: terms[key],
      onChange: (event: { currentTarget: { value: string } }) =>
        setTerms({ ...terms, [key]: event.currentTarget.value }),
    }),
  };
}
