package planner.simulator.threads;

/** How the pages look. */
final class Style {
    private Style() {}

    static final String THREADS = """
            :root{--page:#fafafa;--card:#fff}
            @media(prefers-color-scheme:dark){:root{--page:#0a0a0a;--card:#181818}}
            .bar{position:sticky;top:0;z-index:2;display:flex;justify-content:space-between;align-items:center;padding:12px 20px;\
            background:var(--page)}
            .bar span{display:flex;gap:10px}
            .word{font-weight:800;letter-spacing:-.03em;font-size:20px}
            .face{border-radius:50%;flex:none}
            .small{width:30px;height:30px;opacity:.55}
            .here .small{opacity:1;box-shadow:0 0 0 2px var(--page),0 0 0 3.5px var(--ink)}
            .medium{width:38px;height:38px}
            .large{width:76px;height:76px}
            main{max-width:620px;margin:0 auto 40px;background:var(--card);border:1px solid var(--line);border-radius:24px;overflow:hidden}
            main>h1,main>p{padding:16px 24px 0}
            header{display:flex;justify-content:space-between;align-items:center;padding:24px;border-bottom:1px solid var(--line)}
            header h1{font-size:24px}
            article{display:flex;gap:12px;padding:16px 24px;border-top:1px solid var(--line)}
            article:first-child,header+article{border-top:0}
            article.reply{border-top:0;padding-top:0}
            article{position:relative}
            article:has(+.reply)::before{content:"";position:absolute;left:42px;top:62px;bottom:6px;width:2px;border-radius:1px;background:var(--line)}
            article.reply:has(+.reply)::before{top:46px}
            .body{flex:1;min-width:0;display:grid;gap:8px}
            .text{overflow-wrap:anywhere;white-space:normal}
            .topic{font-weight:600}
            .media{display:flex;gap:8px;overflow-x:auto;max-width:100%;width:fit-content;border-radius:12px}
            .media img,.media video{border-radius:12px;max-height:430px;border:1px solid var(--line)}
            .many>*{flex:0 0 62%;object-fit:cover;aspect-ratio:4/5}
            .hidden:not(:focus-within):not(:focus)>*{filter:blur(28px)}
            .spoiler:not(:focus){background:var(--ink);color:transparent;border-radius:4px}
            .spoiler:not(:focus) *{color:transparent}
            .poll{display:grid;gap:6px}
            .poll span,.card{border:1px solid var(--line);border-radius:12px;padding:10px 14px;overflow-wrap:anywhere}
            .figures{font-size:13px}
            .nothing{padding:60px 24px;text-align:center}
            .app{display:flex;gap:12px;align-items:center;padding:14px 24px;border-top:1px solid var(--line);margin-top:14px}
            .app span{flex:1}
            .app small{display:block;color:var(--soft)}
            .app button{border:1px solid var(--line);background:transparent;color:#b3261e;border-radius:10px;padding:8px 14px;font-weight:600}
            @media(prefers-color-scheme:dark){.app button{color:#ff8a80}}
            """;
}
