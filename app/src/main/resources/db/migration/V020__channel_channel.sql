-- One row for all: the keys that seal every credential, themselves sealed by the installation's master key.
create table channel_keyset (
    one boolean primary key default true check (one),
    sealed text not null,
    version int not null
);

create table channel (
    id uuid primary key default uuidv7(),
    workspace_id uuid not null,
    network text not null,
    connector text not null,
    account_id text not null,
    name text not null,
    handle text not null,
    avatar_url text,
    details jsonb not null,
    state text not null check (state in ('CONNECTED', 'RECONNECT', 'REMOVED')),
    paused boolean not null default false,
    detail text,
    rests_until timestamptz,
    -- which consent it came with: channels of one consent share the network's grant
    grant_id uuid not null,
    credential bytea,
    key_id bigint,
    expires_at timestamptz,
    -- when the credential was last bought, and when the upkeep may look again
    renewed_at timestamptz not null,
    upkeep_after timestamptz,
    connected_at timestamptz not null,
    version int not null default 1,
    unique (workspace_id, network, account_id),
    check (credential is not null or state = 'REMOVED')
);

create index channel_key on channel (key_id) where credential is not null;

create index channel_expiry on channel (expires_at) where credential is not null and expires_at is not null;

create table channel_avatar (
    channel_id uuid primary key references channel (id) on delete cascade,
    type text not null,
    picture bytea not null,
    tag text not null
);

-- A round of consent that has not come back yet. The state is kept as a hash: the row alone opens nothing.
create table channel_consent (
    state_hash bytea primary key,
    id uuid not null,
    workspace_id uuid not null,
    person_id uuid not null,
    browser_hash bytea not null,
    network text not null,
    connector text not null,
    verifier bytea not null,
    key_id bigint not null,
    expires_at timestamptz not null
);

-- Accounts that a consent opened and a person has yet to pick from.
create table channel_choice (
    id uuid primary key,
    workspace_id uuid not null,
    network text not null,
    connector text not null,
    grants bytea not null,
    key_id bigint not null,
    expires_at timestamptz not null
);
