package planner.simulator.google;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import planner.simulator.Stamp;

/** Access tokens of an hour, refresh tokens without an end by time. They carry what they stand for, so a restart forgets none. */
final class Tokens {
    private static final Duration ACCESS = Duration.ofSeconds(3599);
    private static final Duration UNUSED = Duration.ofDays(180);
    private static final Duration CODE = Duration.ofMinutes(10);
    private static final String ACCESS_PREFIX = "ya29.";
    private static final String REFRESH_PREFIX = "1//";
    private static final int MOST_REFRESH_TOKENS = 100;

    private final Clock clock;
    private final Map<String, Code> codes = new HashMap<>();
    private final Set<String> dead = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final Set<String> sinceThen = new HashSet<>();
    private final Map<String, Instant> used = new HashMap<>();
    private final Map<String, Deque<String>> given = new HashMap<>();

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /** @param challenge empty without PKCE; @param lasting whether a refresh token comes with it */
    record Code(String person, Set<String> scopes, String redirect, String challenge, boolean lasting, Instant until) {}

    record Held(String person, Set<String> scopes, Instant issued) {}

    synchronized String code(String person, Set<String> scopes, String redirect, String challenge, boolean lasting) {
        String value = "4/0" + UUID.randomUUID().toString().replace("-", "");
        codes.put(
                value,
                new Code(
                        person,
                        scopes,
                        redirect,
                        challenge,
                        lasting,
                        clock.instant().plus(CODE)));
        return value;
    }

    synchronized Optional<Code> redeem(String value) {
        return Optional.ofNullable(codes.remove(value))
                .filter(it -> clock.instant().isBefore(it.until()));
    }

    synchronized Map<String, Object> issue(String person, Set<String> scopes, boolean lasting) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", sealed(ACCESS_PREFIX, person, scopes));
        answer.put("expires_in", ACCESS.toSeconds());
        if (lasting) {
            String refresh = sealed(REFRESH_PREFIX, person, scopes);
            answer.put("refresh_token", refresh);
            oldestDies(person, refresh);
        }
        answer.put("scope", String.join(" ", new TreeSet<>(scopes)));
        answer.put("token_type", "Bearer");
        return answer;
    }

    /** A person has at most so many refresh tokens of one client; Google tells nobody that the oldest is gone. */
    private void oldestDies(String person, String newest) {
        Deque<String> all = given.computeIfAbsent(person, it -> new ArrayDeque<>());
        all.addLast(newest);
        if (all.size() > MOST_REFRESH_TOKENS) {
            dead.add(all.removeFirst());
        }
    }

    private String sealed(String prefix, String person, Set<String> scopes) {
        String issued = clock.instant().toString();
        String value = prefix + Stamp.seal(List.of(prefix, person, String.join(" ", scopes), issued));
        sinceThen.add(value);
        return value;
    }

    private Optional<Held> open(String prefix, String value) {
        return Optional.of(value)
                .filter(it -> it.startsWith(prefix) && !dead.contains(it))
                .flatMap(it -> Stamp.open(it.substring(prefix.length())))
                .filter(it -> it.size() == 4 && it.getFirst().equals(prefix))
                .map(it -> new Held(it.get(1), Set.of(it.get(2).split(" ")), Instant.parse(it.get(3))))
                .filter(it -> !left.contains(it.person()) || sinceThen.contains(value));
    }

    synchronized Optional<Held> alive(String access) {
        return open(ACCESS_PREFIX, access)
                .filter(it -> clock.instant().isBefore(it.issued().plus(ACCESS)));
    }

    synchronized Optional<Held> refresh(String refresh) {
        Optional<Held> held = open(REFRESH_PREFIX, refresh)
                .filter(it -> clock.instant()
                        .isBefore(used.getOrDefault(refresh, it.issued()).plus(UNUSED)));
        held.ifPresent(it -> used.put(refresh, clock.instant()));
        return held;
    }

    /** @return whether it was a living token of either kind; with it the whole grant of the person ends */
    synchronized boolean revoke(String token) {
        Optional<Held> held = open(ACCESS_PREFIX, token).or(() -> open(REFRESH_PREFIX, token));
        held.ifPresent(it -> forget(it.person()));
        return held.isPresent();
    }

    synchronized void forget(String person) {
        left.add(person);
        given.remove(person);
        sinceThen.removeIf(it -> whose(it).equals(person));
    }

    private static String whose(String token) {
        String prefix = token.startsWith(REFRESH_PREFIX) ? REFRESH_PREFIX : ACCESS_PREFIX;
        return Stamp.open(token.substring(prefix.length()))
                .map(parts -> parts.get(1))
                .orElse("");
    }
}
