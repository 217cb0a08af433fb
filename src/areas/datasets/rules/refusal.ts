/** Why a question to a dataset, or something about a saved report, may be refused. */
export type DatasetsRefusal =
  | 'datasets.no_such_dataset'
  | 'datasets.no_such_column'
  | 'datasets.operator_does_not_fit'
  | 'datasets.values_do_not_fit'
  | 'datasets.value_does_not_fit'
  | 'datasets.filter_not_understood'
  | 'datasets.filter_too_large'
  | 'datasets.nothing_chosen'
  | 'datasets.column_twice'
  | 'datasets.cannot_group_by'
  | 'datasets.cannot_measure'
  | 'datasets.needs_weight'
  | 'datasets.cannot_sort_by'
  | 'datasets.not_as_of'
  | 'datasets.day_does_not_fit'
  | 'datasets.chart_does_not_fit'
  | 'datasets.took_too_long';

export type ReportRefusal =
  | 'datasets.no_such_report'
  | 'datasets.name_taken'
  | 'datasets.name_does_not_fit'
  | 'datasets.not_your_report'
  | 'datasets.may_not_share'
  | 'datasets.no_such_owner'
  | 'datasets.retired_already'
  | 'datasets.changed_meanwhile';
