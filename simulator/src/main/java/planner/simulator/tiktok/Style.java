package planner.simulator.tiktok;

/** How the pages look. */
final class Style {
    private Style() {}

    static final String TIKTOK = """
            :root{--page:#fff;--accent:#d81e4a}
            @media(prefers-color-scheme:dark){:root{--page:#121212;--card:#1e1e1e;--accent:#ff4b6e}}
            main{max-width:1040px;margin:0 auto;padding:0 20px}
            .bar{display:flex;justify-content:space-between;align-items:center;padding:12px 20px;border-bottom:1px solid var(--line);\
            background:var(--page);position:sticky;top:0;z-index:2}
            .word{font-weight:800;font-size:22px;letter-spacing:-.04em;text-shadow:-1.5px -1px 0 #25f4ee99,1.5px 1px 0 #fe2c5599}
            .who{display:flex;gap:12px;align-items:center}
            .who img{width:32px;height:32px;border-radius:50%;opacity:.55}
            .who .here img{opacity:1;box-shadow:0 0 0 2px var(--page),0 0 0 3.5px var(--ink)}
            .inbox{font-weight:600;font-size:15px;margin-right:8px}
            .inbox i{font-style:normal;background:var(--accent);color:#fff;border-radius:99px;padding:1px 8px;font-size:13px;margin-left:6px}
            @media(prefers-color-scheme:dark){.inbox i{color:#121212}}
            .profile{display:flex;gap:24px;align-items:center;padding:32px 0 24px}
            .profile img{width:clamp(84px,15vw,132px);border-radius:50%}
            .profile h1{font-size:26px;letter-spacing:-.02em;line-height:1.2}
            .handle{font-size:17px}
            .lock{font-size:13px;color:var(--soft);border:1px solid var(--line);border-radius:6px;padding:1px 7px;margin-left:6px;white-space:nowrap}
            .counts{display:flex;flex-wrap:wrap;gap:2px 20px;margin-top:10px;color:var(--soft)}
            .counts b{color:var(--ink)}
            .tabs{border-bottom:1px solid var(--line);margin-bottom:16px;font-weight:600}
            .tabs span{display:inline-block;padding:10px 28px;border-bottom:2px solid var(--ink);margin-bottom:-1px}
            .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(176px,1fr));gap:14px}
            .unseen{position:absolute;clip-path:inset(50%)}
            .tile{position:relative;aspect-ratio:3/4;border-radius:6px;overflow:hidden;background:linear-gradient(165deg,#2b3138,#0d0f12)}
            .tile img,.tile video{width:100%;height:100%;object-fit:cover}
            .tile::after{content:"";position:absolute;inset:60% 0 0;background:linear-gradient(#0000,#000b)}
            .views{position:absolute;z-index:1;left:10px;bottom:8px;color:#fff;font-weight:600;font-size:15px}
            .mark{position:absolute;z-index:1;right:8px;top:8px;background:#000a;color:#fff;border-radius:6px;padding:2px 8px;font-size:12px}
            .nothing{display:grid;gap:6px;text-align:center;padding:72px 20px;color:var(--soft)}
            .nothing b{font-size:20px;color:var(--ink)}
            .narrow{max-width:620px;padding-top:28px}
            .narrow h1{font-size:24px;margin-bottom:12px}
            .draft{display:flex;gap:14px;align-items:center;padding:14px 0;border-bottom:1px solid var(--line)}
            .draft>span{flex:1;min-width:0}
            .draft .thumb{flex:none;width:54px;aspect-ratio:3/4;border-radius:6px;overflow:hidden;background:linear-gradient(165deg,#2b3138,#0d0f12)}
            .thumb img,.thumb video{width:100%;height:100%;object-fit:cover}
            .draft small{display:block;color:var(--soft);font-size:14px}
            .draft button{border:0;border-radius:8px;padding:10px 22px;font-weight:600;background:var(--accent);color:#fff}
            @media(prefers-color-scheme:dark){.draft button{color:#121212}}
            body:has(.watch){background:#0b0b0c;color:#fff}
            body:has(.watch) .sandbox{color:#a2a9b6;margin:20px 0}
            .watch{padding:20px 12px 0;max-width:none}
            .stage{display:flex;gap:16px;justify-content:center;align-items:flex-end}
            .frame{position:relative;width:min(calc(100% - 64px),calc(86vh*9/16));aspect-ratio:9/16;border-radius:14px;overflow:hidden;\
            background:linear-gradient(165deg,#2b3138,#050506)}
            .frame>video,.photos{position:absolute;inset:0;width:100%;height:100%;object-fit:contain}
            .photos{display:flex;overflow-x:auto;scroll-snap-type:x mandatory}
            .photos>div{flex:0 0 100%;scroll-snap-align:center;display:grid;align-items:center}
            .photos img{width:100%;max-height:100%;object-fit:contain}
            .words{position:absolute;inset:auto 0 0;padding:64px 16px 18px;background:linear-gradient(#0000,#000c);pointer-events:none;overflow:hidden;\
            overflow-wrap:anywhere;max-height:60%;font-size:15px}
            .frame:has(video) .words{bottom:76px;background:none;padding-bottom:0;text-shadow:0 1px 3px #000c}
            .words a{pointer-events:auto}
            .words span{opacity:.8}
            .words .tag{color:#fff;font-weight:600;opacity:1}
            .title{margin-top:4px}
            .words .label{display:inline-block;margin:8px 6px 0 0;font-size:12px;background:#ffffff2e;border-radius:5px;padding:2px 8px;opacity:1}
            aside{display:grid;gap:16px;justify-items:center;flex:none;width:48px;padding-bottom:20px}
            aside img{width:46px;border-radius:50%}
            .act{display:grid;place-items:center;font-size:22px;line-height:1;text-align:center}
            .act small{font-size:12px;margin-top:5px;font-weight:600}
            @media(max-width:640px){.grid{grid-template-columns:repeat(3,1fr);gap:2px;margin:0 -20px}.tile{border-radius:0}.profile{gap:16px}\
            .profile h1{font-size:21px}.views{font-size:13px}}
            """;
}
