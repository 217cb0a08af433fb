/** What a customer says is wrong with the marked items: a case, and nothing of it is asked for. */
import { markedBody, openDispute } from '#areas/disputes/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { disputeParts, disputeReasons } from '../rules/case.ts';
import { words as areaWords } from '../words.ts';
import { partNames, reasonNames } from '../words/names.ts';
import { useCaseWrite } from './use-case.ts';
import { words } from './words.ts';

type Props = {
  accountId: string;
  name: string;
  currency: string;
  saidBy: string | undefined;
  itemIds: readonly string[];
  onClose: () => void;
  onChanged: (accountId: string) => void;
};

/** The form without its items, which are marked on the page behind it. */
const fields = { body: markedBody };

export function DisputeForm(props: Props) {
  const { accountId, name, currency, saidBy, itemIds, onClose, onChanged } = props;
  const t = useWords(words);
  const language = useLanguage();
  const open = useCaseWrite(
    (body: BodyOf<typeof openDispute>) => call(openDispute, { params: { accountId }, body }),
    {
      done: () => t('opened'),
      onDone: () => {
        onChanged(accountId);
        onClose();
      },
    },
  );
  const form = useForm(fields, ({ amount, ...told }) =>
    open.mutate({ ...told, items: itemIds.map((itemId) => ({ itemId, amount, lineNo: null })) }),
  );
  if (itemIds.length === 0) {
    return (
      <Dialog title={t('open_form')} sub={name} onClose={onClose} shape="middle">
        <p>{t('mark_first')}</p>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('open_form')} sub={name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-sm text-ink-2">{t('open_for', { count: itemIds.length })}</p>
        <input type="hidden" name="currency" value={currency} />
        <SelectField
          label={t('reason')}
          name="reason"
          choices={disputeReasons.map((value) => ({ value, name: reasonNames[value][language] }))}
          autoFocus
        />
        <SelectField
          label={t('part')}
          name="part"
          choices={disputeParts.map((value) => ({ value, name: partNames[value][language] }))}
        />
        {itemIds.length === 1 && (
          <MoneyField
            label={t('part_amount')}
            name="amount"
            currency={currency}
            error={form.errors['amount']}
          />
        )}
        <TextField
          label={t('said_by')}
          name="saidBy"
          defaultValue={saidBy ?? ''}
          autoComplete="off"
          error={form.errors['saidBy']}
        />
        <AreaField label={t('note')} name="note" rows={3} />
        <RefusalNote error={open.error} words={areaWords} />
        <Button type="submit" tone="main" busy={open.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
