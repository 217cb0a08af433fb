/** The promise as the mail says it: one key takes it; what is missing or wrong is typed. */
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { takePromise, type WireMailPage } from '#areas/correspondence/contract/mailbox.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { useMailsChanged } from './mail-data.ts';
import { words } from './words.ts';

export function PromiseTaken({ page }: { page: WireMailPage }) {
  const t = useWords(words);
  const may = useMay();
  const changed = useMailsChanged();
  const box = useRef<HTMLFormElement>(null);
  const { mailId, findings } = page.mail;
  const said = findings.find(({ intent }) => intent === 'promise')?.said;
  const currency =
    said?.currency ?? page.items[0]?.currency ?? page.mail.blocked?.currency ?? 'USD';
  const take = useMutation({
    mutationFn: (body: BodyOf<typeof takePromise>) =>
      call(takePromise, { params: { mailId }, body }),
    onSuccess: () => {
      changed();
      say({ text: t('promise_taken') });
    },
  });
  const form = useForm(takePromise, (body) => take.mutate(body));
  useKeys([{ key: 'Shift+p', phrase: t('take_promise'), run: () => box.current?.requestSubmit() }]);
  const open = page.items.filter((item) => item.currency === currency && Number(item.open) > 0);
  return (
    <form ref={box} noValidate onSubmit={form.onSubmit} className="grid gap-2 sm:grid-cols-3">
      <input type="hidden" name="currency" value={currency} />
      {open.map(({ itemId }) => (
        <input key={itemId} type="hidden" name="itemIds[]" value={itemId} />
      ))}
      <MoneyField
        label={t('amount')}
        name="amount"
        currency={currency}
        defaultValue={said?.amount ?? ''}
        error={form.errors.amount}
      />
      <DayField
        label={t('due_on')}
        name="dueOn"
        defaultValue={said?.on ?? ''}
        error={form.errors.dueOn}
      />
      <div className="self-end">
        <Button type="submit" keys="P" busy={take.isPending} because={may('promises.make')}>
          {t('take_promise')}
        </Button>
      </div>
      <RefusalNote error={take.error} words={areaWords} />
    </form>
  );
}
