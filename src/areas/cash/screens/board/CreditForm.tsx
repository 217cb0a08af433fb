/** One act on posted money: whereto, why, what opens again, and the one button that does it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { AccountPick } from './AccountPick.tsx';
import { type Board, useCashChanged } from './board-data.ts';
import { type CreditAct, type CreditWish, isWhole, sendCredit, tryCredit } from './credit-acts.ts';
import { Preview } from './ReturnForm.tsx';
import { words } from './standing-words.ts';

type Applied = Board['applied'][number];
type Props = {
  data: Board;
  act: CreditAct;
  /** The item it is taken off; the free rest of the receipt when there is none. */
  off: Applied | undefined;
  onClose: () => void;
};

export function CreditForm({ data, act, off, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('cash.apply');
  const changed = useCashChanged();
  const { receipt } = data;
  const [wish, setWish] = useState(() => beginning(data, act, off));
  const set = (more: Partial<CreditWish>): void => setWish({ ...wish, ...more });
  const ready = isWhole(wish) && forbidden === undefined;
  const preview = useTried(wish, ready);
  const done = useMutation({
    mutationFn: sendCredit,
    onSuccess: () => {
      changed();
      say({ text: t(`done_${act}`, { amount: figures.money(wish.amount, receipt.currency) }) });
      onClose();
    },
  });
  const because = forbidden ?? (isWhole(wish) ? undefined : t(`missing_${act}`));
  return (
    <Dialog title={t(act)} sub={subOf(receipt.payerName, off)} onClose={onClose} shape="middle">
      {act === 'transfer' && (
        <ToAccount chosen={wish.toAccountId} onPick={(toAccountId) => set({ toAccountId })} />
      )}
      <form
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && wish.reason.trim() !== '' && !done.isPending) done.mutate(wish);
        }}
      >
        <Fields wish={wish} targets={targets(data, off)} set={set} />
        {preview.data && <Preview after={preview.data} />}
        <RefusalNote error={done.error ?? preview.error} words={areaWords} />
        <Button type="submit" tone="main" because={because} busy={done.isPending}>
          {t(act)}
        </Button>
      </form>
    </Dialog>
  );
}

/** What it would come to; why it is done changes nothing of that. */
function useTried(wish: CreditWish, ready: boolean) {
  const t = useWords(words);
  const { accountId, creditItemId, offItemIds, toItemId, toAccountId, amount } = wish;
  const told = [accountId, creditItemId, offItemIds, toItemId, toAccountId, amount];
  return useQuery({
    queryKey: ['cash', 'credit', wish.act, ...told],
    enabled: ready,
    queryFn: () => tryCredit({ ...wish, reason: t(wish.act) }),
  });
}

type FieldsProps = {
  wish: CreditWish;
  targets: { value: string; name: string }[];
  set: (more: Partial<CreditWish>) => void;
};

function Fields({ wish, targets: choices, set }: FieldsProps) {
  const t = useWords(words);
  const { act } = wish;
  return (
    <>
      {act === 'move' && (
        <SelectField
          label={t('onto')}
          name="toItemId"
          none={t('choose')}
          autoFocus
          value={wish.toItemId}
          choices={choices}
          onChange={(event) => set({ toItemId: event.target.value })}
        />
      )}
      {act === 'transfer' && (
        <TextField
          label={`${t('amount')} (${wish.currency})`}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          value={wish.amount}
          onChange={(event) => set({ amount: event.target.value.trim() })}
        />
      )}
      <TextField
        label={t('reason')}
        name="reason"
        required
        autoFocus={act === 'take_off'}
        value={wish.reason}
        onChange={(event) => set({ reason: event.target.value })}
      />
      <CheckField
        label={t('fault')}
        checked={wish.fault}
        onChange={(event) => set({ fault: event.target.checked })}
      />
    </>
  );
}

function subOf(payer: string, off: Applied | undefined): string {
  return off === undefined ? payer : `${payer} · ${off.document}`;
}

function beginning({ receipt, free }: Board, act: CreditAct, off: Applied | undefined): CreditWish {
  return {
    act,
    accountId: receipt.account?.accountId ?? '',
    creditItemId: receipt.itemId ?? '',
    offItemIds: off === undefined ? [] : [off.itemId],
    toItemId: '',
    toAccountId: '',
    amount: off === undefined ? free : off.amount,
    currency: receipt.currency,
    fault: true,
    reason: '',
  };
}

/** Open items of the account, the oldest due first; not the one that the money comes from. */
function targets({ items }: Board, off: Applied | undefined) {
  return items
    .filter(({ itemId, open }) => itemId !== off?.itemId && !open.startsWith('-'))
    .map(({ itemId, document, open }) => ({ value: itemId, name: `${document} · ${open}` }));
}

function ToAccount({ chosen, onPick }: { chosen: string; onPick: (accountId: string) => void }) {
  const t = useWords(words);
  if (chosen !== '') {
    return (
      <p className="mb-3 flex items-center justify-between gap-3">
        {t('account_chosen')}
        <Button tone="quiet" onClick={() => onPick('')}>
          {t('choose_other')}
        </Button>
      </p>
    );
  }
  return <AccountPick onPick={onPick} onClose={() => undefined} />;
}
