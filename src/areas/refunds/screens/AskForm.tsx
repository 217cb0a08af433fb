/** Asks for one credit to go back: how much, which way, to whom, why. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { requestRefund } from '#areas/refunds/contract/refunds.ts';
import type { WireCredit } from '#areas/refunds/contract/shapes.ts';
import { refundMethods } from '#areas/refunds/rules/refund.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { Clock } from './Clock.tsx';
import { words } from './words.ts';

type Props = { credit: WireCredit; onClose: () => void };

export function AskForm({ credit, onClose }: Props) {
  const t = useWords(words);
  const [missing, setMissing] = useState<string | undefined>();
  const ask = useAsking(credit, onClose);
  const isCard = credit.method === 'card';
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const reason = textOf(form, 'reason');
    setMissing(reason === '' ? t('reason') : undefined);
    if (reason === '') event.currentTarget.querySelector<HTMLElement>('[name=reason]')?.focus();
    else ask.mutate(form);
  }
  return (
    <Dialog
      title={t('ask')}
      sub={`${credit.name} · ${credit.document}`}
      onClose={onClose}
      shape="middle"
    >
      <form noValidate onSubmit={send} className="grid gap-3.5">
        <Clock clock={credit.clock} whole />
        <MoneyField
          label={t('amount')}
          name="amount"
          currency={credit.currency}
          defaultValue={credit.clock?.pack === 'title_iv' ? least(credit) : credit.available}
        />
        <SelectField
          label={t('way')}
          name="method"
          none={t('as_it_came')}
          disabled={isCard}
          choices={refundMethods
            .filter((method) => method !== 'card')
            .map((value) => ({ value, name: t(`method_${value}`) }))}
        />
        <SelectField
          label={t('to_whom')}
          name="payee"
          defaultValue="customer"
          choices={(['customer', 'parent'] as const).map((value) => ({
            value,
            name: t(`payee_${value}`),
          }))}
        />
        <TextField label={t('payee_name')} name="payeeName" autoComplete="off" />
        <TextField label={t('evidence')} name="evidence" autoComplete="off" />
        <TextField label={t('reason')} name="reason" autoComplete="off" autoFocus error={missing} />
        <RefusalNote error={ask.error} words={areaWords} />
        <Button type="submit" tone="main" busy={ask.isPending}>
          {t('ask')}
        </Button>
      </form>
    </Dialog>
  );
}

/** What the law asks for, never more than is free. */
function least({ clock, available }: WireCredit): string {
  if (clock === null) return available;
  const cents = (text: string): bigint => BigInt(text.replace('.', ''));
  return cents(clock.amount) < cents(available) ? clock.amount : available;
}

function useAsking(credit: WireCredit, onClose: () => void) {
  const t = useWords(words);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { accountId, itemId, currency } = credit;
  return useMutation({
    mutationFn: (form: FormData) => {
      const method = refundMethods.find((known) => known === textOf(form, 'method'));
      const payeeName = textOf(form, 'payeeName');
      return call(requestRefund, {
        params: { accountId },
        body: {
          parts: [{ itemId, amount: textOf(form, 'amount') }],
          currency,
          ...(method === undefined ? {} : { method }),
          payee: textOf(form, 'payee') === 'parent' ? 'parent' : 'customer',
          ...(payeeName === '' ? {} : { payeeName }),
          evidence: textOf(form, 'evidence'),
          reason: textOf(form, 'reason'),
        },
      });
    },
    onSuccess: ({ refundId }) => {
      void queries.invalidateQueries({ queryKey: ['refunds'] });
      say({ text: t('asked') });
      onClose();
      void navigate({ to: paths.refund, params: { accountId, refundId } });
    },
  });
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
