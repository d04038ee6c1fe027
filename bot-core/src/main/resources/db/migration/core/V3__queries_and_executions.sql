-- What was asked, what was run, and how each step of it ended.

-- One row an ask that was understood; id is the request id of its inbox row, the API server's audit log bears it.
create table query (
    id uuid primary key,
    position bigint generated always as identity unique,
    platform text not null,
    channel text not null,
    root text not null,
    event_id text not null,
    person_id uuid not null references person,
    account text not null,
    account_name text not null,
    person_name text not null,
    kubernetes_user text not null,
    kubernetes_groups text[] not null,
    words text not null,
    cluster text not null,
    namespace text not null,
    command text,
    command_version int,
    planner text,
    level text,
    reasons jsonb not null default '[]',
    preview jsonb,
    approval_id uuid,
    asked_at timestamptz not null,
    answered_at timestamptz not null default now()
);

create unique index query_of_approval on query (approval_id) where approval_id is not null;

-- One row an approved request, made in the transaction of the deciding vote.
create table execution (
    id uuid primary key,
    query_id uuid not null unique references query,
    approval_id uuid not null unique,
    digest text not null,
    state text not null check (state in ('READY', 'RUNNING', 'SUCCEEDED', 'FAILED', 'UNKNOWN', 'ASKED_AGAIN', 'REFUSED')),
    position bigint generated always as identity unique,
    lease_epoch bigint not null default 0,
    lease_until timestamptz,
    attempts int not null default 0,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz
);

create index execution_unfinished on execution (position) where finished_at is null;

create table step (
    execution_id uuid not null references execution,
    ordinal int not null,
    step jsonb not null,
    state text not null check (state in ('PLANNED', 'INTENDED', 'DONE', 'FAILED', 'UNKNOWN', 'NOT_SENT', 'NOT_BEGUN')),
    message text not null default '',
    intended_at timestamptz,
    ended_at timestamptz,
    primary key (execution_id, ordinal)
);

grant select, insert, update, delete on query, execution, step to ${appRole};
