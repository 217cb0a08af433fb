/** A link that takes what a screen shows into a workbook that may be edited and brought back. */
import { workbookFile } from '#areas/workbooks/contract.ts';
import type { WorkbookKind } from '#areas/workbooks/rules/kinds.ts';
import { hrefOf } from '#web/api.ts';
import { linkLook } from '#web/ui/Button.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = {
  kind: WorkbookKind;
  /** Of one account. */
  account?: string;
  /** Only the reader's own. */
  mine?: boolean;
  company?: string | undefined;
};

export function EditInExcel({ kind, account, mine = false, company }: Props) {
  const t = useWords(words);
  const query = { account, company, ...(mine ? { owner: 'me' as const } : {}) };
  return (
    <a
      download href={hrefOf(workbookFile, { params: { kind }, query })} className={linkLook}>
      {t('excel')}
    </a>
  );
}
