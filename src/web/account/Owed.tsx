/** What is owed: by age, what of it can be collected now, item by item, and how they pay. */
import { useCallback } from 'react';
import type { Account } from '#areas/customers/contract.ts';
import {
  Bridge,
  BucketStrip,
  HowTheyPay,
  useAccountChanged,
} from '#areas/customers/screens/index.ts';
import { PaymentBehaviour, PredictedDay, PredictedItem } from '#areas/forecast/screens/index.ts';
import { ItemPanel, ItemsGrid } from '#areas/ledger/screens/index.ts';
import type { AccountSearch, AccountSearchChange } from './account-search.ts';
import type { Marks } from './marks.ts';

type Props = {
  account: Account;
  search: AccountSearch;
  onSearch: AccountSearchChange;
  marks: Marks;
};

export function Owed({ account, search, onSearch, marks }: Props) {
  const { accountId, balances, bucketLabels, payments } = account;
  const changed = useAccountChanged();
  const { asOf, knownAt, state, bucket, sort, direction, q, item } = search;
  const several = balances.length > 1;
  const times = { asOf, knownAt };
  // A day in the past is shown without what is predicted today.
  const predicted = useCallback(
    (itemId: string) => <PredictedDay accountId={accountId} itemId={itemId} />,
    [accountId],
  );
  return (
    <>
      {balances.map((row) => (
        <div key={row.currency}>
          <BucketStrip
            labels={bucketLabels}
            balances={row}
            named={several}
            on={bucket}
            onPick={(picked) => onSearch({ bucket: picked })}
          />
          <Bridge balances={row} named={several} />
        </div>
      ))}
      <ItemsGrid
        accountId={accountId}
        {...times}
        filter={{ state, bucket, sort, direction, q }}
        onFilter={onSearch}
        onOpen={(row) => onSearch({ item: row.itemId })}
        predicted={asOf === undefined && knownAt === undefined ? predicted : undefined}
        marked={marks.marked}
        onMark={marks.onMark}
      />
      <HowTheyPay payments={payments} />
      <PaymentBehaviour accountId={accountId} />
      {item !== undefined && (
        <ItemPanel
          accountId={accountId}
          itemId={item}
          {...times}
          onChanged={changed}
          more={<PredictedItem accountId={accountId} itemId={item} />}
          onClose={() => onSearch({ item: undefined })}
        />
      )}
    </>
  );
}
