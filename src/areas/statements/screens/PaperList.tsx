/** Papers of a run: those out of the ordinary, each with its answer, or a sample of the others. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  answerPaper,
  paperPdf,
  papers,
  type WirePaper,
  type WireRunPage,
} from '#areas/statements/contract/runs.ts';
import { call, hrefOf } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useList } from '#web/ui/list.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { run: WireRunPage; show: 'exceptions' | 'sample' };

export function PaperList({ run, show }: Props) {
  const t = useWords(words);
  const { runId, state, kind } = run;
  const list = useList({
    key: ['statement-run', runId, show, state],
    fetchPage: async (cursor, signal) => {
      const query = { show, limit: 50, cursor };
      const page = await call(papers, { params: { runId }, query, signal });
      return { ...page, count: page.rows.length };
    },
  });
  const exceptions = show === 'exceptions';
  return (
    <section className="mb-6">
      <h2 className="mb-1.5">{t(exceptions ? 'preview_exceptions' : 'sample')}</h2>
      {!list.loading && list.rows.length === 0 && (
        <p className="text-sm text-ink-2">{t(exceptions ? 'no_exceptions' : 'no_sample')}</p>
      )}
      {list.rows.length > 0 && (
        <WideTable label={t(exceptions ? 'preview_exceptions' : 'sample')} framed look="ruled">
          <thead>
            <tr>
              <th>{t('account')}</th>
              <th className="text-right">{t(kind === 'invoice' ? 'amount' : 'balance')}</th>
              <th>{t('way')}</th>
              {exceptions && <th>{t('why')}</th>}
              <th>{t('answer')}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((paper) => (
              <PaperRow
                key={paper.documentId ?? paper.accountId}
                paper={paper}
                run={run}
                why={exceptions}
              />
            ))}
          </tbody>
        </WideTable>
      )}
      {list.paging.hasMore && (
        <Button className="mt-2" onClick={list.paging.loadMore}>
          {t('more_exceptions')}
        </Button>
      )}
    </section>
  );
}

function PaperRow({ paper, run, why }: { paper: WirePaper; run: WireRunPage; why: boolean }) {
  const t = useWords(words);
  const f = useWords(areaWords);
  const { accountId, documentId, account, name, balances, channel, toAddress, problems } = paper;
  const what = paper.document ?? t('the_statement');
  const query = { document: documentId ?? undefined };
  const href = hrefOf(paperPdf, { params: { runId: run.runId, accountId }, query });
  return (
    <tr>
      <td>
        <b>{account}</b> {name} {paper.document}{' '}
        {paper.sha256 !== null && (
          <a className="link" aria-label={t('pdf_of', { what, name })} href={href}>
            {t('pdf')}
          </a>
        )}
      </td>
      <td className="text-right">
        {balances.map((each) => (
          <Amount key={each.currency} value={each.closing} currency={each.currency} />
        ))}
      </td>
      <td>{t(`channel_${channel ?? 'none'}`, { to: toAddress })}</td>
      {why && (
        <td>
          <ul>
            {problems.map((each) => (
              <li key={each}>{f(`problem.${each}`)}</li>
            ))}
          </ul>
        </td>
      )}
      <td>
        <PaperAnswer paper={paper} run={run} />
      </td>
    </tr>
  );
}

function PaperAnswer({ paper, run }: { paper: WirePaper; run: WireRunPage }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const forbidden = useMay()('statements.run');
  const { accountId, name, answer, deliveredAt, channel } = paper;
  const document = paper.documentId ?? undefined;
  const what = paper.document ?? t('the_statement');
  const { runId } = run;
  const save = useMutation({
    mutationFn: (wish: 'release' | 'hold') =>
      call(answerPaper, {
        params: { runId, accountId },
        body: { answer: wish, document, reason: t(wish) },
      }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['statement-run', runId] }),
  });
  if (deliveredAt !== null) return <Tag tone="good">{t('out')}</Tag>;
  if (run.state === 'stopped') return null;
  const odd = paper.problems.length > 0 || answer !== null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {answer !== null && (
        <Tag tone={answer === 'hold' ? 'warn' : 'good'}>{t(`answered_${answer}`)}</Tag>
      )}
      {answer !== 'release' && odd && channel !== null && (
        <Button
          because={forbidden}
          busy={save.isPending}
          aria-label={t('release_of', { what, name })}
          onClick={() => save.mutate('release')}
        >
          {t('release')}
        </Button>
      )}
      {answer !== 'hold' && channel !== null && (
        <Button
          because={forbidden}
          busy={save.isPending}
          aria-label={t('hold_of', { what, name })}
          onClick={() => save.mutate('hold')}
        >
          {t('hold')}
        </Button>
      )}
      <RefusalNote error={save.error} words={areaWords} />
    </div>
  );
}
