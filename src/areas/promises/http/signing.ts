/** Signing a plan over the wire, and the documents that were signed. */
import { id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { type Perform, type Served, serve, serveFile, serveUpload } from '#platform/http/serve.ts';
import { signPlan } from '../actions/plans/sign-plan.ts';
import { agreementDocuments, agreementPdf } from '../answers/agreement.ts';
import * as contract from '../contract/plans.ts';
import { signedBy } from '../rules/plans/job-reason.ts';
import { planOf } from '../store/plans/plans.ts';
import { type Signature, signedDocument, signedPaper } from '../store/plans/signing.ts';

type Ref = { readonly accountId: string; readonly planId: string };
type Signed = Omit<Signature, 'sha256'>;

export const signingRoutes: readonly Served[] = [
  serve(contract.signPlan, ({ params, body, perform, desk, wire }) => {
    const { name, language, version } = body;
    const { ip, agent } = wire;
    const signed = { how: 'typed', name, language, ip, userAgent: agent, copy: null } as const;
    return sign({ desk, perform }, params, signed, version);
  }),
  serveUpload(contract.signPlanOnPaper, ({ params, query, files, perform, desk, wire }) => {
    const [file] = files;
    if (!file || files.length > 1) return Promise.resolve(refuse('plan.one_paper'));
    if (!isPaper(file.bytes)) return Promise.resolve(refuse('plan.not_a_paper'));
    const { name, language, version } = query;
    const copy = { name: file.name, content: file.bytes, sha256: fingerprint(file.bytes) };
    const { ip, agent } = wire;
    const signed = { how: 'wet', name, language, ip, userAgent: agent, copy } as const;
    return sign({ desk, perform }, params, signed, version);
  }),
  serveFile(contract.planAgreement, async ({ params, query, desk }) => {
    const plan = await planOf(desk.db, id(params.accountId), id(params.planId));
    if (!plan) return refuse('plan.no_such_plan');
    const { language } = query;
    const body =
      (await signedDocument(desk.db, plan, language)) ??
      (await agreementPdf(desk.db, plan, language, desk.clock.today()));
    return accept({ name: `plan-${plan.madeOn}-${language}.pdf`, type: 'application/pdf', body });
  }),
  serveFile(contract.planPaper, async ({ params, desk }) => {
    const paper = await signedPaper(desk.db, id(params.accountId), id(params.planId));
    if (!paper) return refuse('plan.no_paper');
    return accept({ name: paper.name, type: 'application/octet-stream', body: paper.content });
  }),
];

/** A PDF, a JPEG, a PNG or a TIFF by how it begins. */
function isPaper(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.slice(0, 4)).toString('latin1');
  return ['%PDF', '\xff\xd8\xff', '\x89PNG', 'II*\0', 'MM\0*'].some((begin) => {
    return head.startsWith(begin);
  });
}

/** The documents are made before the account is locked; their version is proved after. */
async function sign(
  { desk, perform }: { readonly desk: Desk; readonly perform: Perform },
  params: Ref,
  signed: Signed,
  version: number,
): Promise<Outcome<{ state: (typeof contract.planStates)[number]; sha256: string }>> {
  const accountId = id(params.accountId);
  const plan = await planOf(desk.db, accountId, id(params.planId));
  if (!plan) return refuse('plan.no_such_plan');
  const documents = await agreementDocuments(desk.db, plan, desk.clock.today());
  const sha256 = documents.find(({ language }) => language === signed.language)?.sha256 ?? '';
  const { planId } = plan;
  const wish = { accountId, planId, version, documents, signature: { ...signed, sha256 } };
  const done = await perform(
    'promises.sign_plan',
    signedBy(signed.name),
    (context) => signPlan(context, wish),
    accountId,
  );
  if (!done.ok) return done;
  const state = contract.planStates.find((known) => known === done.value.state) ?? 'signed';
  return accept({ state, sha256 });
}
