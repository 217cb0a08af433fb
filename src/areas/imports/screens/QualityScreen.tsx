/** What is doubtful in the book, each finding with its amount and accounts to look at. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dataQuality } from '#areas/imports/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { ImportTabs } from './ImportTabs.tsx';
import { words } from './words.ts';

type Finding = AnswerOf<typeof dataQuality>['findings'][number];

export function QualityScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [search] = useSearchState(dataQuality);
  const report = useQuery({
    queryKey: ['imports', 'quality', search],
    queryFn: ({ signal }) => call(dataQuality, { query: search, signal }),
  });
  const found = report.data?.findings.filter((finding) => finding.count > 0);
  return (
    <Page
      title={t('quality')}
      sub={report.data && t('quality_sub', { day: figures.longDay(report.data.asOf) })}
    >
      <ImportTabs />
      {report.isPending && <Bones lines={10} gap={22} />}
      {report.isError && <Failed why={why(report.error)} onRetry={() => void report.refetch()} />}
      {found?.length === 0 && <Empty title={t('quality_clean')} />}
      {found !== undefined && found.length > 0 && (
        <ul className="grid max-w-[960px] divide-y divide-line rounded-lg border border-line bg-surface">
          {found.map((finding) => (
            <FindingRow key={finding.code} finding={finding} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function FindingRow({ finding }: { finding: Finding }) {
  const t = useWords(words);
  const figures = useFigures();
  const { code, count, amounts, examples } = finding;
  return (
    <li>
      <details>
        <summary className="flex items-baseline gap-x-4 px-4 py-2.5 hover:bg-sunk max-sm:flex-wrap max-sm:gap-x-3 max-sm:px-3">
          <span className="figures w-14 text-right text-md font-[650] max-sm:w-10">
            {figures.number(count)}
          </span>
          <span className="min-w-0 flex-1">{t(`finding_${code}`)}</span>
          <span className="figures text-right text-ink-2 max-sm:w-full">
            {amounts.map(({ currency, amount }) => (
              <span key={currency} className="block">
                {figures.money(amount, currency)}
              </span>
            ))}
          </span>
        </summary>
        <ul className="grid gap-1 px-4 pt-1 pb-3 pl-[88px] text-sm max-sm:pl-4">
          {examples.map((example) => (
            <li key={`${example.account}${example.detail}`}>
              {example.accountId === null ? (
                <b className="font-[600]">{example.name}</b>
              ) : (
                <Link
                  to={paths.account}
                  params={{ accountId: example.accountId }}
                  className="link font-[600]"
                >
                  {example.name}
                </Link>
              )}{' '}
              <span className="text-ink-3">{example.account}</span>{' '}
              <span className="text-ink-2">{example.detail}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
