/**
 * A new version of the matching policy, written on the one in force.
 *
 * What the form does not show goes on as it was: a field left out here is never set back.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type policies, proposePolicy } from '#areas/cash/contract/quality.ts';
import { currency as currencyOf, formatMoney, money, parseMoney } from '#kernel/money.ts';
import type { AnswerOf, BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { CheckField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

type Known = AnswerOf<typeof policies>;
type Document = Known['standard'];
type Props = {
  company: string | undefined;
  document: Document;
  /** In which the limits are; null where the reader sees no company. */
  currency: Known['currency'];
  onDone: () => void;
};

export function ProposeForm({ company, document, currency, onDone }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const [unread, setUnread] = useState<readonly LimitName[]>([]);
  const propose = useMutation({
    mutationFn: (body: BodyOf<typeof proposePolicy>) => call(proposePolicy, { body }),
    onSuccess: ({ version }) => {
      void queries.invalidateQueries({ queryKey: ['cash'] });
      say({ text: t('proposed', { version }) });
      onDone();
    },
  });
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const wrong = currency === null ? [] : limits.filter((name) => !limitIn(form, name, currency));
    setUnread(wrong);
    if (wrong.length > 0) return;
    const reason = text(form, 'reason');
    propose.mutate({ company, reason, document: changed(document, form, currency) });
  }
  return (
    <form aria-label={t('propose')} onSubmit={send} className="grid gap-3">
      <TextField
        label={`${t('post_from')} (%)`}
        name="postFrom"
        inputMode="decimal"
        defaultValue={String(Math.round(document.postFrom * 10_000) / 100)}
      />
      <CheckField
        label={t('subset')}
        name="autoUniqueSubset"
        defaultChecked={document.autoUniqueSubset}
      />
      <CheckField
        label={t('unexplained')}
        name="unexplained"
        defaultChecked={document.unexplained === 'on_account'}
      />
      <Limits document={document} currency={currency} unread={unread} />
      <TextField label={t('reason')} name="reason" required />
      <RefusalNote error={propose.error} words={areaWords} />
      <div>
        <Button type="submit" tone="main" busy={propose.isPending}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}

/** The fee of a return; above which amounts, and on whose days, somebody else must look. */
function Limits({
  document,
  currency,
  unread,
}: Pick<Props, 'document' | 'currency'> & { unread: readonly LimitName[] }) {
  const t = useWords(words);
  const limit = (name: LimitName, label: string) =>
    currency !== null && (
      <MoneyField
        label={label}
        name={name}
        currency={currency}
        error={unread.includes(name) ? t('limit_unread') : undefined}
        defaultValue={formatMoney(money(BigInt(document[name]), currencyOf(currency)))}
      />
    );
  return (
    <>
      {limit('returnFeeMinor', t('return_fee'))}
      <fieldset className="grid gap-3 border-t border-line pt-3">
        <legend className="text-sm font-[600]">{t('limits')}</legend>
        <CheckField label={t('one_poster')} name="onePoster" defaultChecked={document.onePoster} />
        {limit('elsewhereLimitMinor', t('elsewhere_limit'))}
        {limit('adjustmentLimitMinor', t('adjustment_limit'))}
      </fieldset>
    </>
  );
}

const limits = ['elsewhereLimitMinor', 'adjustmentLimitMinor', 'returnFeeMinor'] as const;
type LimitName = (typeof limits)[number];

/** Undefined where the field is empty or no amount. */
function limitIn(form: FormData, name: LimitName, currency: string): string | undefined {
  return parseMoney(text(form, name), currencyOf(currency))?.minor.toString();
}

function changed(document: Document, form: FormData, currency: Props['currency']): Document {
  // Without a currency the form shows no limits, and they go on as they were.
  const limit = (name: LimitName): string =>
    (currency === null ? undefined : limitIn(form, name, currency)) ?? document[name];
  return {
    ...document,
    postFrom: Number(text(form, 'postFrom')) / 100,
    autoUniqueSubset: form.has('autoUniqueSubset'),
    unexplained: form.has('unexplained') ? 'on_account' : 'ask',
    onePoster: form.has('onePoster'),
    elsewhereLimitMinor: limit('elsewhereLimitMinor'),
    adjustmentLimitMinor: limit('adjustmentLimitMinor'),
    returnFeeMinor: limit('returnFeeMinor'),
  };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
