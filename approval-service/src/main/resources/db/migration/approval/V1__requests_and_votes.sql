-- What was asked never changes; how it ended is written once, and once more when an approval is used.
create table approval.request (
    position    bigint generated always as identity unique,
    id          uuid        primary key,
    level       text        not null,
    summary     text        not null check (length(summary) between 1 and 1000),
    digest      text        not null check (digest ~ '^[0-9a-f]{64}$'),
    asker       uuid        not null,
    rule        jsonb       not null,
    state       text        not null check (state in ('PENDING', 'APPROVED', 'DENIED', 'EXPIRED', 'REVOKED')),
    opened_at   timestamptz not null,
    expires_at  timestamptz not null check (expires_at > opened_at),
    closed_at   timestamptz check ((closed_at is null) = (state = 'PENDING')),
    revocation  text        check (revocation in ('CANCELLED', 'SUPERSEDED')),
    consumed_at timestamptz check (consumed_at is null or state = 'APPROVED'),
    check ((revocation is null) = (state <> 'REVOKED'))
);

create index request_due on approval.request (expires_at) where state in ('PENDING', 'APPROVED') and consumed_at is null;
create index request_pending on approval.request (position) where state = 'PENDING';

-- One vote a person, never changed.
create table approval.vote (
    request uuid        not null references approval.request,
    ordinal int         not null,
    person  uuid        not null,
    groups  text[]      not null,
    choice  text        not null check (choice in ('APPROVE', 'DENY')),
    reason  text        check (length(reason) <= 1000),
    cast_at timestamptz not null,
    primary key (request, person),
    unique (request, ordinal)
);

comment on column approval.request.closed_at is 'When it stopped waiting for votes, or expired without being used.';
comment on column approval.vote.groups is 'The groups the person was in when the vote was counted.';

grant usage on schema approval to ${appRole};
grant select, insert on approval.request, approval.vote to ${appRole};
grant update (state, closed_at, revocation, consumed_at) on approval.request to ${appRole};
