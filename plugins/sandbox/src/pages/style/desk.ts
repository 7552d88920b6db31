/** Style of the pages for merchants and developers: admin, ledger, start page. */
export const DESK_CSS = `
:root{--ink:#1f2a2e;--soft:#66737a;--line:#dfe3e6;--ground:#f3f4f5;--card:#fff;--accent:#2f5d50;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",sans-serif;--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.6 var(--sans)}
a{color:var(--accent);text-underline-offset:3px}
:focus-visible{outline:3px solid #7fae9b;outline-offset:1px;border-radius:4px}
h1{font-size:1.35rem;margin:0 0 .4rem;line-height:1.3}h2{font-size:1.02rem;margin:0 0 .5rem}
code{font:.88em var(--mono);overflow-wrap:anywhere}small,.muted{color:var(--soft)}
.bar{display:flex;align-items:center;gap:1rem;background:#172226;color:#fff;padding:0 1.1rem;height:52px}
.bar a{color:#cfd9d6;text-decoration:none;font-size:.9rem}.bar a:hover{color:#fff}.bar .logo{font-weight:600;color:#9fd3bf}.bar>a:last-child{margin-left:auto}
.frame{display:grid;grid-template-columns:216px minmax(0,1fr);min-height:calc(100vh - 52px)}
.menu{background:#e9ecee;padding:.8rem .6rem;display:flex;flex-direction:column;gap:.1rem}
.menu a{display:flex;gap:.65rem;align-items:center;padding:.42rem .7rem;border-radius:8px;text-decoration:none;color:#33413f;font-weight:500}
.menu a:hover{background:#f6f7f8}.menu a.on{background:#fff;color:#000;box-shadow:0 1px 2px #0002}
.menu p{margin:.9rem .7rem .2rem;font-size:.8rem;color:var(--soft)}
.frame>main{padding:1.4rem clamp(1rem,3vw,2.2rem) 3rem;max-width:1240px;width:100%}
.frame>main.wide{padding:0;max-width:none;display:flex;flex-direction:column}
.panel{background:var(--card);border-radius:12px;box-shadow:0 1px 3px #0f1f1f1c;padding:1.1rem 1.25rem;margin-bottom:1rem}
table{border-collapse:collapse;width:100%}
th{text-align:left;font-size:.85rem;color:var(--soft);font-weight:600}
table.list{padding:0;border-collapse:separate;border-spacing:0;margin:0}
table.list th,table.list td{padding:.6rem .9rem;border-bottom:1px solid var(--line);white-space:nowrap}
table.list tbody tr:hover{background:#f8faf9}table.list tbody tr:last-child td{border-bottom:0}
table.plain td,table.plain th{padding:.42rem .9rem .42rem 0;border-bottom:1px solid var(--line);vertical-align:top}
.scroll{overflow-x:auto}
.head{display:flex;justify-content:space-between;align-items:center;gap:.8rem;flex-wrap:wrap;margin-bottom:.6rem}.head form{display:flex;gap:.4rem}
input,select{font:inherit;color:inherit;padding:.4rem .7rem;border:1px solid #c3cacd;border-radius:8px;background:#fff;min-width:0;max-width:100%}
input[type=search]{width:20rem}
button{font:inherit;padding:.4rem 1rem;border-radius:8px;border:1px solid #c3cacd;background:#fff;cursor:pointer;color:inherit;white-space:nowrap}
button:hover{background:#f4f6f6}button:disabled{opacity:.5;cursor:default}
button.primary{background:var(--accent);border-color:var(--accent);color:#fff;font-weight:600}button.primary:hover{background:#264c41}
button.danger{color:#a3281b;border-color:#dcb2ac}button.quiet{border-color:transparent;background:none;color:var(--soft)}button.quiet:hover{color:#a3281b;background:#f7ecea}
.two{display:grid;grid-template-columns:minmax(0,1fr) 300px;gap:1rem;align-items:start}
.act{display:grid;gap:.6rem}.act label{display:grid;gap:.15rem;font-size:.88rem;color:var(--soft)}.act label>*{color:var(--ink)}
.said{margin:0;font-size:.9rem;color:#23593a}.said.bad{color:#a3281b}
.total{text-align:right;margin:.7rem 0 0}.crumb{margin:0}
.badge{display:inline-block;font-size:.8rem;line-height:1.55;padding:.02rem .6rem;border-radius:99px;white-space:nowrap;margin-right:.3rem;background:#e6e8ea;color:#555f63}
.badge.ok{background:#d9eddc;color:#1f5b35}.badge.way{background:#dbe8f3;color:#254f70}.badge.warn{background:#fbe4cf;color:#8a4413}.badge.wait{background:#f5ecc4;color:#66530b}.badge.bad{background:#f8d9d5;color:#96251a}
.events{list-style:none;margin:0;padding:0}.events li{display:grid;grid-template-columns:11.5rem 1fr;gap:1rem;padding:.22rem 0 .22rem 1rem;border-left:2px solid var(--line)}.events time{color:var(--soft)}
.pager{text-align:center}
.three{display:grid;grid-template-columns:minmax(320px,1fr) minmax(480px,1.5fr) minmax(320px,1fr);height:calc(100vh - 52px);gap:1px;background:var(--line);overflow-x:auto}.three section{display:flex;flex-direction:column;min-width:0;background:#fff}.three p{margin:0;padding:.3rem .8rem;font-weight:600;font-size:.88rem}.three iframe{flex:1;border:0;width:100%}
@media(max-width:900px){.three{display:block;height:auto}.three iframe{height:80vh}}
.install{max-width:36rem;margin:2rem auto}.install ul{padding-left:1.2rem}.install li code{color:var(--soft)}
.apphead{display:flex;justify-content:space-between;align-items:center;background:#fff;border-bottom:1px solid var(--line);padding:.35rem 1.1rem}
iframe.app{flex:1;border:0;width:100%;min-height:calc(100vh - 98px);background:var(--ground)}
#toasts{position:fixed;bottom:1.4rem;left:50%;transform:translateX(-50%);display:grid;gap:.5rem;justify-items:center}
.toast{background:#172226;color:#fff;border-radius:10px;padding:.55rem 1.1rem;box-shadow:0 6px 20px #0004}.toast.bad{background:#96251a}
body.loading .apphead{border-bottom-color:var(--accent);box-shadow:0 2px 0 var(--accent)}
.editor{display:grid;grid-template-columns:310px minmax(0,1fr);flex:1}.editor form{background:#fff;border-right:1px solid var(--line);padding:1.2rem}
.preview{border:0;width:100%;height:100%;min-height:calc(100vh - 52px);background:#fff}
.toggle{display:flex;justify-content:space-between;align-items:center;gap:1rem;border:1px solid var(--line);border-radius:10px;padding:.7rem .9rem;cursor:pointer}
.toggle small{display:block}.toggle input{position:absolute;opacity:0}.toggle i{width:42px;height:24px;border-radius:99px;background:#c3cacd;position:relative;transition:background .15s;flex:none}
.toggle i:after{content:"";position:absolute;left:3px;top:3px;width:18px;height:18px;border-radius:50%;background:#fff;transition:left .15s}.toggle input:checked+i{background:var(--accent)}.toggle input:checked+i:after{left:21px}.toggle input:focus-visible+i{outline:3px solid #7fae9b;outline-offset:2px}
.save{display:flex;gap:.8rem;align-items:center;margin-top:1rem}.alert{background:#fbe4cf;color:#8a4413;border-radius:10px;padding:.6rem .9rem}
.book{padding:1rem clamp(.8rem,2vw,1.6rem)}#filters{display:flex;gap:.5rem;flex-wrap:wrap;align-items:center;margin-bottom:.8rem}#count{color:var(--soft);margin-left:auto}
#book{background:#fff;border-radius:12px;box-shadow:0 1px 3px #0f1f1f1c;font-size:.87rem;table-layout:fixed;min-width:900px}
#book th,#book td{padding:.32rem .6rem;border-bottom:1px solid #edf0f1;vertical-align:top;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
#book th:nth-child(1){width:4.2rem}#book th:nth-child(2){width:7.6rem}#book th:nth-child(3){width:2.2rem}#book th:nth-child(4){width:13rem}#book th:nth-child(5){width:4.8rem}#book th:nth-child(6){width:4rem}#book th:nth-child(7){width:11rem}
#book .n{text-align:right;color:var(--soft);font-variant-numeric:tabular-nums}#book .at,#book .key{font-family:var(--mono);font-size:.8rem}#book .kind{font-weight:600}
#book .way.in{color:#254f70}#book .way.out{color:#8a4413}
#book summary{cursor:pointer;overflow:hidden;text-overflow:ellipsis;color:#3c4a4e;font-family:var(--mono);font-size:.8rem}#book pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0;font:.8rem/1.5 var(--mono)}
main.start{max-width:1040px;margin:0 auto;padding:2.2rem clamp(1rem,4vw,2rem) 4rem}.start header{margin-bottom:2rem}.start header h1{font-size:clamp(1.7rem,4vw,2.4rem)}.start header p{max-width:40rem;margin:0}.start .switch{float:right}
.start section{margin-bottom:2.2rem}.start h2{font-size:1.25rem}.start h2 small{font-weight:400;font-size:.9rem}.facts{margin:.1rem 0 .9rem;color:var(--soft)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(178px,1fr));gap:.9rem;margin-bottom:1.2rem}
.card{display:flex;flex-direction:column;background:#fff;border-radius:12px;padding:1rem 1.2rem;box-shadow:0 1px 3px #0f1f1f1c;text-decoration:none;border:1px solid transparent}.card:hover{border-color:var(--accent)}.card strong{font-size:1.05rem}.card span{color:var(--soft)}
.tries{margin:0;padding:0;list-style:none;background:#fff;border-radius:12px;box-shadow:0 1px 3px #0f1f1f1c;overflow:hidden}.tries li{display:grid;grid-template-columns:11rem 1fr;gap:1rem;padding:.5rem 1.2rem;border-bottom:1px solid #edf0f1}.tries em{font-style:normal;color:var(--soft)}.tries q{quotes:none}
@media(max-width:820px){#book{min-width:0}#book :is(th,td):is(:nth-child(1),:nth-child(3),:nth-child(6),:nth-child(7),:nth-child(8)){display:none}#book th:nth-child(4){width:auto}#book :is(th,td):nth-child(5){width:4.4rem}.frame{grid-template-columns:minmax(0,1fr)}.menu{flex-direction:row;overflow-x:auto;padding:.4rem}.menu p{display:none}.menu a{white-space:nowrap}.two,.editor{grid-template-columns:minmax(0,1fr)}.editor form{border-right:0;border-bottom:1px solid var(--line)}.preview{min-height:70vh}iframe.app{min-height:calc(100vh - 150px)}input[type=search]{width:100%}.head form{width:100%}.events li{grid-template-columns:1fr;gap:0}.tries li{grid-template-columns:1fr;gap:0}table.plain td{overflow-wrap:anywhere}}
`;
