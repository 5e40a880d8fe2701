-- figures are added up by day
create index reading_at on reading (at);
