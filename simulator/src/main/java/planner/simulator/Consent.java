package planner.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page on which a person says yes or no to an app. It sends itself back by POST with {@code decision=allow|deny}, the
 * chosen {@code account}, one {@code scope} per tick, and what it was asked with.
 *
 * @param accent colour of the network's button
 * @param action where the form goes
 * @param fixed scopes that cannot be unticked
 * @param hidden what must come back unchanged
 */
public record Consent(
        String network,
        String accent,
        String action,
        List<Choice> accounts,
        List<String> scopes,
        List<String> fixed,
        Map<String, String> hidden) {

    /** @param open whether it may be chosen; where not, the detail says why */
    public record Choice(String id, String name, String detail, String avatar, boolean open) {}

    public Answer page() {
        return Answer.html(Html.page(network + ": allow access?", STYLE.replace("ACCENT", accent), """
                <main>
                <form method="post" action="%s">
                <p class="brand">%s</p>
                <h1>Planner would like to use your account</h1>
                %s
                <fieldset><legend>It may</legend>%s</fieldset>
                %s
                <div class="buttons">
                <button name="decision" value="deny" class="no">Not now</button>
                <button name="decision" value="allow" class="yes">Allow</button>
                </div>
                <p class="soft note">You can take this back at any time in your settings.</p>
                </form>
                </main>
                """.formatted(
                        Html.escape(action), Html.escape(network), people(), ticks(), secrets())));
    }

    private String people() {
        boolean[] first = {true};
        return accounts.stream()
                .map(it -> """
                        <label class="person%s"><input type="radio" name="account" value="%s"%s%s>\
                        <img src="%s" alt=""><span><b>%s</b><small>%s</small></span></label>
                        """.formatted(
                                it.open() ? "" : " closed",
                                Html.escape(it.id()),
                                it.open() && once(first) ? " checked" : "",
                                it.open() ? "" : " disabled",
                                Html.escape(it.avatar()),
                                Html.escape(it.name()),
                                Html.escape(it.detail())))
                .collect(Collectors.joining("", "<fieldset><legend>Account</legend>", "</fieldset>"));
    }

    private static boolean once(boolean[] first) {
        boolean was = first[0];
        first[0] = false;
        return was;
    }

    private String ticks() {
        return scopes.stream()
                .map(it -> fixed.contains(it)
                        ? "<label class=\"tick\"><input type=\"checkbox\" checked disabled><span>%1$s</span></label>"
                                .formatted(Html.escape(it))
                        : ("<label class=\"tick\"><input type=\"checkbox\" name=\"scope.%1$s\" value=\"on\" checked>"
                                        + "<span>%1$s</span></label>")
                                .formatted(Html.escape(it)))
                .collect(Collectors.joining());
    }

    private String secrets() {
        return hidden.entrySet().stream()
                .map(it -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(Html.escape(it.getKey()), Html.escape(it.getValue())))
                .collect(Collectors.joining());
    }

    /** The scopes that were left ticked in the form that came back. */
    public static List<String> granted(Map<String, String> form, List<String> asked, List<String> fixed) {
        return asked.stream()
                .filter(it -> fixed.contains(it) || form.containsKey("scope." + it))
                .toList();
    }

    private static final String STYLE = """
            body{display:grid;min-height:100vh;align-content:center;padding:16px}
            :root{--brand:ACCENT}
            @media(prefers-color-scheme:dark){:root{--brand:color-mix(in oklab,ACCENT 55%,white)}}
            main{width:100%;max-width:440px;margin:0 auto}
            form{background:var(--card);border:1px solid var(--line);border-radius:16px;padding:28px}
            .brand{font-weight:700;letter-spacing:-.01em;color:var(--brand);margin-bottom:6px}
            h1{font-size:21px;line-height:1.3;letter-spacing:-.01em;margin-bottom:20px}
            fieldset{border:0;padding:0;margin:0 0 20px}
            legend{padding:0;font-size:13px;color:var(--soft);margin-bottom:8px}
            .person{display:flex;gap:12px;align-items:center;border:1px solid var(--line);border-radius:12px;\
            padding:10px 12px;margin-bottom:8px;cursor:pointer}
            .person:has(input:checked){border-color:var(--brand);box-shadow:inset 0 0 0 1px var(--brand)}
            .person img{width:40px;height:40px;border-radius:50%}
            .person small{display:block;color:var(--soft);font-size:13px}
            .closed{cursor:default;background:var(--page)}.closed b{color:var(--soft)}.closed img{filter:grayscale(1)}
            input{accent-color:ACCENT;width:18px;height:18px;flex:none;margin:0}
            .tick{display:flex;gap:10px;align-items:center;padding:5px 0;font-size:14px;overflow-wrap:anywhere}
            .buttons{display:grid;grid-template-columns:1fr 1fr;gap:10px}
            .buttons button{border-radius:10px;padding:12px;font-weight:600;border:1px solid var(--line);\
            background:transparent;color:inherit;min-height:46px}
            .buttons .yes{background:ACCENT;border-color:ACCENT;color:#fff}
            .note{font-size:13px;text-align:center;margin-top:14px}
            .sandbox{margin-top:24px}
            """;
}
