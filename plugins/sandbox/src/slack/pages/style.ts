/** Slack's look, as far as an app's own things are concerned. */
export const CLIENT_CSS = `
:root{--ink:#1d1c1d;--soft:#616061;--line:#dddde0;--side:#3f1f47;--sideink:#e6dde9;--accent:#007a5a;--sans:"Lato",system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
*{box-sizing:border-box}[hidden]{display:none!important}
html,body{height:100%}body{margin:0;color:var(--ink);font:15px/1.47 var(--sans);background:#fff}
button,select,input,textarea{font:inherit;color:inherit}
:focus-visible{outline:2px solid #1264a3;outline-offset:1px;border-radius:4px}
a{color:#1264a3;text-decoration:none}a:hover{text-decoration:underline}
#slack{display:grid;grid-template-columns:220px minmax(0,1fr);height:100vh}
#slack.reading{grid-template-columns:220px minmax(0,1fr) minmax(320px,44%)}
.side{background:var(--side);color:var(--sideink);padding:.8rem .6rem;overflow:auto;display:flex;flex-direction:column;gap:.25rem}
.side h1{font-size:1.05rem;margin:.1rem .5rem .5rem;color:#fff}.side h2{font-size:.8rem;font-weight:600;margin:.9rem .5rem .1rem;opacity:.8}
.side button{display:block;width:100%;text-align:left;border:0;background:none;color:inherit;padding:.25rem .5rem;border-radius:6px;cursor:pointer}.side button:hover{background:#ffffff1c}.side button.on{background:#fff;color:var(--side);font-weight:600}
.side label{font-size:.8rem;margin:auto .5rem 0;display:grid;gap:.2rem}.side select{width:100%;padding:.25rem;border-radius:6px;border:0;background:#fff;color:var(--ink)}.side small{margin:0 .5rem}
.main,.thread{display:flex;flex-direction:column;min-width:0;min-height:0;height:100vh}.thread{border-left:1px solid var(--line)}
.top{display:flex;align-items:center;justify-content:space-between;border-bottom:1px solid var(--line);padding:.55rem 1rem;min-height:49px}.top h2{font-size:1.05rem;margin:0}.top button{border:0;background:none;cursor:pointer;font-size:1.1rem;padding:.1rem .5rem;border-radius:6px}
#room{display:flex;flex-direction:column;flex:1;min-height:0}.list{flex:1;overflow:auto;padding:.6rem 0}
.message{display:grid;grid-template-columns:36px minmax(0,1fr) auto;gap:.6rem;padding:.45rem 1rem;position:relative}.message:hover{background:#f8f8f8}
.avatar{width:36px;height:36px;border-radius:8px;background:hsl(var(--hue,200) 40% 45%);color:#fff;display:grid;place-items:center;font-weight:700}
.who{display:flex;gap:.45rem;align-items:baseline}.who time,.muted,small{color:var(--soft);font-size:.8rem}.app{font-size:.66rem;font-weight:700;background:#e8e8e8;color:#555;border-radius:3px;padding:0 .25rem}
.blocks{display:grid;gap:.5rem;overflow-wrap:anywhere}.blocks>div.gap,.text>div.gap{height:.5rem}
blockquote{margin:.15rem 0;padding-left:.7rem;border-left:4px solid var(--line)}
h3{font-size:1.1rem;margin:.2rem 0}hr{border:0;border-top:1px solid var(--line);width:100%;margin:.3rem 0}
.section{display:flex;gap:1rem;justify-content:space-between;align-items:flex-start;flex-wrap:wrap}.section .text:empty{display:none}.section .text{flex:1 1 14rem;min-width:0}.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.6rem 1.2rem;flex:1}
.context{color:var(--soft);font-size:.84rem}.actions{display:flex;gap:.5rem;flex-wrap:wrap;align-items:center}
.button,.actions select{border:1px solid #bbb;border-radius:6px;background:#fff;padding:.28rem .75rem;font-weight:600;font-size:.88rem;cursor:pointer;color:var(--ink);max-width:100%}.button:hover{background:#f4f4f4;text-decoration:none}.button.primary{background:var(--accent);border-color:var(--accent);color:#fff}.button.primary:hover{background:#00674c}.button.danger{color:#c01343;border-color:#c01343}.button:disabled{opacity:.5}
.mention{background:#e8f0fa;color:#1264a3;border-radius:3px;padding:0 .15rem}.mention.loud{background:#fbe9b7;color:#7a5300}
code{font-size:.85em;background:#f6f6f6;border:1px solid var(--line);border-radius:3px;padding:0 .2rem;color:#b32a55}
.replies{border:0;background:none;color:#1264a3;font-weight:600;font-size:.84rem;padding:.15rem 0;cursor:pointer}.replies:hover{text-decoration:underline}
.menu{position:relative;opacity:0}.message:hover .menu,.menu:focus-within,.menu[open]{opacity:1}.menu summary{list-style:none;cursor:pointer;border:1px solid var(--line);border-radius:6px;padding:0 .5rem;background:#fff}.menu summary::-webkit-details-marker{display:none}
.menu[open] button{display:block;width:100%;text-align:left;border:0;background:#fff;padding:.35rem .8rem;cursor:pointer;white-space:nowrap}.menu[open] button:hover{background:#1264a3;color:#fff}.menu[open]{z-index:3}.menu[open]>button:first-of-type{margin-top:.2rem}
.only{background:#fdf8ec}.only .avatar{background:none;color:#b58900}
.picture img{max-width:260px;max-height:200px;border-radius:8px;border:1px solid var(--line)}.file{border:1px solid var(--line);border-radius:8px;padding:.4rem .7rem;width:max-content;max-width:100%}
.composer{margin:0 1rem 1rem;border:1px solid #bbb;border-radius:8px;display:flex;align-items:flex-end}.composer:focus-within{border-color:#888}.composer textarea{flex:1;border:0;outline:0;resize:none;padding:.55rem .8rem;background:none;min-height:2.6rem;max-height:10rem}.attach{position:relative;padding:.45rem .5rem;cursor:pointer;border-radius:6px}.attach.full{background:#dff1e8}.attach:focus-within{outline:2px solid #1264a3}.attach input{position:absolute;inset:0;opacity:0;width:100%;cursor:pointer}.composer button{margin:.35rem;border:0;border-radius:6px;background:var(--accent);color:#fff;padding:.3rem .7rem;cursor:pointer;font-weight:600}
#home{padding:1.2rem clamp(1rem,5vw,3rem) 3rem;overflow:auto;display:grid;gap:.7rem;align-content:start;max-width:52rem}
dialog{border:0;border-radius:10px;padding:1.2rem 1.4rem;width:min(34rem,calc(100vw - 2rem));max-height:calc(100vh - 3rem);box-shadow:0 18px 60px #0006}dialog::backdrop{background:#0007}dialog h2{margin:0 0 .8rem;font-size:1.25rem}.confirm{width:min(26rem,calc(100vw - 2rem))}
.fields-of{display:grid;gap:.85rem}.input{display:grid;gap:.25rem;border:0;padding:0;margin:0;min-width:0}.input .label,legend{font-weight:700;padding:0}.input input[type=text],.input textarea,.input select,.input input[type=time]{width:100%;border:1px solid #bbb;border-radius:6px;padding:.4rem .6rem;background:#fff}
.ticks{display:flex;flex-wrap:wrap;gap:.3rem 1rem}.ticks label{display:flex;gap:.35rem;align-items:center}
.error,.problem{color:#c01343;font-weight:600;font-size:.84rem;margin:0}.row{display:flex;gap:.6rem;margin-top:1rem}.row.end{justify-content:flex-end}
#toasts{position:fixed;bottom:1.2rem;left:50%;transform:translateX(-50%);display:grid;gap:.4rem;z-index:9}.toast{background:#1d1c1d;color:#fff;border-radius:8px;padding:.5rem 1rem}
#lost{display:none;background:#fbe9b7;padding:.3rem 1rem;text-align:center}.lost #lost{display:block}
.muted{padding:1rem}.choose{max-width:30rem;margin:3rem auto;padding:0 1rem}.choose ul{padding-left:1.2rem}.choose .panel{border:1px solid var(--line);border-radius:12px;padding:1.2rem 1.4rem}
@media(max-width:860px){#slack,#slack.reading{grid-template-columns:132px minmax(0,1fr)}#slack.reading .main{display:none}.side{padding:.5rem .3rem}}
`;
