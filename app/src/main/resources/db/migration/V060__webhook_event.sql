-- What networks pushed. By the digest of its key: how long that is, is theirs to choose.
create table webhook_event (
    network     text        not null,
    key_hash    bytea       not null,
    kind        text        not null,
    account_id  text        not null,
    reference   text        not null,
    received_at timestamptz not null,
    primary key (network, key_hash)
);

create index webhook_event_by_time on webhook_event (received_at);
