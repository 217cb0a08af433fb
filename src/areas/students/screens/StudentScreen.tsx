/** A student's account as the federal clocks see it: terms, aid, charges, and who left. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { studentAccount, type WireTerm } from '#areas/students/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { type Form, forms, StudentForm } from './StudentForm.tsx';
import { words } from './words.ts';
import { Worksheet } from './Worksheet.tsx';

const keys: Readonly<Record<Form, string>> = { term: 't', charge: 'b', aid: 'y', withdraw: 'd' };
const names = {
  term: 'add_term',
  charge: 'add_charge',
  aid: 'add_aid',
  withdraw: 'withdraw',
} as const;

export function StudentScreen() {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('students.work');
  const { accountId = '' } = useParams({ strict: false });
  const [form, setForm] = useState<Form | null>(null);
  const found = useQuery({
    queryKey: ['student', accountId],
    queryFn: ({ signal }) => call(studentAccount, { params: { accountId }, signal }),
  });
  const student = found.data;
  const offered = forms.filter((each) => each === 'term' || (student?.terms.length ?? 0) > 0);
  useKeys(
    form === null && forbidden === undefined
      ? offered.map((each) => {
          return { key: keys[each], phrase: t(names[each]), run: () => setForm(each) };
        })
      : [],
  );
  return (
    <Page
      title={student?.name ?? t('student')}
      sub={
        student && (
          <Link to={paths.account} params={{ accountId }} className="link">
            {student.account}
          </Link>
        )
      }
    >
      {found.isPending && <Bones lines={8} />}
      {found.isError && <Failed why={why(found.error)} onRetry={() => void found.refetch()} />}
      {student !== undefined && (
        <div className="grid max-w-4xl gap-7">
          <div className="no-print flex flex-wrap gap-2">
            {offered.map((each) => (
              <Button
                key={each}
                keys={keys[each]}
                because={forbidden}
                onClick={() => setForm(each)}
              >
                {t(names[each])}
              </Button>
            ))}
          </div>
          {student.terms.length === 0 && <Empty title={t('none')} why={t('none_why')} />}
          {student.terms.map((term) => (
            <Term key={term.term} term={term} />
          ))}
          {student.withdrawals.map((withdrawal) => (
            <Worksheet key={withdrawal.withdrawalId} accountId={accountId} one={withdrawal} />
          ))}
        </div>
      )}
      {form !== null && student !== undefined && (
        <StudentForm
          form={form}
          accountId={accountId}
          terms={student.terms}
          onClose={() => setForm(null)}
        />
      )}
    </Page>
  );
}

function Term({ term }: { term: WireTerm }) {
  const t = useWords(words);
  const figures = useFigures();
  const { startsOn, endsOn, classesFrom, currency, titleIvBalance, payBy } = term;
  return (
    <section aria-label={term.term} className="grid gap-2">
      <h2 className="font-[600]">{term.term}</h2>
      <p className="text-sm text-ink-2">
        {t('runs', {
          from: figures.day(startsOn),
          to: figures.day(endsOn),
          classes: figures.day(classesFrom),
        })}
      </p>
      <p className="flex flex-wrap items-baseline gap-2">
        {t('balance')} <Amount value={titleIvBalance} currency={currency} named strong />
        {payBy !== null && <Tag tone="warn">{t('pay_by', { day: figures.day(payBy) })}</Tag>}
        <span className="text-sm text-ink-2">
          {t('ledger_credit')} {figures.money(term.ledgerCredit, currency)}
        </span>
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Lines
          label={t('charges')}
          currency={currency}
          lines={term.charges.map(({ kind, amount, on, allowable }) => ({
            name: t(`kind_${kind}`),
            mark: allowable ? undefined : t('not_allowable'),
            amount,
            on,
          }))}
        />
        <Lines
          label={t('aid')}
          currency={currency}
          lines={term.aid.map(({ programme, amount, on, state }) => ({
            name: t(`programme_${programme}`),
            mark: state === 'could' ? t('could') : undefined,
            amount,
            on,
          }))}
        />
      </div>
    </section>
  );
}

type Line = { name: string; mark: string | undefined; amount: string; on: string };

function Lines({ label, currency, lines }: { label: string; currency: string; lines: Line[] }) {
  const figures = useFigures();
  return (
    <section aria-label={label}>
      <h3 className="text-sm font-[550] text-ink-2">{label}</h3>
      <ul className="grid gap-1">
        {lines.map(({ name, mark, amount, on }, at) => (
          <li key={`${at} ${name}`} className="flex items-baseline justify-between gap-3">
            <span>
              {name} <span className="text-sm text-ink-3">{figures.day(on)}</span>{' '}
              {mark !== undefined && <Tag>{mark}</Tag>}
            </span>
            <Amount value={amount} currency={currency} />
          </li>
        ))}
      </ul>
    </section>
  );
}
