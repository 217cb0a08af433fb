/** One item opened down to its journal: what was applied to it, what was posted, by whom. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { itemHistory } from '#areas/ledger/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import type { Times } from '#web/ui/AsOf.tsx';
import { Amount, signOf } from '#web/ui/Amount.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Applications } from './Applications.tsx';
import { ApplyCredit } from './ApplyCredit.tsx';
import { Entries } from './Entries.tsx';
import { GiveUp } from './GiveUp.tsx';
import { ItemMarks } from './ItemMarks.tsx';
import { words } from './words.ts';

export type History = AnswerOf<typeof itemHistory>;

type Props = Times & {
  accountId: string;
  itemId: string;
  onClose: () => void;
  /** What others say of the item. */
  more?: ReactNode;
  onChanged: (accountId: string) => void;
};

export function ItemPanel({ accountId, itemId, asOf, knownAt, more, onClose, onChanged }: Props) {
  const why = useWhy();
  const history = useQuery({
    queryKey: ['account', accountId, 'item', itemId, asOf ?? '', knownAt ?? ''],
    queryFn: ({ signal }) =>
      call(itemHistory, { params: { accountId, itemId }, query: { asOf, knownAt }, signal }),
  });
  const data = history.data;
  return (
    <Dialog title={data?.item.document ?? '…'} onClose={onClose} shape="wide">
      {history.isPending && <Bones lines={8} gap={14} />}
      {history.isError && (
        <Failed why={why(history.error)} onRetry={() => void history.refetch()} />
      )}
      {data !== undefined && (
        <div className="grid gap-5">
          <ItemFacts history={data} />
          {more}
          <Applications history={data} accountId={accountId} onChanged={onChanged} />
          {data.item.side === 'credit' && (
            <ApplyCredit credit={data.item} accountId={accountId} onChanged={onChanged} />
          )}
          {data.item.side === 'debit' && signOf(data.item.open) > 0 && (
            <GiveUp item={data.item} accountId={accountId} onChanged={onChanged} />
          )}
          <Entries entries={data.entries} />
        </div>
      )}
    </Dialog>
  );
}

function ItemFacts({ history: { item } }: { history: History }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <div className="grid gap-2">
      <p className="flex items-center gap-2">
        {t(`kind_${item.kind}`)} <ItemMarks item={item} />
      </p>
      <div className="max-w-80">
        <KeyValue
          facts={[
            {
              name: t('open'),
              value: <Amount value={item.open} currency={item.currency} named strong />,
            },
            {
              name: t('original'),
              value: <Amount value={item.amount} currency={item.currency} named />,
            },
            { name: t('issued'), value: figures.day(item.issuedOn) },
            {
              name: t('due'),
              value: `${figures.day(item.dueOn)} · ${figures.fromToday(item.dueOn)}`,
            },
            item.reference !== null && { name: t('reference'), value: item.reference },
          ]}
        />
      </div>
    </div>
  );
}
