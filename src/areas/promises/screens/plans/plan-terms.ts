/** The terms that the plan editor holds, and the schedule as it is drawn up from them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { frequencies, previewPlan } from '#areas/promises/contract/plans.ts';
import { call } from '#web/api.ts';
import { useToday } from '#web/ui/language.tsx';
import { readPlainAmount } from './read-plain-amount.ts';

type Drawing = {
  readonly accountId: string;
  readonly currency: string;
  readonly itemIds: readonly string[];
  readonly saidBy: string;
};

/** A part of a plan whose days are its own; without an amount it shares the rest. */
export type OwnPart = { readonly dueOn: string; readonly amount: string };

type Edit = { readonly amount?: string; readonly dueOn?: string };

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
  const [edits, setEdits] = useState<Readonly<Record<number, Edit>>>({});
  const [parts, setParts] = useState<readonly OwnPart[]>([{ dueOn: String(today), amount: '' }]);
  const { offeredTo, count, ...rest } = terms;
  const custom = terms.frequency === 'custom';
  const body = {
    ...rest,
    frequency: frequencies.find((known) => known === terms.frequency) ?? ('monthly' as const),
    count: custom ? parts.length : Number(count) || 1,
    currency,
    itemIds: [...itemIds],
    days: custom ? parts.map(({ dueOn }) => dueOn) : [],
    party: null,
    edits: custom ? ownEdits(parts, currency) : madeEdits(edits),
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
    custom,
    parts,
    onParts: setParts,
    onEdit: (no: number, edit: Edit) => setEdits({ ...edits, [no]: { ...edits[no], ...edit } }),
    field: (key: keyof typeof terms) => ({
      name: key,
      value: terms[key],
      onChange: (event: { currentTarget: { value: string } }) =>
        setTerms({ ...terms, [key]: event.currentTarget.value }),
    }),
  };
}

function madeEdits(edits: Readonly<Record<number, Edit>>) {
  return Object.entries(edits).map(([no, edit]) => ({ no: Number(no), ...edit }));
}

function ownEdits(parts: readonly OwnPart[], currency: string) {
  return parts.flatMap(({ amount }, at) =>
    amount.trim() === '' ? [] : [{ no: at + 1, amount: readPlainAmount(amount, currency) }],
  );
}
