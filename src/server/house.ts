/** The areas as the server needs them: who a member is, whose an account is, what is said. */
import type { Id } from '#kernel/ids.ts';
import { makeTogether } from '#platform/together.ts';
import { companyOf } from '#areas/ledger/index.ts';
import { companies, memberById } from '#areas/team/index.ts';
import { type ByMember, coveredOwners, otherHolder } from '#areas/worklist/index.ts';
import { words as approvalWords } from '#areas/approvals/words.ts';
import { words as cashWords } from '#areas/cash/words.ts';
import { words as bankFileWords } from '#areas/bank-files/words.ts';
import { words as clockWords } from '#areas/clocks/words.ts';
import { kindWords as clockKindWords } from '#areas/clocks/words/kinds.ts';
import { words as chargeWords } from '#areas/charges/words.ts';
import { words as complaintWords } from '#areas/complaints/words.ts';
import { words as complianceWords } from '#areas/compliance/words.ts';
import { words as correspondenceWords } from '#areas/correspondence/words.ts';
import { words as creditWords } from '#areas/credit/words.ts';
import { words as customerWords } from '#areas/customers/words.ts';
import { words as datasetWords } from '#areas/datasets/words.ts';
import { words as dashboardWords } from '#areas/dashboards/words.ts';
import { words as disputeWords } from '#areas/disputes/words.ts';
import { words as documentWords } from '#areas/documents/words.ts';
import { words as escalationWords } from '#areas/escalations/words.ts';
import { words as forecastWords } from '#areas/forecast/words.ts';
import { words as importWords } from '#areas/imports/words.ts';
import { words as invoiceWords } from '#areas/invoices/words.ts';
import { words as ledgerWords } from '#areas/ledger/words.ts';
import { words as metricWords } from '#areas/metrics/words.ts';
import { words as packWords } from '#areas/packs/words.ts';
import { words as policyWords } from '#areas/policies/words.ts';
import { words as portfolioWords } from '#areas/portfolios/words.ts';
import { words as projectWords } from '#areas/projects/words.ts';
import { words as promiseWords } from '#areas/promises/words.ts';
import { words as reconciliationWords } from '#areas/reconciliations/words.ts';
import { words as refundWords } from '#areas/refunds/words.ts';
import { words as reportWords } from '#areas/reports/words.ts';
import { words as statementWords } from '#areas/statements/words.ts';
import { words as strategyWords } from '#areas/strategies/words.ts';
import { runWords as strategyRunWords } from '#areas/strategies/words/run.ts';
import { words as studentWords } from '#areas/students/words.ts';
import { words as taskWords } from '#areas/tasks/words.ts';
import { words as teamWords } from '#areas/team/words.ts';
import { words as webhookWords } from '#areas/webhooks/words.ts';
import { words as workbookWords } from '#areas/workbooks/words.ts';
import { words as writeOffWords } from '#areas/write-offs/words.ts';
import { words as worklistWords } from '#areas/worklist/words.ts';
import type { Desk } from '#platform/action.ts';
import type { Replica } from '#platform/postgres/replica.ts';
import type { FindMember } from './gate.ts';
import type { House } from './register.ts';
import { allPhrases, speaker } from './words.ts';

/** Everything that a refusal can be said with; an area's words get their line here. */
export const phrases = allPhrases([
  workbookWords,
  teamWords,
  worklistWords,
  approvalWords,
  cashWords,
  clockWords,
  clockKindWords,
  escalationWords,
  customerWords,
  complaintWords,
  complianceWords,
  correspondenceWords,
  creditWords,
  dashboardWords,
  disputeWords,
  documentWords,
  forecastWords,
  importWords,
  bankFileWords,
  invoiceWords,
  ledgerWords,
  metricWords,
  packWords,
  policyWords,
  portfolioWords,
  projectWords,
  promiseWords,
  refundWords,
  studentWords,
  reportWords,
  datasetWords,
  statementWords,
  strategyWords,
  strategyRunWords,
  taskWords,
  reconciliationWords,
  chargeWords,
  webhookWords,
  writeOffWords,
]);

export function makeHouse(desk: Desk, replica?: Replica): House {
  return {
    desk,
    replica,
    findMember,
    companyOf: (accountId) => companyOf(desk.db, accountId),
    otherHolder: (accountId, memberId) =>
      otherHolder(desk.db, { accountId, memberId }, desk.clock.now()),
    coveredOwner: (accountId, memberId) => coveredTogether(desk, { accountId, memberId }),
    speak: speaker(phrases),
  };
}

/** Every write asks whom its actor covers; those that come at the same time ask once. */
const coveredTogether = makeTogether<ByMember, Id | undefined>({
  most: 100,
  answer: ({ db, clock }, asked) => coveredOwners(db, asked, clock.today()),
});

const findMember: FindMember = async ({ db }, memberId) => {
  const member = await memberById(db, memberId);
  return member && { ...member, companies: await companies(db, member.companyIds) };
};
