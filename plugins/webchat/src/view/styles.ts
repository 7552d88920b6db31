const DARK = `--surface:#1c1f29;--raised:#262a37;--sunken:#141720;--ink:#eef0f6;--soft:#a9b0c2;--line:#343948;--theirs:#2a2f3d;--accent:var(--accent-dark);--tint:color-mix(in srgb,var(--accent-dark) 16%,var(--surface));--bad:#ff8f86;--good:#6bd29a;--warn-bg:#3d3216;--warn:#ffd98a;--shadow:0 12px 48px #0009,0 2px 8px #0006;color-scheme:dark;`;

/** The widget's whole look. It lives in a shadow root: nothing of it leaks out, nothing of the shop's leaks in. */
export const STYLES = `
:host{all:initial;--surface:#fff;--raised:#fff;--sunken:#f6f7fa;--ink:#161922;--soft:#5b6275;--line:#e3e6ee;--theirs:#f0f2f7;--accent:var(--accent-light);--tint:color-mix(in srgb,var(--accent-light) 8%,#fff);--bad:#b3261e;--good:#177245;--warn-bg:#fff4d6;--warn:#6b4a00;--shadow:0 12px 48px #12182b2e,0 2px 8px #12182b1f;color-scheme:light;
position:fixed;inset:auto;z-index:2147483000;font:400 14.5px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;color:var(--ink);-webkit-text-size-adjust:100%;}
:host([data-scheme=dark]){${DARK}}
@media (prefers-color-scheme:dark){:host([data-scheme=auto]){${DARK}}}
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
button,textarea,input{font:inherit;color:inherit;margin:0}
button{background:none;border:0;padding:0;cursor:pointer;-webkit-tap-highlight-color:transparent;touch-action:manipulation}
button:disabled{cursor:default;opacity:.45}
h1,h2,p,ul{margin:0;padding:0;list-style:none}
:focus{outline:none}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.i{width:20px;height:20px;display:block;flex:none;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.i-spark,.i-chat{fill:currentColor;stroke:none}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.faint{color:var(--soft)}
.ghost{display:grid;place-items:center;width:36px;height:36px;border-radius:10px;color:var(--soft);flex:none;transition:background .15s,color .15s}
.ghost:hover{background:color-mix(in srgb,currentColor 12%,transparent)}

.launcher{position:fixed;bottom:max(20px,env(safe-area-inset-bottom));right:20px;width:60px;height:60px;border-radius:50%;background:linear-gradient(145deg,var(--brand),var(--brand-deep));color:var(--on-brand);box-shadow:0 6px 24px #12182b40,0 1px 4px #12182b33;transition:transform .2s cubic-bezier(.3,1.6,.6,1),box-shadow .2s}
.launcher:hover{transform:scale(1.06);box-shadow:0 10px 30px #12182b52,0 2px 6px #12182b33}
.launcher:active{transform:scale(.96)}
.launcher:focus-visible{outline:3px solid var(--surface);outline-offset:-6px;box-shadow:0 0 0 3px var(--brand-deep)}
:host([data-side=left]) .launcher{right:auto;left:20px}
.face{position:absolute;inset:0;display:grid;place-items:center}
.face .i{grid-area:1/1;width:30px;height:30px;transition:transform .25s,opacity .2s}
.face .i-down{stroke-width:2.2;width:26px;height:26px;opacity:0;transform:rotate(-60deg) scale(.6)}
:host([data-open]) .face .i-down{opacity:1;transform:none}
:host([data-open]) .face .i-chat{opacity:0;transform:rotate(60deg) scale(.6)}
.unread{position:absolute;top:-3px;right:-3px;min-width:22px;height:22px;padding:0 6px;border-radius:11px;background:#c81e3c;color:#fff;border:2px solid #fff;font-size:12px;font-weight:700;line-height:18px;text-align:center}

.panel{position:fixed;bottom:calc(max(20px,env(safe-area-inset-bottom)) + 76px);right:20px;width:392px;max-width:calc(100vw - 40px);height:min(680px,calc(100vh - 124px));height:min(680px,calc(100dvh - 124px));display:flex;flex-direction:column;background:var(--surface);border-radius:20px;box-shadow:var(--shadow);overflow:hidden;animation:rise .26s cubic-bezier(.2,.9,.3,1);transform-origin:bottom right}
:host([data-side=left]) .panel{right:auto;left:20px;transform-origin:bottom left}
@keyframes rise{from{opacity:0;transform:translateY(14px) scale(.97)}}
.head{display:flex;align-items:center;gap:12px;padding:16px 12px 16px 18px;background:linear-gradient(135deg,var(--brand),var(--brand-deep));color:var(--on-brand);flex:none}
.head :focus-visible{outline-color:var(--on-brand)}
.mark{position:relative;display:grid;place-items:center;width:42px;height:42px;border-radius:14px;background:color-mix(in srgb,var(--on-brand) 18%,transparent);flex:none}
.mark .i{width:24px;height:24px}
.titles{flex:1;min-width:0}
.titles h1{font-size:16.5px;font-weight:650;line-height:1.3;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.sub{display:flex;align-items:center;gap:8px;font-size:12.5px;line-height:1.5;margin-top:1px;white-space:nowrap}
.label{font-weight:600}
.presence{display:inline-flex;align-items:center;gap:5px;overflow:hidden;text-overflow:ellipsis}
.presence:not(:empty)::before{content:"";width:7px;height:7px;border-radius:50%;background:#ffc857;box-shadow:0 0 0 1.5px color-mix(in srgb,var(--on-brand) 25%,transparent);flex:none;margin:0 1px 0 2px}
.presence.up::before{background:#5ee6a0}
.close{color:inherit;width:40px;height:40px}
.banner{padding:9px 18px;background:var(--warn-bg);color:var(--warn);font-size:13px;line-height:1.4;flex:none}
.banner.soft{background:var(--tint);color:var(--ink)}

.log{position:relative;flex:1;min-height:0}
.scroll{height:100%;overflow-y:auto;overscroll-behavior:contain;scrollbar-width:thin;scrollbar-color:var(--line) transparent}
.list{position:relative;display:flex;flex-direction:column;min-height:100%;padding:16px 14px 12px}
.list::before{content:"";margin-top:auto}
.jump{position:absolute;bottom:10px;left:50%;transform:translateX(-50%);display:flex;align-items:center;gap:4px;padding:7px 10px 7px 14px;border-radius:20px;background:var(--ink);color:var(--surface);font-size:13px;font-weight:600;box-shadow:0 4px 14px #0003}
.jump .i{width:16px;height:16px}
.day{display:flex;align-items:center;gap:12px;margin:10px 0 6px;color:var(--soft);font-size:12px}
.day::before,.day::after{content:"";flex:1;height:1px;background:var(--line)}
.note{align-self:center;max-width:88%;margin:12px 0 4px;padding:6px 14px;border-radius:14px;background:var(--sunken);color:var(--soft);font-size:13px;text-align:center;white-space:pre-wrap}
.row{display:flex;gap:8px;margin-top:3px;align-items:flex-end}
.row.new{animation:in .22s ease-out}
.row.first{margin-top:14px}
@keyframes in{from{opacity:0;transform:translateY(6px)}}
.row.mine{justify-content:flex-end;padding-left:44px}
.avatar{display:grid;place-items:center;width:28px;height:28px;border-radius:10px;background:linear-gradient(145deg,var(--brand),var(--brand-deep));color:var(--on-brand);flex:none;margin-bottom:22px}
.avatar .i{width:16px;height:16px}
.avatar.away{visibility:hidden;margin:0}
.typing .avatar{margin-bottom:5px}
.body{display:flex;flex-direction:column;gap:6px;min-width:0;max-width:100%;align-items:flex-start}
.theirs .body{flex:1}
.mine .body{align-items:flex-end}
.who{font-size:12px;font-weight:600;color:var(--soft);padding-left:2px}
.bubble{max-width:100%;padding:10px 14px;border-radius:18px;white-space:pre-wrap;overflow-wrap:anywhere}
.theirs .bubble{background:var(--theirs);border-bottom-left-radius:6px}
.mine .bubble{background:var(--brand);color:var(--on-brand);border-bottom-right-radius:6px}
.failed .bubble{opacity:.65}
.bubble a{color:inherit;text-underline-offset:2px}
.theirs .bubble a{color:var(--accent)}
.file{display:flex;gap:8px;align-items:center}
.meta{display:flex;flex-wrap:wrap;align-items:center;gap:4px;font-size:11.5px;line-height:16px;color:var(--soft);padding:0 3px}
.meta .i{width:13px;height:13px;stroke-width:2.4}
.meta.bad{color:var(--bad);font-size:12.5px;font-weight:550;gap:8px;justify-content:flex-end}
.meta.bad .i{width:15px;height:15px;margin-right:-4px;stroke-width:2}
.text{text-decoration:underline;text-underline-offset:2px;font-weight:650;padding:4px 0}
.dots{display:flex;gap:4px;padding:14px 16px}
.dots i{width:7px;height:7px;border-radius:50%;background:var(--soft);animation:dot 1.2s infinite}
.dots i:nth-of-type(2){animation-delay:.15s}
.dots i:nth-of-type(3){animation-delay:.3s}
@keyframes dot{0%,60%,100%{opacity:.35;transform:none}30%{opacity:1;transform:translateY(-3px)}}
.picture{display:block;border-radius:16px;overflow:hidden;background:var(--sunken);border:1px solid var(--line);max-width:220px;min-width:80px;min-height:60px;cursor:zoom-in}
.picture img{display:block;max-width:100%;max-height:240px;object-fit:cover}

.chips{display:flex;flex-wrap:wrap;gap:8px;padding:2px 0}
.chip{padding:8px 14px;border-radius:20px;border:1.5px solid var(--accent);color:var(--accent);font-weight:600;font-size:13.5px;line-height:1.35;text-align:left;background:var(--surface);transition:background .15s}
.chip:hover{background:var(--tint)}

.card{background:var(--raised);border:1px solid var(--line);border-radius:16px;overflow:hidden;font-size:13.5px;box-shadow:0 1px 3px #12182b0d}
.order{width:100%;max-width:310px}
.order header{display:flex;align-items:flex-start;justify-content:space-between;gap:10px;padding:13px 14px 11px}
.order header strong{display:block;font-size:14.5px;font-weight:650}
.order header small{color:var(--soft);font-size:12.5px}
.pill{padding:3px 10px;border-radius:12px;background:var(--tint);color:var(--accent);font-size:12.5px;font-weight:650;line-height:1.45;text-align:center}
.parcel{display:flex;align-items:center;gap:9px;margin:0 10px 8px;padding:9px 10px;border-radius:12px;background:var(--sunken)}
.parcel>.i{color:var(--accent);align-self:flex-start;margin-top:2px}
.grow{flex:1;min-width:0}
.line{display:block;font-size:12.5px;color:var(--soft);line-height:1.4}
.number{display:block;font-weight:650;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;line-height:1.4}
.parcel .ghost{width:30px;height:30px}
.parcel .ghost .i{width:16px;height:16px}
.go{display:inline-block;margin-top:3px;color:var(--accent);font-weight:650;text-decoration:none;white-space:nowrap;font-size:13px}
.go:hover{text-decoration:underline}
.items li{display:flex;align-items:center;gap:10px;padding:7px 14px}
.items .name{flex:1;min-width:0;line-height:1.4;overflow-wrap:anywhere}
.count{color:var(--soft);white-space:nowrap}
.thumb{display:grid;place-items:center;width:40px;height:40px;border-radius:10px;background:var(--sunken);color:var(--soft);overflow:hidden;flex:none}
.thumb img{width:100%;height:100%;object-fit:cover}
.sum{display:flex;justify-content:space-between;padding:10px 14px 12px;margin-top:5px;border-top:1px solid var(--line)}
.action{display:block;padding:10px 14px;border-top:1px solid var(--line);color:var(--accent);font-weight:650;text-align:center;text-decoration:none;transition:background .15s}
.action:hover{background:var(--tint)}
.action:focus-visible{outline-offset:-3px;border-radius:12px}
.carousel{display:flex;gap:10px;width:calc(100% + 14px);margin-right:-14px;padding:2px 14px 6px 2px;margin-left:-2px;overflow-x:auto;scroll-snap-type:x proximity;scrollbar-width:thin;scrollbar-color:var(--line) transparent}
.product{display:flex;flex-direction:column;width:178px;flex:none;scroll-snap-align:start}
.product .thumb{width:100%;height:132px;border-radius:0}
.product .thumb .i{width:34px;height:34px;stroke-width:1.2}
.single .product{width:230px}
.about{display:flex;flex-direction:column;flex:1}
.product .name{padding:10px 12px 0;font-weight:600;line-height:1.35;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.facts{display:flex;align-items:baseline;justify-content:space-between;gap:6px;padding:4px 12px 11px;margin-bottom:auto;flex-wrap:wrap}
.price{font-weight:650;font-size:14.5px}
.stock{color:var(--good);font-size:12px;font-weight:600}
.stock.out{color:var(--soft)}

.welcome{padding:12px 6px 4px;margin-bottom:auto}
.hello{display:grid;place-items:center;width:52px;height:52px;border-radius:18px;background:var(--tint);color:var(--accent);margin-bottom:14px}
.hello .i{width:28px;height:28px}
.welcome h2{font-size:22px;font-weight:700;line-height:1.3;letter-spacing:-.01em}
.welcome p{color:var(--soft);margin:6px 0 18px}
.questions{display:flex;flex-direction:column;gap:8px}
.question{display:flex;align-items:center;gap:12px;padding:12px 14px;border:1px solid var(--line);border-radius:14px;background:var(--raised);text-align:left;font-weight:550;transition:border-color .15s,background .15s,transform .15s}
.question .i{color:var(--accent)}
.question:hover{border-color:var(--accent);background:var(--tint)}
.question:active{transform:scale(.985)}
.skeleton{display:flex;flex-direction:column;gap:10px;padding:4px 0}
.skeleton i{height:40px;width:62%;border-radius:18px;background:var(--theirs);animation:pulse 1.3s infinite}
.skeleton i:nth-child(2){width:44%;align-self:flex-end}
.skeleton i:nth-child(3){height:64px}
@keyframes pulse{50%{opacity:.5}}

.composer{flex:none;padding:8px 12px 0}
.field{display:flex;align-items:flex-end;gap:4px;padding:5px;border:1.5px solid var(--line);border-radius:24px;background:var(--surface);transition:border-color .15s,box-shadow .15s}
.field:focus-within{border-color:var(--accent);box-shadow:0 0 0 3px color-mix(in srgb,var(--accent) 18%,transparent)}
.field .ghost{border-radius:50%}
textarea{flex:1;min-width:0;border:0;background:none;resize:none;padding:7px 4px;line-height:22px;max-height:132px;overflow-y:auto;scrollbar-width:thin}
textarea:focus-visible{outline:none}
textarea::placeholder{color:var(--soft);opacity:1}
.send{display:grid;place-items:center;width:36px;height:36px;border-radius:50%;background:var(--brand);color:var(--on-brand);flex:none;transition:background .15s,transform .15s,opacity .15s}
.send .i{width:19px;height:19px;transform:translateX(1px)}
.send:hover{background:var(--brand-deep)}
.send:active{transform:scale(.92)}
.send[aria-disabled=true]{background:var(--theirs);color:var(--soft);cursor:default;transform:none}
.tray{display:flex;gap:10px;padding:8px 4px 10px;overflow-x:auto}
.attached{position:relative;width:64px;height:64px;flex:none}
.attached img{width:100%;height:100%;object-fit:cover;border-radius:12px;border:1px solid var(--line)}
.attached.busy img{opacity:.45}
.attached button{position:absolute;top:-6px;right:-6px;width:24px;height:24px;border-radius:50%;background:var(--ink);color:var(--surface);display:grid;place-items:center}
.attached button .i{width:13px;height:13px;stroke-width:2.6}
.spin{display:none}
.busy .spin{display:block;position:absolute;inset:20px;border:2.5px solid var(--line);border-top-color:var(--accent);border-radius:50%;animation:spin .8s linear infinite}
@keyframes spin{to{transform:rotate(1turn)}}
.complaint{padding:7px 12px;margin-bottom:8px;border-radius:12px;background:var(--warn-bg);color:var(--warn);font-size:13px}
.foot{flex:none;padding:7px 16px max(9px,env(safe-area-inset-bottom));text-align:center;font-size:11.5px;line-height:1.4;color:var(--soft)}
.lightbox{position:absolute;inset:0;display:grid;place-items:center;background:#0b0d14e6;padding:20px;z-index:2;cursor:zoom-out}
.lightbox img{max-width:100%;max-height:100%;border-radius:10px}
.lightbox button{position:absolute;top:12px;right:12px;color:#fff;background:#fff3}

@media (max-width:480px),(max-height:480px){
.panel,:host([data-side=left]) .panel{inset:0;width:100%;max-width:none;height:100vh;height:100dvh;border-radius:0;box-shadow:none}
.head{padding-top:max(12px,env(safe-area-inset-top));padding-bottom:12px;padding-left:max(16px,env(safe-area-inset-left));padding-right:max(8px,env(safe-area-inset-right))}
.close{width:44px;height:44px}
:host([data-open]) .launcher{display:none}
.launcher{bottom:max(16px,env(safe-area-inset-bottom));right:16px}
textarea{font-size:16px}
.field .ghost,.send{width:40px;height:40px}
textarea{padding:9px 4px}
.chip{padding:10px 16px}
}
@media (prefers-reduced-motion:reduce){*,*::before,*::after{animation-duration:.01ms!important;animation-iteration-count:1!important;transition:none!important}}
@media (forced-colors:active){.launcher,.panel,.bubble,.send,.card{border:1px solid CanvasText}}
`;
