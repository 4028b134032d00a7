package planner.simulator.meta;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import planner.simulator.meta.Tokens.Kind;
import planner.simulator.meta.Tokens.Token;

/** Tokens of sixty days on the hosts that are not Facebook's: bought for a brief one, renewed from the second day on. */
public final class LastingTokens {
    private static final Duration LONG = Duration.ofDays(60);
    private static final Duration YOUNGEST = Duration.ofHours(24);

    private final Clock clock;
    private final Tokens tokens;
    private final Grant grant;

    /**
     * @param family what the names of the grants begin with
     * @param basic the scope without which nothing is renewed
     */
    public record Grant(Host host, String family, String basic, String secret) {
        @Override
        public String toString() {
            return "Grant[" + family + "]";
        }
    }

    public LastingTokens(Clock clock, Tokens tokens, Grant grant) {
        this.clock = clock;
        this.tokens = tokens;
        this.grant = grant;
    }

    public Object extend(GraphCall call) {
        call.knows("grant_type", "client_secret");
        expect(call, grant.family() + "_exchange_token");
        if (!grant.secret().equals(call.needs("client_secret"))) {
            throw GraphError.of(101, 0, "Error validating client secret");
        }
        Token old = tokens.alive(call.token(), grant.host());
        if (old.kind() != Kind.SHORT) {
            throw GraphError.of(452, 0, "Session key invalid: the token is no short-lived one");
        }
        return answer(renewed(old));
    }

    public Token refreshed(GraphCall call) {
        call.knows("grant_type");
        expect(call, grant.family() + "_refresh_token");
        Token old = tokens.alive(call.token(), grant.host());
        if (old.kind() != Kind.LONG) {
            throw GraphError.of(452, 0, "Session key invalid: only a long-lived token can be refreshed");
        }
        if (!old.scopes().contains(grant.basic())) {
            throw GraphError.permission(grant.basic());
        }
        if (clock.instant().isBefore(old.issued().plus(YOUNGEST))) {
            throw GraphError.of(100, 0, "The access token must be at least 24 hours old to be refreshed");
        }
        return renewed(old);
    }

    private Token renewed(Token old) {
        return tokens.issue(grant.host(), Kind.LONG, old.person(), old.subject(), old.scopes(), LONG);
    }

    public static Map<String, Object> answer(Token token) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token.value());
        answer.put("token_type", "bearer");
        answer.put("expires_in", LONG.toSeconds());
        return answer;
    }

    private static void expect(GraphCall call, String wanted) {
        if (!call.needs("grant_type").equals(wanted)) {
            throw GraphError.wrong("Param grant_type must be " + wanted);
        }
    }
}
