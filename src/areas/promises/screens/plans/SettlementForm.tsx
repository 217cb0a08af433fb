/** Where one offers to take less for all of it, if it comes in full by a day. */
import { useMutation } from '@tanstack/react-query';
import { offerSettlement } from '#areas/promises/contract/settlements.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

type Props = {
  accountId: string;
  name: string;
  currency: string;
  saidBy: string | undefined;
  itemIds?: readonly string[];
  onClose: () => void;
  onChanged: (accountId: string) => void;
};

export function SettlementForm(props: Props) {
  const { accountId, name, currency, saidBy, itemIds = [], onClose, onChanged } = props;
  const t = useWords(words);
  const offer = useMutation({
    mutationFn: (body: BodyOf<typeof offerSettlement>) =>
      call(offerSettlement, { params: { accountId }, body }),
    onSuccess: ({ requestId }) => {
      onChanged(accountId);
      say({ text: t(requestId === null ? 'settle_open' : 'settle_asked') });
      onClose();
    },
  });
  const form = useForm(offerSettlement, (body) => offer.mutate(body));
  return (
    <Dialog title={t('settlement_write')} sub={name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <input type="hidden" name="currency" value={currency} />
        {itemIds.map((id) => (
          <input key={id} type="hidden" name="itemIds[]" value={id} />
        ))}
        <p className="text-sm text-ink-2">{t('settle_why')}</p>
        <MoneyField
          label={t('settle_offer')}
          name="offer"
          currency={currency}
          error={form.errors['offer']}
          autoFocus
        />
        <DayField label={t('settle_by')} name="payBy" error={form.errors['payBy']} />
        <TextField
          label={t('offered_to')}
          name="offeredTo"
          defaultValue={saidBy ?? t('accounts_payable')}
          error={form.errors['offeredTo']}
        />
        <AreaField label={t('note')} name="note" rows={2} />
        <RefusalNote error={offer.error} words={areaWords} />
        <Button type="submit" tone="main" busy={offer.isPending}>
          {t('settle_send')}
        </Button>
      </form>
    </Dialog>
  );
}
