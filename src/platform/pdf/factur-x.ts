/**
 * Says in a PDF's own description that it is a Factur-X: readers look there before they look for
 * the file inside. The compiler writes PDF/A-3 and the attachment, but not this.
 */

const said = [
  '<rdf:Description xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#" rdf:about="">',
  '<fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml',
  '</fx:DocumentFileName><fx:Version>1.0</fx:Version>',
  '<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>',
  '<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" ',
  'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" ',
  'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#',
  '</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq>',
  ...['DocumentFileName', 'DocumentType', 'Version', 'ConformanceLevel'].map(
    (name) =>
      '<rdf:li rdf:parseType="Resource">' +
      `<pdfaProperty:name>${name}</pdfaProperty:name>` +
      '<pdfaProperty:valueType>Text</pdfaProperty:valueType>' +
      '<pdfaProperty:category>external</pdfaProperty:category>' +
      `<pdfaProperty:description>${name}</pdfaProperty:description></rdf:li>`,
  ),
  '</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>',
  '</rdf:Description>',
].join('');

/** The same PDF with the description of a Factur-X; throws for one that is not of our making. */
export function markFacturX(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const place = text.indexOf('</rdf:RDF>');
  const begin = text.lastIndexOf('<<', text.lastIndexOf('stream', place));
  const length = /\/Length (\d+)/u.exec(text.slice(begin, place));
  if (place === -1 || !length) throw new Error('this PDF has no description to add to');
  const told = `/Length ${Number(length[1]) + said.length}`;
  const at = begin + length.index;
  const longer =
    text.slice(0, at) + told + text.slice(at + length[0].length, place) + said + text.slice(place);
  return Buffer.from(moved(longer, { from: at, by: longer.length - text.length }), 'latin1');
}

/** Every place in the table of objects that lies behind the change moves with it. */
function moved(text: string, { from, by }: { readonly from: number; readonly by: number }): string {
  const last = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text);
  const table = Number(last?.[1] ?? Number.NaN) + by;
  const rows = text.slice(table, last?.index);
  const shifted = rows.replaceAll(/(\d{10}) (\d{5}) n/gu, (_, place: string, turn: string) => {
    const now = Number(place) > from ? Number(place) + by : Number(place);
    return `${String(now).padStart(10, '0')} ${turn} n`;
  });
  return `${text.slice(0, table)}${shifted}startxref\n${table}\n%%EOF`;
}
