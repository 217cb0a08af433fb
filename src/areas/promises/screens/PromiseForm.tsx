/**
 * Where a collector writes down what the customer just said on the phone: how much, by which
 * day, who said it. Amount and speaker are filled in, so the day is all that must be typed.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountPromises, makePromise } from '#areas/promises/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { fieldOf, Refused } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import type { MarkedItem } from './ask.ts';
import { useMakePromise } from './make-promise.ts';
import { PromiseFields } from './PromiseFields.tsx';
import { SharedOver } from './SharedOver.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type PromiseFor = {
  accountId: string;
  name: string;
  currency: string;
  /** What one would ask for, as a decimal string. */
  ask: string;
  /** The person one usually talks to; without one it is whoever pays there. */
  saidBy: string | undefined;
  /** Marked on the account: the promise is for these alone. */
  items?: readonly MarkedItem[];
};

type Props = PromiseFor & { onClose: () => void; onChanged: (accountId: string) => void };

export function PromiseForm(props: Props) {
  const { accountId, name, currency, ask, saidBy, items = [], onClose } = props;
  const t = useWords(words);
  const [amount, setAmount] = useState(ask);
  const make = useMakePromise(props);
  const held = make.error instanceof Refused && make.error.code === 'worklist.locked_save';
  const form = useForm(makePromise, (body) => make.mutate({ body, anyway: held }));
  const complaint = (field: string): string | undefined =>
    form.errors[field] ?? fieldOf(make.error, field);
  return (
    <Dialog title={t('promise_write')} sub={name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <input type="hidden" name="currency" value={currency} />
        {items.map(({ itemId }) => (
          <input key={itemId} type="hidden" name="itemIds[]" value={itemId} />
        ))}
        <MoneyField
          label={t('amount')}
          name="amount"
          currency={currency}
          defaultValue={ask}
          error={complaint('amount')}
          onAmount={setAmount}
          autoFocus
        />
        <SharedOver items={items} amount={amount} currency={currency} />
        <PromiseFields saidBy={saidBy} complaint={complaint} />
        <OpenPromises accountId={accountId} />
        <p className="text-sm text-ink-3">{t('for_items', { count: items.length })}</p>
        <RefusalNote error={make.error} words={areaWords} />
        <Button type="submit" tone="main" keys="Enter" busy={make.isPending}>
          {t(held ? 'save_anyway' : 'save')}
        </Button>
      </form>
    </Dialog>
  );
}

/** The promises still open, each of which the new one may replace. */
function OpenPromises({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const known = useQuery({
    queryKey: ['account', accountId, 'promises'],
    queryFn: ({ signal }) => call(accountPromises, { params: { accountId }, signal }),
  });
  const open = known.data?.rows.filter((row) => row.state === 'open') ?? [];
  return open.map((row) => (
    <CheckField
      key={row.promiseId}
      name="supersedes[]"
      value={row.promiseId}
      defaultChecked
      label={t('replaces', {
        amount: figures.money(row.amount, row.currency),
        day: figures.day(row.dueOn),
      })}
    />
  ));
}
