/** Clean-ups: what stood at the start, what is left, the target, day by day, and the signature. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { endCleanUp, projectProof, projects, type WireProject } from '#areas/projects/contract.ts';
import { call, hrefOf } from '#web/api.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { StartForm } from './StartForm.tsx';
import { words } from './words.ts';

const proofs = ['xlsx', 'pdf'] as const;

export function ProjectsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('projects.lead');
  const [search] = useSearchState(projects);
  const [starting, setStarting] = useState(false);
  const list = useQuery({
    queryKey: ['projects', search],
    queryFn: ({ signal }) => call(projects, { query: search, signal }),
  });
  return (
    <Page
      title={t('clean_ups')}
      actions={
        <Button tone="main" because={forbidden} onClick={() => setStarting(true)}>
          {t('start')}
        </Button>
      }
    >
      {list.isPending && <Bones lines={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && (
        <Empty title={t('no_projects')} why={t('no_projects_why')} />
      )}
      <ul className="grid max-w-[960px] gap-3">
        {list.data?.rows.map((row) => (
          <ProjectCard key={row.projectId} project={row} />
        ))}
      </ul>
      {starting && <StartForm company={search.company} onClose={() => setStarting(false)} />}
    </Page>
  );
}

function ProjectCard({ project }: { project: WireProject }) {
  const t = useWords(words);
  const f = useWords(areaWords);
  const figures = useFigures();
  const forbidden = useMay()('projects.lead');
  const [ending, setEnding] = useState(false);
  const { projectId, title, kinds, before, now, targetCount, dueOn, end, days } = project;
  return (
    <li className="grid gap-2 rounded-lg border border-line bg-surface p-4">
      <p className="flex flex-wrap items-baseline gap-3">
        <b className="text-md font-[650]">{title}</b>
        <span className="text-sm text-ink-2">
          {kinds.map((kind) => f(`finding.${kind}`)).join(', ')}
        </span>
        <span className="flex-1" />
        <Tag tone={end === null ? 'warn' : end.met ? 'good' : 'late'}>
          {end === null ? t('running') : t('ended', { met: String(end.met), by: end.by })}
        </Tag>
      </p>
      <p>
        {t('before_now', {
          before: before.count,
          now: now.count,
          target: targetCount,
          day: figures.day(dueOn),
        })}
      </p>
      <ProjectStake project={project} />
      <details>
        <summary className="text-sm text-ink-2">{t('burn_down')}</summary>
        <ol className="mt-1 grid gap-1 text-sm">
          {days.map((each) => (
            <li key={each.on} className="grid grid-cols-[90px_60px_1fr] items-center gap-2">
              <time dateTime={each.on}>{figures.day(each.on)}</time>
              <span className="figures text-right">{figures.number(each.count)}</span>
              <span
                aria-hidden
                className="h-2 rounded-sm bg-accent"
                style={{ width: `${(100 * each.count) / Math.max(1, before.count, each.count)}%` }}
              />
            </li>
          ))}
        </ol>
      </details>
      <div className="no-print flex flex-wrap gap-2">
        {proofs.map((format) => (
          <a
            key={format}
            className={linkLook}
            href={hrefOf(projectProof, { params: { projectId }, query: { format } })}
          >
            {t(`proof_${format}`)}
          </a>
        ))}
        {end === null && (
          <Button because={forbidden} onClick={() => setEnding(true)}>
            {t('end')}
          </Button>
        )}
      </div>
      {ending && <EndForm project={project} onClose={() => setEnding(false)} />}
    </li>
  );
}

/** What is at stake, the target for it, and which accounts it keeps to. */
function ProjectStake({ project }: { project: WireProject }) {
  const t = useWords(words);
  const figures = useFigures();
  const { before, now, currency, targetAmount, accountOwner, segment, leastAmount } = project;
  const written = (amount: string): string => figures.money(amount, currency);
  return (
    <p className="figures text-sm text-ink-2">
      {[
        t('stake_then_now', { before: written(before.amount), now: written(now.amount) }),
        targetAmount !== null && t('stake_target', { amount: written(targetAmount) }),
        accountOwner !== null && t('stake_owner', { owner: accountOwner }),
        segment !== null && t('stake_segment', { segment }),
        leastAmount !== null && t('stake_least', { amount: written(leastAmount) }),
      ]
        .filter((part) => part !== false)
        .join(' · ')}
    </p>
  );
}

function EndForm({ project, onClose }: { project: WireProject; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { projectId, title } = project;
  const end = useMutation({
    mutationFn: (body: { note: string }) => call(endCleanUp, { params: { projectId }, body }),
    onSuccess: ({ left }) => {
      void queries.invalidateQueries({ queryKey: ['projects'] });
      say({ text: t('ended_now', { left }) });
      onClose();
    },
  });
  const form = useForm(endCleanUp, (body) => end.mutate(body));
  return (
    <Dialog title={t('end')} sub={title} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <AreaField label={t('reason')} name="note" autoFocus error={form.errors.note} />
        <RefusalNote error={end.error} words={areaWords} />
        <Button type="submit" tone="main" busy={end.isPending}>
          {t('end')}
        </Button>
      </form>
    </Dialog>
  );
}
