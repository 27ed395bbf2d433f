-- What was read out of narratives; made by `queries/themes`, never by an import itself. `words` is null
-- until a case was read, '' where nothing was found.
alter table complaint add column words varchar;           -- terms, each once: |退款|没收到|
alter table complaint add column theme bigint;            -- null: like no theme
alter table complaint add column theme_fit double;        -- cosine with the middle of its theme, 0–1
alter table complaint add column twins bigint;            -- group of near-duplicates; null: alone

-- The last reading: one row, none before the first. Numbers of themes and groups are never used again.
create table text_reading (
	reading integer primary key,
	read_at timestamp not null,          -- UTC
	sources varchar[] not null,
	seconds double not null,
	narratives bigint not null,
	left_out bigint not null,            -- narratives beyond what one reading takes, the oldest
	clusters integer not null,
	silhouette double not null,          -- mean simplified silhouette of the themes
	judged bigint not null,              -- classified cases guessed by models that had not seen them
	right_guesses bigint not null,
	unclassified bigint not null,
	commonest double not null            -- share of the commonest category, 0–1
);
create table theme_label (
	theme bigint primary key,
	words varchar not null               -- as `words` of a case
);
-- Categories read out of narratives of unclassified cases. Nothing but a proposal to people.
create table category_suggestion (
	source varchar not null,
	case_no varchar not null,
	category varchar not null,
	confidence double not null           -- 0–1
);
