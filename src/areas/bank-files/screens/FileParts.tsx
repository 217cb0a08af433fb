/** The parts of one file: its controls, its problems, its statements. */
import { Link } from '@tanstack/react-router';
import type { WireOneFile } from '#areas/bank-files/contract/files.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { saidControl } from '../words/control-names.ts';
import { words } from './words.ts';

const cell = 'py-1 pr-4 align-top';
const head = `${cell} text-left text-sm font-normal text-ink-3`;

export function Controls({ controls }: { controls: WireOneFile['controls'] }) {
  const t = useWords(words);
  const language = useLanguage();
  if (controls.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2>{t('controls')}</h2>
      <WideTable label={t('controls')}>
        <thead>
          <tr>
            <th className={head}>{t('control')}</th>
            <th className={head}>{t('record')}</th>
            <th className={`${head} text-right`}>{t('stated')}</th>
            <th className={`${head} text-right`}>{t('found')}</th>
            <th className={head}>{t('state')}</th>
          </tr>
        </thead>
        <tbody className="figures">
          {controls.map((control, index) => (
            <tr key={index} className="border-t border-line">
              <td className={cell}>{saidControl(control.what, language)}</td>
              <td className={cell}>{control.record}</td>
              <td className={`${cell} text-right`}>{control.stated}</td>
              <td className={`${cell} text-right`}>{control.found}</td>
              <td className={cell}>
                {control.holds ? (
                  <Tag tone="good">{t('agrees')}</Tag>
                ) : (
                  <Tag tone={control.kind === 'amount' ? 'late' : 'warn'}>
                    {t(control.kind === 'amount' ? 'disagrees' : 'warns')}
                  </Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}

export function Problems({ problems }: { problems: WireOneFile['problems'] }) {
  const t = useWords(words);
  if (problems.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2>{t('problems')}</h2>
      <ul className="grid gap-1">
        {problems.map(({ record, message }, index) => (
          <li key={index}>
            <span className="text-ink-3">
              {t('record')} {record}
            </span>{' '}
            {message}
          </li>
        ))}
      </ul>
    </section>
  );
}

type StatementsProps = { statements: WireOneFile['statements']; fileId: string };

export function Statements({ statements, fileId }: StatementsProps) {
  const t = useWords(words);
  if (statements.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2>{t('statements')}</h2>
      <WideTable label={t('statements')}>
        <thead>
          <tr>
            <th className={head}>{t('account')}</th>
            <th className={head}>{t('period')}</th>
            <th className={`${head} text-right`}>{t('opening')}</th>
            <th className={`${head} text-right`}>{t('movements')}</th>
            <th className={`${head} text-right`}>{t('closing')}</th>
            <th className={head}>{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {statements.map((statement) => (
            <StatementRow key={statement.statementId} statement={statement} />
          ))}
        </tbody>
      </WideTable>
      <p>
        <Link to={paths.bankLines} search={{ fileId }} className="link">
          {t('lines')}
        </Link>
      </p>
    </section>
  );
}

function StatementRow({ statement }: { statement: WireOneFile['statements'][number] }) {
  const t = useWords(words);
  const figures = useFigures();
  const { bankAccount, numberEnd, currency, opening, movements, closing, proves } = statement;
  const period = [statement.from, statement.to].filter((day) => day !== null).map(figures.day);
  return (
    <tr className="border-t border-line">
      <td className={cell}>
        {bankAccount} <span className="text-sm text-ink-3">••{numberEnd}</span>
      </td>
      <td className={`${cell} whitespace-nowrap`}>{[...new Set(period)].join(' – ')}</td>
      <td className={`${cell} text-right`}>
        <Balance value={opening} currency={currency} />
      </td>
      <td className={`${cell} text-right`}>
        <Amount value={movements} currency={currency} named />
      </td>
      <td className={`${cell} text-right`}>
        <Balance value={closing} currency={currency} />
      </td>
      <td className={cell}>
        <span className="flex flex-wrap gap-1">
          {proves !== null && (
            <Tag tone={proves ? 'good' : 'late'}>{t(proves ? 'proves' : 'proves_not')}</Tag>
          )}
          {statement.repeats && <Tag>{t('repeats')}</Tag>}
        </span>
      </td>
    </tr>
  );
}

/** What the bank left out is told as left out: it is not nought. */
function Balance({ value, currency }: { value: string | null; currency: string }) {
  const t = useWords(words);
  if (value === null) return <span className="text-sm text-ink-3">{t('not_stated')}</span>;
  return <Amount value={value} currency={currency} />;
}
