package planner.adapter.bluesky;

import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.kit.Http;
import planner.network.Capabilities;
import planner.network.Environment;
import planner.network.Fault;
import planner.network.Network;

class BlueskyContractTest extends OptionsContract {
    @Override
    protected Samples samples() {
        return new BlueskySamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new Bluesky(settings, http, stage.clock());
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
                "service",
                "identifier",
                "password",
                "wrong-server",
                "account-inactive",
                "record",
                "media",
                "video-failed",
                "email-unconfirmed",
                "blob-gone",
                "key-taken",
                "quote-missing",
                "quote-disabled",
                "reply-missing",
                "reply-disabled",
                "list-missing",
                "unsupported",
                "refused");
    }

    /** Section 5 of the sheet, row by row. */
    @Override
    protected List<FaultCase> faults() {
        return List.of(
                FaultCase.of(400, error("ExpiredToken", "Token has expired"), Fault.Expired.class),
                FaultCase.of(400, error("InvalidToken", "Bad token scope"), Fault.Expired.class),
                FaultCase.of(403, error("AccountNotFound", "no"), Fault.Expired.class),
                FaultCase.of(400, error("InvalidRequest", "Could not find repo: did:plc:x"), Fault.Expired.class),
                FaultCase.of(400, error("InvalidRequest", "could not find repo: did:plc:x"), Fault.Expired.class),
                FaultCase.of(401, error("AuthenticationRequired", "Invalid"), Fault.Revoked.class),
                FaultCase.of(401, error("AuthFactorTokenRequired", "A sign in code is needed"), Fault.Revoked.class),
                FaultCase.of(401, "<html>", Fault.Revoked.class),
                FaultCase.of(400, error("AccountSuspended", "Account is suspended"), Fault.Revoked.class),
                FaultCase.of(400, error("AccountTakedown", "Account has been taken down"), Fault.Revoked.class),
                FaultCase.of(400, error("AccountDeactivated", "Account is deactivated"), Fault.Revoked.class),
                FaultCase.of(
                        429,
                        Map.of("ratelimit-reset", "1796115660", "retry-after", "60"),
                        error("RateLimitExceeded", "Rate Limit Exceeded"),
                        Fault.Busy.class),
                FaultCase.of(429, "<html>slow down</html>", Fault.Busy.class),
                FaultCase.of(500, error("InternalServerError", "Internal Server Error"), Fault.Unavailable.class),
                FaultCase.of(502, error("UpstreamFailure", "no"), Fault.Unavailable.class),
                FaultCase.of(503, error("NotEnoughResources", "no"), Fault.Unavailable.class),
                FaultCase.of(504, "<html>", Fault.Unavailable.class),
                FaultCase.of(504, error("UpstreamTimeout", "no"), Fault.Unavailable.class),
                FaultCase.of(200, "<html>welcome</html>", Fault.Unavailable.class),
                FaultCase.rejected(
                        400,
                        error(
                                "InvalidRequest",
                                "Invalid app.bsky.feed.post record: grapheme too big (maximum 300, got 301)"
                                        + " at $.record.text"),
                        "record"),
                FaultCase.rejected(
                        400,
                        error(
                                "InvalidRequest",
                                "Invalid app.bsky.feed.post record: blob too big (maximum 1000000, got 2)"),
                        "media"),
                FaultCase.rejected(
                        400, error("InvalidRequest", "Referenced Mimetype does not match stored mimetype"), "media"),
                FaultCase.rejected(
                        400,
                        error("InvalidRequest", "Invalid record key for app.bsky.feed.post: Invalid TID"),
                        "record"),
                FaultCase.rejected(
                        400, error("InvalidRequest", "No service configured for #bsky_appview"), "unsupported"),
                FaultCase.rejected(413, "<html>", "media"),
                FaultCase.rejected(404, "<html>", "unsupported"),
                FaultCase.rejected(403, "<html>forbidden</html>", "refused"),
                FaultCase.rejected(413, error("PayloadTooLarge", "request entity too large"), "media"),
                FaultCase.rejected(501, error("MethodNotImplemented", "Method Not Implemented"), "unsupported"),
                FaultCase.rejected(404, error("XRPCNotSupported", "XRPCNotSupported"), "unsupported"),
                FaultCase.rejected(401, error("AuthMissing", "Authentication Required"), "refused"),
                FaultCase.rejected(400, error("Unheard", "of"), "refused"));
    }

    private static String error(String name, String message) {
        return "{\"error\":\"" + name + "\",\"message\":\"" + message + "\"}";
    }
}
