/** The settlements of an account: what is taken for the debt, by when, and how it ended. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountSettlements, type WireSettlement } from '#areas/promises/contract/settlements.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { settlementTones } from './plan-tones.ts';
import { TakeBackForm } from './TakeBackForm.tsx';
import { words } from './words.ts';

export function SettlementCards({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const [taking, setTaking] = useState<WireSettlement | null>(null);
  const known = useQuery({
    queryKey: ['account', accountId, 'settlements'],
    queryFn: ({ signal }) => call(accountSettlements, { params: { accountId }, signal }),
  });
  const rows = known.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('settlement_cards')}</h2>
      <ul className="grid gap-2">
        {rows.slice(0, 4).map((row) => (
          <Card key={row.settlementId} settlement={row} onTakeBack={() => setTaking(row)} />
        ))}
      </ul>
      {taking !== null && <TakeBackForm settlement={taking} onClose={() => setTaking(null)} />}
    </section>
  );
}

type CardProps = { settlement: WireSettlement; onTakeBack: () => void };

function Card({ settlement, onTakeBack }: CardProps) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const { state, currency } = settlement;
  const stands = state === 'open' || state === 'asked';
  const said = [
    t('settled_by', { day: figures.day(settlement.payBy) }),
    t('settled_paid', { paid: figures.amount(settlement.paid, currency) }),
    ...(state === 'fulfilled'
      ? [t('settled_waived', { waived: figures.amount(settlement.waived, currency) })]
      : []),
    settlement.offeredTo,
  ];
  return (
    <li className="rounded-md border border-line px-2.5 py-2">
      <p className="flex items-baseline gap-2">
        <span className="figures font-[600]">
          {t('offer_line', {
            offer: figures.amount(settlement.offer, currency),
            balance: figures.money(settlement.balance, currency),
          })}
        </span>
        <span className="flex-1" />
        <Tag tone={settlementTones[state]}>{t(`settled_${state}`)}</Tag>
      </p>
      <p className="mt-1 text-sm text-ink-2">{said.join(' · ')}</p>
      {stands && may('promises.make') === undefined && (
        <button type="button" className="link no-print mt-1 text-sm" onClick={onTakeBack}>
          {t('settle_take_back')}
        </button>
      )}
    </li>
  );
}
