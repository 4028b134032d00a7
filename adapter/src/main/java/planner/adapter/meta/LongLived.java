package planner.adapter.meta;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Credential;

/**
 * Tokens of sixty days on the hosts of Meta that are not Facebook's: bought for a brief one, and made young from the
 * second day on while they live.
 */
public final class LongLived {
    private static final Duration LIFE = Duration.ofDays(60);
    private static final Duration RENEWABLE_AFTER = Duration.ofHours(24);
    private static final String ISSUED = "issued";

    private final URI graph;
    private final String family;
    private final Http http;
    private final Clock clock;
    private final GraphFaults faults;

    /** @param family what the names of the grants begin with: {@code ig} or {@code th} */
    public LongLived(URI graph, String family, Http http, Clock clock, GraphFaults faults) {
        this.graph = graph;
        this.family = family;
        this.http = http;
        this.clock = clock;
        this.faults = faults;
    }

    public Credential buy(String brief, String clientSecret, Set<String> scopes) {
        var query = new LinkedHashMap<String, String>();
        query.put("grant_type", family + "_exchange_token");
        query.put("client_secret", clientSecret);
        query.put("access_token", brief);
        var reply = http.send(Call.get(URI.create(graph + "/access_token"))
                .query(query)
                .secret(brief)
                .secret(clientSecret));
        return credential(Graph.checked(reply, faults::connecting), scopes);
    }

    /** The same credential while it is younger than a day. */
    public Credential refresh(Credential credential) {
        var issued = Instant.parse(credential.extra().getOrDefault(ISSUED, Instant.EPOCH.toString()));
        if (clock.instant().isBefore(issued.plus(RENEWABLE_AFTER))) {
            return credential;
        }
        var query = new LinkedHashMap<String, String>();
        query.put("grant_type", family + "_refresh_token");
        query.put("access_token", credential.access());
        var reply = http.send(Call.get(URI.create(graph + "/refresh_access_token"))
                .query(query)
                .secret(credential.access()));
        return credential(Graph.checked(reply, faults::of), credential.scopes());
    }

    private record Token(
            @JsonProperty("access_token") String access,
            @JsonProperty("expires_in") @Nullable Long seconds) {}

    private Credential credential(Reply reply, Set<String> scopes) {
        var token = Json.read(reply, Token.class);
        var now = clock.instant();
        var life = token.seconds() == null ? LIFE : Duration.ofSeconds(token.seconds());
        return new Credential(token.access(), null, now.plus(life), scopes, Map.of(ISSUED, now.toString()));
    }
}
