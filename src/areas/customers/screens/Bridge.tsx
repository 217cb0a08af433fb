/** From the balance to what can really be collected now, step by step. */
import type { Account } from '#areas/customers/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { balances: Account['balances'][number]; named: boolean };

export function Bridge({ balances, named }: Props) {
  const t = useWords(words);
  const { currency, balance, notDue, disputed, promised, inFlight, collectable } = balances;
  const steps = [
    { name: t('not_due'), value: notDue },
    { name: t('disputed'), value: disputed },
    { name: t('promised'), value: promised },
    { name: t('in_flight'), value: inFlight },
  ];
  return (
    <p className="mb-4 flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-ink-2">
      <span>
        {t('balance')}{' '}
        <b className="font-[600] text-ink">
          <Amount value={balance} currency={currency} named={named} />
        </b>
      </span>
      {steps.map((step) => (
        <span key={step.name} className="whitespace-nowrap">
          − {step.name}{' '}
          <b className="font-[600] text-ink">
            <Amount value={step.value} currency={currency} />
          </b>
        </span>
      ))}
      <span className="whitespace-nowrap">
        = {t('collectable')}{' '}
        <b className="font-[650] text-accent">
          <Amount value={collectable} currency={currency} />
        </b>
      </span>
    </p>
  );
}
