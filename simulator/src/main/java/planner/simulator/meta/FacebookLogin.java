package planner.simulator.meta;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import planner.simulator.meta.Tokens.Code;
import planner.simulator.meta.Tokens.Kind;
import planner.simulator.meta.Tokens.Token;

/** Sign-in by Facebook: a person's tokens, the Pages behind them, and the Page tokens that publish. */
public final class FacebookLogin {
    private static final Duration SHORT = Duration.ofMinutes(90);
    private static final Duration LONG = Duration.ofDays(60);
    private static final Duration DATA = Duration.ofDays(90);

    private final Clock clock;
    private final Tokens tokens;
    private final Directory directory;
    private final App app;
    private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();

    public record App(String id, String secret) {
        @Override
        public String toString() {
            return "App[" + id + "]";
        }
    }

    public record Person(String id, String name) {}

    public record Page(String id, String name, List<String> tasks) {}

    /** Whose Pages there are. */
    public interface Directory {
        Person owner();

        /** Those that {@code /me/accounts} lists. */
        List<Page> pages();

        /** Any Page there is. */
        default Optional<Page> page(String id) {
            return pages().stream().filter(it -> it.id().equals(id)).findFirst();
        }

        /** Fields of a Page besides those that all have: id, name, tasks, access_token, picture. */
        Map<String, Supplier<?>> fields(Page page);

        String avatar(String id);

        /** The address of the host, without a version. */
        String graph();
    }

    public FacebookLogin(Clock clock, Tokens tokens, Directory directory, App app) {
        this.clock = clock;
        this.tokens = tokens;
        this.directory = directory;
        this.app = app;
    }

    public String code(Set<String> wanted, Set<String> granted, String redirect) {
        String person = directory.owner().id();
        asked.put(person, Set.copyOf(wanted));
        Instant until = clock.instant().plus(Duration.ofMinutes(10));
        return tokens.code(new Code(Host.FACEBOOK, person, person, granted, app.id(), redirect, until));
    }

    public Object accessToken(GraphCall call) {
        call.knows("client_id", "client_secret", "redirect_uri", "code", "grant_type", "fb_exchange_token");
        if (!app.id().equals(call.needs("client_id"))) {
            throw GraphError.of(
                    101, 0, "Error validating application. Cannot get application info due to a system error");
        }
        if (!app.secret().equals(call.needs("client_secret"))) {
            throw GraphError.of(1, 0, "Error validating client secret");
        }
        if (call.text("grant_type").filter("fb_exchange_token"::equals).isPresent()) {
            Token old = tokens.alive(call.needs("fb_exchange_token"), Host.FACEBOOK);
            return answer(
                    tokens.issue(Host.FACEBOOK, Kind.LONG, old.person(), old.subject(), old.scopes(), LONG), LONG);
        }
        Code code = tokens.redeem(call.needs("code"))
                .filter(it -> it.host() == Host.FACEBOOK)
                .orElseThrow(() -> GraphError.of(100, 36009, "This authorization code has been used"));
        if (!code.redirect().equals(call.needs("redirect_uri"))) {
            throw GraphError.of(
                    100,
                    36008,
                    "Error validating verification code. Please make sure your redirect_uri is "
                            + "identical to the one you used in the OAuth dialog request");
        }
        return answer(
                tokens.issue(Host.FACEBOOK, Kind.SHORT, code.person(), code.subject(), code.scopes(), SHORT), SHORT);
    }

    private static Object answer(Token token, Duration life) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token.value());
        answer.put("token_type", "bearer");
        answer.put("expires_in", life.toSeconds());
        return answer;
    }

    public Object debug(GraphCall call) {
        call.knows("input_token");
        if (!call.token().equals(app.id() + "|" + app.secret())) {
            throw GraphError.of(100, 0, "(#100) You must provide an app access token");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("app_id", app.id());
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

    /** Whether the path leads to {@code me}, to the person, or to a Page. */
    public boolean owns(GraphCall call) {
        String first = call.path().getFirst();
        return first.equals("me")
                || first.equals(directory.owner().id())
                || directory.page(first).isPresent();
    }

    public Object answer(GraphCall call, Token token) {
        String edge = String.join("/", call.path().subList(1, call.path().size()));
        Optional<Page> page = directory.page(call.path().getFirst());
        return switch (call.method() + " " + edge) {
            case "GET " ->
                page.isPresent()
                        ? page(
                                Fields.of(call.knows("fields").text("fields").orElse("id,name")),
                                token,
                                page.orElseThrow())
                        : Fields.of(call.knows("fields").text("fields").orElse("id,name"))
                                .of(
                                        "User",
                                        Map.of(
                                                "id",
                                                token::subject,
                                                "name",
                                                () -> directory.owner().name()));
            case "GET permissions" -> {
                call.knows();
                yield permissions(token);
            }
            case "GET accounts" -> {
                if (!token.scopes().contains("pages_show_list")) {
                    throw GraphError.permission("pages_show_list");
                }
                yield listed(call, "/me/accounts", token, directory.pages());
            }
            case "GET businesses" -> {
                call.knows("fields", "limit");
                yield Map.of("data", List.of());
            }
            case "DELETE permissions" -> {
                call.knows();
                tokens.kill(token.person(), Tokens.APP_REMOVED);
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

    /** Pages in pages, each with its token. */
    public Object listed(GraphCall call, String path, Token token, List<Page> pages) {
        call.knows("fields", "limit", "after");
        Fields fields = Fields.of(call.text("fields").orElse("id,name,access_token,tasks"));
        int limit = Math.toIntExact(call.number("limit").orElse(25L));
        int from = call.number("after").map(Math::toIntExact).orElse(0);
        int to = Math.min(pages.size(), from + limit);
        List<Object> data = new ArrayList<>();
        pages.subList(Math.min(from, to), to).forEach(it -> data.add(page(fields, token, it)));
        Map<String, Object> paging = new LinkedHashMap<>();
        paging.put("cursors", Map.of("before", Integer.toString(from), "after", Integer.toString(to)));
        if (to < pages.size()) {
            paging.put(
                    "next",
                    directory.graph() + "/v25.0" + path + "?limit=" + limit + "&after=" + to + "&access_token="
                            + token.value()
                            + call.text("fields")
                                    .map(it -> "&fields=" + URLEncoder.encode(it, StandardCharsets.UTF_8))
                                    .orElse(""));
        }
        return Map.of("data", data, "paging", paging);
    }

    public Map<String, Object> page(Fields fields, Token token, Page page) {
        Map<String, Supplier<?>> known = new LinkedHashMap<>();
        known.put("id", page::id);
        known.put("name", page::name);
        known.put("tasks", page::tasks);
        known.put("access_token", () -> pageToken(token, page));
        known.put("picture", () -> Map.of("data", Map.of("url", directory.avatar(page.id()))));
        known.putAll(directory.fields(page));
        return fields.of("Page", known);
    }

    /** A Page token of a long-lived user token has no end of its own. */
    private String pageToken(Token user, Page page) {
        Duration life = user.kind() == Kind.SHORT ? SHORT : null;
        return tokens.issue(Host.FACEBOOK, Kind.PAGE, user.person(), page.id(), user.scopes(), life)
                .value();
    }
}
