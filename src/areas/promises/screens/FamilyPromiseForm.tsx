/**
 * One word for several accounts of a family: the sum is shared over the oldest debts first, shown
 * account by account, and kept only as it was shown.
 */
import { useState } from 'react';
import { formatMoney, parseCurrency, parseMoney } from '#kernel/money.ts';
import { makeFamilyPromise } from '#areas/promises/contract/family.ts';
import { type Answer, type Asking, call, tryOut } from '#web/api.ts';
import { useTwoSteps } from '#web/ui/two-steps.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { fieldOf, Refused } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { PromiseFields } from './PromiseFields.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Shares = Answer<typeof makeFamilyPromise>['promises'];

type Props = {
  accountId: string;
  name: string;
  currency: string;
  saidBy: string | undefined;
  onClose: () => void;
  onChanged: (accountId: string) => void;
};

export function FamilyPromiseForm(props: Props) {
  const { accountId, name, currency, saidBy, onClose } = props;
  const t = useWords(words);
  const [known, setKnown] = useState<Shares>([]);
  const [left, setLeft] = useState<readonly string[]>([]);
  const make = useMake(props);
  const held = make.error instanceof Refused && make.error.code === 'worklist.locked_save';
  const shares = make.would?.promises ?? [];
  // Who got a share at first is whom one can leave out, and take in again.
  const listed = left.length > 0 ? known : shares;
  const form = useForm(makeFamilyPromise, (body) => {
    const kept = known.map((each) => each.accountId).filter((each) => !left.includes(each));
    make.send({
      params: { accountId },
      query: { anyway: held ? 'true' : undefined },
      body: { ...body, amount: inFull(body), accountIds: left.length === 0 ? [] : kept },
    });
  });
  const complaint = (field: string): string | undefined =>
    form.errors[field] ?? fieldOf(make.error, field);
  function leave(each: string): void {
    if (left.length === 0) setKnown(shares);
    setLeft(left.includes(each) ? left.filter((one) => one !== each) : [...left, each]);
  }
  return (
    <Dialog title={t('family_write')} sub={name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} onChange={make.forget} className="grid gap-3.5">
        <p className="text-sm text-ink-2">{t('family_why')}</p>
        <input type="hidden" name="currency" value={currency} />
        <MoneyField
          label={t('amount')}
          name="amount"
          currency={currency}
          error={complaint('amount')}
          autoFocus
        />
        <PromiseFields saidBy={saidBy} complaint={complaint} />
        <SharesList {...{ shares, known: listed, left, currency }} onLeave={leave} />
        <RefusalNote error={make.error} words={areaWords} />
        <Button type="submit" tone="main" keys="Enter" busy={make.busy}>
          {t(held ? 'save_anyway' : make.would ? 'save' : 'family_share')}
        </Button>
      </form>
    </Dialog>
  );
}

/** `10` and `10.00` are the same sum: what was shown is what is kept. */
function inFull({ amount, currency }: { amount: string; currency: string }): string {
  const code = parseCurrency(currency);
  const read = code && parseMoney(amount, code);
  return read ? formatMoney(read) : amount;
}

type ListProps = {
  shares: Shares;
  /** All that got a share at first; one that is left out stays to be taken in again. */
  known: Shares;
  left: readonly string[];
  currency: string;
  onLeave: (accountId: string) => void;
};

function SharesList({ shares, known, left, currency, onLeave }: ListProps) {
  const t = useWords(words);
  const figures = useFigures();
  if (known.length === 0) return null;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-[550]">{t('family_shares')}</legend>
      {known.map(({ accountId, account, name }) => {
        const share = shares.find((each) => each.accountId === accountId);
        return (
          <div key={accountId} className="border-t border-line pt-2">
            <div className="flex items-baseline justify-between gap-3">
              <CheckField
                label={`${name} · ${account}`}
                name="kept"
                checked={!left.includes(accountId)}
                onChange={() => onLeave(accountId)}
              />
              {share && <Amount value={share.amount} currency={currency} named />}
            </div>
            <ul className="pl-6 text-sm text-ink-2">
              {share?.items.map(({ itemId, document, dueOn, promised }) => (
                <li key={itemId}>
                  {t('family_item', {
                    document,
                    day: figures.day(dueOn),
                    amount: figures.money(promised, currency),
                  })}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </fieldset>
  );
}

function useMake({ onClose, onChanged }: Props) {
  const t = useWords(words);
  return useTwoSteps({
    attempt: (asking: Asking<typeof makeFamilyPromise>) => tryOut(makeFamilyPromise, asking),
    write: (asking) => call(makeFamilyPromise, asking),
    straight: false,
    onDone: ({ promises }) => {
      for (const { accountId } of promises) onChanged(accountId);
      say({ text: t('family_saved', { count: promises.length }) });
      onClose();
    },
  });
}
