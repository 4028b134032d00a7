package planner.simulator.pinterest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import planner.simulator.Stamp;

/** Access tokens of 30 days and refresh tokens of 60 that are renewed with each use. */
final class Tokens {
    private static final Duration ACCESS = Duration.ofDays(30);
    private static final Duration REFRESH = Duration.ofDays(60);
    private static final Duration CODE = Duration.ofMinutes(10);
    private static final String PIN_A = "pina_";
    private static final String PIN_R = "pinr.";

    private final Clock clock;
    private final Function<String, Member> members;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final Set<String> left = ConcurrentHashMap.newKeySet();
    private final Set<String> sinceThen = ConcurrentHashMap.newKeySet();

    /** @param members by id */
    Tokens(Clock clock, Function<String, Member> members) {
        this.clock = clock;
        this.members = members;
    }

    record Grant(Member member, Set<String> scopes, Instant until) {
        void needs(String... wanted) {
            for (String scope : wanted) {
                if (!scopes.contains(scope)) {
                    throw ApiError.of(
                            401,
                            3,
                            "Your token does not have sufficient permissions to access this endpoint: " + scope);
                }
            }
        }

        boolean secret(String kind) {
            return scopes.contains("boards:" + kind + "_secret") && scopes.contains("pins:" + kind + "_secret");
        }
    }

    record Code(Member member, Set<String> scopes, String redirect, Instant until) {}

    String code(Member member, Set<String> scopes, String redirect) {
        String value = UUID.randomUUID().toString().replace("-", "");
        codes.put(
                value,
                new Code(member, Set.copyOf(scopes), redirect, clock.instant().plus(CODE)));
        return value;
    }

    Optional<Code> redeem(String value) {
        return Optional.ofNullable(codes.remove(value))
                .filter(it -> clock.instant().isBefore(it.until()));
    }

    Map<String, Object> issue(String grant, Member member, Set<String> scopes) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("response_type", grant);
        answer.put("access_token", sealed(PIN_A, member, scopes, ACCESS));
        answer.put("token_type", "bearer");
        answer.put("expires_in", ACCESS.toSeconds());
        answer.put("scope", String.join(" ", new TreeSet<>(scopes)));
        answer.put("refresh_token", sealed(PIN_R, member, scopes, REFRESH));
        answer.put("refresh_token_expires_in", REFRESH.toSeconds());
        answer.put("refresh_token_expires_at", clock.instant().plus(REFRESH).getEpochSecond());
        return answer;
    }

    private String sealed(String prefix, Member member, Set<String> scopes, Duration life) {
        String until = clock.instant().plus(life).toString();
        String value = prefix + Stamp.seal(List.of(prefix, member.id(), String.join(" ", scopes), until));
        sinceThen.add(value);
        return value;
    }

    private Optional<Grant> open(String prefix, String value) {
        return Optional.of(value)
                .filter(it -> it.startsWith(prefix) && !spent.contains(it))
                .flatMap(it -> Stamp.open(it.substring(prefix.length())))
                .filter(it -> it.size() == 4 && it.get(0).equals(prefix))
                .map(it -> new Grant(members.apply(it.get(1)), Set.of(it.get(2).split(" ")), Instant.parse(it.get(3))))
                .filter(it -> clock.instant().isBefore(it.until()))
                .filter(it -> !left.contains(it.member().id()) || sinceThen.contains(value));
    }

    /** The old refresh token is worth nothing from now on, also when this answer is lost. */
    synchronized Optional<Map<String, Object>> roll(String refreshToken) {
        Optional<Grant> grant = open(PIN_R, refreshToken);
        spent.add(refreshToken);
        return grant.map(it -> issue("refresh_token", it.member(), it.scopes()));
    }

    Grant alive(String accessToken) {
        return open(PIN_A, accessToken).orElseThrow(() -> ApiError.of(401, 2, "Authentication failed."));
    }

    void forget(Member member) {
        left.add(member.id());
        sinceThen.removeIf(it -> Stamp.open(it.substring(PIN_A.length()))
                .filter(parts -> parts.get(1).equals(member.id()))
                .isPresent());
    }
}
