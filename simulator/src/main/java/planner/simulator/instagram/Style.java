package planner.simulator.instagram;

/** How the pages look. */
final class Style {
    private Style() {}

    static final String INSTAGRAM = """
            :root{--page:#fff;--story:linear-gradient(45deg,#f9ce34,#ee2a7b 55%,#6228d7)}
            @media(prefers-color-scheme:dark){:root{--page:#0a0a0b}}
            main{max-width:935px;margin:0 auto;padding:0 16px}
            .bar{border-bottom:1px solid var(--line);background:var(--page);position:sticky;top:0;z-index:2}
            .bar>div{max-width:935px;margin:0 auto;padding:10px 16px;display:flex;justify-content:space-between;align-items:center}
            .word{font:600 24px/1 "Brush Script MT","Segoe Script","Snell Roundhand",Georgia,serif;font-style:italic;letter-spacing:-.02em}
            .who{display:flex;gap:10px}
            .who img{width:30px;height:30px;border-radius:50%;opacity:.55}
            .who .here img{opacity:1;box-shadow:0 0 0 2px var(--page),0 0 0 3.5px var(--ink)}
            .profile{display:flex;gap:clamp(20px,7vw,80px);align-items:center;padding:36px 0 28px}
            .profile h1{font-size:20px;font-weight:500}
            .counts{display:flex;flex-wrap:wrap;gap:4px 28px;margin:12px 0}
            .name span{display:block;font-size:14px}
            .ring{display:block;flex:none;border-radius:50%;padding:4px;background:var(--story)}
            .ring>*{border-radius:50%;border:4px solid var(--page);width:clamp(84px,17vw,150px);height:clamp(84px,17vw,150px)}
            .quiet{background:none}
            .small{padding:2px}
            .small>*{width:66px;height:66px;border-width:3px;overflow:hidden;display:block;background:var(--line)}
            .round img,.round video{width:100%;height:100%;object-fit:cover}
            .bubbles{display:flex;gap:18px;overflow-x:auto;padding:4px 0 24px}
            .bubbles a{text-align:center;color:var(--soft)}
            .tabs{display:flex;justify-content:center;gap:48px;border-top:1px solid var(--line);font-size:14px;font-weight:600;color:var(--soft)}
            .tabs a{padding:14px 4px;border-top:1px solid transparent;margin-top:-1px}
            .tabs a[aria-current]{color:var(--ink);border-color:var(--ink)}
            .grid{display:grid;grid-template-columns:repeat(3,1fr);gap:4px}
            .unseen{position:absolute;clip-path:inset(50%)}
            .tile{position:relative;aspect-ratio:3/4;background:linear-gradient(160deg,#3d4452,#191c22);overflow:hidden}
            .tall .tile{aspect-ratio:9/16}
            .tall{grid-template-columns:repeat(4,1fr)}
            .tile img,.tile video{width:100%;height:100%;object-fit:cover;transition:opacity .15s}
            .tile:hover img,.tile:hover video{opacity:.86}
            .mark{position:absolute;top:10px;right:10px;filter:drop-shadow(0 1px 2px #0009)}
            .mark svg{width:22px;height:22px;fill:#fff;display:block}
            .views{position:absolute;left:10px;bottom:8px;color:#fff;font-size:13px;font-weight:600;text-shadow:0 1px 3px #000}
            .nothing{display:grid;gap:6px;text-align:center;padding:72px 20px;color:var(--soft)}
            .nothing b{font-size:22px;color:var(--ink)}
            .single{padding-top:28px}
            article{display:grid;grid-template-columns:minmax(0,1.4fr) minmax(280px,1fr);background:var(--card);\
            border:1px solid var(--line);border-radius:6px;overflow:hidden}
            .media{background:#000;display:grid;align-items:center;min-height:320px}
            .media img,.media video{width:100%;max-height:78vh;object-fit:contain}
            .media>div,.many>div{position:relative}
            .person{position:absolute;background:#000b;color:#fff;font-size:12px;font-weight:600;border-radius:6px;padding:3px 8px;z-index:1}
            .reel video{aspect-ratio:9/16}
            .many{display:flex;overflow-x:auto;scroll-snap-type:x mandatory}
            .many>div{flex:0 0 100%;scroll-snap-align:center;display:grid;align-items:center}
            .text{display:flex;flex-direction:column;min-width:0}
            .by{display:flex;gap:12px;align-items:center;padding:14px 16px;border-bottom:1px solid var(--line)}
            .by img{width:34px;height:34px;border-radius:50%}
            .line{padding:8px 16px 0;font-size:13px}
            .caption{padding:14px 16px;flex:1;overflow-wrap:anywhere;display:grid;gap:10px;align-content:start;font-size:15px}
            .figures{padding:12px 16px 0;border-top:1px solid var(--line)}
            .when{padding:0 16px 16px;font-size:13px}
            .story{display:grid;place-items:center;padding:20px 16px 0;max-width:none}
            body:has(.story){background:#16171b;color:#fff}
            body:has(.story) .sandbox{color:#a2a9b6;margin-top:20px}
            .frame{position:relative;width:min(100%,calc(86vh*9/16));aspect-ratio:9/16;background:linear-gradient(160deg,#31363f,#0c0d10);\
            border-radius:12px;overflow:hidden}
            .frame>img,.frame>video{position:absolute;inset:0;width:100%;height:100%;object-fit:contain}
            .frame .by{position:absolute;inset:16px 0 auto;z-index:1;border:0;color:#fff;text-shadow:0 1px 4px #000a;padding:10px 14px}
            .frame .by span{opacity:.75}
            .frame .line{position:absolute;left:0;bottom:14px;z-index:1;color:#fff;text-shadow:0 1px 4px #000a}
            .progress{position:absolute;z-index:1;inset:10px 12px auto;height:3px;border-radius:2px;background:#fff;opacity:.9}
            .settings{max-width:520px;padding-top:32px}
            .settings h1{font-size:22px}
            .app{display:flex;gap:12px;align-items:center;border-bottom:1px solid var(--line);padding:14px 0}
            .app img{width:40px;height:40px;border-radius:50%}
            .app span{flex:1}
            .app small{display:block;color:var(--soft)}
            .app button{border:1px solid var(--line);background:transparent;color:#c62f2f;border-radius:8px;padding:8px 14px;font-weight:600}
            @media(prefers-color-scheme:dark){.app button{color:#ff8a80}}
            @media(max-width:735px){article{grid-template-columns:1fr}.tall{grid-template-columns:repeat(3,1fr)}.grid{gap:2px;margin:0 -16px}\
            .counts{gap:4px 16px;font-size:14px}.tile{aspect-ratio:3/4}}
            """;
}
