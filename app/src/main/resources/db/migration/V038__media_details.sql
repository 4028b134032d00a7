-- What probing found beyond the measures (network.MediaDetails); null for what was uploaded before anybody looked.
alter table asset add column details jsonb;
