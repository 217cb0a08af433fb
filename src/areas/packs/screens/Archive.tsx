/** The archive: every issue as it was sent, with its files and where its mails are. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { issueFile, issues, type WireIssue } from '#areas/packs/contract.ts';
import { call, hrefOf } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { linkLook } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

export function Archive() {
  const t = useWords(words);
  const why = useWhy();
  const list = useQuery({
    queryKey: ['packs', 'issues'],
    queryFn: ({ signal }) => call(issues, { query: { limit: 30 }, signal }),
  });
  return (
    <section aria-label={t('archive')}>
      <h2 className="mb-2 text-md font-[650]">{t('archive')}</h2>
      {list.isPending && <Bones lines={4} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && <Empty title={t('no_issues')} why={t('no_issues_why')} />}
      <ul className="grid gap-2">
        {list.data?.rows.map((row) => (
          <IssueLine key={row.issueId} row={row} />
        ))}
      </ul>
    </section>
  );
}

const formats = ['pdf', 'xlsx'] as const;

function IssueLine({ row }: { row: WireIssue }) {
  const t = useWords(words);
  const figures = useFigures();
  const { issueId, name, asOf, knownAt, madeAt, readers, signed, toSign } = row;
  const states = [...new Set(readers.flatMap(({ state }) => (state === null ? [] : [state])))];
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-surface p-3">
      <div className="min-w-60 flex-1">
        <b className="font-[600]">{name}</b>{' '}
        <span className="text-sm text-ink-2">{figures.moment(madeAt)}</span>
        <p className="text-sm text-ink-2">
          {t('known_at', { day: figures.day(asOf), known: figures.moment(knownAt) })}
        </p>
      </div>
      {states.map((state) => (
        <Tag key={state} tone={state === 'sent' ? 'good' : 'warn'}>
          {t(`state_${state}`)}
        </Tag>
      ))}
      {signed && (
        <Tag tone="good">{t('signed', { by: signed.by, at: figures.moment(signed.at) })}</Tag>
      )}
      {toSign && <Tag tone="warn">{t('to_sign')}</Tag>}
      {formats.map((format) => (
        <a
          key={format}
          className={linkLook}
          aria-label={`${t(format)} · ${name} · ${asOf}`}
          href={hrefOf(issueFile, { params: { issueId }, query: { format } })}
        >
          {t(format)}
        </a>
      ))}
      <Link
        className={linkLook}
        to={paths.packIssue}
        params={{ issueId }}
        aria-label={`${t('open')} · ${name} · ${asOf}`}
      >
        {t('open')}
      </Link>
    </li>
  );
}
