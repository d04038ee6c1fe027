-- Events as they were recorded, in the transaction of the change they tell of.
create table audit.outbox (
    position    bigint generated always as identity primary key,
    id          uuid        not null unique,
    recorded_at timestamptz not null default clock_timestamp(),
    type        text        not null,
    request     uuid,
    actor       uuid,
    body        text        not null check (octet_length(body) <= 65535)
);

comment on column audit.outbox.body is
    'Canonical JSON (RFC 8785) of the whole event: these bytes are what the log commits to. The other columns repeat it for searching.';

create index outbox_request on audit.outbox (request, position) where request is not null;
create index outbox_actor on audit.outbox (actor, position) where actor is not null;
create index outbox_type on audit.outbox (type text_pattern_ops, position);

grant usage on schema audit to ${appRole};
grant select, insert on audit.outbox to ${appRole};
