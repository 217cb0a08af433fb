/** How a company pays by one method: its own bank and numbers, from now on. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { saveSetting } from '#areas/refunds/contract/payouts.ts';
import type { PayMethod } from '#areas/refunds/rules/refund.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Of = { company: string; method: Exclude<PayMethod, 'card'> };

/** What each method needs to know, in the order of the form. */
const fields = {
  ach: [
    ['bankRouting', 'bank_routing'],
    ['bankName', 'bank_name'],
    ['companyName', 'company_name'],
    ['companyId', 'company_id'],
  ],
  check: [
    ['bankAccount', 'bank'],
    ['bankName', 'bank_name'],
    ['bankRouting', 'bank_routing'],
    ['firstNumber', 'first_number'],
    ['checkColumns', 'check_columns'],
  ],
  iban: [
    ['name', 'company_name'],
    ['iban', 'iban'],
  ],
} as const;

/** A card's money goes back by the processor, who knows us already. */
export function SettingButton({ company, method }: { company: string; method: PayMethod }) {
  const t = useWords(words);
  const forbidden = useMay()('refunds.rule');
  const [open, setOpen] = useState(false);
  if (method === 'card') return null;
  return (
    <>
      <Button because={forbidden} onClick={() => setOpen(true)}>
        {t('setting')}
      </Button>
      {open && <SettingForm of={{ company, method }} onClose={() => setOpen(false)} />}
    </>
  );
}

function SettingForm({ of, onClose }: { of: Of; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (body: Parameters<typeof call<typeof saveSetting>>[1]['body']) =>
      call(saveSetting, { params: of, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['refunds'] });
      say({ text: t('saved') });
      onClose();
    },
  });
  const form = useForm(saveSetting, (body) => save.mutate(body));
  return (
    <Dialog title={t('setting')} sub={of.company} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        {fields[of.method].map(([name, word], at) => (
          <TextField
            key={name}
            label={t(word)}
            name={name}
            autoComplete="off"
            autoFocus={at === 0}
            error={form.errors[name]}
          />
        ))}
        <TextField label={t('reason')} name="reason" error={form.errors.reason} />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
