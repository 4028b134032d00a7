create table workspace (
    id uuid primary key default uuidv7(),
    name text not null,
    zone text not null,
    week_start text not null default 'MONDAY',
    late_after_seconds int not null default 3600,
    late_action text not null default 'SPACE',
    late_spacing_seconds int not null default 120,
    created_at timestamptz not null default now(),
    version int not null default 0
);

create table person (
    id uuid primary key default uuidv7(),
    email text not null,
    name text not null,
    locale text not null default 'en',
    zone text not null,
    password text not null,
    -- may sign in to a demo only
    demo boolean not null default false,
    created_at timestamptz not null default now()
);
create unique index person_email on person (lower(email));

create table member (
    workspace_id uuid not null references workspace on delete cascade,
    person_id uuid not null references person on delete cascade,
    role text not null,
    created_at timestamptz not null default now(),
    primary key (workspace_id, person_id)
);
create index member_person on member (person_id);

-- secrets are stored as SHA-256 only: whoever reads the table cannot sign in with it
create table session (
    hash bytea primary key,
    person_id uuid not null references person on delete cascade,
    workspace_id uuid not null references workspace on delete cascade,
    created_at timestamptz not null,
    seen_at timestamptz not null
);
create index session_person on session (person_id);

create table token (
    id uuid primary key default uuidv7(),
    workspace_id uuid not null references workspace on delete cascade,
    person_id uuid not null references person on delete cascade,
    name text not null,
    hash bytea not null unique,
    scopes text[] not null,
    created_at timestamptz not null,
    used_at timestamptz
);
create index token_workspace on token (workspace_id);

-- one row per guessing party; the same for every process
create table sign_in_attempt (
    party text primary key,
    attempts int not null,
    until timestamptz not null
);
