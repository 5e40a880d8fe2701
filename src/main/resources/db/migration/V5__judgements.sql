-- what a model said of a text: of exactly this source and target, whatever becomes of the unit
create table judgement (
    unit     varchar(60) not null references unit (id),
    -- SHA-256 of source and target
    pair     char(64) not null,
    -- the configured id
    model    varchar(100) not null,
    -- JSON, as those of the checks
    findings varchar not null,
    at       timestamp(3) with time zone not null,
    primary key (unit, model, pair)
);
