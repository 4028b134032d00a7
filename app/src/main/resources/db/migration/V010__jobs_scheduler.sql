-- Alarms: one row for each thing that must run at a time. The columns up to "priority" belong to the library.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint    not null default 0,
    -- rung again while it was running; taken over when the run ends
    wanted_at            timestamptz,
    primary key (task_name, task_instance)
) with (
    fillfactor = 70,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 2000,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 2000
);

create index scheduled_tasks_due on scheduled_tasks (task_name, priority, execution_time) where not picked;
create index scheduled_tasks_picked on scheduled_tasks (task_name, last_heartbeat) where picked;

-- A kind of job that rests, for all processes.
create table job_pause (
    kind  text primary key,
    until timestamptz not null
);

-- The processes that work, by their last sign of life.
create table job_worker (
    name    text primary key,
    seen_at timestamptz not null
);
