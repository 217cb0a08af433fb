/** Who answers the mail: somebody it was given to, else whoever owns the account. */
import type { WireMailPage } from '#areas/correspondence/contract/mailbox.ts';
import { Button } from '#web/ui/Button.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { Picker } from '#web/ui/Picker.tsx';
import { useMay, useReader } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { useAssign } from './mail-data.ts';
import { words } from './words.ts';

const owner = 'owner';

export function GivenTo({ page }: { page: WireMailPage }) {
  const t = useWords(words);
  const forbidden = useMay()('mail.work');
  const me = useReader();
  const { mail, people } = page;
  const assign = useAssign(mail);
  const mine = people.find(({ memberId }) => memberId === me.memberId);
  useKeys(
    mine === undefined
      ? []
      : [{ key: 'a', phrase: t('assign_me'), run: () => assign.mutate(mine) }],
  );
  if (forbidden !== undefined) return null;
  const nobody = mail.account?.owner ?? t('assign_nobody');
  return (
    <>
      {mine !== undefined && mail.assignee?.memberId !== mine.memberId && (
        <Button keys="a" busy={assign.isPending} onClick={() => assign.mutate(mine)}>
          {t('assign_me')}
        </Button>
      )}
      <Picker
        label={t('assign')}
        on={mail.assignee?.memberId ?? owner}
        choices={[
          { value: owner, name: nobody },
          ...people.map(({ memberId, name }) => ({ value: memberId, name })),
        ]}
        onPick={(value) => {
          const picked = people.find(({ memberId }) => memberId === value);
          assign.mutate(picked ?? { memberId: null, name: nobody });
        }}
      />
    </>
  );
}
