package planner.simulator.meta;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import planner.simulator.Stamp;

/** Every token and code that was ever handed out, also the dead ones. */
public final class Tokens {
    public static final int APP_REMOVED = 458;
    public static final int PASSWORD_CHANGED = 460;
    public static final int EXPIRED = 463;
    public static final int INVALID = 467;

    private final Clock clock;
    private final Map<String, Integer> deaths = new ConcurrentHashMap<>();
    private final Set<String> sinceThen = ConcurrentHashMap.newKeySet();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    public Tokens(Clock clock) {
        this.clock = clock;
    }

    public enum Kind {
        SHORT,
        LONG,
        PAGE
    }

    /**
     * @param person who signed in
     * @param subject the account, the person, or the Page that it speaks for
     */
    public record Token(
            String value,
            Host host,
            Kind kind,
            String person,
            String subject,
            Set<String> scopes,
            Instant issued,
            @Nullable Instant expires) {
        @Override
        public String toString() {
            return "Token[" + host + " " + kind + " of " + subject + "]";
        }
    }

    /** A code of a consent page: one use, for one redirect address, by one app. */
    public record Code(
            Host host,
            String person,
            String subject,
            Set<String> scopes,
            String client,
            String redirect,
            Instant until) {}

    public Token issue(
            Host host, Kind kind, String person, String subject, Set<String> scopes, @Nullable Duration life) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = life == null ? null : now.plus(life);
        String value = host.prefix
                + Stamp.seal(List.of(
                        kind.name(),
                        person,
                        subject,
                        String.join(",", scopes),
                        now.toString(),
                        end == null ? "" : end.toString()));
        sinceThen.add(value);
        return new Token(value, host, kind, person, subject, Set.copyOf(scopes), now, end);
    }

    public String code(Code code) {
        String value = "AQ" + random() + random();
        codes.put(value, code);
        return value;
    }

    public Optional<Code> redeem(String value) {
        return Optional.ofNullable(codes.remove(value))
                .filter(it -> clock.instant().isBefore(it.until()));
    }

    public Optional<Token> find(String value) {
        return Arrays.stream(Host.values())
                .filter(host -> value.startsWith(host.prefix))
                .findFirst()
                .flatMap(host -> Stamp.open(value.substring(host.prefix.length()))
                        .filter(it -> it.size() == 6)
                        .map(it -> new Token(
                                value,
                                host,
                                Kind.valueOf(it.get(0)),
                                it.get(1),
                                it.get(2),
                                Set.of(it.get(3).split(",")),
                                Instant.parse(it.get(4)),
                                it.get(5).isEmpty() ? null : Instant.parse(it.get(5)))));
    }

    public Token alive(String value, Host host) {
        Token token = find(value)
                .filter(it -> it.host() == host)
                .orElseThrow(() -> GraphError.token(0, "Invalid OAuth access token - Cannot parse access token"));
        int death = death(token);
        if (death != 0) {
            throw GraphError.token(death, why(death));
        }
        return token;
    }

    /** The subcode of its end, 0 while it lives. */
    public int death(Token token) {
        if (!sinceThen.contains(token.value())) {
            Integer death = deaths.getOrDefault(token.person(), deaths.get(token.subject()));
            if (death != null) {
                return death;
            }
        }
        return token.expires() != null && !clock.instant().isBefore(token.expires()) ? EXPIRED : 0;
    }

    /** All tokens of a person, or of one account or Page, die together; later ones live. */
    public void kill(String personOrSubject, int subcode) {
        deaths.put(personOrSubject, subcode);
        sinceThen.removeIf(it -> find(it).filter(token -> token.person().equals(personOrSubject)
                        || token.subject().equals(personOrSubject))
                .isPresent());
    }

    private static String why(int subcode) {
        return "Error validating access token: "
                + switch (subcode) {
                    case APP_REMOVED -> "The user has not authorized application";
                    case EXPIRED -> "Session has expired";
                    case PASSWORD_CHANGED -> "The session has been invalidated because the user changed their password";
                    default -> "The session is invalid";
                };
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
