/** Why the feed may refuse a request before it reaches a dataset. */
export type ODataRefusal =
  | 'odata.no_such_entity_set'
  | 'odata.no_such_entity'
  | 'odata.not_understood'
  | 'odata.not_supported'
  | 'odata.bad_number';
