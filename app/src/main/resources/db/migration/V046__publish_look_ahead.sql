-- When preflight looked at it once more ahead of its time; null = it is still to be looked at.
alter table publication add column looked_at timestamptz;

-- What waits at this moment was scheduled by the version before: it is looked at as well. The rest needs no look.
update publication set looked_at = now() where state <> 'SCHEDULED';

create index publication_look on publication (due_at) where looked_at is null;
