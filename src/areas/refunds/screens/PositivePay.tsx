/** What the bank is told of checks, from one day to another, in the columns that it asks for. */
import { useState } from 'react';
import { type payouts, positivePayFile } from '#areas/refunds/contract/payouts.ts';
import { type Answer, hrefOf } from '#web/api.ts';
import { TextField } from '#web/ui/Field.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Rows = Answer<typeof payouts>['rows'];

export function PositivePay({ rows }: { rows: Rows }) {
  const forbidden = useMay()('refunds.release');
  const checks = rows.filter(({ method }) => method === 'check');
  const companies = [...new Set(checks.map(({ company }) => company))];
  if (forbidden !== undefined) return null;
  return companies.map((company) => {
    const last = checks.find((each) => each.company === company)?.madeOn ?? '';
    return <OfCompany key={company} company={company} last={last} />;
  });
}

function OfCompany({ company, last }: { company: string; last: string }) {
  const t = useWords(words);
  const [from, setFrom] = useState(last);
  const [to, setTo] = useState(last);
  const query = { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
  return (
    <section aria-label={t('positive_pay_of', { company })} className="grid gap-2">
      <h2 className="font-[600]">{t('positive_pay_of', { company })}</h2>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          type="date"
          label={t('from')}
          name="from"
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <TextField
          type="date"
          label={t('to')}
          name="to"
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
        <a className="link" href={hrefOf(positivePayFile, { params: { company }, query })} download>
          {t('positive_pay_fetch')}
        </a>
      </div>
    </section>
  );
}
