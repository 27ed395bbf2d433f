-- The complaint log as a file: one record a case, in order of receipt, headers as Chinese logs have
-- them. Parameters: variables `complaints_file`; `only_shop`, `only_since` keep a part (unset = all).
-- The first header begins with the byte order mark (an invisible U+FEFF), as Excel writes it.
-- Blank is blank: some shops leave fields empty, and one closed case in eighty has no end time.
-- Joins run in the order written, the cases first, which keeps the file in order of receipt.

set disabled_optimizers = 'join_order,build_side_probe_side';

copy (
	with told as (
		select o.*, s.category, s.subcategory, s.nature, s.about, p.product, g.product_category, shop.shop,
			place.region, place.city, channel.channel, priority.priority, agent.agent, team.team,
			department.department, phrase.text as defect, strftime(day, '%y%m%d') as ymd,
			closed is not null and draw(n, 83) < 0.0125 as end_missing,
			-- A few customers come back often: one case in eight is from a fiftieth of them.
			case when draw(n, 84) < 0.12 then pick(n, 85, ceil(getvariable('rows') * 0.015))
				else pick(n, 85, ceil(getvariable('rows') * 0.75)) end as customer,
			pick(n, 86, 8) as opening, pick(n, 87, 10) as circumstance, pick(n, 88, 10) as wish,
			draw(n, 89) as style, satisfaction + (normal(n, 101) * 0.7) as mood
		from outcome as o
		join subcategory as s using (sub_id)
		join product as p using (product_id)
		join (select goods_id, product_category from product_category) as g on g.goods_id = o.goods_id
		join shop using (shop_id)
		join place using (place_id)
		join channel using (channel_id)
		join priority using (priority_id)
		join agent using (agent_id)
		join team using (team_id)
		join department using (department_id)
		join phrase on phrase.sub_id = case when o.surge then 0 else o.sub_id end and phrase.slot = pick(n, 99, 5)
		where (getvariable('only_shop') is null or shop.shop = getvariable('only_shop'))
			and (getvariable('only_since') is null or o.day >= getvariable('only_since')::date)
	),
	worded as (
		select *,
			case
				when about = 'service' then case opening
					when 0 then '在' || shop || '下单时，' when 1 then '使用' || channel || '的时候，'
					when 2 then '本人在' || city || '，' when 3 then '会员多年，这次很失望：'
					when 4 then strftime(day, '%-m月%-d日') || '，' when 5 then '就' || product || '的订单咨询，'
					when 6 then '您好，' else '' end
				when month(day) = 11 and day(day) between 10 and 25 and opening < 3 then '双11在' || shop || '抢的' || product || '，'
				when month(day) = 6 and day(day) between 16 and 28 and opening < 3 then '618买的' || product || '，'
				else case opening
					when 0 then '在' || shop || '买的' || product || '，' when 1 then product || '收到才' || (1 + n % 6) || '天，'
					when 2 then '本人在' || city || '，购买' || product || '后，'
					when 3 then strftime(day - (3 + n % 9)::integer, '%-m月%-d日') || '下单的' || product || '，'
					when 4 then '给家人买的' || product || '，' when 5 then '第二次在' || shop || '买' || product || '，'
					when 6 then product || '，' else '寄到' || city || '的' || product || '，' end
			end as beginning,
			case circumstance
				when 0 then '联系客服三次都没有结果' when 1 then '客服让我等48小时' when 2 then '店铺已读不回'
				when 3 then '有照片和视频为证' when 4 then '打电话一直占线' when 5 then '商家说不是他们的责任'
				when 6 then '家里等着用' when 7 then '已经拖了一个多星期' when 8 then '聊天记录都有' else '' end as middle,
			case when coalesce(category, '其他') = '其他' then case when wish < 3 then '谢谢' else '' end
			when about = 'service' then case wish
				when 0 then '要求道歉' when 1 then '请尽快处理' when 2 then '希望给个合理的赔偿' when 3 then '希望给个说法'
				when 4 then '请核实后回复' when 5 then '不解决就打12315' when 6 then '请恢复原状' when 7 then '要求退回多扣的钱'
				else '' end
			else case wish
				when 0 then '要求全额退款' when 1 then '请尽快换货' when 2 then '希望给个合理的赔偿'
				when 3 then '要求道歉' when 4 then '请尽快处理' when 5 then '不解决就打12315'
				when 6 then '要求补发' when 7 then '希望给个说法' when 8 then '请安排上门取件' else '' end
			end as ending
		from told
	),
	narrated as (
		select *,
			beginning
				|| case when style < 0.06 then '“' || defect || '”' when style < 0.09 then '"' || defect || '"' else defect end
				|| case when middle = '' then '' when style between 0.10 and 0.16 then e'。\n' || middle
					when style between 0.16 and 0.24 then ', ' || middle else '，' || middle end
				|| case when ending = '' then '。' when style between 0.9 and 0.97 then '！' || ending || '！'
					else '。' || ending || '。' end
				|| case when style between 0.3 and 0.32 then '我的电话1990000' || lpad(pick(n, 100, 10000)::varchar, 4, '0') || '，请回电。'
					when style between 0.32 and 0.33 then '邮箱user' || pick(n, 100, 10000)::varchar || '@example.com。'
					else '' end as narrative
		from worded
	)
	select
		'TS' || strftime(day, '%Y%m%d') || lpad(nth::varchar, 6, '0') as "﻿投诉编号",
		case when draw(n, 102) < 0.96 then strftime(day - (2 + pick(n, 103, 9))::integer, '%y%m%d')
			|| lpad(pick(n, 104, 100000000000)::varchar, 11, '0') || (1 + pick(n, 105, 9))::varchar end as "订单编号",
		instant(received) as "投诉时间",
		instant(registered) as "受理时间",
		instant(first_response) as "首次响应时间",
		instant(dispatched) as "派单时间",
		instant(accepted) as "部门受理时间",
		instant(investigated) as "调查完成时间",
		instant(proposed) as "提出方案时间",
		instant(communicated) as "告知时间",
		case when not end_missing then instant(resolved) end as "处理完成时间",
		case when not end_missing then instant(closed) end as "结案时间",
		instant(followed_up) as "回访时间",
		channel as "渠道",
		category as "投诉类别",
		subcategory as "二级分类",
		nature as "投诉性质",
		priority as "优先级",
		case when draw(n, 106) < 0.985 then department end as "责任部门",
		team as "班组",
		agent as "处理人",
		case when draw(n, 107) < 0.98 or surge then product end as "商品",
		product_category as "品类",
		shop as "店铺",
		case when draw(n, 108) < 0.97 or surge then region end as "地区",
		case when draw(n, 108) < 0.95 or surge then city end as "城市",
		'KH' || lpad(customer::varchar, 8, '0') as "客户编号",
		['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'][1 + customer % 10]
			|| case when customer % 20 < 11 then '女士' else '先生' end as "客户姓名",
		'1990000' || lpad((customer * 7919 % 10000)::varchar, 4, '0') as "联系电话",
		case when draw(n, 109) < 0.88 then '个人' when draw(n, 109) < 0.95 then '企业'
			when draw(n, 109) < 0.97 then '合作伙伴' end as "客户类型",
		case when withdrawn then '已撤诉' when closed is not null then '已结案' when resolved is not null then '待结案'
			when first_response is null then '待受理' when dispatched is null then '待派单' else '处理中' end as "状态",
		case when draw(n, 110) < 0.72 then '是' else '否' end as "是否受理",
		finding as "核实结论",
		resolution as "处理结果",
		customer_answer as "客户意见",
		case when resolved is not null then reopened end as "二次处理次数",
		case when draw(n, 111) < 0.02 + 0.06 * (priority = '一级')::integer then '是' else '否' end as "是否升级",
		amount as "退款金额",
		cost as "处理成本",
		handling_minutes as "处理时长(分钟)",
		satisfaction as "满意度",
		case when satisfaction is not null and draw(n, 112) < 0.75 then greatest(1, least(5, round(mood + 0.5 * normal(n, 113)))) end::tinyint as "时效满意度",
		case when satisfaction is not null and draw(n, 112) < 0.75 then greatest(1, least(5, round(mood + 0.6 * normal(n, 115)))) end::tinyint as "方案满意度",
		case when satisfaction is not null and draw(n, 112) < 0.75 then greatest(1, least(5, round(mood + 0.2 + 0.6 * normal(n, 117)))) end::tinyint as "沟通满意度",
		case when satisfaction is not null and draw(n, 112) < 0.60 then greatest(1, least(5, round(mood + 0.3 + 0.6 * normal(n, 119)))) end::tinyint as "回访满意度",
		case when satisfaction is not null and draw(n, 121) < 0.6 then greatest(0, least(10, round(2.4 * mood - 1.6))) end::tinyint as "NPS",
		case pick(n, 122, 7) when 0 then '订单截图' when 1 then '商品照片' when 2 then '订单截图；商品照片'
			when 3 then '聊天记录' when 4 then '订单截图；聊天记录；开箱视频' end as "证据",
		['飞驰速运', '百川快递', '云途物流', '城际同城'][1 + pick(n, 123, 4)] as "快递公司",
		narrative as "投诉内容"
	from narrated
) to (getvariable('complaints_file')) (format csv, header true, delimiter ',');

reset disabled_optimizers;
