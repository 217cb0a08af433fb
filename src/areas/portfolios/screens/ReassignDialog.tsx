/**
 * Giving all accounts of a filtered list to a person, or sharing them out.
 *
 * The rule a newcomer would break: the dialog counts the whole list before anything else, says
 * which filter that is, and moves exactly those accounts.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { type ListFilter, useFilterSaid } from './filter-said.ts';
import { ReassignWork } from './ReassignWork.tsx';
import { words } from './words.ts';

type Fitting = {
  /** Null: more than may be named. */
  readonly accountIds: readonly string[] | null;
  readonly most: number;
  readonly amounts: readonly { readonly currency: string; readonly balance: string }[];
};
type Props = {
  filter: ListFilter;
  /** All accounts of one company that the list's filter fits. */
  allThatFit: (company: string, signal: AbortSignal) => Promise<Fitting>;
  onClose: () => void;
};

export function ReassignDialog({ filter, allThatFit, onClose }: Props) {
  const t = useWords(words);
  const companies = useReaderCompanies();
  const [picked, setPicked] = useState(filter.company);
  const company = picked ?? companies[0]?.code;
  const said = useFilterSaid({ ...filter, company });
  const found = useQuery<Fitting>({
    queryKey: ['preview', 'fitting', company, filter],
    enabled: company !== undefined,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => allThatFit(company ?? '', signal),
  });
  return (
    <Dialog title={t('reassign_title')} shape="wide" onClose={onClose}>
      <div className="grid gap-3.5">
        {filter.company === undefined && companies.length > 1 && (
          <SelectField
            label={t('reassign_company')}
            name="company"
            value={company ?? ''}
            onChange={(event) => setPicked(event.target.value)}
            choices={companies.map(({ code, name }) => ({ value: code, name }))}
          />
        )}
        <div>
          <h3 className="font-[600]">{t('reassign_filter')}</h3>
          <ul className="list-disc pl-5 text-ink-2">
            {said.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </div>
        <RefusalNote error={found.error} />
        {found.isLoading && <p role="status">{t('reassign_counting')}</p>}
        {found.data !== undefined && company !== undefined && (
          <Counted key={company} company={company} fitting={found.data} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

type CountedProps = { company: string; fitting: Fitting; onClose: () => void };

function Counted({ company, fitting, onClose }: CountedProps) {
  const t = useWords(words);
  const figures = useFigures();
  const { accountIds, most, amounts } = fitting;
  if (accountIds === null) {
    return (
      <p role="alert" className="rounded-md bg-late-soft px-3 py-2 text-late">
        {t('reassign_too_many', { most })}
      </p>
    );
  }
  if (accountIds.length === 0) return <p>{t('reassign_none')}</p>;
  const owed = amounts.map(({ balance, currency }) => figures.money(balance, currency));
  return (
    <>
      <p className="rounded-md bg-sunk px-3 py-2">
        <b className="font-[600]">{t('reassign_all', { count: accountIds.length })}</b>{' '}
        {t('reassign_owe', { amounts: owed.join(' + ') })} {t('reassign_fixed')}
      </p>
      <ReassignWork company={company} accountIds={accountIds} onDone={onClose} />
    </>
  );
}
