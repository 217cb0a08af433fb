/** Whom one calls: name, number and how sure it is, their time, how often, and whether one may. */
import { useState } from 'react';
import { writtenPhone } from '#kernel/phone.ts';
import type { CallContact, CallPrep } from '#areas/correspondence/contract/calls.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Kbd } from '#web/ui/Kbd.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

type Props = {
  prep: CallPrep;
  contact: CallContact | undefined;
  onPick: (contactId: string) => void;
};

export function CallHead({ prep, contact, onPick }: Props) {
  const t = useWords(words);
  return (
    <section className="mb-4 grid gap-2 rounded-lg border border-line bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {prep.contacts.length > 1 ? (
          <select
            aria-label={t('whom')}
            value={contact?.contactId ?? ''}
            onChange={(event) => onPick(event.target.value)}
            className="min-h-8 rounded-md border border-line-strong bg-surface px-2 font-[600]"
          >
            {prep.contacts.map(({ contactId, name }) => (
              <option key={contactId} value={contactId}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <strong>{contact?.name ?? t('no_number')}</strong>
        )}
        {contact !== undefined && <Whom contact={contact} />}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-ink-2">{t('this_week', { count: prep.callsThisWeek })}</span>
        {contact !== undefined && <Verdict contact={contact} />}
      </div>
    </section>
  );
}

function Whom({ contact }: { contact: CallContact }) {
  const t = useWords(words);
  const figures = useFigures();
  const { number, verifiedOn, wrongNumber, zones } = contact;
  const [zone] = zones;
  return (
    <>
      <span className="figures">{number === null ? t('no_number') : writtenPhone(number)}</span>
      <span className={verifiedOn === null ? 'text-warn' : 'text-ink-2'}>
        {verifiedOn === null ? t('not_verified') : t('verified', { day: figures.day(verifiedOn) })}
      </span>
      {wrongNumber && <Tag tone="late">{t('wrong_number')}</Tag>}
      {zone !== undefined && <LocalTime zone={zone} />}
      <Tag>{contact.language.toUpperCase()}</Tag>
    </>
  );
}

function LocalTime({ zone }: { zone: string }) {
  const t = useWords(words);
  const language = useLanguage();
  const [now] = useState(() => Date.now());
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(now);
  return (
    <span title={zone} className="text-ink-2">
      {t('local_time', { time })}
    </span>
  );
}

/** The gate's answer; `w` says why. */
function Verdict({ contact }: { contact: CallContact }) {
  const t = useWords(words);
  const figures = useFigures();
  const [open, setOpen] = useState(false);
  useKeys([{ key: 'w', phrase: t('why_gate'), run: () => setOpen(true) }]);
  const { allowed, reasons, nextAllowedAt } = contact;
  return (
    <>
      <Tag tone={allowed ? 'good' : 'stop'}>{t(allowed ? 'ok' : 'not_ok')}</Tag>
      {!allowed && (
        <span className="min-w-0 text-sm text-stop">
          {reasons.map(({ text }) => text).join(' ')}{' '}
          {nextAllowedAt !== null && t('next_allowed', { at: figures.moment(nextAllowedAt) })}
        </span>
      )}
      <button type="button" className="text-sm text-ink-3" onClick={() => setOpen(true)}>
        {t('why_gate')} <Kbd keys="w" />
      </button>
      {open && <WhyGate contact={contact} onClose={() => setOpen(false)} />}
    </>
  );
}

function WhyGate({ contact, onClose }: { contact: CallContact; onClose: () => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const { allowed, reasons, nextAllowedAt } = contact;
  return (
    <Dialog title={t(allowed ? 'ok' : 'not_ok')} sub={contact.name} onClose={onClose}>
      <p>{t(allowed ? 'why_ok' : 'why_not')}</p>
      <ul className="mt-2 grid gap-2">
        {reasons.map(({ id, pack, citation, text }) => (
          <li key={id}>
            <strong>{text}</strong>
            <span className="block text-sm text-ink-2">
              {[id, pack, citation].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {nextAllowedAt !== null && (
        <p className="mt-3">{t('next_allowed', { at: figures.moment(nextAllowedAt) })}</p>
      )}
    </Dialog>
  );
}
