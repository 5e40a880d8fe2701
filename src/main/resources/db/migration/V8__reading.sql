-- how long a text was before somebody when she decided on it, or looked it over afterwards; only ever added to.
-- What was decided with one key has one time.
create table reading (
    unit       varchar(60) not null references unit (id),
    -- the number of the text
    target     integer not null,
    actor      varchar(200) not null,
    -- approved, edited, rejected or looked-over
    event      varchar(20) not null,
    millis     bigint not null,
    -- of the text, without blanks
    characters integer not null,
    at         timestamp(3) with time zone not null
);
create index reading_unit on reading (unit);

-- which finding a dismissal, or a finding brought back, was about, so that it can be taken back; null in what was written before
alter table event add column finding varchar(100);
