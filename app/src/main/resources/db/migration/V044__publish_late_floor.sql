-- What was ordered while a workspace's patience could be nothing: with that it would be spaced out for ever.
update publication set late_after = interval '1 minute'
where late_after < interval '1 minute' and state in ('SCHEDULED', 'HELD');
