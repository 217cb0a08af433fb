/** The matching policy: what is in force, what waits for a second person, a new proposal. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decidePolicy, policies } from '#areas/cash/contract/quality.ts';
import { formatMoney, money } from '#kernel/money.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { ProposeForm } from './ProposeForm.tsx';
import { words } from './words.ts';

type Known = AnswerOf<typeof policies>;
type Version = Known['rows'][number];
type Props = { company: string | undefined };

export function PolicyPanel({ company }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('cash.propose_policy');
  const [open, setOpen] = useState(false);
  const known = useQuery({
    queryKey: ['cash', 'policies', company],
    queryFn: ({ signal }) => call(policies, { query: { company }, signal }),
  });
  if (known.data === undefined) return <Bones lines={5} />;
  const inForce = known.data.rows.find(({ act }) => act === 'approved');
  const document = inForce?.document ?? known.data.standard;
  const { currency } = known.data;
  const feeMinor = BigInt(document.returnFeeMinor);
  const fee =
    currency === null || feeMinor === 0n
      ? null
      : figures.money(formatMoney(money(feeMinor, currency)), currency);
  return (
    <section className="grid gap-3">
      <h2>{t('policy')}</h2>
      <p>
        {inForce === undefined
          ? t('policy_standard')
          : t('policy_in_force', { version: inForce.version })}
      </p>
      {document.onePoster && <p>{t('one_poster_on')}</p>}
      {fee !== null && <p>{t('return_fee_now', { amount: fee })}</p>}
      <ul className="grid gap-2">
        {known.data.rows.slice(0, 5).map((row) => (
          <OneVersion key={`${row.company} ${row.version}`} row={row} />
        ))}
      </ul>
      {open ? (
        <ProposeForm
          company={company}
          document={document}
          currency={currency}
          onDone={() => setOpen(false)}
        />
      ) : (
        <div>
          <Button because={forbidden} onClick={() => setOpen(true)}>
            {t('propose')}
          </Button>
        </div>
      )}
    </section>
  );
}

function OneVersion({ row }: { row: Version }) {
  const t = useWords(words);
  const forbidden = useMay()('cash.approve');
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: (act: 'approved' | 'rejected') =>
      call(decidePolicy, {
        params: { version: row.version },
        body: { company: row.company, act, reason: row.reason },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['cash'] });
      say({ text: t('decided') });
    },
  });
  return (
    <li className="rounded-lg border border-line p-2.5">
      <p className="font-[550]">{t('version', { version: row.version, by: row.by })}</p>
      <p className="text-sm text-ink-2">
        {row.act === null ? t('waiting') : t(row.act, { by: row.decidedBy ?? '' })} · {row.reason}
      </p>
      {row.act === null && (
        <div className="mt-2 flex gap-2">
          <Button because={forbidden} onClick={() => decide.mutate('approved')}>
            {t('approve')}
          </Button>
          <Button because={forbidden} onClick={() => decide.mutate('rejected')}>
            {t('reject')}
          </Button>
        </div>
      )}
      <RefusalNote error={decide.error} words={areaWords} />
    </li>
  );
}
