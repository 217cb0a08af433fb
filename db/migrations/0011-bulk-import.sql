-- A whole book comes in at once: its references are proved as sets instead of row by row.

-- From here to the end of the transaction, or to `platform.check_rows_again`, foreign keys are not
-- checked as rows are written. False where the owner of this function may not say so (a managed
-- server), or where nobody counts which tables were written, on which the proof relies; then every
-- row is checked as usual and nothing else changes.
create function platform.check_rows_later()
returns boolean
language plpgsql security definer set search_path = pg_catalog
as $$
begin
  if not current_setting('track_counts')::boolean then
    return false;
  end if;
  perform set_config('session_replication_role', 'replica', true);
  return true;
exception
  when insufficient_privilege then return false;
end
$$;

create function platform.check_rows_again()
returns void
language plpgsql security definer set search_path = pg_catalog
as $$
begin
  perform set_config('session_replication_role', 'origin', true);
end
$$;

-- The foreign keys that a row of the tables which this transaction has written does not keep. The
-- catalogue says which keys there are, so that none can be forgotten; one anti-join each.
create function platform.broken_references()
returns setof text
language plpgsql stable set search_path = pg_catalog set work_mem = '64MB'
as $$
declare
  reference record;
  broken    boolean;
begin
  for reference in
    select f.conname, f.conrelid::regclass as child, f.confrelid::regclass as parent,
           string_agg(format('p.%I = c.%I', pa.attname, ca.attname), ' and ') as same,
           string_agg(format('c.%I is not null', ca.attname), ' and ') as stated
      from pg_constraint f
      join pg_stat_xact_user_tables w on w.relid = f.conrelid
                                     and w.n_tup_ins + w.n_tup_upd > 0
     cross join unnest(f.conkey, f.confkey) as k (child, parent)
      join pg_attribute ca on ca.attrelid = f.conrelid and ca.attnum = k.child
      join pg_attribute pa on pa.attrelid = f.confrelid and pa.attnum = k.parent
     where f.contype = 'f'
     group by f.conname, f.conrelid, f.confrelid
  loop
    execute format('select exists (select from %s c where %s and not exists '
                   '(select from %s p where %s))',
                   reference.child, reference.stated, reference.parent, reference.same)
       into broken;
    if broken then
      return next format('%s of %s', reference.conname, reference.child);
    end if;
  end loop;
end
$$;

revoke execute on function platform.check_rows_later(), platform.check_rows_again(),
       platform.broken_references() from public;
grant execute on function platform.check_rows_later(), platform.check_rows_again(),
      platform.broken_references() to dunlin_app;
