/** Clean-ups over the wire: started with a target, ended with a signature, proved by a file. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { parseMoney } from '#kernel/money.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import { writeWorkbook } from '#platform/files/write-xlsx.ts';
import { type Served, serve, serveFile } from '#platform/http/serve.ts';
import { baseCurrencyOf } from '#areas/customers/index.ts';
import { endCleanUp } from '../actions/end-clean-up.ts';
import { startCleanUp } from '../actions/start-clean-up.ts';
import { proofOf, proofPdf } from '../answers/proof.ts';
import { wireProject } from '../answers/wire.ts';
import * as contract from '../contract.ts';
import { cleanUps } from '../store/clean-ups.ts';
import { companyOf } from './chosen.ts';

export const cleanUpRoutes: readonly Served[] = [
  serve(contract.projects, async ({ query, desk, session }) => {
    const all = await cleanUps(desk.db, visibleCompanies(session, query.company));
    return accept({ rows: await Promise.all(all.map((each) => wireProject(desk.db, each))) });
  }),
  serve(contract.startCleanUp, async ({ body, desk, session, perform }) => {
    const { title, kinds, targetCount, dueOn, segment } = body;
    const companyId = companyOf(session, body.company);
    if (companyId === null) return refuse('project.company_unknown');
    const currency = await baseCurrencyOf(desk.db, companyId);
    const least = parseMoney(body.leastAmount, currency);
    const amount = body.targetAmount === undefined ? null : parseMoney(body.targetAmount, currency);
    if (least === undefined || amount === undefined || least.minor < 0n) {
      return refuse('project.bad_amount', { currency });
    }
    const wish = {
      companyId,
      title,
      kinds,
      segment: segment ?? null,
      least: least.minor,
      ownerId: body.ownerId === null ? null : id(body.ownerId),
      accountOwnerId: body.accountOwnerId === null ? null : id(body.accountOwnerId),
      target: { count: targetCount, amount: amount?.minor ?? null, dueOn: day(dueOn) },
    };
    return perform('projects.start_clean_up', title, (context) =>
      startCleanUp(context, wish, session.companyIds),
    );
  }),
  serve(contract.endCleanUp, ({ params, body, session, perform }) => {
    const wish = { projectId: id(params.projectId), note: body.note };
    return perform('projects.end_clean_up', body.note, (context) =>
      endCleanUp(context, wish, session.companyIds),
    );
  }),
  serveFile(contract.projectProof, async ({ params, query, desk, session }) => {
    const [project] = await cleanUps(desk.db, session.companyIds, id(params.projectId));
    if (!project) return refuse('project.no_such_project');
    const proof = await proofOf(desk.db, project, session.language);
    const name = `clean-up-${project.startedOn}`;
    if (query.format === 'pdf') {
      const body = await proofPdf(proof, session.language);
      return accept({ name: `${name}.pdf`, type: fileTypes.pdf, body });
    }
    return accept({
      name: `${name}.xlsx`,
      type: fileTypes.xlsx,
      body: await writeWorkbook(proof),
    });
  }),
];
