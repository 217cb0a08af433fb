/** How one customer is paid back: where to, who agreed to it, and what they said in writing. */
import { Link, useParams } from '@tanstack/react-router';
import { useAccount } from '#areas/customers/screens/index.ts';
import { paths } from '#web/paths.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWords } from '#web/ui/say.ts';
import { Authorisations } from './Authorisations.tsx';
import { BankDetails } from './BankDetails.tsx';
import { words } from './words/payback.ts';

export function AccountRefundsScreen() {
  const t = useWords(words);
  const { accountId = '' } = useParams({ strict: false });
  const account = useAccount(accountId);
  return (
    <Page
      title={t('title')}
      sub={
        account.data && (
          <Link to={paths.account} params={{ accountId }} className="link">
            {account.data.name}
          </Link>
        )
      }
    >
      <div className="grid max-w-3xl gap-6">
        <BankDetails accountId={accountId} />
        <Authorisations accountId={accountId} />
      </div>
    </Page>
  );
}
