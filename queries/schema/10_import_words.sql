-- Words the import speaks: text as it came → value, and the derived columns of a case.

-- Text without blanks at its ends, null when nothing is left. Most values need no trimming, and asking
-- whether they begin or end with a blank is ten times cheaper than trimming.
create or replace macro ends_in_blank(raw) as
	suffix(raw, ' ') or suffix(raw, chr(10)) or suffix(raw, chr(13)) or suffix(raw, chr(9))
	or suffix(raw, chr(12288)) or suffix(raw, chr(160));
create or replace macro filled(raw) as case
	when raw >= '!' and not ends_in_blank(raw)
		and not prefix(raw, chr(12288)) and not prefix(raw, chr(160))
		then raw
	else nullif(trim(raw, ' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(12288)), '')
end;

-- A cell of a mended download without the apostrophe that kept it from being a formula.
create or replace macro unguarded(raw) as case
	when prefix(raw, '''') and regexp_matches(raw, '^''+[=+\-@\t\r]') then substr(raw, 2)
	else raw
end;

-- A value that only says "nothing here", for columns of a type. (A long `in` becomes a join.)
-- What begins with a digit says something, and asking that first is cheaper than folding every score.
create or replace macro value_or_blank(raw) as case
	when strlen(raw) > 4 or (raw >= '0' and raw < ':') then raw
	when contains('|-|--|—|/|n/a|na|null|none|nan|#n/a|无|無|空|', '|' || lower(raw) || '|') then null
	else raw
end;

-- Full-width digits, signs and separators as ASCII.
create or replace macro half_width(value) as case
	when strlen(value) = length(value) then value
	else translate(value, '０１２３４５６７８９／－：．，　', '0123456789/-:., ')
end;

-- Every full-width letter, digit and sign as ASCII, and the other way (blanks stay). Ids are compared and
-- texts searched in one width.
create or replace macro narrow_text(value) as case
	when strlen(value) = length(value) then value
	else trim(translate(
		value,
		'！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～　',
		'!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~ '
	))
end;
create or replace macro wide_text(value) as translate(
	value,
	'!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~',
	'！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～'
);

-- A time as the formats of a mapping expect it (`foldTimeText` in src/lib/import is its twin).
create or replace macro day_half(value) as regexp_replace(
	regexp_replace(value, '上午|早上|凌晨|a\.m\.', 'AM', 'g'),
	'下午|晚上|中午|p\.m\.', 'PM', 'g'
);
create or replace macro time_text(value) as case
	when strlen(value) = length(value) and not contains(value, '  ') and not contains(value, '.m.')
		then value
	else trim(regexp_replace(day_half(half_width(value)), '\s+', ' ', 'g'))
end;

-- Wall-clock time of a zone as an instant. `zone`: {name, fixed_since, fixed_minutes}: from
-- fixed_since on the zone keeps one offset, which is far cheaper than asking the calendar of zones.
create or replace macro instant_in(wall, zone) as case
	when wall >= (zone)['fixed_since'] then wall - to_minutes((zone)['fixed_minutes'])
	else instant_of(wall, (zone)['name'])
end;
create or replace macro wall_in(instant, zone) as case
	when instant >= (zone)['fixed_since'] then instant + to_minutes((zone)['fixed_minutes'])
	else local_of(instant, (zone)['name'])
end;

create or replace macro iso_instant(value) as case
	when regexp_matches(value, '[0-9](Z|z|[+-][0-9]{2}(:?[0-9]{2})?)$')
		then timezone('UTC', try_cast(value as timestamptz))
end;
create or replace macro serial_wall(value, origin) as case
	when try_cast(value as double) between 1 and 2958465
		then origin + to_seconds(round(value::double * 86400)::bigint)
end;
create or replace macro epoch_instant(value, ticks) as
	make_timestamp((try_cast(value as double) * (1000000.0 / ticks))::bigint);

-- A number as people write it: currency signs, thousands separators, full-width digits, (12) for -12.
-- `comma`: the decimal sign is a comma.
create or replace macro number_text(value) as regexp_replace(
	regexp_replace(half_width(value), '^\((.*)\)$', '-\1'),
	'R\$|NT\$|HK\$|US\$|RMB|CNY|USD|EUR|TWD|[¥￥$€£''\s]|元|圆|圓|块|塊', '', 'gi'
);
create or replace macro grouped_number(value) as case
	when regexp_matches(value, '^[-+]?([0-9]+|[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3})(\.[0-9]*)?$|^[-+]?\.[0-9]+$')
		then try_cast(replace(value, ',', '') as double)
end;
create or replace macro number_of(value, comma) as case
	when comma then grouped_number(translate(number_text(value), ',.', '.,'))
	else coalesce(
		case when regexp_matches(value, '^-?[0-9.]+$') then try_cast(value as double) end,
		grouped_number(number_text(value))
	)
end;

-- One person, never readable: HMAC-SHA256 with the key of the state folder (its two pads, hex).
create or replace macro keyed_hash(value, inner_pad, outer_pad) as
	left(sha256(unhex(outer_pad) || unhex(sha256(unhex(inner_pad) || encode(value)))), 32);

-- Which of the key record fields (D 2.2: who, what, where, what happened) a load has, as bits, and
-- whether it tells when or whether a case ended.
create or replace macro spoken_bits(fields) as
	list_contains(fields, 'customer')::integer
	+ 2 * list_contains(fields, 'channel')::integer
	+ 4 * list_contains(fields, 'category')::integer
	+ 8 * (list_contains(fields, 'product') or list_contains(fields, 'product_category'))::integer
	+ 16 * list_contains(fields, 'order_no')::integer
	+ 32 * list_contains(fields, 'shop')::integer
	+ 64 * list_contains(fields, 'narrative')::integer
	+ 128 * list_contains(fields, 'evidence')::integer
	+ 256 * list_contains(fields, 'amount')::integer
	+ 512 * (
		list_contains(fields, 'resolved_at')
		or list_contains(fields, 'closed_at')
		or list_contains(fields, 'resolution_minutes')
	)::integer;
create or replace macro has_bit(bits, mask) as (bits & mask) <> 0;
create or replace macro filled_bit(bits, mask, value) as
	(has_bit(bits, mask) and value is not null)::integer;

-- Record completeness: the share of the key fields the logs have that are filled, 0–1.
create or replace macro share_filled(
	bits, customer, channel, category, product, order_no, shop, narrative, evidence, amount
) as (
	filled_bit(bits, 1, customer)
	+ filled_bit(bits, 2, channel)
	+ filled_bit(bits, 4, category)
	+ filled_bit(bits, 8, product)
	+ filled_bit(bits, 16, order_no)
	+ filled_bit(bits, 32, shop)
	+ filled_bit(bits, 64, narrative)
	+ filled_bit(bits, 128, evidence)
	+ filled_bit(bits, 256, amount)
) / nullif(bit_count(bits & 511), 0);
create or replace macro holds_destroyed(value) as contains(value, chr(65533));

-- A word as the dictionaries of a mapping hold it (`foldValue` in src/lib/import is its twin).
create or replace macro folded_word(value) as
	lower(regexp_replace(trim(half_width(value)), '\s+', ' ', 'g'));

-- A status in words no mapping explains: does it say that the case is over?
create or replace macro says_closed(status) as
	regexp_matches(lower(status), '^(closed|resolved|solved|done|complete|finish|finaliz|encerrad|cerrad|withdrawn|cancel)')
	or (
		regexp_matches(status, '结案|結案|关闭|關閉|完成|完结|完結|办结|辦結|解决|解決|已处理|已處理|归档|歸檔|撤销|撤銷|撤诉|撤訴')
		and not regexp_matches(status, '未|待|不|没|沒|否|中$')
	);

-- Minutes from receipt to an event: from its time, else as the log states the duration; null when
-- negative, and when a person confirmed that a time it rests on is wrong.
create or replace macro counted_minutes(received, happened, given, left_out) as case
	when left_out then null
	when coalesce(minutes_between(received, happened), given) >= 0
		then coalesce(minutes_between(received, happened), given)
end;

-- Suspicions that follow from a case's own values; all others come with a load's file.
create or replace macro own_flag(flag) as
	list_contains(
		['negative_first_response', 'negative_resolution', 'closed_without_end', 'destroyed_letters'],
		flag
	);

-- The parts of a flag `code:field:value`. A value may hold colons.
create or replace macro flag_field(flag) as nullif(split_part(flag, ':', 2), '');
-- Which of a case's suspicions people confirmed about the times its durations rest on.
create or replace macro rests_on(flags, confirmed, fields) as
	flags is not null and confirmed is not null and list_bool_or(
		list_transform(
			list_intersect(flags, confirmed),
			lambda flag: list_contains(fields, flag_field(flag))
		)
	);

-- Does the load under way speak of this field? Read when a statement is planned, so a comparison of
-- a field it does not speak of disappears.
create or replace macro said(field) as list_contains(getvariable('import')['columns'], field);

-- Further columns of a log: JSON objects, blanks as null until they are shown.
create or replace macro merged_extra(earlier, later) as (
	-- Merging drops nulls of the later one, so what it blanks goes for good.
	json_merge_patch(earlier, later)
);
create or replace macro extra_entries(object) as
	list_sort(map_entries(coalesce(object::map(varchar, varchar), map {})));
create or replace macro same_extra(later, shown) as
	json_merge_patch('{}', later) is not distinct from coalesce(shown, '{}')
	or extra_entries(json_merge_patch(coalesce(shown, '{}'), later)) = extra_entries(shown);
