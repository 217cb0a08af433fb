/** The aging with what may be done with all that fits its filter: the reports change nothing. */
import { useState } from 'react';
import { ReassignDialog } from '#areas/portfolios/screens/index.ts';
import { EditInExcel } from '#areas/workbooks/screens/index.ts';
import { AgingScreen } from '#areas/reports/screens/AgingScreen.tsx';
import type { aging } from '#areas/reports/contract.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { Button } from '../ui/Button.tsx';
import { useMay } from '../ui/reader.tsx';
import { useWords } from '../ui/say.ts';
import { words } from '../words.ts';
import { allThatFit } from './all-that-fit.ts';

type Search = QueryOf<typeof aging>;

export function Aging() {
  return <AgingScreen All={All} />;
}

function All({ search }: { search: Search }) {
  return (
    <>
      <Reassign search={search} />
      {search.asOf === undefined && search.knownAt === undefined && (
        <EditInExcel kind="aging" company={search.company} owner={ownerOf(search)} />
      )}
    </>
  );
}

/** A workbook is of today; the collector narrows it as it narrows the list. */
function ownerOf({ collector }: Search): string | undefined {
  return collector === 'none' ? 'nobody' : collector;
}

function Reassign({ search }: { search: Search }) {
  const t = useWords(words);
  const mayNot = useMay()('portfolio.manage') !== undefined;
  const [open, setOpen] = useState(false);
  if (mayNot) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('reassign_these')}</Button>
      {open && (
        <ReassignDialog
          filter={search}
          allThatFit={(company, signal) => allThatFit({ ...search, company }, signal)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
