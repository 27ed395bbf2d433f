-- The orders as a file: one record a day, shop and product category, in that order.
-- Parameters: variables `orders_file`; `only_shop`, `only_since` keep a part (unset = all).
-- The first header begins with the byte order mark (an invisible U+FEFF).

copy (
	select day as "﻿日期", shop as "店铺", product_category as "品类", orders as "订单数"
	from order_day
	where (getvariable('only_shop') is null or shop = getvariable('only_shop'))
		and (getvariable('only_since') is null or day >= getvariable('only_since')::date)
	order by day, shop_id, goods_id
) to (getvariable('orders_file')) (format csv, header true, delimiter ',');
