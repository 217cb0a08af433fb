/** The one table of served routes: what no area lists here, nobody can ask for. */
import { approvalRoutes } from '#areas/approvals/http.ts';
import { cashRoutes } from '#areas/cash/http.ts';
import { bankFileRoutes } from '#areas/bank-files/http.ts';
import { clockRoutes } from '#areas/clocks/http.ts';
import { chargeRoutes } from '#areas/charges/http.ts';
import { complaintRoutes } from '#areas/complaints/http.ts';
import { complianceRoutes } from '#areas/compliance/http.ts';
import { correspondenceRoutes } from '#areas/correspondence/http.ts';
import { creditRoutes } from '#areas/credit/http.ts';
import { customerRoutes } from '#areas/customers/http.ts';
import { datasetRoutes } from '#areas/datasets/http.ts';
import { disputeRoutes } from '#areas/disputes/http.ts';
import { dashboardRoutes } from '#areas/dashboards/http.ts';
import { documentRoutes } from '#areas/documents/http.ts';
import { escalationRoutes } from '#areas/escalations/http.ts';
import { importRoutes } from '#areas/imports/http.ts';
import { invoiceRoutes } from '#areas/invoices/http.ts';
import { ledgerRoutes } from '#areas/ledger/http.ts';
import { packRoutes } from '#areas/packs/http.ts';
import { portfolioRoutes } from '#areas/portfolios/http.ts';
import { metricRoutes } from '#areas/metrics/http.ts';
import { policyRoutes } from '#areas/policies/http.ts';
import { projectRoutes } from '#areas/projects/http.ts';
import { promiseRoutes } from '#areas/promises/http.ts';
import { reconciliationRoutes } from '#areas/reconciliations/http.ts';
import { refundRoutes } from '#areas/refunds/http.ts';
import { planRoutes } from '#areas/promises/http/plans.ts';
import { familyRoutes } from '#areas/promises/http/family.ts';
import { outlookRoutes } from '#areas/promises/http/outlook.ts';
import { settlementRoutes } from '#areas/promises/http/settlements.ts';
import { signingRoutes } from '#areas/promises/http/signing.ts';
import { forecastRoutes } from '#areas/forecast/http.ts';
import { reportRoutes } from '#areas/reports/http.ts';
import { statementRoutes } from '#areas/statements/http.ts';
import { strategyRoutes } from '#areas/strategies/http.ts';
import { strategySimulationRoutes } from '#areas/strategies/http/simulations.ts';
import { strategyRunRoutes } from '#areas/strategies/http/runs.ts';
import { studentRoutes } from '#areas/students/http.ts';
import { taskRoutes } from '#areas/tasks/http.ts';
import { teamRoutes } from '#areas/team/http.ts';
import { webhookRoutes } from '#areas/webhooks/http.ts';
import { writeOffRoutes } from '#areas/write-offs/http.ts';
import { workbookRoutes } from '#areas/workbooks/http.ts';
import { worklistRoutes } from '#areas/worklist/http.ts';
import { packMakers } from './packs.ts';
import type { Served } from '#platform/http/serve.ts';

export const routes: readonly Served[] = [
  ...teamRoutes,
  ...customerRoutes,
  ...invoiceRoutes,
  ...ledgerRoutes,
  ...approvalRoutes,
  ...creditRoutes,
  ...cashRoutes,
  ...clockRoutes,
  ...escalationRoutes,
  ...packRoutes(packMakers),
  ...portfolioRoutes,
  ...policyRoutes,
  ...strategyRoutes,
  ...projectRoutes,
  ...promiseRoutes,
  ...outlookRoutes,
  ...familyRoutes,
  ...refundRoutes,
  ...studentRoutes,
  ...planRoutes,
  ...signingRoutes,
  ...settlementRoutes,
  ...strategyRunRoutes,
  ...strategySimulationRoutes,
  ...forecastRoutes,
  ...reportRoutes,
  ...metricRoutes,
  ...datasetRoutes,
  ...importRoutes,
  ...bankFileRoutes,
  ...complaintRoutes,
  ...disputeRoutes,
  ...documentRoutes,
  ...complianceRoutes,
  ...correspondenceRoutes,
  ...dashboardRoutes,
  ...statementRoutes,
  ...taskRoutes,
  ...workbookRoutes,
  ...worklistRoutes,
  ...webhookRoutes,
  ...writeOffRoutes,
  ...chargeRoutes,
  ...reconciliationRoutes,
];
