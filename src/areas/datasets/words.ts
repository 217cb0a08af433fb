/** Every refusal of the datasets, and what answers and files say. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { MeasureKind } from './rules/dataset.ts';
import type { Grain } from './rules/question.ts';
import type { ODataRefusal } from './rules/odata/refusal.ts';
import type { DatasetsRefusal, ReportRefusal } from './rules/refusal.ts';

type Said = DatasetsRefusal | ReportRefusal | ODataRefusal;
type Named = `datasets.measure_${MeasureKind}` | `datasets.by_${Grain}`;

export const words = {
  'datasets.no_such_dataset': {
    en: 'There is no dataset {dataset}. The list of datasets names them all.',
    es: 'No existe el conjunto de datos {dataset}. La lista los nombra todos.',
  },
  'datasets.no_such_column': {
    en: 'The dataset {dataset} has no column {field}.',
    es: 'El conjunto de datos {dataset} no tiene la columna {field}.',
  },
  'datasets.operator_does_not_fit': {
    en: '{field} cannot be filtered by {operator}.',
    es: '{field} no se puede filtrar por {operator}.',
  },
  'datasets.values_do_not_fit': {
    en: 'Give {field} as many values as the filter takes: one, or several for a list.',
    es: 'Indique para {field} tantos valores como pide el filtro: uno, o varios para una lista.',
  },
  'datasets.value_does_not_fit': {
    en: '“{value}” is not a value of {field}.',
    es: '«{value}» no es un valor de {field}.',
  },
  'datasets.filter_not_understood': {
    en: 'The filter is not understood at {field}.',
    es: 'El filtro no se entiende en {field}.',
  },
  'datasets.filter_too_large': {
    en: 'The filter has too many conditions, or they are nested too deep.',
    es: 'El filtro tiene demasiadas condiciones, o demasiado anidadas.',
  },
  'datasets.nothing_chosen': {
    en: 'Choose between 1 and 60 columns, or something to measure.',
    es: 'Elija entre 1 y 60 columnas, o algo que medir.',
  },
  'datasets.column_twice': {
    en: '{field} stands there twice.',
    es: '{field} está dos veces.',
  },
  'datasets.cannot_group_by': {
    en: 'Rows cannot be grouped by {field} in this way.',
    es: 'No se puede agrupar así por {field}.',
  },
  'datasets.cannot_measure': {
    en: '{field} cannot be measured by {measure}.',
    es: '{field} no se puede medir por {measure}.',
  },
  'datasets.needs_weight': {
    en: 'A weighted average of {field} needs an amount or a count that weighs.',
    es: 'Un promedio ponderado de {field} necesita un importe o un recuento que pondere.',
  },
  'datasets.cannot_sort_by': {
    en: 'The answer has no column {field} to sort by.',
    es: 'La respuesta no tiene la columna {field} por la que ordenar.',
  },
  'datasets.not_as_of': {
    en: '{dataset} is always of now; it cannot be asked as of a day.',
    es: '{dataset} es siempre de ahora; no se puede pedir a una fecha.',
  },
  'datasets.day_does_not_fit': {
    en: '“{value}” is not a day for {field}.',
    es: '«{value}» no es un día para {field}.',
  },
  'datasets.chart_does_not_fit': {
    en: 'The chart needs a group and a measure of the answer; {field} is not one.',
    es: 'El gráfico necesita un grupo y una medida de la respuesta; {field} no lo es.',
  },
  'datasets.took_too_long': {
    en: 'The answer took too long. Narrow the filter, or group less finely.',
    es: 'La respuesta tardó demasiado. Acote el filtro o agrupe con menos detalle.',
  },
  'datasets.no_such_report': {
    en: 'There is no such report, or it is not shared with you.',
    es: 'No existe ese informe, o no está compartido con usted.',
  },
  'datasets.name_taken': {
    en: 'There is a report {name} already. Choose another name.',
    es: 'Ya existe un informe {name}. Elija otro nombre.',
  },
  'datasets.name_does_not_fit': {
    en: 'A name is made of small letters, digits and hyphens: month-end-by-segment.',
    es: 'Un nombre lleva minúsculas, cifras y guiones: cierre-por-segmento.',
  },
  'datasets.not_your_report': {
    en: 'Only {owner}, who keeps this report, may change it, or who may share with the company.',
    es: 'Solo {owner}, que cuida este informe, o quien comparte con la empresa, puede cambiarlo.',
  },
  'datasets.may_not_share': {
    en: 'You may keep reports for yourself; sharing them needs a senior or manager.',
    es: 'Puede guardar informes para usted; compartirlos corresponde a sénior o gerencia.',
  },
  'datasets.no_such_owner': {
    en: 'Nobody of the team has this id.',
    es: 'Nadie del equipo tiene ese id.',
  },
  'datasets.retired_already': {
    en: 'This report was retired on {day}. Save it under a new name to use it again.',
    es: 'Este informe se retiró el {day}. Guárdelo con otro nombre para usarlo de nuevo.',
  },
  'datasets.changed_meanwhile': {
    en: 'Somebody saved version {now} meanwhile. Look at it first.',
    es: 'Alguien guardó entretanto la versión {now}. Revísela primero.',
  },
  'odata.no_such_entity_set': {
    en: 'The feed has no entity set {field}, or it is not open to this key.',
    es: 'La fuente no tiene el conjunto {field}, o no está abierto a esta clave.',
  },
  'odata.no_such_entity': {
    en: 'There is no row with the key {field}.',
    es: 'No existe ninguna fila con la clave {field}.',
  },
  'odata.not_understood': {
    en: 'Not understood at {field} (place {at}).',
    es: 'No se entiende en {field} (posición {at}).',
  },
  'odata.not_supported': {
    en: 'The feed does not answer {field}.',
    es: 'La fuente no responde a {field}.',
  },
  'odata.bad_number': {
    en: '{field} takes a whole number.',
    es: '{field} pide un número entero.',
  },
  'datasets.measure_sum': { en: 'Sum of {column}', es: 'Suma de {column}' },
  'datasets.measure_count': { en: 'Rows', es: 'Filas' },
  'datasets.measure_distinct': { en: 'Different {column}', es: '{column} distintos' },
  'datasets.measure_avg': { en: 'Average {column}', es: 'Promedio de {column}' },
  'datasets.measure_min': { en: 'Least {column}', es: 'Mínimo de {column}' },
  'datasets.measure_max': { en: 'Most {column}', es: 'Máximo de {column}' },
  'datasets.measure_weighted_avg': {
    en: 'Average {column} weighted by {weight}',
    es: 'Promedio de {column} ponderado por {weight}',
  },
  'datasets.by_day': { en: 'day', es: 'día' },
  'datasets.by_week': { en: 'week', es: 'semana' },
  'datasets.by_month': { en: 'month', es: 'mes' },
  'datasets.by_quarter': { en: 'quarter', es: 'trimestre' },
  'datasets.by_year': { en: 'year', es: 'año' },
  'datasets.as_of': { en: 'As of {day}', es: 'Al {day}' },
  'datasets.cut': {
    en: 'Cut after {count, number} rows; there are more.',
    es: 'Cortado tras {count, number} filas; hay más.',
  },
  'datasets.key': { en: 'Dataset', es: 'Conjunto' },
  'datasets.entity_set': { en: 'OData', es: 'OData' },
  'datasets.about': { en: 'What it says', es: 'Qué dice' },
  'datasets.column': { en: 'Column', es: 'Columna' },
  'datasets.heading': { en: 'Heading', es: 'Encabezado' },
  'datasets.type': { en: 'Type', es: 'Tipo' },
  'datasets.filters': { en: 'Filters', es: 'Filtros' },
  'datasets.measures': { en: 'Measures', es: 'Medidas' },
  'command.datasets': {
    en: 'What reports and the OData feed are built on, column by column',
    es: 'Sobre qué se construyen los informes y la fuente OData, columna por columna',
  },
  'datasets.pack': { en: 'Saved report', es: 'Informe guardado' },
  'datasets.pack_says': {
    en: 'A report that somebody built and shared, with the rows of the company.',
    es: 'Un informe que alguien construyó y compartió, con las filas de la empresa.',
  },
  'datasets.pack_of_today': {
    en: 'These rows are of {day}, not of {asOf}: what they tell keeps no past.',
    es: 'Estas filas son del {day}, no del {asOf}: lo que cuentan no guarda su pasado.',
  },
  'datasets.pack_which': { en: 'Report', es: 'Informe' },
  'datasets.total': { en: 'Total', es: 'Total' },
  'datasets.yes': { en: 'yes', es: 'sí' },
  'datasets.no': { en: 'no', es: 'no' },
} satisfies Record<Said | Named, Phrase> & Catalogue;
