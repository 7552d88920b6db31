/**
 * Traditional (and a few Cantonese) characters that shoppers from Taiwan, Hong Kong and Macau write, each followed by
 * the simplified form that the taxonomy and the dictionary use. Limited to the words of shopping and everyday talk;
 * one-to-one, so offsets hold.
 */
const PAIRS =
  '訂订 單单 號号 碼码 還还 沒没 發发 貨货 運运 費费 買买 賣卖 幾几 個个 時时 間间 會会 來来 嗎吗 謝谢 請请 問问 這这 們们 說说 對对 錯错 壞坏 換换 電电 話话 員员 帳帐 戶户 錄录 優优 ' +
  '價价 錢钱 額额 銀银 聯联 貸贷 現现 結结 達达 經经 過过 級级 數数 顏颜 庫库 檢检 驗验 詢询 諮咨 處处 術术 責责 險险 賠赔 償偿 證证 據据 遲迟 誤误 轉转 師师 專专 業业 網网 購购 開开 ' +
  '關关 東东 車车 場场 馬马 鳥鸟 魚鱼 點点 無无 與与 為为 後后 從从 將将 當当 應应 變变 讓让 認认 識识 議议 論论 題题 類类 樣样 種种 產产 實实 試试 裡里 裏里 邊边 麼么 麥麦 樂乐 聽听 ' +
  '見见 覺觉 觀观 視视 規规 則则 總总 給给 絕绝 綠绿 紅红 紙纸 線线 組组 織织 終终 統统 續续 維维 護护 衛卫 製制 補补 報报 執执 導导 屬属 屆届 層层 島岛 嶼屿 廣广 廠厂 廢废 莊庄 慶庆 ' +
  '愛爱 慮虑 態态 懷怀 戲戏 擇择 擔担 擴扩 攜携 攝摄 敗败 斷断 舊旧 暫暂 曆历 條条 極极 樓楼 標标 機机 權权 歡欢 歲岁 歸归 殘残 氣气 決决 況况 淚泪 淨净 減减 測测 湯汤 滿满 漢汉 潔洁 ' +
  '濟济 濕湿 濾滤 燈灯 燒烧 煩烦 熱热 獎奖 獨独 獲获 畫画 異异 療疗 監监 盤盘 眾众 確确 禮礼 稅税 稱称 積积 穩稳 窮穷 競竞 筆笔 簡简 糧粮 約约 納纳 純纯 紹绍 細细 絡络 緊紧 縮缩 繳缴 ' +
  '繼继 罰罚 羅罗 聲声 職职 腦脑 臉脸 舉举 艙舱 藍蓝 藥药 蘋苹 蟲虫 裝装 複复 襪袜 親亲 計计 訊讯 討讨 訓训 記记 設设 許许 訴诉 詞词 詳详 誰谁 調调 談谈 諒谅 讀读 貝贝 負负 財财 貪贪 ' +
  '貴贵 貼贴 資资 賓宾 質质 贈赠 贊赞 趕赶 跡迹 蹤踪 輕轻 輛辆 輪轮 辦办 遠远 適适 選选 郵邮 釋释 錶表 鏈链 鎖锁 鏡镜 鐘钟 鐵铁 長长 門门 閉闭 閱阅 陣阵 陰阴 陳陈 陽阳 隊队 階阶 隨随 ' +
  '隱隐 雖虽 雙双 雜杂 離离 難难 靜静 頁页 頂顶 項项 順顺 須须 預预 頭头 頻频 願愿 顧顾 風风 飛飞 飯饭 飲饮 館馆 驚惊 體体 髮发 鬆松 鬧闹 鮮鲜 黃黄 齊齐 齒齿 龍龙 妳你 喔哦 臺台 灣湾 ' +
  '僅仅 傳传 傷伤 債债 億亿 兩两 內内 冊册 別别 動动 務务 勝胜 勞劳 區区 協协 參参 啟启 唄呗 團团 園园 圖图 圓圆 國国 堅坚 壓压 夠够 夥伙 夢梦 奪夺 妝妆 學学 寧宁 寫写 審审 尋寻 帶带 ' +
  '幣币 廳厅 彈弹 復复 徵征 恆恒 悶闷 惡恶 愜惬 慣惯 懇恳 懸悬 戰战 拋抛 捨舍 掃扫 掛挂 損损 搶抢 摺折 撥拨 撿捡 擊击 擋挡 擠挤 擬拟 擺摆 敵敌 齡龄 曬晒 圍围 閃闪 軟软 凍冻 涼凉 溫温 ' +
  '廚厨 櫃柜 傢家 貓猫 紗纱 絲丝 釣钓 籃篮 膠胶 塊块 隻只 盡尽 麵面 雞鸡 鴨鸭 魯鲁 癢痒 膚肤 藝艺 樹树 葉叶 歐欧 韓韩 蘭兰 媽妈 爺爷 孫孙 兒儿 嬰婴 醫医 顆颗 粵粤 冇没 嘅的 唔不 喺在 ' +
  '佢他 嚟来 咗了 幫帮 係是 ';

const MAP = new Map(PAIRS.trim().split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const));

/** Writes the traditional characters of the table in their simplified form; everything else stays, and so does the length. */
export function simplify(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x4e00) continue;
    const to = MAP.get(text.charAt(i));
    if (to === undefined) continue;
    out += text.slice(from, i) + to;
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}
