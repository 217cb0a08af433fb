/** May the account be contacted: each channel, what stands, and what one can write down. */
import { useState } from 'react';
import type { WireHold } from '#areas/compliance/contract/standing.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { ChannelList } from './ChannelList.tsx';
import { ConsentForm } from './ConsentForm.tsx';
import { HoldForm } from './HoldForm.tsx';
import { LiftForm } from './LiftForm.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { ReportForm } from './ReportForm.tsx';
import { useCompliance } from './standing.ts';
import { words } from './words.ts';

type Open = 'hold' | 'consent' | 'profile' | 'report' | WireHold | null;

type Props = {
  accountId: string;
  contacts: readonly { contactId: string; name: string }[];
};

export function ComplianceCard({ accountId, contacts }: Props) {
  const t = useWords(words);
  const may = useMay();
  const [open, setOpen] = useState<Open>(null);
  const known = useCompliance(accountId);
  const close = () => setOpen(null);
  const tells = may('compliance.tell') === undefined;
  const settles = may('compliance.settle') === undefined;
  return (
    <section aria-label={t('compliance')}>
      <h2 className="mb-1.5">{t('compliance')}</h2>
      {known.isPending && <Bones lines={4} />}
      {known.isSuccess && (
        <>
          <Holds holds={known.data.holds} onLift={settles ? setOpen : undefined} />
          <ChannelList channels={known.data.channels} />
          <div className="no-print mt-2 flex flex-wrap gap-1">
            {tells && <Button onClick={() => setOpen('hold')}>{t('stop_contact')}</Button>}
            {tells && <Button onClick={() => setOpen('consent')}>{t('they_said')}</Button>}
            {tells && <Button onClick={() => setOpen('report')}>{t('report_contact')}</Button>}
            {settles && <Button onClick={() => setOpen('profile')}>{t('debt_kind')}</Button>}
          </div>
          {open === 'profile' && (
            <ProfileForm accountId={accountId} profile={known.data.profile} onClose={close} />
          )}
        </>
      )}
      {open === 'hold' && <HoldForm accountId={accountId} onClose={close} />}
      {open === 'consent' && <ConsentForm accountId={accountId} onClose={close} />}
      {open === 'report' && (
        <ReportForm accountId={accountId} contacts={contacts} onClose={close} />
      )}
      {open !== null && typeof open === 'object' && (
        <LiftForm accountId={accountId} hold={open} onClose={close} />
      )}
    </section>
  );
}

type HoldsProps = {
  holds: readonly WireHold[];
  onLift: ((hold: WireHold) => void) | undefined;
};

function Holds({ holds, onLift }: HoldsProps) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <ul>
      {holds
        .filter(({ standing }) => standing)
        .map((hold) => (
          <li key={hold.holdId} className="mb-2 rounded-md bg-stop-soft px-2.5 py-1.5 text-sm">
            <p className="flex items-baseline gap-2 font-[600] text-stop">
              <span className="flex-1">
                {t('hold_since', {
                  hold: t(`hold_${hold.kind}`),
                  day: figures.day(hold.startsOn),
                })}
              </span>
              {onLift && (
                <button type="button" className="link no-print" onClick={() => onLift(hold)}>
                  {t('lift')}
                </button>
              )}
            </p>
            <p>
              {hold.evidence} · {hold.actor}
            </p>
          </li>
        ))}
    </ul>
  );
}
