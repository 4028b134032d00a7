package planner.simulator.facebook;

/** How the network looks. */
final class Style {
    private Style() {}

    static final String FACEBOOK = """
            :root{--page:#f0f2f5;--card:#fff;--ink:#080809;--soft:#5f6368;--line:#d9dce1;--link:#0064d1;--accent:#0866ff}
            @media(prefers-color-scheme:dark){:root{--page:#1c1c1d;--card:#252728;--ink:#e2e5e9;--soft:#b0b3b8;\
            --line:#3a3c3e;--link:#6aa9ff;--accent:#6aa9ff}}
            main{max-width:680px;margin:0 auto;padding:0 16px}
            .narrow{padding-top:20px}
            .bar{background:var(--card);border-bottom:1px solid var(--line);position:sticky;top:0;z-index:2}
            .bar>div{max-width:1000px;margin:0 auto;padding:8px 16px;display:flex;justify-content:space-between;align-items:center}
            .word{font-weight:800;font-size:26px;letter-spacing:-.05em;color:#0866ff}
            @media(prefers-color-scheme:dark){.word{color:#4b94ff}}
            .pages{display:flex;gap:10px}
            .pages img{width:34px;height:34px;border-radius:50%;opacity:.6}
            .pages .here img{opacity:1;box-shadow:0 0 0 2px var(--card),0 0 0 4px var(--accent)}
            .profile{background:var(--card);border-radius:0 0 12px 12px;overflow:hidden;margin-bottom:16px;\
            box-shadow:0 1px 2px #0002}
            .cover{height:clamp(110px,26vw,210px);background:linear-gradient(120deg,#2b5876,#4e4376 60%,#c06c84)}
            .who{display:flex;gap:16px;align-items:flex-end;padding:0 20px 20px;margin-top:-34px}
            .who>img{width:112px;height:112px;border-radius:50%;border:4px solid var(--card)}
            .who h1{font-size:clamp(22px,4vw,30px);line-height:1.15}
            .stories{display:flex;gap:10px;overflow-x:auto;padding-bottom:16px}
            .stories a{position:relative;flex:0 0 112px;height:198px;border-radius:12px;overflow:hidden;background:#222;\
            border:3px solid var(--accent)}
            .stories img,.stories video{width:100%;height:100%;object-fit:cover}
            .stories small{position:absolute;left:10px;bottom:8px;color:#fff;text-shadow:0 1px 3px #000}
            .feed{display:grid;gap:16px}
            .post{background:var(--card);border-radius:10px;box-shadow:0 1px 2px #0003;overflow:hidden;padding-top:12px;\
            overflow-wrap:anywhere}
            .nothing{display:grid;gap:6px;text-align:center;padding:56px 20px;color:var(--soft)}
            .nothing b{font-size:20px;color:var(--ink)}
            .by{display:flex;gap:10px;align-items:center;padding:0 16px}
            .by img{width:40px;height:40px;border-radius:50%}
            .by p{line-height:1.3;font-size:15px}
            .by .when{font-size:13px}
            .text{padding:10px 16px 12px;font-size:15px}
            .photos{position:relative;display:grid;gap:2px}
            .photos img{width:100%;height:100%;object-fit:cover;max-height:560px}
            .of2,.of4{grid-template-columns:1fr 1fr}.of2 img,.of4 img{aspect-ratio:1}
            .of3{grid-template-columns:1fr 1fr}.of3 img{aspect-ratio:1}.of3 img:first-child{grid-column:1/-1;aspect-ratio:16/9}
            .photos span{position:absolute;right:0;bottom:0;width:calc(50% - 1px);height:calc(50% - 1px);display:grid;\
            place-items:center;background:#0009;color:#fff;font-size:30px}
            .card{display:block;border-block:1px solid var(--line);background:var(--page)}
            .card img{width:100%;max-height:340px;object-fit:cover}
            .card span{display:grid;padding:10px 16px;line-height:1.35}
            .card small{text-transform:uppercase;color:var(--soft);font-size:12px}
            .card i{font-style:normal;color:var(--soft);font-size:14px}
            .film{width:100%;max-height:640px;background:#000}
            .foot{display:flex;justify-content:space-between;padding:10px 16px;color:var(--soft);font-size:14px}
            .said{margin:0 16px 10px;padding:8px 12px;background:var(--page);border-radius:16px;font-size:14px}
            .story{display:grid;place-items:center;padding-top:20px;max-width:none}
            body:has(.story){background:#16171b;color:#fff}
            body:has(.story) .sandbox{color:#a2a9b6;margin-top:20px}
            .frame{position:relative;width:min(100%,calc(86vh*9/16));aspect-ratio:9/16;\
            background:linear-gradient(160deg,#31363f,#0c0d10);border-radius:12px;overflow:hidden}
            .frame>img,.frame>video{position:absolute;inset:0;width:100%;height:100%;object-fit:contain}
            .frame .by{position:absolute;inset:18px 0 auto;z-index:1;text-shadow:0 1px 4px #000a;padding:8px 14px}
            .progress{position:absolute;z-index:1;inset:10px 12px auto;height:3px;border-radius:2px;background:#fff}
            .post h1{font-size:20px;padding:0 16px}
            .post>p.soft{padding:4px 16px}
            .app{display:flex;gap:12px;align-items:center;padding:14px 16px}
            .app span{flex:1}
            .app small{display:block;color:var(--soft)}
            .app button{border:0;background:var(--page);color:#c62f2f;border-radius:6px;padding:8px 14px;font-weight:600}
            @media(prefers-color-scheme:dark){.app button{color:#ff8a80}}
            @media(max-width:520px){main{padding:0}.feed .post{border-radius:0}.stories{padding:0 12px 16px}\
            .profile{border-radius:0}.who>img{width:84px;height:84px}}
            """;
}
