/** The fields of each outcome, filled in with what one would say most often. */
import { plusDays } from '#kernel/day.ts';
import type { CallContact, CallOutcome, CallPrep } from '#areas/correspondence/contract/calls.ts';
import { useMembers } from '#areas/team/screens/index.ts';
import { DayField } from '#web/ui/DayField.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export type FieldsProps = {
  outcome: CallOutcome;
  prep: CallPrep;
  contact: CallContact | undefined;
  currency: string;
  ask: string;
  errors: Readonly<Record<string, string>>;
};

export function OutcomeFields(props: FieldsProps) {
  switch (props.outcome) {
    case 'promise':
    case 'part':
      return <PromiseFields {...props} />;
    case 'plan':
      return <PlanFields {...props} />;
    case 'dispute':
      return <DisputeFields {...props} />;
    case 'copy':
    case 'not_received':
      return <CopyFields {...props} />;
    case 'already_paid':
      return <PaidFields {...props} />;
    case 'callback':
      return <CallbackFields {...props} />;
    case 'handed_over':
      return <HandFields {...props} />;
    case 'stop_contact':
      return <StopFields />;
    case 'wrong_person':
    case 'no_answer':
    case 'voicemail':
    case 'refuses':
    case 'information':
      return null;
  }
}

function PromiseFields({ outcome, prep, currency, ask, errors }: FieldsProps) {
  const t = useWords(words);
  return (
    <>
      <MoneyField
        label={t('amount')}
        name="amount"
        currency={currency}
        defaultValue={outcome === 'part' ? (prep.goal?.halves[0] ?? '') : ask}
        error={errors.amount}
        autoFocus
      />
      <DayField
        label={t('by_day')}
        name="dueOn"
        defaultValue={prep.goal?.by ?? ''}
        error={errors.dueOn}
      />
      <MethodField />
      <Replaced prep={prep} />
    </>
  );
}

function MethodField() {
  const t = useWords(words);
  const methods = ['check', 'ach', 'wire', 'card', 'cash', 'other'] as const;
  return (
    <SelectField
      label={t('method')}
      name="method"
      none={t('method_any')}
      choices={methods.map((value) => ({ value, name: t(`method_${value}`) }))}
    />
  );
}

/** The promises still open, each of which the new one may replace. */
function Replaced({ prep }: { prep: CallPrep }) {
  const t = useWords(words);
  const figures = useFigures();
  return prep.promises
    .filter(({ state }) => state === 'open')
    .map(({ promiseId, amount, currency, dueOn }) => (
      <CheckField
        key={promiseId}
        name="supersedes"
        value={promiseId}
        defaultChecked
        label={t('replaces', {
          amount: figures.money(amount, currency),
          day: figures.day(dueOn),
        })}
      />
    ));
}

function PlanFields({ prep, currency, ask, errors }: FieldsProps) {
  const t = useWords(words);
  const parts = Array.from({ length: (prep.goal?.mostParts ?? 3) - 1 }, (_, index) => index + 2);
  return (
    <>
      <MoneyField
        label={t('amount')}
        name="amount"
        currency={currency}
        defaultValue={ask}
        error={errors.amount}
        autoFocus
      />
      <SelectField
        label={t('parts')}
        name="parts"
        choices={parts.map((count) => ({ value: String(count), name: String(count) }))}
      />
      <DayField
        label={t('first_on')}
        name="firstOn"
        defaultValue={prep.goal?.by ?? ''}
        error={errors.firstOn}
      />
      <SelectField
        label={t('every')}
        name="every"
        choices={(['week', 'two_weeks', 'month'] as const).map((value) => ({
          value,
          name: t(`every_${value}`),
        }))}
      />
      <Replaced prep={prep} />
    </>
  );
}

const reasons = [
  'price',
  'quantity',
  'damaged',
  'not_received',
  'not_ordered',
  'freight',
  'tax',
  'duplicate',
  'terms',
  'service',
  'other',
] as const;

function DisputeFields({ prep, currency, errors }: FieldsProps) {
  const t = useWords(words);
  const figures = useFigures();
  const people = useMembers();
  const open = prep.items.filter((item) => item.currency === currency);
  return (
    <>
      <SelectField
        label={t('invoice')}
        name="itemId"
        autoFocus
        choices={open.map(({ itemId, number, open: left }) => ({
          value: itemId,
          name: `${number} · ${figures.money(left, currency)}`,
        }))}
      />
      <SelectField
        label={t('what_wrong')}
        name="reason"
        choices={reasons.map((value) => ({ value, name: t(`reason_${value}`) }))}
      />
      <SelectField
        label={t('which_part')}
        name="part"
        choices={(['amount', 'freight', 'tax', 'line', 'whole'] as const).map((value) => ({
          value,
          name: t(`part_${value}`),
        }))}
      />
      <MoneyField label={t('amount')} name="amount" currency={currency} error={errors.amount} />
      <SelectField
        label={t('owner')}
        name="ownerId"
        none={t('owner_nobody')}
        choices={people.map(({ memberId, name }) => ({ value: memberId, name }))}
      />
    </>
  );
}

function CopyFields({ outcome, prep, contact, errors }: FieldsProps) {
  const t = useWords(words);
  if (prep.originals.length === 0) return <p className="text-warn">{t('no_originals')}</p>;
  return (
    <>
      {outcome === 'not_received' && <SentBefore prep={prep} />}
      <fieldset className="grid gap-0.5">
        <legend className="text-sm font-[550] text-ink-2">{t('originals')}</legend>
        {prep.originals.slice(0, 12).map(({ originalId, number, fileName }, index) => (
          <CheckField
            key={originalId}
            name="originalIds"
            value={originalId}
            defaultChecked={index === 0}
            label={`${number} · ${fileName}`}
          />
        ))}
      </fieldset>
      <TextField
        label={t('to_email')}
        name="email"
        type="email"
        autoComplete="off"
        defaultValue={contact?.email ?? ''}
        error={errors.email}
      />
      {outcome === 'not_received' && <p className="text-sm text-ink-2">{t('due_stays')}</p>}
    </>
  );
}

/** The proof of delivery: where it went before, and what became of it. */
function SentBefore({ prep }: { prep: CallPrep }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <section>
      <h3 className="text-sm font-[550] text-ink-2">{t('sent_before')}</h3>
      {prep.letters.length === 0 && <p className="text-sm text-ink-3">{t('no_letters')}</p>}
      <ul className="grid gap-1 text-sm">
        {prep.letters.map(({ messageId, to, subject, state, at }) => (
          <li key={messageId}>
            {figures.day(at)} · {to} · {subject} · {state}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PaidFields({ prep, currency, errors }: FieldsProps) {
  const t = useWords(words);
  return (
    <>
      <TextField
        label={t('reference')}
        name="reference"
        autoComplete="off"
        autoFocus
        error={errors.reference}
      />
      <DayField label={t('paid_on')} name="paidOn" error={errors.paidOn} />
      <MoneyField
        label={t('amount')}
        name="amount"
        currency={currency}
        defaultValue={prep.goal?.ask ?? ''}
        error={errors.amount}
      />
      <MethodOfPaid />
      <p className="text-sm text-ink-2">{t('pauses')}</p>
    </>
  );
}

function MethodOfPaid() {
  const t = useWords(words);
  const methods = ['check', 'ach', 'wire', 'card', 'cash', 'other'] as const;
  return (
    <SelectField
      label={t('method')}
      name="method"
      choices={methods.map((value) => ({ value, name: t(`method_${value}`) }))}
    />
  );
}

function CallbackFields({ prep, contact, errors }: FieldsProps) {
  const t = useWords(words);
  const today = useToday();
  const zone = contact?.zones[0] ?? prep.account.zone;
  const zones = [...new Set([zone, prep.account.zone, ...common])];
  return (
    <>
      <DayField label={t('on_day')} name="on" defaultValue={plusDays(today, 1)} error={errors.on} />
      <TextField
        label={t('at_time')}
        name="at"
        type="time"
        defaultValue="09:00"
        error={errors.at}
      />
      <SelectField
        label={t('zone')}
        name="zone"
        choices={zones.map((value) => ({ value, name: value.replaceAll('_', ' ') }))}
      />
      <TextField
        label={t('number')}
        name="number"
        autoComplete="off"
        defaultValue={contact?.number ?? ''}
        error={errors.number}
      />
    </>
  );
}

const common = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Mexico_City',
  'America/Puerto_Rico',
];

function HandFields({ prep }: FieldsProps) {
  const t = useWords(words);
  if (prep.speakers.length === 0) return <p className="text-warn">{t('no_colleague')}</p>;
  return (
    <SelectField
      label={t('colleague')}
      name="memberId"
      choices={prep.speakers.map(({ memberId, name }) => ({ value: memberId, name }))}
    />
  );
}

function StopFields() {
  const t = useWords(words);
  return (
    <SelectField
      label={t('stop_what')}
      name="scope"
      autoFocus
      choices={(['calls', 'number', 'all'] as const).map((value) => ({
        value,
        name: t(`stop_${value}`),
      }))}
    />
  );
}
