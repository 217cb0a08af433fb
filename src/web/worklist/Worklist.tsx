/** My day with the campaigns above it: the list itself knows nothing of whose idea its work is. */
import { use } from 'react';
import { CampaignBanner } from '#areas/portfolios/screens/index.ts';
import { WorklistScreen } from '#areas/worklist/screens/WorklistScreen.tsx';
import { EditInExcel } from '#areas/workbooks/screens/index.ts';
import { PageNote } from '../ui/page-note.ts';

export function Worklist() {
  const note = use(PageNote);
  return (
    <PageNote
      value={
        <>
          {note}
          <CampaignBanner />
        </>
      }
    >
      <WorklistScreen More={Workbook} />
    </PageNote>
  );
}

/** The reader's own list as a workbook. */
function Workbook() {
  return <EditInExcel kind="worklist" owner="me" />;
}
