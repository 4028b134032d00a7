create table asset (
    id uuid primary key default uuidv7(),
    workspace_id uuid not null,
    name text not null,
    kind text not null check (kind in ('IMAGE', 'ANIMATION', 'VIDEO', 'DOCUMENT')),
    type text not null,
    bytes bigint not null,
    width int not null,
    height int not null,
    seconds double precision not null,
    fps double precision not null,
    frames int not null,
    codec text,
    -- names the file in the media folder; several rows may share one
    sha256 text not null,
    thumbnail boolean not null,
    created_by uuid not null,
    created_at timestamptz not null
);

create index asset_workspace on asset (workspace_id, id desc);

create index asset_file on asset (sha256);

-- What an asset stands in; it cannot be deleted while there is a row.
create table asset_use (
    asset_id uuid not null references asset (id),
    user_id uuid not null,
    workspace_id uuid not null,
    primary key (asset_id, user_id)
);

create index asset_use_user on asset_use (user_id);

-- An address that a network may fetch from; it opens only while the row says so.
create table asset_link (
    delivery_id uuid not null,
    asset_id uuid not null references asset (id) on delete cascade,
    expires_at timestamptz not null,
    primary key (delivery_id, asset_id)
);
