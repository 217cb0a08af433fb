/** Saved reports: whose, when last used, as a file, and retired when nobody needs them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  exportReport,
  retireReport,
  savedReports,
  type WireSavedReport,
} from '#areas/datasets/contract/saved-reports.ts';
import { call, hrefOf } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { ReadyReports } from './ReadyReports.tsx';
import { words } from './words.ts';

export function ReportsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [retiring, setRetiring] = useState<WireSavedReport | null>(null);
  const found = useQuery({
    queryKey: ['saved-reports'],
    queryFn: ({ signal }) => call(savedReports, { signal }),
  });
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      actions={
        <Link to={paths.reportBuild} className={linkLook}>
          {t('build')}
        </Link>
      }
    >
      <ReadyReports />
      <h2 className="mb-2 font-[600]">{t('built')}</h2>
      {found.isError ? (
        <Failed why={why(found.error)} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Bones lines={6} />
      ) : found.data.rows.length === 0 ? (
        <Empty title={t('none')} why={t('none_why')} />
      ) : (
        <ReportTable rows={found.data.rows} onRetire={setRetiring} />
      )}
      {retiring !== null && <RetireForm report={retiring} onClose={() => setRetiring(null)} />}
    </Page>
  );
}

type TableProps = {
  rows: readonly WireSavedReport[];
  onRetire: (report: WireSavedReport) => void;
};

function ReportTable({ rows, onRetire }: TableProps) {
  const t = useWords(words);
  const heads = ['report', 'owner', 'shared', 'used', 'review', 'files'] as const;
  return (
    <WideTable label={t('title')} framed look="text-sm">
      <thead>
        <tr className="border-b border-line text-left text-ink-2">
          {heads.map((head) => (
            <th key={head} scope="col" className="px-3 py-2 font-[550] whitespace-nowrap">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ReportRow key={row.name} row={row} onRetire={onRetire} />
        ))}
      </tbody>
    </WideTable>
  );
}

const formats = ['csv', 'xlsx', 'pdf'] as const;

function ReportRow({ row, onRetire }: { row: WireSavedReport } & Pick<TableProps, 'onRetire'>) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const { name, title, retiredOn, usedOn, usedBy } = row;
  const used = usedOn === null ? t('never') : figures.day(usedOn);
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="min-w-52 px-3 py-2 text-left font-[550]">
        {retiredOn === null ? (
          <Link to={paths.reportOf} params={{ name }} className="link">
            {title}
          </Link>
        ) : (
          title
        )}
        <span className="block font-[400] text-ink-2">{row.note}</span>
      </th>
      <td className="px-3 py-2">{row.owner}</td>
      <td className="px-3 py-2">{t(`shared_${row.shared}`)}</td>
      <td className="px-3 py-2 whitespace-nowrap">
        {usedBy === null ? used : t('used_by', { day: used, by: usedBy })}
      </td>
      <td className="px-3 py-2 whitespace-nowrap">
        {retiredOn === null ? figures.day(row.reviewOn) : null}{' '}
        {row.needsReview && <Tag tone="warn">{t('review_due')}</Tag>}
        {retiredOn !== null && t('retired', { day: figures.day(retiredOn) })}
      </td>
      <td className="px-3 py-2">
        {retiredOn === null && (
          <span className="flex items-center gap-2">
            {formats.map((format) => (
              <a
                key={format}
                className="link"
                aria-label={`${title}: ${format.toUpperCase()}`}
                href={hrefOf(exportReport, { params: { name }, query: { format } })}
              >
                {format.toUpperCase()}
              </a>
            ))}
            {row.mine && (
              <Button tone="quiet" because={may('datasets.save')} onClick={() => onRetire(row)}>
                {t('retire')}
                <span className="sr-only">: {title}</span>
              </Button>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

function RetireForm({ report, onClose }: { report: WireSavedReport; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { name, title } = report;
  const retire = useMutation({
    mutationFn: (body: { reason: string }) => call(retireReport, { params: { name }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['saved-reports'] });
      say({ text: t('retired_now') });
      onClose();
    },
  });
  const { errors, onSubmit } = useForm(retireReport, (body) => retire.mutate(body));
  return (
    <Dialog title={t('retire_name', { title })} onClose={onClose}>
      <form className="grid gap-4" onSubmit={onSubmit}>
        <TextField label={t('reason')} name="reason" error={errors['reason']} autoFocus />
        <RefusalNote error={retire.error} />
        <Button type="submit" tone="danger" busy={retire.isPending}>
          {t('retire')}
        </Button>
      </form>
    </Dialog>
  );
}
