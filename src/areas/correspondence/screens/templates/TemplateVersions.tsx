/** The versions of a template: who wrote each, who approved it, and what a second person may do. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { decideTemplate, type WireTemplate } from '#areas/correspondence/contract/templates.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

type Act = 'approved' | 'rejected' | 'withdrawn';

export function TemplateVersions({ rows }: { rows: readonly WireTemplate[] }) {
  const t = useWords(words);
  const forbidden = useMay()('templates.approve');
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: ({ key, version, act }: { key: string; version: number; act: Act }) =>
      call(decideTemplate, {
        params: { key, version },
        body: { act, reason: t('decided_at_desk') },
      }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['templates'] }),
  });
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('versions')}</h2>
      <ul className="grid gap-1.5 text-sm">
        {rows.map((row) => (
          <li key={row.version} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <About row={row} />
            {acts(row.state).map((act) => (
              <Button
                key={act}
                because={forbidden}
                onClick={() => decide.mutate({ key: row.key, version: row.version, act })}
              >
                {t(verbs[act])}
              </Button>
            ))}
          </li>
        ))}
      </ul>
      <RefusalNote error={decide.error} words={areaWords} />
    </section>
  );
}

function About({ row }: { row: WireTemplate }) {
  const t = useWords(words);
  const figures = useFigures();
  const { version, state, inForce, author, approvedBy, expiresOn, reason } = row;
  const notes = [
    author !== '' && t('written_by', { name: author }),
    approvedBy !== '' && t('approved_by', { name: approvedBy }),
    expiresOn !== null && t('until', { day: figures.day(expiresOn) }),
    reason,
  ];
  return (
    <>
      <span className="font-[600]">
        {version === 0 ? t('as_delivered') : t('version', { version })}
      </span>
      <Tag tone={inForce ? 'good' : 'plain'}>
        {state === 'delivered' && !inForce ? t('as_delivered') : t(`state_${state}`)}
      </Tag>
      <span className="text-ink-2">{notes.filter(Boolean).join(' · ')}</span>
    </>
  );
}

const verbs = { approved: 'approve', rejected: 'reject', withdrawn: 'withdraw' } as const;

function acts(state: WireTemplate['state']): readonly Act[] {
  if (state === 'proposed') return ['approved', 'rejected'];
  return state === 'approved' ? ['withdrawn'] : [];
}
