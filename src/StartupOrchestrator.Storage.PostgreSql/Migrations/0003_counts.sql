-- What all processes count together for a minute or so, such as attempts to sign in from one address. Nobody misses it after
-- a crash, and it changes often: it stays out of the log. Moments are in ticks of 100 ns since 1970.
create unlogged table counts (
  key text collate "C" not null, since bigint not null, until bigint not null, count bigint not null, primary key (key, since)
);
create index counts_until on counts (until);
