/** The worksheet of a withdrawal: each step worked out, and each return to be booked. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { returnProgramme, type WireWithdrawal, worksheetFile } from '#areas/students/contract.ts';
import { call, hrefOf } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { accountId: string; one: WireWithdrawal };

export function Worksheet({ accountId, one }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { withdrawalId, withdrawnOn, determinedOn, steps } = one;
  return (
    <section aria-label={t('worksheet')} className="grid gap-3">
      <h2 className="font-[600]">
        {t('worksheet')} · {one.term}
      </h2>
      <p className="text-sm text-ink-2">
        {t('left_known', { left: figures.day(withdrawnOn), known: figures.day(determinedOn) })}{' '}
        <a
          className="link"
          href={hrefOf(worksheetFile, { params: { accountId, withdrawalId } })}
          download
        >
          {t('pdf')}
        </a>
      </p>
      {one.exempt && <p>{t('exempt')}</p>}
      <WideTable label={t('worksheet')}>
        <thead>
          <tr className="text-left text-sm text-ink-2">
            <th scope="col">{t('step')}</th>
            <th scope="col">{t('figures')}</th>
            <th scope="col" className="text-right">
              {t('result')}
            </th>
            <th scope="col">{t('written')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ step, title, formula, result, citation }) => (
            <tr key={step} className="border-t border-line">
              <td className="py-1 pr-3">{title}</td>
              <td className="figures py-1 pr-3">{formula}</td>
              <td className="figures py-1 pr-3 text-right font-[600]">{result}</td>
              <td className="py-1 text-sm text-ink-2">{citation}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <Returns accountId={accountId} one={one} />
      <section aria-label={t('deadlines')}>
        <h3 className="text-sm font-[550] text-ink-2">{t('deadlines')}</h3>
        <ul>
          {one.deadlines.map(({ name, by }) => (
            <li key={name}>
              {name}: {figures.day(by)}
            </li>
          ))}
        </ul>
      </section>
    </section>
  );
}

function Returns({ accountId, one }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('students.work');
  const queries = useQueryClient();
  const { withdrawalId, currency, exempt } = one;
  const back = useMutation({
    mutationFn: (programme: WireWithdrawal['returns'][number]['programme']) =>
      call(returnProgramme, {
        params: { accountId, withdrawalId },
        body: { programme, reason: t('back_reason') },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['student', accountId] });
      say({ text: t('returned') });
    },
  });
  if (exempt) return null;
  return (
    <>
      <RefusalNote error={back.error} words={areaWords} />
      <ul className="grid gap-1.5">
        {one.returns.map(({ programme, name, amount, returnedOn }) => (
          <li key={programme} className="flex flex-wrap items-center gap-3">
            <span>{name}</span>
            <Amount value={amount} currency={currency} named strong />
            {returnedOn === null ? (
              <Button
                because={forbidden}
                busy={back.isPending}
                onClick={() => back.mutate(programme)}
              >
                {t('give_back')}
              </Button>
            ) : (
              <span className="text-good">{t('gave_back', { day: figures.day(returnedOn) })}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
