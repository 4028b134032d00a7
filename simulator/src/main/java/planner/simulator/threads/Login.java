package planner.simulator.threads;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent.Choice;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;
import planner.simulator.meta.LastingTokens;
import planner.simulator.meta.LoginDialog;
import planner.simulator.meta.LoginDialog.Face;
import planner.simulator.meta.Tokens;
import planner.simulator.meta.Tokens.Code;
import planner.simulator.meta.Tokens.Kind;
import planner.simulator.meta.Tokens.Token;

/** From the consent page to a token of sixty days that can be made young again. */
final class Login {
    private static final String BASIC = "threads_basic";
    private static final Set<String> SCOPES = Set.of(
            BASIC,
            "threads_content_publish",
            "threads_manage_replies",
            "threads_read_replies",
            "threads_manage_insights",
            "threads_delete",
            "threads_manage_mentions",
            "threads_location_tagging",
            "threads_keyword_search",
            "threads_profile_discovery");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Clock clock;
    private final Tokens tokens;
    private final People people;
    private final App app;
    private final Hosts hosts;
    private final LastingTokens lasting;
    private final LoginDialog dialog;

    Login(Clock clock, Tokens tokens, People people, App app, Hosts hosts) {
        this.clock = clock;
        this.tokens = tokens;
        this.people = people;
        this.app = app;
        this.hosts = hosts;
        lasting = new LastingTokens(clock, tokens, new LastingTokens.Grant(Host.THREADS, "th", BASIC, app.secret()));
        var face = new Face("Threads", "#101010", app.id(), Set.of(), SCOPES, List.of(BASIC), "", "#_");
        dialog = new LoginDialog(face, new LoginDialog.Person() {
            @Override
            public List<Choice> choices() {
                return profiles();
            }

            @Override
            public String code(String account, Set<String> asked, Set<String> granted, String redirect) {
                return Login.this.code(account, granted, redirect);
            }
        });
    }

    Answer page(Ask ask) {
        return dialog.answer(ask, hosts.web() + "/oauth/authorize");
    }

    private List<Choice> profiles() {
        return people.profiles().stream()
                .map(it -> new Choice(it.id, it.username, it.name, hosts.avatar(it.username), true))
                .toList();
    }

    private String code(String account, Set<String> granted, String redirect) {
        Profile profile = people.profile(account).orElseThrow();
        Instant until = clock.instant().plus(HOUR);
        return tokens.code(new Code(Host.THREADS, profile.id, profile.id, granted, app.id(), redirect, until));
    }

    /** Whether it is one of the calls that have no version. */
    boolean knows(GraphCall call) {
        return Set.of("oauth/access_token", "access_token", "refresh_access_token")
                .contains(String.join("/", call.path()));
    }

    Object answer(GraphCall call) {
        return switch (call.method() + " " + String.join("/", call.path())) {
            case "POST oauth/access_token" -> exchange(call);
            case "GET oauth/access_token" -> appToken(call);
            case "GET access_token" -> lasting.extend(call);
            case "GET refresh_access_token" -> LastingTokens.answer(lasting.refreshed(call));
            default -> throw GraphError.unknownPath(String.join("/", call.path()));
        };
    }

    private Object exchange(GraphCall call) {
        call.knows("client_id", "client_secret", "grant_type", "redirect_uri", "code");
        registered(call);
        if (!"authorization_code".equals(call.needs("grant_type"))) {
            throw GraphError.wrong("Param grant_type must be authorization_code");
        }
        Code code = tokens.redeem(call.needs("code"))
                .filter(it -> it.host() == Host.THREADS)
                .orElseThrow(() -> GraphError.of(100, 36009, "This authorization code has been used"));
        if (!code.redirect().equals(call.needs("redirect_uri"))) {
            throw GraphError.of(100, 36008, "The redirect_uri must be the one of the authorization dialog");
        }
        Token token = tokens.issue(Host.THREADS, Kind.SHORT, code.person(), code.subject(), code.scopes(), HOUR);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token.value());
        answer.put("user_id", Long.parseLong(token.subject()));
        return answer;
    }

    private void registered(GraphCall call) {
        if (!app.id().equals(call.needs("client_id")) || !app.secret().equals(call.needs("client_secret"))) {
            throw GraphError.of(101, 0, "Error validating application. Invalid application ID or secret");
        }
    }

    private Object appToken(GraphCall call) {
        call.knows("grant_type", "client_id", "client_secret");
        registered(call);
        return Map.of("access_token", "TH|" + app.id() + "|" + app.secret(), "token_type", "bearer");
    }

    Object debug(GraphCall call) {
        call.knows("input_token");
        if (!call.token().equals("TH|" + app.id() + "|" + app.secret())) {
            tokens.alive(call.token(), Host.THREADS);
        }
        Token token = tokens.alive(call.needs("input_token"), Host.THREADS);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", "USER");
        data.put("application", "Planner");
        Instant end = token.expires();
        data.put("expires_at", end == null ? 0 : end.getEpochSecond());
        data.put("issued_at", token.issued().getEpochSecond());
        data.put("is_valid", true);
        data.put("scopes", new TreeSet<>(token.scopes()));
        data.put("user_id", token.subject());
        return Map.of("data", data);
    }
}
