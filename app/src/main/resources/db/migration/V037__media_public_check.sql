-- What came of the last look at our own public address; one row for all processes.
create table public_check (
    only boolean primary key default true check (only),
    address text not null,
    checked_at timestamptz not null,
    findings jsonb not null
);
