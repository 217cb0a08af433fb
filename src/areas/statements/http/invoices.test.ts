import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { openEnclosed } from '#platform/files/open-pdf.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { takeTable, twoAccounts } from '#test/support/papers.ts';

const head = { legalName: 'East & Co', line1: '1 Main St', city: 'Hartford', state: 'CT' };

/** What PDF/A-3 and Factur-X 1.0 ask of the file around the invoice. */
const factXParts = [
  /<pdfaid:part>3<\/pdfaid:part>/u,
  /<pdfaid:conformance>B<\/pdfaid:conformance>/u,
  /<fx:DocumentType>INVOICE<\/fx:DocumentType>/u,
  /<fx:DocumentFileName>factur-x\.xml<\/fx:DocumentFileName>/u,
  /<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</u,
  // The invoice says the same as the page: it is the alternative of the whole document.
  /\/AFRelationship\s*\/Alternative/u,
  /\/AF\s*\[/u,
  /\/EmbeddedFiles/u,
  /\/Subtype\s*\/text#2Fxml/u,
  /\/OutputIntent/u,
  /GTS_PDFA/u,
  /\/DestOutputProfile/u,
] as const;

async function deskWithInvoice() {
  const desk = await openDesk();
  await desk.company('EAST');
  await takeTable(desk, 'items.csv', twoAccounts, 'EAST');
  const row = await desk.db.one(sql<{ account_id: string; document_id: string }>`
    select account_id, document_id from invoices.document order by number limit 1`);
  const path = `/api/v1/accounts/${row.account_id}/documents/${row.document_id}/file`;
  const mia = await desk.signIn(await desk.member('manager'));
  return { desk, path, mia };
}

test('an invoice leaves as UBL and as a Factur-X with the invoice inside', async () => {
  const { desk, path, mia } = await deskWithInvoice();
  await using _ = desk;
  expect((await mia.get(`${path}?as=ubl`)).body).toMatchObject({
    code: 'statements.no_letterhead',
  });
  const body = { ...head, postalCode: '06101', country: 'US', reason: 'new paper' };
  await mia.send('PUT', '/api/v1/companies/EAST/letterhead', body);
  const ubl = await mia.get(`${path}?as=ubl`);
  expect(ubl.status).toBe(200);
  expect(ubl.text).toContain('<cbc:RegistrationName>East &amp; Co</cbc:RegistrationName>');
  const hybrid = await desk.app.inject({
    method: 'GET',
    url: `${path}?as=factur-x`,
    headers: { cookie: mia.cookie },
  });
  const pdf = hybrid.rawPayload;
  expect(pdf.toString('latin1')).toContain('<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>');
  for (const part of factXParts) expect(pdf.toString('latin1')).toMatch(part);
  const inside = await openEnclosed(pdf);
  if (!inside.ok) throw new Error(inside.refusal);
  expect(inside.value.files.map(({ name }) => name)).toEqual(['factur-x.xml']);
  const [xml] = inside.value.files;
  expect(Buffer.from(xml?.bytes ?? []).toString()).toContain('<ram:Name>East &amp; Co</ram:Name>');
});

test('an invoice of another company is not there', async () => {
  const { desk, path } = await deskWithInvoice();
  await using _ = desk;
  await desk.company('WEST');
  const wes = await desk.signIn(await desk.member('manager', { companies: ['WEST'] }));
  expect((await wes.get(`${path}?as=ubl`)).status).toBe(404);
});
