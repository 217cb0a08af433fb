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
  /** Whose: the reader's own with `me`, of one person, or of nobody. */
  owner?: string | undefined;
  company?: string | undefined;
};

export function EditInExcel({ kind, account, owner, company }: Props) {
  const t = useWords(words);
  const query = { account, company, owner };
  return (
    <a download href={hrefOf(workbookFile, { params: { kind }, query })} className={linkLook}>
      {t('excel')}
    </a>
  );
}
