package planner.simulator.instagram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import planner.simulator.instagram.Access.Scope;
import planner.simulator.instagram.GraphCall.Host;
import planner.simulator.instagram.People.Page;
import planner.simulator.instagram.Tokens.Code;
import planner.simulator.instagram.Tokens.Kind;
import planner.simulator.instagram.Tokens.Token;

/** Sign-in by Facebook: user tokens, the Pages behind them, and the Page tokens that publish. */
final class FacebookLogin {
    static final Set<String> SCOPES = Set.of(
            "instagram_basic",
            "instagram_content_publish",
            "instagram_manage_comments",
            "instagram_manage_insights",
            "pages_show_list",
            "pages_read_engagement",
            "business_management",
            "ads_read",
            "ads_management");
    private static final Duration SHORT = Duration.ofMinutes(90);
    private static final Duration LONG = Duration.ofDays(60);
    private static final Duration DATA = Duration.ofDays(90);

    private final Clock clock;
    private final Tokens tokens;
    private final People people;
    private final Nodes nodes;
    private final Hosts hosts;
    private final Apps apps;
    private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();

    FacebookLogin(Clock clock, Tokens tokens, People people, Nodes nodes, Hosts hosts, Apps apps) {
        this.clock = clock;
        this.tokens = tokens;
        this.people = people;
        this.nodes = nodes;
        this.hosts = hosts;
        this.apps = apps;
    }

    String code(Set<String> wanted, Set<String> granted, String redirect) {
        asked.put(people.owner.id(), Set.copyOf(wanted));
        Instant until = clock.instant().plus(Duration.ofMinutes(10));
        return tokens.code(new Code(
                Kind.USER_SHORT, people.owner.id(), people.owner.id(), granted, apps.facebookId(), redirect, until));
    }

    Object accessToken(GraphCall call) {
        call.knows("client_id", "client_secret", "redirect_uri", "code", "grant_type", "fb_exchange_token");
        if (!apps.facebookId().equals(call.needs("client_id"))) {
            throw GraphError.of(
                    101, 0, "Error validating application. Cannot get application info due to a system error");
        }
        if (!apps.facebookSecret().equals(call.needs("client_secret"))) {
            throw GraphError.of(1, 0, "Error validating client secret");
        }
        if (call.text("grant_type").filter("fb_exchange_token"::equals).isPresent()) {
            Token old = tokens.alive(call.needs("fb_exchange_token"), Host.FACEBOOK);
            return answer(tokens.issue(Kind.USER_LONG, old.person(), old.subject(), old.scopes(), LONG), LONG);
        }
        Code code = tokens.redeem(call.needs("code"))
                .filter(it -> it.kind() == Kind.USER_SHORT)
                .orElseThrow(() -> GraphError.of(100, 36009, "This authorization code has been used"));
        if (!code.redirect().equals(call.needs("redirect_uri"))) {
            throw GraphError.of(
                    100,
                    36008,
                    "Error validating verification code. Please make sure your redirect_uri is "
                            + "identical to the one you used in the OAuth dialog request");
        }
        return answer(tokens.issue(Kind.USER_SHORT, code.person(), code.subject(), code.scopes(), SHORT), SHORT);
    }

    private static Object answer(Token token, Duration life) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token.value());
        answer.put("token_type", "bearer");
        answer.put("expires_in", life.toSeconds());
        return answer;
    }

    Object debug(GraphCall call) {
        call.knows("input_token");
        if (!call.token().equals(apps.facebookId() + "|" + apps.facebookSecret())) {
            throw GraphError.of(100, 0, "(#100) You must provide an app access token");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("app_id", apps.facebookId());
        data.put("application", "Planner");
        tokens.find(call.needs("input_token"))
                .ifPresentOrElse(it -> describe(it, data), () -> data.put("is_valid", false));
        return Map.of("data", data);
    }

    private void describe(Token token, Map<String, Object> data) {
        Instant end = token.expires();
        data.put("type", token.kind() == Kind.PAGE ? "PAGE" : "USER");
        data.put("expires_at", end == null ? 0 : end.getEpochSecond());
        data.put("data_access_expires_at", token.issued().plus(DATA).getEpochSecond());
        data.put("is_valid", tokens.death(token) == 0);
        data.put("issued_at", token.issued().getEpochSecond());
        data.put("scopes", new TreeSet<>(token.scopes()));
        data.put("user_id", token.person());
        if (token.kind() == Kind.PAGE) {
            data.put("profile_id", token.subject());
        }
    }

    /** Everything under {@code me} or the id of the person; answers empty when the path is another one. */
    boolean owns(GraphCall call) {
        String first = call.path().getFirst();
        return first.equals("me")
                || first.equals(people.owner.id())
                || people.page(first).isPresent();
    }

    Object answer(GraphCall call, Access access) {
        String edge = String.join("/", call.path().subList(1, call.path().size()));
        boolean page = people.page(call.path().getFirst()).isPresent();
        return switch (call.method() + " " + edge) {
            case "GET " ->
                page
                        ? page(call, access, people.page(call.path().getFirst()).orElseThrow())
                        : Fields.of(call.knows("fields").text("fields").orElse("id,name"))
                                .of("User", Map.of("id", () -> access.token().subject(), "name", people.owner::name));
            case "GET permissions" -> {
                call.knows();
                yield permissions(access.token());
            }
            case "GET accounts" -> accounts(call, access.may(Scope.PAGES));
            case "GET businesses" -> {
                call.knows("fields", "limit");
                yield Map.of("data", List.of());
            }
            case "DELETE permissions" -> {
                tokens.kill(access.token().person(), Tokens.APP_REMOVED);
                yield Map.of("success", true);
            }
            case "POST subscribed_apps" -> {
                call.knows("subscribed_fields");
                yield Map.of("success", true);
            }
            default -> throw GraphError.unknownPath(edge);
        };
    }

    private Object permissions(Token token) {
        List<Object> data = new ArrayList<>();
        Set<String> all = new TreeSet<>(asked.getOrDefault(token.person(), Set.of()));
        all.addAll(token.scopes());
        all.forEach(scope -> data.add(
                Map.of("permission", scope, "status", token.scopes().contains(scope) ? "granted" : "declined")));
        return Map.of("data", data);
    }

    private Object accounts(GraphCall call, Access access) {
        call.knows("fields", "limit", "after");
        Fields fields = Fields.of(call.text("fields").orElse("id,name,access_token,tasks"));
        int limit = Math.toIntExact(call.number("limit").orElse(25L));
        int from = call.number("after").map(Math::toIntExact).orElse(0);
        List<Page> pages = people.owner.pages();
        int to = Math.min(pages.size(), from + limit);
        List<Object> data = new ArrayList<>();
        pages.subList(Math.min(from, to), to).forEach(it -> data.add(page(fields, access, it)));
        Map<String, Object> paging = new LinkedHashMap<>();
        paging.put("cursors", Map.of("before", Integer.toString(from), "after", Integer.toString(to)));
        if (to < pages.size()) {
            paging.put(
                    "next",
                    hosts.facebookGraph() + "/v25.0/me/accounts?limit=" + limit + "&after=" + to
                            + "&access_token=" + access.token().value()
                            + call.text("fields")
                                    .map(it -> "&fields=" + encoded(it))
                                    .orElse(""));
        }
        return Map.of("data", data, "paging", paging);
    }

    private Object page(GraphCall call, Access access, Page page) {
        return page(Fields.of(call.knows("fields").text("fields").orElse("id,name")), access, page);
    }

    private Object page(Fields fields, Access access, Page page) {
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        known.put("id", page::id);
        known.put("name", page::name);
        known.put("tasks", page::tasks);
        known.put("access_token", () -> pageToken(access.token(), page));
        known.put("picture", () -> Map.of("data", Map.of("url", hosts.avatar(page.id()))));
        known.put("instagram_business_account", () -> {
            Account account = page.instagram();
            return account == null ? null : shown(account);
        });
        return fields.of("Page", known);
    }

    private Map<String, Object> shown(Account account) {
        Map<String, Object> shown = new LinkedHashMap<>();
        nodes.account(account).forEach((name, value) -> shown.put(name, value.get()));
        return shown;
    }

    /** A Page token of a long-lived user token has no end of its own. */
    private String pageToken(Token user, Page page) {
        Duration life = user.kind() == Kind.USER_LONG ? null : SHORT;
        return tokens.issue(Kind.PAGE, user.person(), page.id(), user.scopes(), life)
                .value();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
