package planner.simulator.pinterest;

/** How the pages look. */
final class Style {
    static final String RED = "#e60023";

    private Style() {}

    static final String PINTEREST = """
            :root{--page:#fff;--card:#fff;--line:#e1e1dc;--soft:#5f5f58;--pill:#efeeea;--accent:#c9001f;--link:#111}
            @media(prefers-color-scheme:dark){:root{--page:#131314;--card:#1f1f21;--line:#38383b;--soft:#b0b0a9;--pill:#2c2c2f;\
            --accent:#ff5c74;--link:#f4f4f0}}
            .bar{display:flex;gap:14px;align-items:center;padding:10px 20px;position:sticky;top:0;background:var(--page);z-index:2}
            .logo{width:34px;height:34px;border-radius:50%;background:#e60023;color:#fff;display:grid;place-items:center;\
            font:700 20px/1 Georgia,serif;flex:none}
            .search{flex:1;background:var(--pill);border-radius:99px;padding:11px 20px;color:var(--soft);min-width:0;white-space:nowrap;\
            overflow:hidden;text-overflow:ellipsis}
            .who{display:flex;gap:10px;flex:none}
            .who img{width:32px;height:32px;border-radius:50%;opacity:.6}
            .who .here img{opacity:1;box-shadow:0 0 0 2px var(--page),0 0 0 4px var(--ink)}
            main{max-width:1260px;margin:0 auto;padding:0 16px}
            .profile{display:grid;justify-items:center;text-align:center;gap:4px;padding:28px 0 20px}
            .profile img{width:112px;height:112px;border-radius:50%;margin-bottom:8px}
            .profile h1{font-size:34px;letter-spacing:-.03em;line-height:1.15}
            .tabs{display:flex;gap:26px;justify-content:center;font-weight:600;padding:8px 0 20px}
            .tabs a{padding:6px 2px;border-bottom:3px solid transparent}
            .tabs .here{border-color:var(--ink)}
            .wall{columns:5 220px;column-gap:16px}
            .pin{break-inside:avoid;display:block;padding-bottom:18px}
            .shot{position:relative;border-radius:16px;overflow:hidden;background:var(--pill);min-height:72px}
            .shot img,.shot video{width:100%}
            .mark{position:absolute;left:10px;top:10px;background:#ffffffe8;color:#111;border-radius:99px;padding:2px 10px;font-size:13px;\
            font-weight:600}
            .pin b{display:block;font-weight:600;line-height:1.35;padding:8px 6px 0;overflow-wrap:anywhere}
            .pin small{display:block;padding:2px 6px 0;color:var(--soft);font-size:14px;overflow-wrap:anywhere}
            .boards{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:20px}
            .cover{aspect-ratio:3/2;border-radius:16px;overflow:hidden;background:var(--pill);display:grid;grid-template-columns:2fr 1fr;gap:2px}
            .cover img,.cover video{width:100%;height:100%;object-fit:cover;min-height:0}
            .cover>:first-child{grid-row:span 2}
            .boards b{display:block;font-size:19px;letter-spacing:-.02em;margin-top:8px}
            .nothing{text-align:center;color:var(--soft);padding:64px 20px}
            .close{max-width:1020px}
            .close article{display:grid;grid-template-columns:1fr 1fr;background:var(--card);border-radius:32px;overflow:hidden;\
            box-shadow:0 1px 20px #0000001a;border:1px solid var(--line);margin-top:16px}
            .close .big{background:var(--pill);display:flex;overflow-x:auto;scroll-snap-type:x mandatory}
            .close .big>*{width:100%;flex:0 0 100%;object-fit:contain;scroll-snap-align:center;align-self:center}
            .words{padding:28px 30px;display:grid;gap:14px;align-content:start;overflow-wrap:anywhere}
            .words h1{font-size:27px;line-height:1.2;letter-spacing:-.02em}
            .on{display:flex;justify-content:space-between;gap:12px;align-items:center}
            .save{background:#e60023;color:#fff;border-radius:99px;padding:10px 18px;font-weight:600}
            .out{text-decoration:underline;font-weight:500}
            .by{display:flex;gap:10px;align-items:center}
            .by img{width:44px;height:44px;border-radius:50%}
            .by small{display:block;color:var(--soft)}
            .label{justify-self:start;background:var(--pill);border-radius:8px;padding:2px 10px;font-size:13px}
            .cards{display:grid;gap:8px;padding:0;margin:0;list-style-position:inside}
            .cards li{border-top:1px solid var(--line);padding-top:8px}
            .tag{color:var(--accent)}
            @media(max-width:720px){.wall{columns:2 140px;column-gap:8px}.close article{grid-template-columns:1fr;border-radius:20px}\
            .search{visibility:hidden}.profile h1{font-size:27px}}
            """;
}
