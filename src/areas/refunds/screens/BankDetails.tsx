/** Bank details of a customer, old beside new and masked: who entered, called back, agreed. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { bankDetails, callBack, type WirePayee } from '#areas/refunds/contract/bank-details.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { BankDetailsForm } from './BankDetailsForm.tsx';
import { CallBackForm } from './CallBackForm.tsx';
import { words } from './words/payback.ts';

export function BankDetails({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('refunds.bank_details');
  const [entering, setEntering] = useState(false);
  const [calling, setCalling] = useState<WirePayee | null>(null);
  const list = useQuery({
    queryKey: ['refunds', 'bank-details', accountId],
    queryFn: ({ signal }) => call(bankDetails, { params: { accountId }, signal }),
  });
  const enter = (): void => setEntering(true);
  useKeys(
    forbidden === undefined && !entering && calling === null
      ? [{ key: 'n', phrase: t('change'), run: enter }]
      : [],
  );
  return (
    <section aria-label={t('bank_details')} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2>{t('bank_details')}</h2>
        <Button tone="main" keys="n" because={forbidden} onClick={enter}>
          {t('change')}
        </Button>
      </div>
      {list.isPending && <Bones lines={3} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && <p className="text-ink-2">{t('bank_none')}</p>}
      <ul className="grid gap-4">
        {(list.data?.rows ?? []).map((payee) => (
          <li key={payee.payeeId} className="grid gap-2">
            <PayeeFacts payee={payee} />
            <PayeeSteps payee={payee} onCall={() => setCalling(payee)} />
          </li>
        ))}
      </ul>
      {entering && <BankDetailsForm accountId={accountId} onClose={() => setEntering(false)} />}
      {calling && (
        <CallBackForm accountId={accountId} payee={calling} onClose={() => setCalling(null)} />
      )}
    </section>
  );
}

const tones: Readonly<Record<WirePayee['state'], Tone>> = {
  asked: 'warn',
  confirmed: 'good',
  refused: 'stop',
  ended: 'plain',
};

function PayeeFacts({ payee }: { payee: WirePayee }) {
  const t = useWords(words);
  const figures = useFigures();
  const { replaces, calledBack, heldUntil, state } = payee;
  const line = ({ holder, bank, number }: NonNullable<WirePayee['replaces']>): string =>
    bank === '' ? t('short_line', { holder, number }) : t('bank_line', { holder, bank, number });
  const entered = {
    by: payee.enteredBy,
    day: figures.day(payee.enteredOn),
    source: payee.source,
  };
  return (
    <KeyValue
      plain
      facts={[
        {
          name: t('new'),
          value: (
            <>
              {line(payee)} <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>
            </>
          ),
        },
        replaces && { name: t('old'), value: line(replaces) },
        { name: t('entered'), value: t('entered_line', entered) },
        {
          name: t('called'),
          value:
            calledBack === null
              ? t('nobody')
              : t('called_line', {
                  by: calledBack.by,
                  day: figures.day(calledBack.on),
                  who: calledBack.spokeTo,
                  number: calledBack.number,
                }),
        },
        { name: t('agreed'), value: payee.confirmedBy ?? t('nobody') },
        heldUntil !== null && {
          name: t('hold'),
          value: t('hold_line', { day: figures.day(heldUntil) }),
        },
      ]}
    />
  );
}

/** What another person does with them now. */
function PayeeSteps({ payee, onCall }: { payee: WirePayee; onCall: () => void }) {
  const t = useWords(words);
  const may = useMay();
  const { state, calledBack, mayCallBack } = payee;
  const isUsable = state === 'asked' || state === 'confirmed';
  if (!isUsable) return null;
  return (
    <div className="no-print flex flex-wrap items-center gap-3">
      {calledBack === null && (
        <Button because={may(callBack.permission) ?? mayCallBack ?? undefined} onClick={onCall}>
          {t('call_back')}
        </Button>
      )}
      {state === 'asked' && (
        <Link to={paths.approvals} className="link">
          {t('decide')}
        </Link>
      )}
    </div>
  );
}
