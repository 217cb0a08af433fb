/** Every command of the desk, in the order that `dunlin help` lists them. */
import { cashCommands } from '#areas/cash/commands.ts';
import { bankFileCommands } from '#areas/bank-files/commands.ts';
import { clockCommands } from '#areas/clocks/commands.ts';
import { correspondenceCommands } from '#areas/correspondence/commands.ts';
import { chargeCommands } from '#areas/charges/commands.ts';
import { creditCommands } from '#areas/credit/commands.ts';
import { complaintCommands } from '#areas/complaints/commands.ts';
import { complianceCommands } from '#areas/compliance/commands.ts';
import { datasetCommands } from '#areas/datasets/commands.ts';
import { disputeCommands } from '#areas/disputes/commands.ts';
import { documentCommands } from '#areas/documents/commands.ts';
import { forecastCommands } from '#areas/forecast/commands.ts';
import { escalationCommands } from '#areas/escalations/commands.ts';
import { importCommands } from '#areas/imports/commands.ts';
import { ledgerCommands } from '#areas/ledger/commands.ts';
import { metricCommands } from '#areas/metrics/commands.ts';
import { packCommands } from '#areas/packs/commands.ts';
import { portfolioCommands } from '#areas/portfolios/commands.ts';
import { projectCommands } from '#areas/projects/commands.ts';
import { webhookCommands } from '#areas/webhooks/commands.ts';
import { promiseCommands } from '#areas/promises/commands.ts';
import { planCommands } from '#areas/promises/commands/plans.ts';
import { strategyRunCommands } from '#areas/strategies/commands/run.ts';
import { reportCommands } from '#areas/reports/commands.ts';
import { statementCommands } from '#areas/statements/commands.ts';
import { strategyCommands } from '#areas/strategies/commands.ts';
import { approvalCommands } from '#areas/approvals/commands.ts';
import { refundCommands } from '#areas/refunds/commands.ts';
import { taskCommands } from '#areas/tasks/commands.ts';
import { workbookCommands } from '#areas/workbooks/commands.ts';
import { writeOffCommands } from '#areas/write-offs/commands.ts';
import { worklistCommands } from '#areas/worklist/commands.ts';
import type { Command } from '#platform/cli/command.ts';
import { packMakers } from '#server/packs.ts';
import { backupCommands } from './backup.ts';
import { proveCommand } from './prove.ts';
import { reportCommand } from './report.ts';
import { startCommand } from './start.ts';
import { vectorsCommand } from './vectors/command.ts';

export const commands: readonly Command[] = [
  startCommand,
  ...importCommands,
  ...bankFileCommands,
  ...correspondenceCommands,
  ...disputeCommands,
  ...documentCommands,
  ...reportCommands,
  reportCommand,
  ...datasetCommands,
  ...metricCommands,
  ...ledgerCommands,
  ...cashCommands,
  ...writeOffCommands,
  ...chargeCommands,
  ...forecastCommands,
  ...packCommands(packMakers),
  ...portfolioCommands,
  ...promiseCommands,
  ...creditCommands,
  ...planCommands,
  ...strategyCommands,
  ...complaintCommands,
  ...complianceCommands,
  ...strategyRunCommands,
  ...worklistCommands,
  ...workbookCommands,
  ...statementCommands,
  ...approvalCommands,
  ...refundCommands,
  ...clockCommands,
  ...escalationCommands,
  ...taskCommands,
  ...projectCommands,
  ...webhookCommands,
  vectorsCommand,
  proveCommand,
  ...backupCommands,
];
