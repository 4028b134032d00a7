package planner.simulator.youtube;

/** How the pages look. */
final class Style {
    private Style() {}

    static final String YOUTUBE = """
            :root{--page:#fff;--card:#f2f2f2;--ink:#0f0f0f;--soft:#5a5a5a;--accent:#d5001c;--link:#065fd4}
            @media(prefers-color-scheme:dark){:root{--page:#0f0f0f;--card:#272727;--ink:#f1f1f1;--soft:#aaa;--accent:#ff4e45;\
            --link:#3ea6ff}}
            .bar{display:flex;justify-content:space-between;align-items:center;padding:10px 20px;position:sticky;top:0;z-index:2;\
            background:var(--page)}
            .word{display:flex;align-items:center;gap:6px;font-weight:700;font-size:20px;letter-spacing:-.05em}
            .word i{width:30px;height:21px;border-radius:6px;background:#f03;position:relative}
            .word i::after{content:"";position:absolute;left:11px;top:5.5px;border:5px solid transparent;border-left:9px solid #fff;\
            border-right:0}
            .who{display:flex;gap:12px}
            .who img{width:32px;height:32px;border-radius:50%}
            main{max-width:1180px;margin:0 auto;padding:0 20px}
            .channel{display:flex;gap:24px;align-items:center;padding:24px 0 8px}
            .channel img{width:clamp(84px,14vw,160px);border-radius:50%}
            .channel h1{font-size:clamp(26px,4vw,36px);letter-spacing:-.02em;line-height:1.15}
            h2{font-size:20px;margin:28px 0 14px}
            .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:28px 16px}
            .grid.shorts{grid-template-columns:repeat(auto-fill,minmax(170px,1fr))}
            .tile{display:grid;gap:4px;align-content:start;font-size:14px}
            .tile b{font-size:16px;line-height:1.35;font-weight:600;overflow-wrap:anywhere}
            .still{position:relative;aspect-ratio:16/9;border-radius:12px;overflow:hidden;background:linear-gradient(150deg,#33404a,#0c1014);\
            margin-bottom:6px}
            .short .still{aspect-ratio:9/16}
            .still img,.still video{width:100%;height:100%;object-fit:cover}
            .still small{position:absolute;right:8px;bottom:8px;background:#000c;color:#fff;border-radius:4px;padding:1px 5px;font-size:12px;\
            font-weight:600}
            .tile em{font-style:normal;border:1px solid var(--line);border-radius:4px;padding:0 5px}
            .nothing{text-align:center;padding:80px 0;color:var(--soft)}
            .watch{max-width:1000px;padding-top:8px}
            .screen{aspect-ratio:16/9;border-radius:12px;overflow:hidden;background:#000}
            .screen video{width:100%;height:100%;object-fit:contain}
            .upright .screen{aspect-ratio:9/16;width:min(100%,calc(78vh*9/16));margin:0 auto}
            .watch h1{font-size:21px;line-height:1.35;margin:14px 0 12px;overflow-wrap:anywhere}
            .owner{display:flex;justify-content:space-between;align-items:center;gap:16px}
            .owner a{display:flex;gap:12px;align-items:center}
            .owner img{width:40px;height:40px;border-radius:50%}
            .owner small{display:block;color:var(--soft);font-size:12px}
            .likes{background:var(--card);border-radius:99px;padding:6px 16px;font-weight:600;font-size:14px;white-space:nowrap}
            .about{background:var(--card);border-radius:12px;padding:12px 14px;margin-top:14px;font-size:14px;overflow-wrap:anywhere}
            .about p+p{margin-top:8px}
            .tags{font-size:13px}
            .label{display:inline-block;border:1px solid var(--line);background:var(--page);border-radius:8px;padding:2px 9px;margin:2px 6px 2px 0;\
            font-size:13px}
            .comment{display:flex;gap:14px;margin:16px 0;font-size:14px;overflow-wrap:anywhere}
            .comment img{width:36px;height:36px;border-radius:50%;flex:none}
            .comment small,.off{color:var(--soft)}
            .off{margin-top:24px}
            """;
}
