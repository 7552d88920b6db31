/** Style of the storefront. */
export const STORE_CSS = `
:root{--ink:#22302a;--soft:#5f6d65;--line:#e2ddd2;--ground:#faf8f3;--card:#fff;--moss:#2f5d50;--clay:#a8552f;--serif:"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Songti SC","Noto Serif CJK SC","Source Han Serif SC",serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
*{box-sizing:border-box}
body{--edge:max(clamp(1rem,4vw,3rem),calc(50vw - 620px + 3rem));display:flex;flex-direction:column;min-height:100vh;margin:0;background:var(--ground);color:var(--ink);font:16px/1.65 var(--sans);-webkit-font-smoothing:antialiased}
a{color:inherit;text-decoration-thickness:1px;text-underline-offset:3px}
a:hover{color:var(--moss)}
:focus-visible{outline:3px solid #7fae9b;outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:9}
.ribbon{margin:0;background:var(--ink);color:#e9ede6;font-size:.8rem;text-align:center;padding:.4rem 1rem}
.top{display:flex;gap:1.5rem;align-items:center;padding:1rem var(--edge);border-bottom:1px solid var(--line);flex-wrap:wrap}
.brand{display:flex;gap:.55rem;align-items:center;font:600 1.45rem/1 var(--serif);text-decoration:none;color:var(--moss);letter-spacing:.01em}
.top nav,.who{display:flex;gap:1.25rem;font-size:.95rem}
.top nav a,.who a{text-decoration:none;padding:.35rem 0}
.top nav a:hover,.who a:hover{text-decoration:underline}
.who{margin-left:auto}
main{width:100%;flex:1;padding:1.5rem var(--edge) 4rem}
h1,h2,h3{font-family:var(--serif);line-height:1.25;font-weight:600;text-wrap:balance}
.hero{border-radius:18px;background:#dfe6da;color:#20382f;padding:clamp(1.8rem,5vw,4rem);margin-bottom:1.8rem;position:relative;overflow:hidden}
.hero:after{content:"";position:absolute;inset:0;background:radial-gradient(circle at 86% 20%,#f3dfb9 0 9%,transparent 9.4%),linear-gradient(164deg,transparent 62%,#9db59d 62.3% 76%,#7c9c86 76.3% 88%,#557c69 88.3%);pointer-events:none}
.hero>div{position:relative;z-index:1;max-width:34rem}
.hero h1{font-size:clamp(1.8rem,4.2vw,3rem);margin:0 0 .6rem}
.hero p{margin:0;font-size:1.08rem;max-width:29rem}
.tools{display:flex;justify-content:space-between;gap:1rem;flex-wrap:wrap;margin-bottom:1.4rem}
.tabs{display:flex;gap:.4rem;flex-wrap:wrap}
.tabs a{display:inline-flex;align-items:center;padding:.35rem .95rem;border-radius:99px;text-decoration:none;border:1px solid var(--line);background:var(--card);font-size:.93rem}
.tabs a.on{background:var(--moss);border-color:var(--moss);color:#fff}
form[role=search]{display:flex;gap:.4rem}form[role=search] input{width:17rem}
input,select{font:inherit;color:inherit;padding:.5rem .8rem;border:1px solid #cfc8ba;border-radius:10px;background:#fff;min-width:0}
button{font:inherit;padding:.5rem 1.1rem;border-radius:10px;border:1px solid var(--moss);background:var(--moss);color:#fff;cursor:pointer;white-space:nowrap}
button:hover{background:#264c41}
button.quiet{background:none;color:var(--ink);border-color:var(--line)}
button.quiet:hover{background:#f0ece2}
.grid{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:1.6rem 1.2rem}
.grid a{text-decoration:none;display:block}
.grid h2{font:600 1rem/1.4 var(--sans);margin:.7rem 0 .1rem}
.grid p{margin:0;color:var(--soft);font-size:.94rem}
.grid a:hover h2{text-decoration:underline;text-underline-offset:3px}
.picture{position:relative;border-radius:14px;overflow:hidden;background:#eee9dd;aspect-ratio:1}
.picture svg,.picture img{width:100%;height:100%;display:block;object-fit:cover;transition:transform .35s}
.grid a:hover .picture svg{transform:scale(1.035)}
.flag{position:absolute;left:.7rem;top:.7rem;background:#fffd;border-radius:99px;padding:.1rem .7rem;font-size:.8rem;color:var(--clay)}
.trail{font-size:.9rem;color:var(--soft);margin-bottom:1rem}
.product{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:clamp(1.2rem,4vw,3.5rem);align-items:start}
.product h1{font-size:clamp(1.6rem,3vw,2.3rem);margin:.1rem 0 .3rem}
.product h2{font-size:1.15rem;margin-top:2rem}
.vendor{margin:0;color:var(--soft);font-size:.88rem;letter-spacing:.04em}
.price{font-size:1.25rem;margin:.2rem 0 1rem;color:var(--clay);font-weight:600}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th{text-align:left;font-weight:600;color:var(--soft)}
th,td{padding:.5rem .6rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:top}
code{font:.88em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.badge{display:inline-block;font-size:.8rem;line-height:1.5;padding:.05rem .6rem;border-radius:99px;white-space:nowrap;margin:0 .3rem .2rem 0;background:#e8e5dd;color:#55605a}
.badge.ok{background:#dcebdd;color:#23593a}.badge.way{background:#dde8f1;color:#27506f}.badge.warn{background:#fae5d3;color:#8a4413}.badge.wait{background:#f4ecc9;color:#6a560c}
.prose{max-width:44rem;overflow-wrap:break-word}.prose.wide{max-width:none}
.prose h1{font-size:clamp(1.7rem,3.4vw,2.4rem);margin:.2rem 0 1rem}
.prose h2{font-size:1.2rem;margin:1.8rem 0 .3rem}
.prose p,.prose ul,.prose ol{margin:.3rem 0 .8rem}
.read{display:grid;grid-template-columns:minmax(0,1fr) 15rem;gap:clamp(1.5rem,5vw,4rem)}
.side{display:flex;flex-direction:column;gap:.45rem;font-size:.93rem;border-left:1px solid var(--line);padding-left:1.4rem;align-self:start}
.side a{text-decoration:none;color:var(--soft)}.side a:hover{color:var(--moss);text-decoration:underline}
.topics{list-style:none;margin:1rem 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:.9rem}
.topics a{display:flex;flex-direction:column;height:100%;padding:1rem 1.2rem;border:1px solid var(--line);border-radius:14px;background:var(--card);text-decoration:none}
.topics a:hover{border-color:var(--moss)}
.topics span{color:var(--soft);font-size:.92rem}
.sign{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:clamp(1.5rem,5vw,4rem)}
.sign form{display:grid;gap:.9rem}.sign label{display:grid;gap:.2rem;font-size:.93rem}
.people{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:.8rem}
.people button{width:100%;display:grid;grid-template-columns:1fr auto;text-align:left;background:var(--card);border-color:var(--line);color:var(--ink);padding:.8rem 1rem;border-radius:14px}
.people button:hover{border-color:var(--moss);background:#fff}
.people span{grid-row:2;font-size:.88rem;color:var(--soft);overflow-wrap:anywhere}.people em{font-style:normal;font-size:.85rem;color:var(--soft)}
.alert{background:#fae5d3;color:#8a4413;border-radius:10px;padding:.6rem .9rem}
.account{max-width:56rem}.head{display:flex;justify-content:space-between;gap:1rem;flex-wrap:wrap;align-items:center}
.account h1{margin:.1rem 0}.account .head p{margin:0;color:var(--soft)}
.orders{list-style:none;margin:1.2rem 0;padding:0;display:grid;gap:.7rem}
.orders a{display:grid;grid-template-columns:5rem minmax(0,1fr) auto 6rem;gap:.4rem 1rem;align-items:center;background:var(--card);border:1px solid var(--line);border-radius:14px;padding:.9rem 1.1rem;text-decoration:none}
.orders a:hover{border-color:var(--moss)}.orders em{font-style:normal;text-align:right}
.sums{display:grid;grid-template-columns:auto auto;justify-content:end;gap:.2rem 1.5rem;margin:1rem 0}.sums dd{margin:0;text-align:right}
.parcel{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1rem 1.2rem;margin:1rem 0}.parcel p{margin:.2rem 0}
.events{list-style:none;margin:.8rem 0 0;padding:0}
.events li{display:grid;grid-template-columns:12rem 1fr;gap:1rem;padding:.35rem 0 .35rem 1.1rem;border-left:2px solid var(--line);position:relative;font-size:.94rem}
.events li:before{content:"";position:absolute;left:-5px;top:.85rem;width:8px;height:8px;border-radius:50%;background:#c5bfb1}
.events li:first-child:before{background:var(--moss);box-shadow:0 0 0 4px #dcebdd}
.events time,small{color:var(--soft)}
.none{color:var(--soft);padding:2rem 0}.pager{text-align:center;margin-top:2rem}
footer{border-top:1px solid var(--line);padding:1.8rem var(--edge) 5.5rem;display:flex;gap:2rem;flex-wrap:wrap;justify-content:space-between;font-size:.92rem;color:var(--soft)}
footer nav{display:flex;gap:.4rem 1.4rem;flex-wrap:wrap}
@media(max-width:760px){.top{gap:.6rem 1rem}.top nav{order:3;width:100%;overflow-x:auto;gap:1.3rem;white-space:nowrap}.product,.read,.sign{grid-template-columns:minmax(0,1fr)}.side{border-left:0;border-top:1px solid var(--line);padding:1.2rem 0 0}.grid{grid-template-columns:repeat(2,minmax(0,1fr));gap:1.2rem .8rem}.orders a{grid-template-columns:auto 1fr}.orders a>span:nth-child(2){grid-column:1/-1;grid-row:2}.orders em{grid-column:2;grid-row:1}.orders .marks{grid-column:1/-1}.events li{grid-template-columns:1fr;gap:0}form[role=search]{width:100%}form[role=search] input{flex:1}.hero:after{opacity:.55}}
@media(prefers-reduced-motion:reduce){*{transition:none!important}}
`;
