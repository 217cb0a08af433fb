/** What one dropped file says: its format, accounts, balances, controls and first lines. */
import type { WireTaken } from '#areas/bank-files/contract/files.ts';
import { isTorn } from '#areas/bank-files/rules/judge-file.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { fileTones } from './tones.ts';
import { saidControl } from '../words/control-names.ts';
import { words } from './words.ts';

export function FilePreview({ file }: { file: WireTaken }) {
  const t = useWords(words);
  return (
    <article className="grid gap-3 rounded-lg border border-line bg-surface p-4">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="min-w-0 text-md font-[600] break-words">{file.fileName}</h2>
        <span className="text-sm text-ink-2">{file.format}</span>
        <Tag tone={fileTones[file.state]}>{t(`state_${file.state}`)}</Tag>
        {file.seenBefore && <Tag>{t('seen_before')}</Tag>}
      </header>
      <p className="text-sm">
        {[
          t('new_of', { added: file.added, found: file.found }),
          file.changed > 0 && t('changed_lines', { count: file.changed }),
          file.disputed > 0 && t('disputed_lines', { count: file.disputed }),
          file.remittances > 0 && t('remittances', { count: file.remittances }),
          file.settlementLines > 0 && t('settlements', { count: file.settlementLines }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Findings file={file} />
      {file.statements.map((statement, index) => (
        <StatementPreview key={index} statement={statement} />
      ))}
    </article>
  );
}

/** What keeps it out, what only warns, and that everything else agrees. */
function Findings({ file }: { file: WireTaken }) {
  const t = useWords(words);
  const language = useLanguage();
  const { failedControls, unknownAccounts, problems, controls } = file;
  return (
    <ul className="grid gap-1 text-sm">
      {unknownAccounts.map(({ stated, shown, currency }) => (
        <li key={`${stated} ${currency}`} className="text-warn">
          {t('account_unknown', { account: shown || t('no_number'), currency })} {t('asks_after')}
        </li>
      ))}
      {failedControls.map(({ kind, record, what, stated, found }) => (
        <li key={`${record} ${what}`} className={kind === 'amount' ? 'text-late' : 'text-warn'}>
          {isTorn({ stated })
            ? t('control_torn', { what: saidControl(what, language) })
            : t('control_failed', {
                record,
                what: saidControl(what, language),
                stated,
                found,
              })}
        </li>
      ))}
      {failedControls.length === 0 && (
        <li className="text-ink-2">{t('controls_hold', { count: controls })}</li>
      )}
      {problems.map(({ record, message }, index) => (
        <li key={index} className="text-ink-2">
          {t('record')} {record}: {message}
        </li>
      ))}
    </ul>
  );
}

type Statement = WireTaken['statements'][number];

function StatementPreview({ statement }: { statement: Statement }) {
  const t = useWords(words);
  const figures = useFigures();
  const { currency, opening, closing, moneyIn, moneyOut, first } = statement;
  const figuresOf = [
    { name: t('opening'), value: opening },
    { name: t('money_in'), value: moneyIn },
    { name: t('money_out'), value: moneyOut },
    { name: t('closing'), value: closing },
  ];
  return (
    <section className="grid gap-2 border-t border-line pt-3">
      <h3 className="font-[600]">
        {t(`statement_${statement.kind}`)} {statement.bankAccount ?? (statement.account || '')}{' '}
        <span className="text-sm font-normal text-ink-2">
          {[statement.from, statement.to]
            .filter((day) => day !== null)
            .map(figures.day)
            .join(' – ')}
        </span>
      </h3>
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        {figuresOf.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-sm text-ink-3">{name}</dt>
            <dd>
              {value === null ? (
                <span className="text-ink-3">{t('not_stated')}</span>
              ) : (
                <Amount value={value} currency={currency} named />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {first.length > 0 && (
        <WideTable label={t('first_lines')}>
          <thead className="text-left text-sm text-ink-3">
            <tr>
              <th className="pr-3 font-normal">{t('booked')}</th>
              <th className="pr-3 text-right font-normal">{t('amount')}</th>
              <th className="pr-3 font-normal">{t('payer')}</th>
              <th className="font-normal">{t('text')}</th>
            </tr>
          </thead>
          <tbody className="text-sm">
            {first.map((line, index) => (
              <tr key={index}>
                <td className="pr-3 whitespace-nowrap">{figures.day(line.bookedOn)}</td>
                <td className="pr-3 text-right">
                  <Amount value={line.amount} currency={line.currency} />
                </td>
                <td className="pr-3">{line.payer}</td>
                <td className="text-ink-2">{line.text}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
      {first.length < statement.lines && (
        <p className="text-sm text-ink-2">
          {t('first_of', { shown: first.length, count: statement.lines })}
        </p>
      )}
    </section>
  );
}
