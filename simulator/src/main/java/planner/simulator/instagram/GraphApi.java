package planner.simulator.instagram;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Journal;
import planner.simulator.Stamp;
import planner.simulator.instagram.GraphCall.Host;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door of graph.instagram.com and graph.facebook.com: reads the call, checks version and token, finds the node. */
final class GraphApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VERSION = Pattern.compile("v\\d{1,2}\\.\\d");
    private static final Pattern SERVED = Pattern.compile("v2[1-6]\\.0");
    private static final int CALLS = 2_000;

    private final Parts parts;
    private final Tokens tokens;
    private final People people;
    private final Apps apps;
    private final Journal journal;
    private final AtomicLong calls = new AtomicLong();

    record Parts(InstagramLogin login, FacebookLogin facebook, AccountEdges accounts, MediaEdges media) {}

    GraphApi(Parts parts, Tokens tokens, People people, Apps apps, Journal journal) {
        this.parts = parts;
        this.tokens = tokens;
        this.people = people;
        this.apps = apps;
        this.journal = journal;
    }

    Answer answer(Host host, Ask ask, List<String> path) {
        boolean instagram = host == Host.INSTAGRAM;
        try {
            boolean versioned =
                    !path.isEmpty() && VERSION.matcher(path.getFirst()).matches();
            if (versioned && !SERVED.matcher(path.getFirst()).matches()) {
                throw GraphError.of(2635, 0, "(#2635) You are calling a deprecated version of the API");
            }
            GraphCall call = new GraphCall(
                    host, ask.method(), versioned ? path.subList(1, path.size()) : path, params(ask), token(ask));
            return usage(Answer.json(200, node(call, versioned)));
        } catch (GraphError e) {
            if (e.violation()) {
                journal.violation("instagram", ask, e.text());
            }
            return usage(error(e, instagram));
        }
    }

    private Object node(GraphCall call, boolean versioned) {
        if (call.path().isEmpty()) {
            throw GraphError.unknownPath("");
        }
        String tokenPath = call.method() + " " + String.join("/", call.path());
        if (call.host() == Host.INSTAGRAM) {
            if (tokenPath.equals("GET access_token")) {
                return parts.login().extend(call);
            }
            if (tokenPath.equals("GET refresh_access_token")) {
                return parts.login().refresh(call);
            }
        }
        if (!versioned) {
            throw GraphError.wrong("A path without a version is served by the oldest one: name the version");
        }
        if (call.host() == Host.FACEBOOK) {
            if (tokenPath.equals("GET oauth/access_token")) {
                return parts.facebook().accessToken(call);
            }
            if (tokenPath.equals("GET debug_token")) {
                return parts.facebook().debug(call);
            }
        }
        return behindToken(call);
    }

    private Object behindToken(GraphCall call) {
        Access access = new Access(tokens.alive(call.token(), call.host()), people);
        proof(call);
        String first = call.path().getFirst();
        if (call.host() == Host.FACEBOOK && parts.facebook().owns(call)) {
            return parts.facebook().answer(call, access);
        }
        if (first.equals("me") || people.account(first).isPresent()) {
            return parts.accounts().answer(call, access, access.account(first));
        }
        return parts.media().answer(call, access);
    }

    private void proof(GraphCall call) {
        String secret = call.host() == Host.INSTAGRAM ? apps.instagramSecret() : apps.facebookSecret();
        byte[] expected = Stamp.sign(
                secret.getBytes(StandardCharsets.UTF_8), call.token().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        call.text("appsecret_proof")
                .filter(it -> !it.equals(HexFormat.of().formatHex(expected)))
                .ifPresent(it -> {
                    throw GraphError.wrong("Invalid appsecret_proof provided in the API argument");
                });
    }

    private static Map<String, String> params(Ask ask) {
        Map<String, String> params = new LinkedHashMap<>(ask.query());
        if (ask.body().length == 0) {
            return params;
        }
        switch (ask.type()) {
            case "application/x-www-form-urlencoded" -> params.putAll(ask.form());
            case "application/json" -> params.putAll(json(ask.text()));
            default -> throw GraphError.wrong("Unsupported content type: " + ask.type());
        }
        return params;
    }

    private static Map<String, String> json(String text) {
        Map<String, String> params = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, JsonNode> each : JSON.readTree(text).properties()) {
                params.put(
                        each.getKey(),
                        each.getValue().isValueNode()
                                ? each.getValue().asString()
                                : each.getValue().toString());
            }
        } catch (JacksonException e) {
            throw GraphError.wrong("The body is not JSON");
        }
        return params;
    }

    private static String token(Ask ask) {
        return ask.bearer()
                .or(() -> java.util.Optional.ofNullable(ask.query().get("access_token")))
                .or(() -> java.util.Optional.ofNullable(
                        ask.type().equals("application/x-www-form-urlencoded")
                                ? ask.form().get("access_token")
                                : null))
                .orElse("");
    }

    Answer error(GraphError error, boolean instagram) {
        return Answer.json(
                error.status(), error.json(instagram, "A" + Long.toString(calls.get() + 4_242_424_242L, 36)));
    }

    private Answer usage(Answer answer) {
        long percent = Math.min(99, calls.incrementAndGet() % CALLS * 100 / CALLS);
        return answer.with(
                        "X-App-Usage",
                        "{\"call_count\":%1$d,\"total_time\":%1$d,\"total_cputime\":%1$d}".formatted(percent / 2))
                .with("X-Business-Use-Case-Usage", business(people.cafe.id, percent / 2, 0));
    }

    static String business(String account, long percent, long minutes) {
        return ("{\"%s\":[{\"type\":\"instagram\",\"call_count\":%2$d,\"total_cputime\":%2$d,\"total_time\":%2$d,"
                        + "\"estimated_time_to_regain_access\":%3$d}]}")
                .formatted(account, percent, minutes);
    }
}
