package planner.adapter.bluesky;

import java.util.List;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.adapter.contract.NetworkContract;
import planner.adapter.contract.OneWay;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Stage;
import planner.adapter.kit.Http;
import planner.network.Capabilities;
import planner.network.Environment;
import planner.network.Fault;
import planner.network.Network;
import planner.network.NetworkId;

/** The same contract for an account that signed in on its own server: every request carries a proof. */
class BlueskyByOAuthContractTest extends NetworkContract {
    @Override
    protected Samples samples() {
        return new ByOAuth(new BlueskySamples());
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new OneWay(new Bluesky(settings, http, stage.clock()), "oauth");
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS;
    }

    /** The app stops a description at 2,000 graphemes; the lexicon has no limit. */
    @Override
    protected boolean networkRefuses(Capabilities.Format format, Capabilities.TextLimit limit) {
        return limit.field() != Capabilities.TextField.ALT;
    }

    @Override
    protected SpecCheck spec() {
        return new LexiconCheck(SpecCheck.folder("bluesky"));
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "handle",
                "no-oauth",
                "client-metadata",
                "wrong-issuer",
                "wrong-account",
                "invalid_grant",
                "missing_scope",
                "access_denied",
                "refused");
    }

    @Override
    protected List<FaultCase> faults() {
        return List.of(
                FaultCase.of(401, error("invalid_token", "\"exp\" claim timestamp check failed"), Fault.Expired.class),
                FaultCase.of(401, error("invalid_dpop_proof", "DPoP \"htu\" mismatch"), Fault.Unavailable.class),
                FaultCase.of(
                        401, error("use_dpop_nonce", "Authorization server requires nonce"), Fault.Unavailable.class),
                FaultCase.of(403, error("ScopeMissingError", "Missing required scope"), Fault.Revoked.class),
                FaultCase.rejected(400, described("invalid_request", "Invalid redirect_uri"), "refused"),
                FaultCase.rejected(400, described("invalid_client", "Validation failed"), "client-metadata"),
                FaultCase.rejected(400, described("invalid_client_id", "must not be local"), "client-metadata"),
                FaultCase.rejected(
                        400,
                        described("invalid_client_metadata", "Unable to obtain client metadata"),
                        "client-metadata"),
                FaultCase.of(400, described("invalid_grant", "Refresh token replayed"), Fault.Revoked.class),
                FaultCase.of(500, described("server_error", "Server error"), Fault.Unavailable.class));
    }

    private static String error(String name, String message) {
        return "{\"error\":\"" + name + "\",\"message\":\"" + message.replace("\"", "\\\"") + "\"}";
    }

    private static String described(String name, String description) {
        return "{\"error\":\"" + name + "\",\"error_description\":\"" + description + "\"}";
    }

    /** The same samples with transcripts of their own. */
    private record ByOAuth(Samples whole) implements Samples {
        @Override
        public NetworkId network() {
            return whole.network();
        }

        @Override
        public List<Sample> all() {
            return whole.all().stream()
                    .map(it -> new Sample(
                            "oauth-" + it.name(),
                            it.format(),
                            it.title(),
                            it.parts(),
                            it.options(),
                            it.posts(),
                            it.silent()))
                    .toList();
        }

        @Override
        public Stage open() {
            return new OAuthStage();
        }
    }
}
