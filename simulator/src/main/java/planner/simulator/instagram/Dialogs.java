package planner.simulator.instagram;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent;
import planner.simulator.Consent.Choice;
import planner.simulator.Html;

/** The two consent pages. */
final class Dialogs {
    private static final Set<String> INSTAGRAM =
            Set.of("client_id", "redirect_uri", "response_type", "state", "scope", "enable_fb_login", "force_reauth");
    private static final Set<String> FACEBOOK =
            Set.of("client_id", "redirect_uri", "response_type", "state", "scope", "auth_type", "config_id");

    private final People people;
    private final InstagramLogin login;
    private final FacebookLogin facebook;
    private final Apps apps;
    private final Hosts hosts;

    Dialogs(People people, InstagramLogin login, FacebookLogin facebook, Apps apps, Hosts hosts) {
        this.people = people;
        this.login = login;
        this.facebook = facebook;
        this.apps = apps;
        this.hosts = hosts;
    }

    Answer instagram(Ask ask) {
        Map<String, String> asked = ask.method().equals("POST") ? ask.form() : ask.query();
        List<String> scopes = scopes(asked);
        String fault = fault(asked, INSTAGRAM, apps.instagramId(), scopes, InstagramLogin.SCOPES);
        if (!fault.isEmpty() && !ask.method().equals("POST")) {
            return invalid(fault);
        }
        List<String> fixed = List.of("instagram_business_basic");
        if (ask.method().equals("GET")) {
            List<Choice> accounts = new ArrayList<>();
            people.accounts()
                    .forEach(it ->
                            accounts.add(new Choice(it.id, it.username, it.name, hosts.avatar(it.username), true)));
            accounts.add(new Choice(
                    "personal",
                    "ada.prywatnie",
                    "Personal accounts cannot be used",
                    hosts.avatar("ada.prywatnie"),
                    false));
            return new Consent(
                            "Instagram",
                            "#c13584",
                            hosts.web() + "/oauth/authorize",
                            accounts,
                            scopes,
                            fixed,
                            kept(asked))
                    .page();
        }
        if (!"allow".equals(asked.get("decision"))) {
            return refused(asked, "");
        }
        Set<String> granted = Set.copyOf(Consent.granted(asked, scopes, fixed));
        Account account = people.account(asked.getOrDefault("account", "")).orElseThrow();
        return back(asked, Map.of("code", login.code(account, granted, asked.getOrDefault("redirect_uri", ""))), "#_");
    }

    Answer facebook(Ask ask, List<String> path) {
        if (path.size() != 3 || !path.subList(1, 3).equals(List.of("dialog", "oauth"))) {
            return Answer.text(404, "Not found");
        }
        Map<String, String> asked = ask.method().equals("POST") ? ask.form() : ask.query();
        List<String> scopes = scopes(asked);
        String fault = fault(asked, FACEBOOK, apps.facebookId(), scopes, FacebookLogin.SCOPES);
        if (!fault.isEmpty() && !ask.method().equals("POST")) {
            return invalid(fault);
        }
        if (ask.method().equals("GET")) {
            var person = new Choice(
                    people.owner.id(),
                    people.owner.name(),
                    people.owner.pages().size() + " Pages, one with an Instagram account",
                    hosts.avatar(people.owner.name().replace(' ', '_')),
                    true);
            String action = hosts.web().replaceFirst("/www$", "/facebook/") + String.join("/", path);
            return new Consent("Facebook", "#0866ff", action, List.of(person), scopes, List.of(), kept(asked)).page();
        }
        if (!"allow".equals(asked.get("decision"))) {
            return refused(asked, "200");
        }
        Set<String> granted = Set.copyOf(Consent.granted(asked, scopes, List.of()));
        String code = facebook.code(Set.copyOf(scopes), granted, asked.getOrDefault("redirect_uri", ""));
        return back(asked, Map.of("code", code), "");
    }

    private static List<String> scopes(Map<String, String> asked) {
        return Arrays.stream(asked.getOrDefault("scope", "").split("[, ]"))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static String fault(
            Map<String, String> asked, Set<String> known, String client, List<String> scopes, Set<String> offered) {
        for (String name : asked.keySet()) {
            if (!known.contains(name)) {
                return "unknown parameter " + name;
            }
        }
        if (!client.equals(asked.get("client_id"))) {
            return "Invalid platform app: client_id";
        }
        if (!"code".equals(asked.get("response_type"))) {
            return "response_type must be code";
        }
        if (asked.getOrDefault("redirect_uri", "").isEmpty()
                || asked.getOrDefault("state", "").isEmpty()) {
            return "redirect_uri and state are required";
        }
        return scopes.isEmpty() || !offered.containsAll(scopes) ? "Invalid scopes: " + scopes : "";
    }

    private static Answer invalid(String fault) {
        String page = "<main style=\"max-width:480px;margin:20vh auto 0;padding:0 20px\"><h1>Invalid request</h1><p>"
                + Html.escape(fault) + "</p></main>";
        Answer answer = Answer.html(Html.page("Invalid request", "", page));
        return new Answer(400, answer.headers(), answer.body(), null);
    }

    private static Map<String, String> kept(Map<String, String> asked) {
        Map<String, String> kept = new LinkedHashMap<>(asked);
        kept.keySet().retainAll(Set.of("client_id", "redirect_uri", "state", "scope", "response_type"));
        return kept;
    }

    private static Answer refused(Map<String, String> asked, String code) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("error", "access_denied");
        if (!code.isEmpty()) {
            more.put("error_code", code);
        }
        more.put("error_reason", "user_denied");
        more.put("error_description", "The user denied your request");
        return back(asked, more, "");
    }

    private static Answer back(Map<String, String> asked, Map<String, String> more, String end) {
        var address = new StringBuilder(asked.getOrDefault("redirect_uri", ""));
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put("state", asked.getOrDefault("state", ""));
        all.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return Answer.redirect(URI.create(address + end));
    }
}
