-- Where do the customers of the demo log live? region weight in per mille; the first city is the
-- largest.

create table place as
with region as (
	select row_number() over () as region_number, * from (values
		('广东', 135, ['广州', '深圳', '东莞', '佛山']), ('江苏', 98, ['南京', '苏州', '无锡']),
		('浙江', 95, ['杭州', '宁波', '温州']), ('山东', 80, ['济南', '青岛', '烟台']),
		('上海', 72, ['上海']), ('北京', 70, ['北京']), ('河南', 66, ['郑州', '洛阳']),
		('四川', 64, ['成都', '绵阳']), ('湖北', 54, ['武汉', '宜昌']), ('河北', 50, ['石家庄', '保定', '唐山']),
		('湖南', 48, ['长沙', '株洲']), ('福建', 44, ['福州', '厦门', '泉州']), ('安徽', 40, ['合肥', '芜湖']),
		('辽宁', 34, ['沈阳', '大连']), ('重庆', 30, ['重庆']), ('陕西', 20, ['西安', '咸阳'])
	) as t(region, weight, cities)
),
city as (
	select region_number, region, weight, len(cities) as many,
		unnest(cities) as city, unnest(range(len(cities))) as rank
	from region
)
select row_number() over (order by region_number, rank) as place_id, region, city,
	(weight * 100 * (many - rank) / (many * (many + 1) / 2))::bigint as weight
from city
order by place_id;
