-- What of an open item is contested: nothing without a dispute, all of it where no amount is named,
-- and never more than is still owed. The rows of disputes.open_amount go in as they are.
create function disputes.contested(disputed_item uuid, amount_minor bigint, open_minor bigint)
returns bigint
language sql
immutable
parallel safe
return case when disputed_item is null then 0
            else least(coalesce(amount_minor, open_minor), open_minor)
        end;
