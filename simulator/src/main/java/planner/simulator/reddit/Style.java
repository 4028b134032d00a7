package planner.simulator.reddit;

/** How the pages look. */
final class Style {
    private Style() {}

    static final String REDDIT = """
            :root{--page:#fff;--accent:#d93a00;--wash:#f2f4f5}
            @media(prefers-color-scheme:dark){:root{--page:#0e1113;--card:#0e1113;--accent:#ff7a45;--wash:#1d2226}}
            .bar{position:sticky;top:0;z-index:2;background:var(--page);border-bottom:1px solid var(--line);padding:10px 20px}
            .bar a{display:inline-flex;gap:8px;align-items:center;font-weight:800;font-size:20px;letter-spacing:-.04em;color:var(--accent)}
            .bar i{width:28px;height:28px;border-radius:50%;background:var(--accent);position:relative}
            .bar i::after{content:"";position:absolute;inset:10px 6px 8px;border-radius:50%;background:var(--page)}
            main{max-width:720px;margin:0 auto;padding:0 16px}
            .head{padding:22px 0 14px;border-bottom:1px solid var(--line)}
            .head h1{font-size:24px;letter-spacing:-.02em}
            article{padding:14px 0;border-bottom:1px solid var(--line)}
            .from{display:flex;gap:6px;align-items:center;font-size:13px;flex-wrap:wrap}
            .from img{width:24px;height:24px;border-radius:50%}
            h2{font-size:18px;line-height:1.3;margin:6px 0;font-weight:600;overflow-wrap:anywhere}
            .labels{display:flex;flex-wrap:wrap;gap:6px;margin:2px 0 8px}
            .labels span{font-size:12px;font-weight:600;border-radius:99px;padding:2px 10px}
            .flair{background:var(--wash)}
            .nsfw{color:#b00040;border:1px solid}.spoil{color:var(--soft);border:1px solid}
            @media(prefers-color-scheme:dark){.nsfw{color:#ff7aa5}}
            .text{font-size:15px;overflow-wrap:anywhere}
            .text p{margin:0 0 8px}
            .short{max-height:11em;overflow:hidden;mask-image:linear-gradient(#000 75%,#0000)}
            .link a{color:var(--link);font-size:14px;overflow-wrap:anywhere}
            .media,.gallery{border-radius:16px;overflow:hidden;background:var(--wash);margin:6px 0 10px}
            .media img,.media video{margin:0 auto;max-height:540px}
            .gallery{display:flex;overflow-x:auto;scroll-snap-type:x mandatory}
            figure{margin:0;flex:0 0 100%;scroll-snap-align:center}
            figure img{margin:0 auto;max-height:480px}
            figcaption{padding:8px 14px;font-size:14px;color:var(--soft)}
            .poll{border:1px solid var(--line);border-radius:16px;padding:12px 16px;margin:6px 0 10px}
            .option{border:1px solid var(--line);border-radius:99px;padding:8px 16px;margin-top:8px;font-size:15px}
            .acts{display:flex;gap:10px;margin-top:8px;font-size:13px;font-weight:600}
            .acts>*{background:var(--wash);border-radius:99px;padding:6px 14px}
            .talk{padding:16px 0}
            .said{padding:8px 0 4px 12px;border-left:2px solid var(--line);font-size:15px;margin-bottom:10px}
            .said .from{margin-bottom:4px}
            .none{padding:64px 0;text-align:center;color:var(--soft)}
            """;
}
