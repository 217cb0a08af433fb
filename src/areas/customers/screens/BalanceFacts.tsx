/** What is owed, in a few lines for the context strip; one block a currency. */
import type { Account } from '#areas/customers/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function BalanceFacts({ account }: { account: Account }) {
  const t = useWords(words);
  const { balances, promisesKept, creditLimit } = account;
  return (
    <div className="grid gap-3">
      {balances.map((row) => (
        <div key={row.currency}>
          {balances.length > 1 && <h2 className="mb-1">{row.currency}</h2>}
          <KeyValue
            facts={[
              { name: t('owed'), value: <Amount value={row.balance} currency={row.currency} /> },
              {
                name: t('overdue'),
                value: <Amount value={row.overdue} currency={row.currency} strong />,
              },
              {
                name: t('disputed_name'),
                value: <Amount value={row.disputed} currency={row.currency} />,
              },
              {
                name: t('promised_name'),
                value: <Amount value={row.promised} currency={row.currency} />,
              },
              {
                name: t('unapplied'),
                value: <Amount value={row.unapplied} currency={row.currency} />,
              },
              {
                name: t('collectable_name'),
                value: <Amount value={row.collectable} currency={row.currency} strong />,
              },
            ]}
          />
        </div>
      ))}
      <KeyValue
        facts={[
          creditLimit !== null && {
            name: t('limit'),
            value: <Amount value={creditLimit.amount} currency={creditLimit.currency} />,
          },
          promisesKept.due > 0 && { name: t('kept'), value: t('kept_of', promisesKept) },
        ]}
      />
    </div>
  );
}
