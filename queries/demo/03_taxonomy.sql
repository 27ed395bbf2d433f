-- What do customers of the demo log complain about? Two tables.
-- category: weight = share in per mille, feeling = effect on satisfaction in points, urgency = which
-- priority wheel it uses. 产品质量 and 物流配送 are near the average of all, so that their seasons and the
-- planted effects on them leave mean satisfaction alone.
-- subcategory: weight inside its category, nature (消协 ten natures), department, goods = group of
-- product categories it can concern, about = whether the narrative speaks of goods or of service.
-- The blank category is a row of its own: a real log has cases nobody classified.

create table category as
select row_number() over () as category_id, * from (values
	('产品质量', 258, -0.15, 'plain'), ('物流配送', 200, -0.15, 'plain'), ('售后服务', 140, -1.9, 'plain'),
	('客服服务', 100, 0.95, 'mild'), ('虚假宣传', 60, -1.6, 'sharp'), ('价格争议', 62, 0.75, 'mild'),
	('支付问题', 42, 0.9, 'sharp'), ('平台规则', 40, -0.3, 'mild'), ('系统故障', 35, 0.8, 'sharp'),
	('账户与隐私', 23, 0.65, 'sharp'), ('其他', 28, 0.5, 'mild'), (null, 12, -0.15, 'plain')
) as t(category, weight, feeling, urgency);

create table subcategory as
select row_number() over () as sub_id, * from (values
	('产品质量', '功能故障', 22, '质量', '质检部', 'electric', 'goods'),
	('产品质量', '做工瑕疵', 18, '质量', '质检部', 'made', 'goods'),
	('产品质量', '与描述不符', 16, '合同', '商品部', 'all', 'goods'),
	('产品质量', '尺码色差', 12, '质量', '商品部', 'wear', 'goods'),
	('产品质量', '变质过期', 10, '安全', '质检部', 'food', 'goods'),
	('产品质量', '疑似假冒', 9, '假冒', '法务部', 'all', 'goods'),
	('产品质量', '缺件少件', 8, '质量', '商品部', 'made', 'goods'),
	('产品质量', '异味过敏', 5, '安全', '质检部', 'skin', 'goods'),
	('物流配送', '配送延迟', 34, '合同', '物流部', 'all', 'goods'),
	('物流配送', '包裹破损', 19, '质量', '物流部', 'all', 'goods'),
	('物流配送', '错发漏发', 17, '合同', '物流部', 'all', 'goods'),
	('物流配送', '丢件', 12, '合同', '物流部', 'all', 'goods'),
	('物流配送', '物流信息不更新', 11, '合同', '物流部', 'all', 'goods'),
	('物流配送', '未送货上门', 7, '售后服务', '物流部', 'all', 'goods'),
	('售后服务', '退款延迟', 30, '售后服务', '财务部', 'all', 'goods'),
	('售后服务', '拒绝退换', 25, '售后服务', '客服部', 'all', 'goods'),
	('售后服务', '维修拖延', 14, '售后服务', '质检部', 'electric', 'goods'),
	('售后服务', '运费争议', 13, '售后服务', '财务部', 'all', 'goods'),
	('售后服务', '赔付争议', 11, '售后服务', '法务部', 'all', 'goods'),
	('售后服务', '上门安装问题', 7, '售后服务', '运营部', 'bulky', 'goods'),
	('客服服务', '响应慢', 32, '售后服务', '客服部', 'all', 'service'),
	('客服服务', '态度差', 22, '人格权益', '客服部', 'all', 'service'),
	('客服服务', '答非所问', 20, '售后服务', '客服部', 'all', 'service'),
	('客服服务', '承诺未兑现', 16, '合同', '客服部', 'all', 'service'),
	('客服服务', '推诿转接', 10, '售后服务', '客服部', 'all', 'service'),
	('虚假宣传', '功效夸大', 32, '虚假宣传', '法务部', 'skin', 'goods'),
	('虚假宣传', '参数不实', 27, '虚假宣传', '商品部', 'electric', 'goods'),
	('虚假宣传', '赠品不符', 24, '虚假宣传', '运营部', 'all', 'goods'),
	('虚假宣传', '直播承诺不符', 17, '虚假宣传', '运营部', 'all', 'goods'),
	('价格争议', '降价未保价', 38, '价格', '运营部', 'all', 'goods'),
	('价格争议', '优惠券未生效', 27, '价格', '运营部', 'all', 'service'),
	('价格争议', '先涨后降', 20, '价格', '商品部', 'all', 'goods'),
	('价格争议', '结算价不一致', 15, '计量', '财务部', 'all', 'service'),
	('支付问题', '重复扣款', 34, '合同', '财务部', 'all', 'service'),
	('支付问题', '支付失败已扣款', 30, '合同', '财务部', 'all', 'service'),
	('支付问题', '发票问题', 22, '售后服务', '财务部', 'all', 'service'),
	('支付问题', '分期手续费争议', 14, '价格', '财务部', 'all', 'service'),
	('平台规则', '订单被取消', 34, '合同', '运营部', 'all', 'service'),
	('平台规则', '评价被删除', 24, '人格权益', '运营部', 'all', 'service'),
	('平台规则', '退货规则不清', 24, '合同', '运营部', 'all', 'service'),
	('平台规则', '会员权益变更', 18, '合同', '运营部', 'all', 'service'),
	('系统故障', '页面打不开', 30, '其他', '技术部', 'all', 'service'),
	('系统故障', '下单报错', 30, '其他', '技术部', 'all', 'service'),
	('系统故障', '订单状态错误', 24, '其他', '技术部', 'all', 'service'),
	('系统故障', '收不到验证码', 16, '其他', '技术部', 'all', 'service'),
	('账户与隐私', '账号被盗', 30, '安全', '技术部', 'all', 'service'),
	('账户与隐私', '信息泄露骚扰', 34, '人格权益', '法务部', 'all', 'service'),
	('账户与隐私', '注销困难', 20, '人格权益', '技术部', 'all', 'service'),
	('账户与隐私', '实名认证失败', 16, '其他', '技术部', 'all', 'service'),
	('其他', '建议与咨询', 50, '其他', '客服部', 'all', 'service'),
	('其他', '环保包装', 20, '其他', '物流部', 'all', 'service'),
	('其他', '积分兑换', 18, '其他', '运营部', 'all', 'service'),
	('其他', '活动抽奖', 12, '其他', '运营部', 'all', 'service'),
	(null, null, 1, '其他', '客服部', 'all', 'service')
) as t(category, subcategory, weight, nature, department, goods, about);

-- Works at weekends, or Monday to Friday only.
create table department as
select row_number() over () as department_id, * from (values
	('客服部', true), ('物流部', true), ('技术部', true), ('运营部', true),
	('质检部', false), ('商品部', false), ('财务部', false), ('法务部', false)
) as t(department, weekends);
