/**
 * Ideas of shopping talk and the words for them, Chinese and English side by side: what is learnt from a text in one
 * language helps in the other, and words that no training text holds still mean something. A word may stand under
 * several ideas. Chinese entries are parted by spaces, English ones (words or short phrases, without apostrophes) by commas.
 */
export const LEXICON: Readonly<Record<string, { zh: string; en: string }>> = {
  order: {
    zh: '订单 单子 这单 那单 的单 下单 我拍的 拍的 一单 几单 整单',
    en: 'order,purchase,oder,ordered,bought',
  },
  parcel: {
    zh: '快递 包裹 快件 件 箱子 货物 邮件',
    en: 'package,parcel,pakage,packet,box,shipment,consignment,mail,delivery',
  },
  goods: {
    zh: '货 东西 商品 产品 宝贝 物品',
    en: 'item,product,stuff,goods,thing,unit,article,piece',
  },
  carrier: {
    zh: '顺丰 中通 圆通 韵达 申通 京东快递 邮政 极兔 快递公司 快递员 派件员 派送员 骑手 小哥',
    en: 'courier,carrier,ups,usps,fedex,dhl,driver,postman,royal mail,delivery guy,mailman',
  },
  tracknumber: {
    zh: '单号 运单 快递单 物流单 物流号',
    en: 'tracking number,tracking,waybill,tracking code,track,tracking link,tracking info',
  },
  logistics: {
    zh: '物流 轨迹 中转 分拣 揽收 揽件 派送 派件 运输 清关 海关 在途',
    en: 'sorting,transit,scan,customs,clear,out for delivery,movement,hub,depot',
  },
  ship: {
    zh: '发货 发出 寄出 发了 没发 出库 发走 发送 出货',
    en: 'ship,dispatch,send out,sent out,leave the warehouse,fulfil,unfulfilled',
  },
  arrive: {
    zh: '到货 收到 送到 送达 能到 才到 没到 到了 啥时候到 几天到 抵达',
    en: 'arrive,get here,come,receive,reach,deliver,get it,eta,be here',
  },
  where: {
    zh: '在哪 哪里 哪儿 到哪 哪了 位置 什么地方',
    en: 'where,whereabout,location,wheres',
  },
  when: {
    zh: '什么时候 何时 啥时候 几时 多久 几天 多长时间 哪天 多少天 几点 几号',
    en: 'when,how long,how soon,how fast,how many day,eta,date,how much longer',
  },
  progress: {
    zh: '进度 状态 进展 情况 哪一步 怎么样了 处理了 处理得 动静 消息',
    en: 'status,update,progress,stage,happen,any news,heard,news,check on,look into',
  },
  waiting: {
    zh: '等了 还没 还不 一直 迟迟 久了 半个月',
    en: 'still,yet,wait,ages,forever,since,overdue,late,haven,hasn',
  },
  hurry: {
    zh: '催 快点 急 加急 赶紧 尽快 抓紧',
    en: 'hurry,asap,urgent,rush,quickly,fast,soon,speed',
  },
  signed: {
    zh: '签收 已签 妥投 代签 已取 取件 已送达 显示送达',
    en: 'say delivered,signed,mark as delivered,show delivered,delivered,drop off,proof of delivery,marked delivered',
  },
  missing: {
    zh: '没收到 没拿到 没取 丢了 丢件 找不到 不见 没见 没看到 没有收到 没到 被偷 偷了 拿走 冒领',
    en: 'never receive,not receive,nothing here,steal,stolen,lost,lose,missing,disappear,gone,nobody has,cannot find,not recieved,didnt get,porch,never got,never arrive',
  },
  cancel: {
    zh: '取消 撤单 撤销 不要了 不想要了 不买了 关闭订单 作废 退订 拦截 别发了 别发货 关掉 反悔 后悔 不需要了',
    en: 'cancel,call off,abort,stop the order,undo,withdraw,void,scrap,change my mind,dont want,no longer need,no longer want,cancell,dont need',
  },
  modify: {
    zh: '改 修改 更改 换成 改成 变更 更正 调整 加一 添加 减掉 去掉 合并 加上 加购',
    en: 'change,modify,edit,update,switch,amend,correct,add,remove,combine,adjust,alter,swap',
  },
  address: {
    zh: '省份 手机号少 联系不上我 送到我 改成自提 收货电话 地址 收货人 收件人 门牌 楼号 单元 邮编 收货信息 寄到 转寄 改派 搬家 默认地址',
    en: 'address,zip,postcode,apartment,recipient,house number,adress,redirect,moved,flat,street,zip code,deliver to,pickup point,instead,parent house,my office,new place,different address,another city,house',
  },
  return: {
    zh: '退货 退掉 退回 寄回 退换 退了吧 想退 要退 能退 可退 退吗 退不退 包退',
    en: 'return,send back,sending back,send it back,ship it back,give it back,take back,retrun,rma,bring back,mail back,sent back,returning,not what i expect,give back,take this back,open a return',
  },
  exchange: {
    zh: '换38 换黑 换长 换大半 调一件 换货 换一 换个 换码 换大 换小 换尺码 调换 换新 换款 换成 补发 置换',
    en: 'exchange,swap,replace,replacement,trade,switch,exchnage,another size,different size,new one,swap it,change it for,change for,another one,send me a small,different style,for a bigger,instead of my money',
  },
  refund: {
    zh: '退款 退钱 退我 返还 还钱 退给我 款呢 把钱 钱退 退一部分',
    en: 'refund,money back,reimburse,reimbursement,cash back,get my money,credit back,paid back,compensation',
  },
  compensate: {
    zh: '赔偿 赔我 赔 差价 补偿 价保 补差',
    en: 'compensate,partial,difference,price drop,make it up,owe',
  },
  money: {
    zh: '钱 款 金额 余额',
    en: 'money,cash,amount,dollar,buck,euro,fund',
  },
  label: {
    zh: '退货单 面单 标签 上门取件 取件',
    en: 'label,slip,pickup,pick up,collect',
  },
  warehouse: {
    zh: '仓库 验货 验收',
    en: 'warehouse,inspect,check in',
  },
  rules: {
    zh: '政策 规则 规定 条件 期限 七天无理由 支持 无理由 几天内 多少天内',
    en: 'policy,rule,condition,window,allow,accept,eligible,possible,general',
  },
  whopays: {
    zh: '谁出 谁付 承担 运费险 来回邮费',
    en: 'who pay,free return,cover the cost,return shipping',
  },
  opened: {
    zh: '拆封 拆了 试穿 吊牌 包装盒 洗过 用过',
    en: 'open,wear,tag,original box,unopened,used',
  },
  warranty: {
    zh: '保修 质保 三包 联保 保不保 过保 包修 终身',
    en: 'warranty,guarantee,waranty,cover,manufacturer',
  },
  repair: {
    zh: '修 维修 报修 检修 返修 师傅 维修点 配件',
    en: 'repair,fix,service center,spare part,mend',
  },
  arrivedmoney: {
    zh: '到账 入账 退到 打款 退回到',
    en: 'issue,show on,statement,go through,into my account,on my card',
  },
  pay: {
    zh: '付款 支付 付 结账 结算 扣款 付钱 刷卡 买单',
    en: 'pay,checkout,check out,billing,purchase,transaction',
  },
  payway: {
    zh: '支付宝 微信 花呗 白条 信用卡 银行卡 货到付款 分期 转账 云闪付 代付',
    en: 'paypal,apple pay,klarna,visa,mastercard,credit card,debit card,american express,amex,cod,installment,alipay,wechat,bank transfer,gift card,crypto,google pay,buy now pay later,cash on delivery,instalment',
  },
  failed: {
    zh: '打不开 关闭 失败 付不了 不成功 报错 点不了 用不了 无法 不能用 卡住 异常 无效 闪退 没反应 出错 不上 收不到 不了',
    en: 'fail,decline,reject,error,not work,wont work,doesnt work,cant,unable,crash,spin,invalid,not accept,stuck,not go through,wont let,doesnt,nothing happen,button',
  },
  charged: {
    zh: '扣了 扣款 多扣 重复扣 两次 收费',
    en: 'charge,bill,twice,double,overcharge,deduct,unauthorized',
  },
  invoice: {
    zh: '发票 开票 专票 普票 抬头 税号 收据 报销 凭证',
    en: 'invoice,receipt,bill,vat,tax invoice,proof of purchase,expense,accountant',
  },
  discount: {
    zh: '叠加 包个邮 会员几折 凑 优惠 券 折扣 打折 活动 满减 便宜 红包 秒杀 促销 几折 赠品 积分 立减 少点 批发',
    en: 'discount,coupon,promo,voucher,sale,deal,code,offer,loyalty,points,referral,price match,special,black friday,bulk,use a voucher,percent,off,special offer,combine,student',
  },
  postage: {
    zh: '上楼费 首重 续重 补多少 加钱 运费 邮费 包邮 快递费 免运费 关税 到付 满多少',
    en: 'shipping cost,shipping fee,delivery fee,postage,free shipping,shipping price,duty,delivery rate,free delivery,import tax,shipping charge,shiping,delivery cost,ship cost,how much extra,waive',
  },
  region: {
    zh: '新加坡 马来西亚 北京 上海 广州 杭州 成都 深圳 江浙沪 县 山区 学校 酒店 部队 岛上 韩国 英国 国际 这边 我们这 国外 海外 香港 台湾 澳门 新疆 西藏 偏远 农村 乡镇 地区 国家 全国 日本 美国 加拿大 岛 自提 门店 实体店 范围',
    en: 'country,canada,international,abroad,worldwide,europe,uk,germany,island,po box,area,overseas,region,norway,australia,outside,export,rural,store near,hawaii,ireland,singapore,brazil,texas,alaska,apo,hotel,puerto rico,london,berlin,locker,france,italy,spain,india,japan,mexico,california,my area,zip',
  },
  todelivery: {
    zh: '配送 送货 寄到 发到 能送 能寄 送到 可以发 可以寄',
    en: 'deliver,ship,delivery,shipping,send,postage',
  },
  duration: {
    zh: '时间 周末 过年 节 今天拍 现在买 几点前 下单后 多久发 默认 周六 明天 收得到 几天 时效 次日达 当天 隔日 多长时间 大概多久 一般',
    en: 'how long,how fast,how many day,next day,same day,express,overnight,delivery time,dispatch time,standard,usually,estimate,how soon,cut off,saturday,weekend,christmas,if i order,if i buy,when would,by thursday,fast,in three day,speed,average,handle time,duration,carrier do you,fastest',
  },
  price: {
    zh: '报价 多少元 到手价 直播间价 降价 一共多少 贵不贵 多少钱 价格 价位 怎么卖 啥价 单价 什么价 几块钱 贵 涨价',
    en: 'how much,price,cost,expensive,cheap,quote,total,your ad say,total for,difference in price',
  },
  stock: {
    zh: '剩 到货了通知 来货 再进 留一件 大号的 有货 没货 缺货 补货 库存 现货 预售 断码 卖完 卖光 到货通知 无货 下架 停产 还有吗',
    en: 'stock,sold out,restock,available,availability,back in,discontinued,preorder,left,in store,out of stock,new batch,any more,out of my size,in your warehouse,any leave,still have,how many do you have',
  },
  recommend: {
    zh: '看看你们 有吗 卖吗 用哪个 比较好 合适 推荐 建议 帮我挑 哪款 哪个好 哪一款 找一 想买 想要 有没有 有卖 热卖 新款 款式',
    en: 'recommend,suggest,look for,looking for,do you sell,do you carry,best seller,gift,similar,which one,show me,search,have you got,after,idea,do you have,help me choose,do you guy have,go well with,want to buy,new arrival,where can i find,need a,any',
  },
  material: {
    zh: '哪里产 保质期 材质 面料 成分 纯棉 真皮 什么做的 配料 产地 正品',
    en: 'material,make of,ingredient,leather,cotton,fabric,contain,made in,authentic,genuine,where is this made,made of',
  },
  feature: {
    zh: '异味 掉色 起球 清洗 保养 费电 小孩可以 孕妇 区别 包装里 微波炉 打孔 防水 功能 蓝牙 功率 充电 噪音 电池 尺寸 重量 多重 机洗 说明书 兼容 适合 怎么用 连接 规格 参数 容量 使用方法 安装',
    en: 'waterproof,battery,bluetooth,compatible,dimension,weigh,machine wash,manual,wifi,watt,feature,dishwasher,work with,spec,capacity,how do i use,suitable,assemble,come with,kid use,expiry,loud,difference between,what in the box,how long does the battery,tell me more,sensitive skin,weight,washable,wash,energy rating,info,tell me about',
  },
  size: {
    zh: '穿 选哪个 戴 修身 宽松 圈号 胖 瘦 号 尺码 码 大小 腰围 胸围 脚长 身高 体重 公斤 斤 偏大 偏小',
    en: 'size,sizing,fit,measure,waist,chest,large,small,medium,xl,tight,true to size,size chart,inch,foot,guide,slim,regular fit,would fit,ring size,between two size',
  },
  colour: {
    zh: '颜色 黑色 白色 红色 蓝色 绿色 粉色 灰色',
    en: 'color,black,white,red,blue,green,pink,grey,gray,brown',
  },
  login: {
    zh: '会员等级 订阅 短信 昵称 广告 个人信息 登录 登不 密码 验证码 账号 账户 注册 绑定 换绑 会员 用户名',
    en: 'log in,login,password,account,sign in,sign up,register,username,locked,verification,profile,logged out,two factor,membership,unsubscribe,newsletter,google,email on my account,hack',
  },
  privacy: {
    zh: '隐私 个人信息 信息 数据 注销 泄露 资料 销户 授权 聊天记录',
    en: 'data,privacy,gdpr,personal,ccpa,erase,consent,forget,information,record',
  },
  delete: {
    zh: '删除 删掉 清除 删了 注销 解绑',
    en: 'delete,erase,remove,wipe,close my account',
  },
  broken: {
    zh: '洞 瘪 凹 湿 泡 二手 使用痕迹 线头 做工 拉链 充不 断了 渣 坏 破 碎 裂 烂 划痕 瑕疵 漏 损坏 破损 开不了机 不转 充不进 没声音 霉 脏 断 不工作 变质 过期 质量问题',
    en: 'broken,break,damage,defective,faulty,crack,scratch,shatter,leak,dent,smash,spoil,peel,tear,torn,stain,brocken,hole,stopped working,dead,doesnt work,wont turn on,crush,rip,snap,melt,dirty,fell apart,come apart,peeling,used and,smell,no sound,leaking,chip',
  },
  wrongitem: {
    zh: '老款 不是我的 发成 给我发 我要的 我拍的是 我买的是 别人的 什么玩意 发错 错货 不一样 不是我 货不对板 弄错 发混 不对 不符',
    en: 'wrong,not what i order,mix up,different item,incorrect,instead of,someone else,somebody else,not the same,and got,but got,but order,sent me,somebody elses,someone elses,not the same as,wrong one,wrong color,wrong size',
  },
  shortitem: {
    zh: '还有一个 没装 只有五 装不起 少发 漏发 少了 缺 只收到 只有 空盒 漏 没给 只到',
    en: 'missing,incomplete,only,empty,half of,short,not include,wasnt in,one of,second bottle,not there,part missing,there are five,of the three,missing part',
  },
  anger: {
    zh: '没人回 不回 没人解决 骂人 乱说 白跑 说话不算 打不通 破店 垃圾 再也不 承诺 服务态度 烂 投诉 差评 骗子 差劲 气死 态度 举报 无语 恶劣 失望 敷衍 踢皮球 曝光 什么破 黑店',
    en: 'complaint,complain,worst,useless,terrible,rude,scam,disappoint,unacceptable,horrible,awful,fed up,shame,report you,sue,lie,joke,ridiculous,never again,review,shout,never shop,lied,nobody answer,nobody pick,no reply,wait for a reply,third time,disconnect,runaround,again and again',
  },
  human: {
    zh: '叫人 来人 跟人说 主管 换个真人 有人吗 转给人 人工 真人 转接 经理 负责人 老板 专人 客服 活人 打电话 电话 接线',
    en: 'human,person,agent,representative,manager,operator,someone,somebody,staff,supervisor,live,real person,customer service,phone number,support,team,speak to,talk to,contact you,call me,connect me,transfer me,put me through,customer care,a person,not a machine',
  },
  bot: {
    zh: '机器人 自动回复 智能 人工智能 程序',
    en: 'bot,robot,ai,automate,chatgpt,computer',
  },
  you: {
    zh: '称呼你 你有什么功能 自我介绍 真人还是 人还是 你们店里 你是真人 你都能 你是 你叫 你会 你能 你可以 谁开发',
    en: 'who are you,are you,your name,can you do,who made,who am i,am i talk,am i speak,are you human,introduce yourself,who made you,what can you,help me with,you able,what kind of question,do you have a name,do you work for,behind this,you sound',
  },
  hello: {
    zh: '你们好 客服在 老板在 掌柜 小二 在线吗 在不在 在么 喂 问个事 想问 想咨询 咨询一下 打扰 有个问题 亲 你好 您好 在吗 哈喽 嗨 早上好 下午好 晚上好 有人吗',
    en: 'hello,hi,hey,good morning,good afternoon,good evening,hiya,howdy,heyy,yo,sup,greeting,morning,knock,anyone here,are you there,have a question,ask you something,quick question,i need some help,help me',
  },
  thanks: {
    zh: '有劳 帮大忙 麻烦你了 蟹蟹 真棒 真好 耐心 贴心 好评 点赞 不错 解决了 服务好 谢谢 感谢 多谢 辛苦 谢啦 感恩',
    en: 'thank,thanks,thx,appreciate,cheer,ty,grateful,tysm,thank u,helpful,awesome,great,the best,well done,good job,brilliant,wonderful,amaze,amazing,nice one,perfect,excellent,love you,solve,sorted',
  },
  bye: {
    zh: '先这样 结束 没别的事 没有其他 没其他 问完 下线 先走 有事再 再聊 拜 走了 不聊 再见 拜拜 回头见 晚安 没事了',
    en: 'bye,goodbye,see you,take care,good night,later,farewell,cya,ttyl,that be all,thats all,thats everything,nothing else,no more question,gotta go,have to leave,im done,end chat,close this,talk to you later,have a nice,catch you',
  },
  yes: {
    zh: '同意 确定 没毛病 没问题 就这样 就这么 就这个 按你说 好呀 行吧 要的 当然 对 行 好 是的 好的 可以 没错 确认 嗯 对的',
    en: 'yes,yeah,ok,sure,correct,yep,okay,right,confirm,yup,yea,agree,absolutely,do it,go ahead,that work,thats the one,sound good,fine by me,exactly,definitely,proceed,alright,please do,of course',
  },
  no: {
    zh: '没必要 不可以 不同意 当我没说 不需要 先别 不了 没有 理解错 否 并没有 不是 不用 不要 不对 算了 不行 别',
    en: 'no,nope,never mind,dont,nah,not,nevermind,disagree,negative,stop,leave it,forget it,rather not,no need,no way,thats wrong,incorrect,not that,not yet,not what i meant',
  },
  list: {
    zh: '买过 翻翻 单子 最近一次 所有订单 全部订单 历史 记录 列表 都买过 几单 忘了订单号 哪些订单',
    en: 'all my order,history,list,past,previous,recent,all order,order number,find my order,everything i,pull up,how many order,open at the moment,i bought from',
  },
  question: {
    zh: '吗 呢 么 能不能 可不可以 是否 请问',
    en: 'can i,do you,is it,could,how do i,what is,does',
  },
  sentalready: {
    zh: '已寄 寄回去 退回去的 寄回的 退的 签收我',
    en: 'i return,i send,i sent,ship back,shipped it back,i mailed,my return,returned',
  },
  finished: {
    zh: '了吗 了没 已经 完成 成功 审核 通过 同意 拒绝 处理 批准 收到了吗',
    en: 'already,has been,have been,approve,reject,process,complete,confirm,receive,issue,did you,has my,did my,any update',
  },
  apply: {
    zh: '申请 想 我要 要求 帮我 给我 麻烦',
    en: 'want to,like to,i want,i need,please,how do i,how to,start,initiate,request,ask for,apply,give me,demand',
  },
  general: {
    zh: '你们 一般 支持 是否 可以吗 能吗 吗 默认',
    en: 'do you,are,usually,normally,in general,is there,can i,what your,does,offer,accept',
  },
  negation: {
    zh: '没 不 未 无 别',
    en: 'not,no,never,dont,didnt,doesnt,hasnt,havent,isnt,wasnt,wont,cant,nothing,nobody',
  },
  ware: {
    zh: '衬衫 毛衣 亚麻 羊毛 棉 被子 枕头 电脑 平板 手表 项链 玩具 奶粉 零食 茶 洗衣液 牙刷 剃须刀 风扇 取暖器 净化器 微波炉 锅 刀 衣服 裤子 鞋 外套 大衣 裙 袜 帽 包 杯 壶 灯 沙发 耳机 手机 面霜 口红 电饭煲 洗衣机 冰箱 空调 吸尘器 保温杯 背包 雨衣 水果 戒指 床 椅 桌 充电器 电视',
    en: 'tote,canvas,linen,wool,t-shirt,pillow,blanket,computer,tablet,necklace,earring,toy,tea,coffee,snack,toothbrush,fan,heater,oven,pan,knife,rug,curtain,candle,perfume,shampoo,bike,tent,mattress,bed,desk,shirt,jacket,dress,shoe,boot,sock,jean,coat,hat,bag,backpack,wallet,lamp,mug,cup,kettle,blender,headphone,earbud,phone,laptop,charger,sofa,chair,table,vacuum,cream,ring,watch,skirt,case,toy,bottle,glass,shelf,mat,grinder,pajama,sweater,helmet,fridge,tv',
  },
  half: {
    zh: '一半 部分 几个 少了 只退',
    en: 'half,part,only,rest,less,lower,extra',
  },
  havegot: {
    zh: '收到 拿到 到手 已收 寄来',
    en: 'receive,get,got,came,arrive,recieve',
  },
  beforesend: {
    zh: '发货前 还没发 没发货 未发货 刚下单 拍错',
    en: 'before it ship,hasnt ship,before you send,not ship yet,just order,existing order,my order',
  },
  contact: {
    zh: '联系 电话 打电话 号码',
    en: 'contact,phone,call,number,email,reach you',
  },
  mine: {
    zh: '我的 我 本人',
    en: 'my,i,me,mine,im,ive',
  },
  family: {
    zh: '老公 老婆 妈 爸 孩子 宝宝 送人 朋友',
    en: 'wife,husband,mom,mum,kid,son,daughter,friend,gift,birthday',
  },
  daysago: {
    zh: '昨天 前天 上周 上个月 一周 三天 两天 一个星期 十天',
    en: 'yesterday,last week,day ago,week ago,since,last month,monday,tuesday,friday,two week',
  },
  today: {
    zh: '今天 现在 明天 马上 立刻',
    en: 'today,now,tomorrow,right now,immediately',
  },
  shop: {
    zh: '门店 分店 店铺 旗舰店 营业 上班 下班 开门 几点 礼盒 礼品包装 贺卡 刻字 定做 以旧换新 品牌 展厅 直营',
    en: 'store,shop,showroom,open,opening hour,hour,locate,located,branch,brand,gift wrap,gift wrapping,engrave,custom,wholesale,visit,business hour,installation',
  },
};
