/**
 * The feed’s description of itself (CSDL): an entity set for each dataset, a property for each
 * column, with its explanation in the reader’s language.
 *
 * Amounts are decimals with at most four places, which every currency fits; the currency is the
 * column beside them.
 */
import type { Language } from '#kernel/words.ts';
import type { Column, ColumnType, Dataset } from '../dataset.ts';
import { parent, parentOf } from './parent.ts';

const namespace = 'Dunlin';

type Edm = { readonly type: string; readonly facets?: Readonly<Record<string, number>> };

const edmTypes: Readonly<Record<ColumnType, Edm>> = {
  text: { type: 'Edm.String' },
  choice: { type: 'Edm.String' },
  id: { type: 'Edm.Guid' },
  money: { type: 'Edm.Decimal', facets: { Precision: 23, Scale: 4 } },
  day: { type: 'Edm.Date' },
  instant: { type: 'Edm.DateTimeOffset', facets: { Precision: 6 } },
  count: { type: 'Edm.Int64' },
  percent: { type: 'Edm.Decimal', facets: { Precision: 23, Scale: 4 } },
  yes_no: { type: 'Edm.Boolean' },
};

/** The name of a dataset's entity type. */
export function entityType({ entitySet }: Dataset): string {
  return `${namespace}.${entitySet}Row`;
}

/** As XML, which Excel and Power BI read. */
export function metadataXml(datasets: readonly Dataset[], language: Language): string {
  const types = datasets.map((dataset) => typeXml(dataset, datasets, language));
  const sets = datasets.map(
    (dataset) =>
      `<EntitySet Name="${dataset.entitySet}" EntityType="${entityType(dataset)}">` +
      `${describeXml(dataset.about[language])}${bindingXml(dataset, datasets)}</EntitySet>`,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">',
    ...vocabularies.map(
      ({ uri, name, alias }) =>
        `<edmx:Reference Uri="${uri}"><edmx:Include Namespace="${name}" Alias="${alias}"/>` +
        '</edmx:Reference>',
    ),
    '<edmx:DataServices>',
    `<Schema Namespace="${namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
    ...types,
    `<EntityContainer Name="Desk">${sets.join('')}</EntityContainer>`,
    '</Schema></edmx:DataServices></edmx:Edmx>',
  ].join('\n');
}

const oasis = 'https://oasis-tcs.github.io/odata-vocabularies/vocabularies';
const vocabularies = [
  { uri: `${oasis}/Org.OData.Core.V1.xml`, name: 'Org.OData.Core.V1', alias: 'Core' },
  { uri: `${oasis}/Org.OData.Measures.V1.xml`, name: 'Org.OData.Measures.V1', alias: 'Measures' },
];

function bindingXml(dataset: Dataset, datasets: readonly Dataset[]): string {
  const target = parentOf(dataset, datasets);
  return target === undefined
    ? ''
    : `<NavigationPropertyBinding Path="${parent.name}" Target="${target.entitySet}"/>`;
}

function parentXml(dataset: Dataset, datasets: readonly Dataset[]): string {
  const target = parentOf(dataset, datasets);
  return target === undefined
    ? ''
    : `<NavigationProperty Name="${parent.name}" Type="${entityType(target)}"/>`;
}

function typeXml(dataset: Dataset, datasets: readonly Dataset[], language: Language): string {
  const keys = dataset.rowKey.map((key) => `<PropertyRef Name="${key}"/>`).join('');
  const properties = dataset.columns.map((column) => propertyXml(column, language));
  return (
    `<EntityType Name="${dataset.entitySet}Row"><Key>${keys}</Key>` +
    `${properties.join('')}${parentXml(dataset, datasets)}</EntityType>`
  );
}

function propertyXml(column: Column, language: Language): string {
  const { type, facets = {} } = edmTypes[column.type];
  const said = Object.entries(facets).map(([name, value]) => ` ${name}="${value}"`);
  const nullable = column.empty ? '' : ' Nullable="false"';
  const currency =
    column.type === 'money'
      ? `<Annotation Term="Measures.ISOCurrency" Path="${column.currency ?? ''}"/>`
      : '';
  return (
    `<Property Name="${column.key}" Type="${type}"${nullable}${said.join('')}>` +
    `<Annotation Term="Core.Description" String="${escaped(column.words[language])}"/>` +
    `<Annotation Term="Core.LongDescription" String="${escaped(column.about[language])}"/>` +
    `${currency}</Property>`
  );
}

function describeXml(text: string): string {
  return `<Annotation Term="Core.Description" String="${escaped(text)}"/>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** As JSON (CSDL JSON 4.01). */
export function metadataJson(datasets: readonly Dataset[], language: Language): unknown {
  const types = datasets.map((dataset) => [
    `${dataset.entitySet}Row`,
    { ...typeJson(dataset, language), ...parentJson(dataset, datasets) },
  ]);
  const sets = datasets.map((dataset) => [
    dataset.entitySet,
    {
      $Collection: true,
      $Type: entityType(dataset),
      ...bindingJson(dataset, datasets),
      '@Core.Description': dataset.about[language],
    },
  ]);
  const references = vocabularies.map(({ uri, name, alias }) => [
    uri.replace(/\.xml$/u, '.json'),
    { $Include: [{ $Namespace: name, $Alias: alias }] },
  ]);
  return {
    $Version: '4.01',
    $EntityContainer: `${namespace}.Desk`,
    $Reference: Object.fromEntries(references),
    [namespace]: {
      ...Object.fromEntries(types),
      Desk: { $Kind: 'EntityContainer', ...Object.fromEntries(sets) },
    },
  };
}

function parentJson(dataset: Dataset, datasets: readonly Dataset[]): object {
  const target = parentOf(dataset, datasets);
  if (target === undefined) return {};
  const property = { $Kind: 'NavigationProperty', $Type: entityType(target), $Nullable: true };
  return { [parent.name]: property };
}

function bindingJson(dataset: Dataset, datasets: readonly Dataset[]): object {
  const target = parentOf(dataset, datasets);
  return target === undefined
    ? {}
    : { $NavigationPropertyBinding: { [parent.name]: target.entitySet } };
}

function typeJson({ rowKey, columns }: Dataset, language: Language): object {
  const properties = columns.map((column) => {
    const { type, facets = {} } = edmTypes[column.type];
    const said = Object.entries(facets).map(([name, value]) => [`$${name}`, value] as const);
    return [
      column.key,
      {
        $Type: type,
        ...(column.empty ? { $Nullable: true } : {}),
        ...Object.fromEntries(said),
        '@Core.Description': column.words[language],
        '@Core.LongDescription': column.about[language],
      },
    ] as const;
  });
  return { $Kind: 'EntityType', $Key: [...rowKey], ...Object.fromEntries(properties) };
}
