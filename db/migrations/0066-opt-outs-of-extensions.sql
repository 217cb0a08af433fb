-- A number with an extension, or dialed out of North America by 011, was compared by all its
-- digits. It is now compared as the line it is, so that what was said of it is said of the line.
insert into compliance.consent
       (account_id, consent_id, said, channel, address, scope, topic, contact_id, source,
        evidence, said_at, recorded_at, actor)
select distinct on (c.account_id, c.consent_id)
       c.account_id, gen_random_uuid(), c.said, c.channel, line.address, c.scope, c.topic,
       c.contact_id, c.source, c.evidence, c.said_at, now(), 'job:upgrade'
  from customers.contact k
 cross join lateral (
         select regexp_replace(k.phone, '\D', '', 'g') as dialed,
                regexp_replace(
                  regexp_replace(k.phone, '\s*(ext\.?|x|#|,+)\s*\d+\s*$', '', 'i'),
                  '\D', '', 'g') as digits) n
 cross join lateral (
         select case when n.digits like '011%' then '+' || substr(n.digits, 4)
                     when length(n.digits) = 10 and k.phone !~ '^\s*\+' then '+1' || n.digits
                     else '+' || n.digits end as address) line
  join compliance.consent c on c.address = '+' || n.dialed
 where k.phone <> ''
   and c.channel in ('call', 'voicemail', 'sms')
   and line.address <> c.address
 order by c.account_id, c.consent_id, line.address;
