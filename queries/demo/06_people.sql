-- Who takes a complaint, through which channel, how urgent is it? Channels by day and night, the
-- priority wheels, and sixty agents in eight teams (all names are invented).
-- priority: answer_minutes = median first response, pace = factor on the later stages,
-- feeling = effect on satisfaction in points. Urgent cases are answered fast and end worse: the
-- confounder behind the planted reversal.

create table channel as
select row_number() over () as channel_id, * from (values
	('App', 400, 470), ('小程序', 260, 290), ('网页', 80, 90), ('热线电话', 110, 30), ('在线客服', 55, 40),
	('邮件', 20, 25), ('社交媒体', 25, 35), ('电商平台', 25, 20), ('12315平台', 20, 0), ('门店', 5, 0)
) as t(channel, day_weight, night_weight);

create table priority as
from (values
	(1, '一级', 9, 0.7, -1.35, 55, 40, 130),
	(2, '二级', 40, 0.85, -0.7, 215, 180, 310),
	(3, '三级', 200, 1.0, 0.2, 410, 420, 350),
	(4, '四级', 640, 1.1, 0.8, 320, 360, 210)
) as t(priority_id, priority, answer_minutes, pace, feeling, plain, mild, sharp);

create table team as
select unnest(range(1, 9)) as team_id,
	unnest(['客服一组', '客服二组', '客服三组', '客服四组', '客服五组', '客服六组', '客服七组', '客服八组'])
		as team;

create table agent as
with named as (
	select unnest([
		'王敏', '李婷', '张伟', '刘洋', '陈静', '杨帆', '赵磊', '黄蓉蓉', '周杰', '吴倩', '徐亮', '孙莉',
		'胡斌', '朱琳', '高峰', '林悦', '何军', '郭丽', '马超群', '罗丹', '梁晨', '宋佳', '郑爽朗', '谢宁',
		'韩雪梅', '唐宇', '冯娟', '于涛', '董洁', '萧然', '程鹏', '曹颖', '袁野', '邓薇', '许诺', '傅聪',
		'沈琪', '曾毅', '彭越', '吕梁', '苏菲', '卢坤', '蒋欣', '蔡明', '贾楠', '丁宁', '魏来', '薛松',
		'叶青', '阎妍', '余欢', '潘虹', '杜鹃', '戴晓', '夏雨', '钟鸣', '汪洋', '田甜', '任远', '姜涛'
	]) as agent, unnest(range(60)) as number
)
select number + 1 as agent_id, number % 8 + 1 as team_id, agent,
	-- People differ: volume by half, satisfaction by a fifth of a point, speed by a sixth.
	(100 * (0.7 + 0.6 * draw(-2000 - number, 91)))::bigint as weight,
	0.1 * normal(-2000 - number, 92) as feeling,
	exp(0.12 * normal(-2000 - number, 94)) as pace
from named
order by agent_id;
