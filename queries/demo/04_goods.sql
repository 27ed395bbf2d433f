-- What is sold, where? Product categories, products (earlier = sold more) and shops; all names are
-- invented. price = typical price in yuan; home = product categories a shop mainly sells;
-- care = factor on the shop's complaints per order.

create table product_category as
select row_number() over () as goods_id, * from (values
	('手机数码', 15, 1600, ['electric', 'made']), ('家用电器', 13, 900, ['electric', 'bulky', 'made']),
	('服饰鞋包', 17, 180, ['wear', 'made']), ('美妆个护', 13, 130, ['skin']),
	('食品生鲜', 14, 75, ['food']), ('母婴玩具', 9, 150, ['skin', 'made']),
	('家居家纺', 8, 320, ['bulky', 'made']), ('运动户外', 6, 260, ['wear', 'bulky', 'made']),
	('图书文娱', 3, 55, ['made']), ('汽车用品', 2, 210, ['electric', 'made'])
) as t(product_category, weight, price, traits);

create table product as
with named as (
	select product_category, unnest(names) as product, unnest(range(12)) as rank
	from (values
		('手机数码', ['星屿 S3 手机', '听澜降噪耳机', '速羽 11 平板', '星屿 S3 Pro 手机', '云岫充电宝 20000', '听澜运动手环', '墨点键盘 K87', '速羽笔记本 14', '云岫快充头 65W', '星屿手表 2', '拾光摄像头', '墨点鼠标 M2']),
		('家用电器', ['暖禾空气炸锅', '净野扫地机器人', '暖禾电饭煲', '净野吸尘器 V7', '雪岭冰箱 300L', '暖禾破壁机', '清泉净水器', '雪岭空调 1.5 匹', '净野洗衣机 10kg', '清泉电热水壶', '暖禾电暖器', '雪岭加湿器']),
		('服饰鞋包', ['青岚羽绒服', '步韵运动鞋', '青岚针织衫', '素言连衣裙', '步韵帆布鞋', '青岚牛仔裤', '素言风衣', '行囊双肩包', '素言衬衫', '行囊拉杆箱', '青岚卫衣', '步韵皮靴']),
		('美妆个护', ['初雪面霜', '初雪精华液', '木槿洗发水', '初雪防晒霜', '木槿身体乳', '芷汀口红', '芷汀粉底液', '木槿电动牙刷', '初雪洁面乳', '芷汀眼影盘', '木槿剃须刀', '初雪面膜']),
		('食品生鲜', ['谷满每日坚果', '海拾冷冻虾仁', '谷满燕麦片', '果乡脐橙 5kg', '牧岭低温牛奶', '果乡车厘子', '海拾三文鱼', '谷满牛肉干', '果乡芒果', '牧岭酸奶', '谷满粽子礼盒', '海拾大闸蟹']),
		('母婴玩具', ['乐芽纸尿裤', '乐芽婴儿奶粉', '萌豆积木', '乐芽儿童推车', '萌豆绘本套装', '乐芽湿巾', '萌豆遥控车', '乐芽安全座椅', '乐芽奶瓶', '萌豆毛绒熊', '乐芽辅食泥', '萌豆画板']),
		('家居家纺', ['禾木四件套', '禾木乳胶枕', '禾木布艺沙发', '拾家收纳箱', '禾木床垫', '拾家台灯', '禾木餐桌', '拾家浴巾', '拾家不粘锅', '禾木窗帘', '拾家保温杯', '禾木书架']),
		('运动户外', ['山径冲锋衣', '山径登山鞋', '跃动瑜伽垫', '山径帐篷', '跃动跑步机', '山径保暖内衣', '跃动哑铃', '山径睡袋', '跃动护膝', '跃动羽毛球拍', '山径折叠椅', '跃动骑行头盔']),
		('图书文娱', ['知行考研资料', '知行儿童百科', '弦外吉他', '知行小说集', '弦外电子琴', '知行日历', '弦外口琴', '知行字帖', '弦外尤克里里', '知行漫画', '弦外颜料', '知行地图']),
		('汽车用品', ['驰安行车记录仪', '驰安脚垫', '驰安胎压监测', '驰安车载吸尘器', '驰安座套', '驰安充气泵', '驰安香薰', '驰安应急电源', '驰安遮阳挡', '驰安玻璃水', '驰安儿童坐垫', '驰安车衣'])
	) as t(product_category, names)
)
select row_number() over (order by goods_id, rank) as product_id, goods_id, product_category, product,
	rank, round(price * (0.45 + 1.4 * draw(-100 - 12 * goods_id - rank, 90)), 0) as price
from named join product_category using (product_category)
order by product_id;

create table shop as
select row_number() over () as shop_id, * from (values
	('星屿官方旗舰店', 16, 0.9, ['手机数码', '汽车用品']), ('暖禾电器旗舰店', 12, 1.0, ['家用电器']),
	('净野生活电器专营店', 8, 1.15, ['家用电器', '家居家纺']), ('青岚服饰旗舰店', 13, 1.0, ['服饰鞋包']),
	('步韵运动专卖店', 7, 0.95, ['运动户外', '服饰鞋包']), ('初雪美妆旗舰店', 11, 0.9, ['美妆个护']),
	('谷满食品旗舰店', 9, 0.95, ['食品生鲜']), ('果乡生鲜直营店', 6, 1.3, ['食品生鲜']),
	('乐芽母婴旗舰店', 8, 0.95, ['母婴玩具']), ('禾木家居旗舰店', 6, 1.1, ['家居家纺']),
	('知行图书专营店', 3, 0.8, ['图书文娱', '母婴玩具']), ('优选百货超市', 10, 1.2, ['美妆个护', '食品生鲜', '家居家纺'])
) as t(shop, weight, care, home);

-- What each shop sells: its home categories; the supermarket sells a little of everything.
-- weight = share of all orders, in millionths.
create table shelf as
with offered as (
	select shop_id, goods_id, shop, product_category, care, g.weight as goods_weight,
		s.weight * case when list_contains(home, product_category) then 10 else 1 end as pull
	from shop as s
	join product_category as g on list_contains(home, product_category) or shop = '优选百货超市'
)
select shop_id, goods_id, shop, product_category, care,
	(1e4 * goods_weight * pull / sum(pull) over (partition by goods_id))::bigint as weight
from offered
order by shop_id, goods_id;
