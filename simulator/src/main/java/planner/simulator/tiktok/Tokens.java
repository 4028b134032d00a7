package planner.simulator.tiktok;

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

/** Access tokens of two hours and refresh tokens of which only the newest is worth anything. */
final class Tokens {
    private static final Duration ACCESS = Duration.ofHours(2);
    private static final Duration REFRESH = Duration.ofDays(180);
    private static final Duration CODE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Function<String, Creator> creators;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final Set<Creator> left = ConcurrentHashMap.newKeySet();
    private final Set<String> sinceThen = ConcurrentHashMap.newKeySet();

    /** @param creators by open id */
    Tokens(Clock clock, Function<String, Creator> creators) {
        this.clock = clock;
        this.creators = creators;
    }

    record Grant(Creator creator, Set<String> scopes, Instant until) {}

    /** @param challenge empty without PKCE */
    record Code(Creator creator, Set<String> scopes, String redirect, String challenge, Instant until) {}

    String code(Creator creator, Set<String> scopes, String redirect, String challenge) {
        String value = random() + "*0!" + random().substring(0, 4);
        codes.put(
                value,
                new Code(
                        creator,
                        Set.copyOf(scopes),
                        redirect,
                        challenge,
                        clock.instant().plus(CODE)));
        return value;
    }

    Optional<Code> redeem(String value) {
        return Optional.ofNullable(codes.remove(value))
                .filter(it -> clock.instant().isBefore(it.until()));
    }

    Map<String, Object> issue(Creator creator, Set<String> scopes) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", sealed("act.", creator, scopes, ACCESS));
        answer.put("expires_in", ACCESS.toSeconds());
        answer.put("open_id", creator.openId);
        answer.put("refresh_expires_in", REFRESH.toSeconds());
        answer.put("refresh_token", sealed("rft.", creator, scopes, REFRESH));
        answer.put("scope", String.join(",", new TreeSet<>(scopes)));
        answer.put("token_type", "Bearer");
        return answer;
    }

    private String sealed(String prefix, Creator creator, Set<String> scopes, Duration life) {
        String until = clock.instant().plus(life).toString();
        String value = prefix + Stamp.seal(List.of(prefix, creator.openId, String.join(",", scopes), until));
        sinceThen.add(value);
        return value;
    }

    private Optional<Grant> open(String prefix, String value) {
        return Optional.of(value)
                .filter(it -> it.startsWith(prefix) && !spent.contains(it))
                .flatMap(it -> Stamp.open(it.substring(prefix.length())))
                .filter(it -> it.size() == 4 && it.get(0).equals(prefix))
                .map(it -> new Grant(creators.apply(it.get(1)), Set.of(it.get(2).split(",")), Instant.parse(it.get(3))))
                .filter(it -> clock.instant().isBefore(it.until()))
                .filter(it -> !left.contains(it.creator()) || sinceThen.contains(value));
    }

    /** The old refresh token is worth nothing from now on, also when this answer is lost. */
    synchronized Optional<Map<String, Object>> rotate(String refreshToken) {
        Optional<Grant> grant = open("rft.", refreshToken);
        spent.add(refreshToken);
        return grant.map(it -> issue(it.creator(), it.scopes()));
    }

    Grant alive(String accessToken) {
        return open("act.", accessToken)
                .orElseThrow(() -> ApiError.of(
                        401, "access_token_invalid", "The access token is invalid or not found in the request."));
    }

    Optional<Creator> revoke(String accessToken) {
        Optional<Creator> creator = open("act.", accessToken).map(Grant::creator);
        creator.ifPresent(this::forget);
        return creator;
    }

    void forget(Creator creator) {
        left.add(creator);
        sinceThen.removeIf(it -> Stamp.open(it.substring(4))
                .filter(parts -> parts.get(1).equals(creator.openId))
                .isPresent());
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
