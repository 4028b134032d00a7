package planner.simulator.linkedin;

/** How the pages look. */
final class Style {
    private Style() {}

    static final String LINKEDIN = """
            :root{--page:#f4f2ee;--line:#dfdeda;--soft:#66676b;--link:#0a66c2;--accent:#0a66c2;--fill:#edf3f8}
            @media(prefers-color-scheme:dark){:root{--page:#000;--card:#1b1f23;--line:#38434f;--soft:#a5abb1;--link:#71b7fb;\
            --accent:#71b7fb;--fill:#293138}}
            .bar{background:var(--card);border-bottom:1px solid var(--line);position:sticky;top:0;z-index:2}
            .bar div{max-width:1040px;margin:0 auto;padding:10px 20px;display:flex;gap:22px;align-items:center}
            .in{background:#0a66c2;color:#fff;font-weight:800;border-radius:4px;padding:1px 7px 3px;font-size:20px;line-height:1.25}
            .bar a{font-size:14px;color:var(--soft)}.bar a.here{color:var(--ink);font-weight:600}
            main{max-width:560px;margin:0 auto;padding:20px 12px 0;display:grid;gap:10px}
            article,.top{background:var(--card);border:1px solid var(--line);border-radius:10px;overflow:hidden}
            .top .cover{height:84px;background:linear-gradient(120deg,#a0b4b7,#0a66c2)}
            .top img{width:88px;margin:-44px 0 8px 20px;border:3px solid var(--card);border-radius:50%;background:var(--card)}
            .top.page img{border-radius:6px}
            .top h1{font-size:22px;line-height:1.25;padding:0 20px}.top p{padding:2px 20px 18px;color:var(--soft);font-size:14px}
            .who{display:flex;gap:10px;padding:14px 16px 8px;align-items:center}
            .who img{width:48px;border-radius:50%}.who.page img{border-radius:4px}
            .who small{display:block;color:var(--soft);font-size:12px;line-height:1.35}
            .who b{font-size:14px;line-height:1.3}
            .text{padding:2px 16px 12px;font-size:14px;line-height:1.45;overflow-wrap:anywhere}
            .tag{font-weight:600}
            .pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(50%,180px),1fr));gap:2px}
            .pictures img{width:100%;height:100%;object-fit:cover;max-height:480px}
            video{width:100%;background:#000;max-height:520px}
            .card{display:block;background:var(--fill)}
            .card img{width:100%;max-height:300px;object-fit:cover}
            .card span,.paper span{display:block;padding:12px 16px;overflow-wrap:anywhere}
            .card b,.paper b{display:block;font-size:14px;line-height:1.4}
            .card small,.paper small{color:var(--soft);font-size:12px;display:block;line-height:1.45}
            .paper{margin:0 16px 14px;border:1px solid var(--line);border-radius:8px;display:flex;align-items:center;background:var(--fill)}
            .paper i{font:700 12px system-ui,sans-serif;background:#b24020;color:#fff;border-radius:4px;padding:14px 8px;margin-left:14px}
            .poll{margin:0 16px 14px;border:1px solid var(--line);border-radius:8px;padding:14px 16px;display:grid;gap:8px}
            .poll b{font-size:15px}.poll span{border:1.5px solid var(--link);color:var(--link);border-radius:99px;padding:6px 14px;\
            text-align:center;font-weight:600;font-size:14px;overflow-wrap:anywhere}
            .poll small{color:var(--soft);font-size:12px}
            .shared{margin:0 16px 14px;border:1px solid var(--line);border-radius:8px}
            .acts{display:flex;justify-content:space-around;border-top:1px solid var(--line);margin:0 16px;padding:10px 0;color:var(--soft);\
            font-size:13px;font-weight:600}
            .comment{display:flex;gap:8px;padding:0 16px 10px}
            .comment img{width:34px;height:34px;border-radius:50%}
            .comment p{background:var(--fill);border-radius:0 8px 8px 8px;padding:7px 12px;font-size:14px;flex:1;overflow-wrap:anywhere}
            .say{display:flex;gap:8px;padding:0 16px 14px}
            .say input{flex:1;min-width:0;border:1px solid var(--line);border-radius:99px;padding:8px 14px;font:inherit;font-size:14px;\
            background:transparent;color:inherit}
            .say button{border:0;border-radius:99px;background:var(--accent);color:var(--card);font-weight:600;padding:8px 16px;font-size:14px}
            .none{text-align:center;color:var(--soft);padding:60px 20px}
            """;
}
