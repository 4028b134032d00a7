package planner.simulator;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import planner.simulator.Faults.Fault;
import planner.simulator.Faults.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The front page of the sandbox, the page that makes things go wrong, and the same for programs. */
final class AdminPages {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 200;

    private final World world;
    private final Faults faults;
    private final Map<String, Site> sites;

    AdminPages(World world, Faults faults, Map<String, Site> sites) {
        this.world = world;
        this.faults = faults;
        this.sites = sites;
    }

    Answer answer(Ask ask) {
        return switch (ask.method() + " " + ask.path()) {
            case "GET /" -> Answer.html(Html.page("Sandbox", STYLE, front()));
            case "GET /faults" ->
                Answer.html(Html.page("Faults", STYLE, faultPage(ask.query().getOrDefault("network", ""))));
            case "GET /journal" -> Answer.html(Html.page("Journal", STYLE, journal()));
            case "POST /faults" -> fromForm(ask.form());
            case "GET /api/faults" -> Answer.json(200, list());
            case "POST /api/faults" -> fromJson(ask.text());
            case "DELETE /api/faults" -> {
                faults.clear();
                yield Answer.empty(204);
            }
            default -> Answer.text(404, "There is nothing here: " + ask.path());
        };
    }

    private String front() {
        String cards = sites.values().stream()
                .map(it -> """
                        <a class="card" href="/%s%s"><i style="background:%s" aria-hidden="true">%s</i>\
                        <span><b>%s</b><small>%s</small></span></a>
                        """.formatted(
                                it.name(),
                                it.timeline(),
                                it.accent(),
                                Html.escape(it.title().substring(0, 1)),
                                Html.escape(it.title()),
                                posts(it)))
                .collect(Collectors.joining());
        return """
                <main>
                <h1>The sandbox</h1>
                <p class="soft lead">Networks that live on this machine. Whatever the planner publishes here is seen \
                by nobody else.</p>
                <div class="cards">%s</div>
                <nav><a href="/faults">Make something go wrong</a><a href="/journal">What was asked for</a></nav>
                </main>
                """.formatted(cards);
    }

    private static String posts(Site site) {
        int number = site.visible().size();
        return number == 1 ? "1 post" : number + " posts";
    }

    /** @param chosen the network that a link leads from; may be empty */
    private String faultPage(String chosen) {
        String networks = sites.values().stream()
                .map(it -> "<option value=\"%s\"%s>%s</option>"
                        .formatted(it.name(), it.name().equals(chosen) ? " selected" : "", Html.escape(it.title())))
                .collect(Collectors.joining());
        String kinds = Arrays.stream(Kind.values())
                .map(it -> "<option value=\"%s\">%s</option>".formatted(it, said(it)))
                .collect(Collectors.joining());
        String waiting = faults.waiting().stream()
                .map(it -> "<li><b>%s</b> %s%s <span class=\"soft\">× %d</span></li>"
                        .formatted(
                                Html.escape(it.network()),
                                said(it.kind()),
                                it.path().isEmpty() ? "" : " at <code>" + Html.escape(it.path()) + "</code>",
                                it.times()))
                .collect(Collectors.joining());
        return """
                <main>
                <p class="up"><a href="/">The sandbox</a></p>
                <h1>Make something go wrong</h1>
                <p class="soft lead">The next fitting call of a network's API is struck. Pages for people are not.</p>
                <form method="post" action="/faults">
                <label>Network <select name="network">%s</select></label>
                <label>What happens <select name="kind">%s</select></label>
                <label>Only where the path contains <input name="path" placeholder="anywhere"></label>
                <label>How often <input name="times" type="number" value="1" min="1" max="1000"></label>
                <label>Seconds (pause, slowness) <input name="seconds" type="number" value="60" min="0" max="86400">\
                </label>
                <div class="buttons"><button name="do" value="clear" class="no">Forget all</button>\
                <button name="do" value="add" class="yes">Let it happen</button></div>
                </form>
                <h2>Waiting</h2>
                %s
                </main>
                """.formatted(
                networks,
                kinds,
                waiting.isEmpty() ? "<p class=\"soft\">Nothing is going to go wrong.</p>" : "<ul>" + waiting + "</ul>");
    }

    private static String said(Kind kind) {
        return switch (kind) {
            case CUT_BEFORE -> "the connection breaks, nothing was done";
            case CUT_AFTER -> "done, but the answer is lost";
            case ERROR_BEFORE -> "server error, nothing was done";
            case ERROR_AFTER -> "server error, although it was done";
            case THROTTLED -> "the network asks for a pause";
            case SLOW -> "the answer takes its time";
            case LIE -> "done, but denied";
            case REVOKED -> "all access is taken away";
        };
    }

    private Answer fromForm(Map<String, String> form) {
        if ("clear".equals(form.get("do"))) {
            faults.clear();
        } else {
            try {
                add(
                        form.getOrDefault("network", ""),
                        form.getOrDefault("kind", ""),
                        "",
                        form.getOrDefault("path", ""),
                        Integer.parseInt(form.getOrDefault("times", "1")),
                        Duration.ofSeconds(Long.parseLong(form.getOrDefault("seconds", "60"))));
            } catch (IllegalArgumentException e) {
                return Answer.text(400, "That is no fault: " + e.getMessage());
            }
        }
        return Answer.redirect(URI.create("/faults")).with("Cache-Control", "no-store");
    }

    private Answer fromJson(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            add(
                    node.path("network").asString(""),
                    node.path("kind").asString(""),
                    node.path("method").asString(""),
                    node.path("path").asString(""),
                    node.path("times").asInt(1),
                    Duration.parse(node.path("length").asString("PT1M")));
            return Answer.json(201, list());
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Answer.json(400, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private void add(String network, String kind, String method, String path, int times, Duration length) {
        if (!sites.containsKey(network) || times < 1) {
            throw new IllegalArgumentException("network " + network + ", times " + times);
        }
        Kind found = Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        faults.add(new Fault(network, found, method, path, times, length));
    }

    private List<Map<String, Object>> list() {
        return faults.waiting().stream()
                .map(it -> Map.<String, Object>of(
                        "network", it.network(),
                        "kind", it.kind().name(),
                        "method", it.method(),
                        "path", it.path(),
                        "times", it.times(),
                        "length", it.length().toString()))
                .toList();
    }

    private String journal() {
        String rows = world.journal().entries().reversed().stream()
                .limit(SHOWN)
                .map(it -> "<tr><td>%s</td><td>%s</td><td><code>%s %s</code></td><td class=\"%s\">%s</td></tr>"
                        .formatted(
                                it.at().toString().substring(11, 19),
                                Html.escape(it.network()),
                                Html.escape(it.method()),
                                Html.escape(it.path()),
                                it.status() >= 400 || it.status() == 0 ? "bad" : "good",
                                it.status() == 0 ? "cut" : it.status()))
                .collect(Collectors.joining());
        String wrong = world.journal().violations().stream()
                .map(it -> "<li><code>%s %s</code> %s</li>"
                        .formatted(Html.escape(it.network()), Html.escape(it.request()), Html.escape(it.what())))
                .collect(Collectors.joining());
        return """
                <main class="wide">
                <p class="up"><a href="/">The sandbox</a></p>
                <h1>What was asked for</h1>
                <p class="soft lead">The newest first, in UTC.</p>
                %s
                <div class="table"><table><thead><tr><th>Time</th><th>Network</th><th>Request</th><th>Answer</th></tr>\
                </thead><tbody>%s</tbody></table></div>
                </main>
                """.formatted(
                wrong.isEmpty() ? "" : "<h2>What no correct client would send</h2><ul>" + wrong + "</ul>", rows);
    }

    private static final String STYLE = """
            main{max-width:640px;margin:0 auto;padding:48px 20px 0}
            .wide{max-width:1000px}
            h1{font-size:28px;letter-spacing:-.02em;line-height:1.2}
            h2{font-size:17px;margin:32px 0 8px}
            .up{font-size:14px;color:var(--soft);margin-bottom:8px}
            .up a{text-decoration:underline;text-underline-offset:3px}
            .lead{margin:6px 0 28px}
            .cards{display:grid;gap:10px;grid-template-columns:repeat(auto-fill,minmax(240px,1fr))}
            .card{display:flex;gap:14px;align-items:center;background:var(--card);border:1px solid var(--line);\
            border-radius:14px;padding:14px}
            .card:hover{border-color:var(--accent)}
            .card i{width:44px;height:44px;border-radius:12px;display:grid;place-items:center;color:#fff;\
            font:600 20px system-ui,sans-serif}
            small{display:block;color:var(--soft);font-size:13px}
            nav{display:flex;flex-wrap:wrap;gap:24px;margin-top:28px}
            nav a{color:var(--link);text-decoration:underline;text-underline-offset:3px}
            form{display:grid;gap:14px;background:var(--card);border:1px solid var(--line);border-radius:14px;padding:20px}
            label{display:grid;gap:4px;font-size:14px;color:var(--soft)}
            input,select{font:inherit;color:var(--ink);background:var(--page);border:1px solid var(--line);\
            border-radius:8px;padding:9px 10px;width:100%}
            .buttons{display:grid;grid-template-columns:1fr 1fr;gap:10px;margin-top:4px}
            .buttons button{border-radius:10px;padding:11px;font-weight:600;border:1px solid var(--line);\
            background:transparent;color:inherit}
            .buttons .yes{background:var(--accent);border-color:var(--accent);color:var(--page)}
            ul{padding-left:20px;margin:0}
            code{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace;overflow-wrap:anywhere}
            .table{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:14px}
            table{border-collapse:collapse;width:100%;font-size:14px}
            th,td{text-align:left;padding:8px 14px;border-bottom:1px solid var(--line);white-space:nowrap}
            tr:last-child td{border-bottom:0}
            th{font-weight:600;color:var(--soft);font-size:13px}
            td:last-child{font-variant-numeric:tabular-nums}
            .bad{color:#c62f2f}.good{color:#1b7f43}
            @media(prefers-color-scheme:dark){.bad{color:#ff8a80}.good{color:#6fd39a}}
            """;
}
