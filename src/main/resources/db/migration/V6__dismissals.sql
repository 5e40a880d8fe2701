-- what an editor called no error: a finding on exactly this source and target, whatever becomes of the unit
create table dismissal (
    unit    varchar(60) not null references unit (id),
    -- SHA-256 of source and target
    pair    char(64) not null,
    -- check and places, as numbers 5-7 3-5
    finding varchar(100) not null,
    actor   varchar(200) not null,
    reason  varchar(4000),
    at      timestamp(3) with time zone not null,
    primary key (unit, pair, finding)
);
