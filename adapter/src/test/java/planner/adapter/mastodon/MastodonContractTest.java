package planner.adapter.mastodon;

import static planner.adapter.contract.FaultCase.rejected;

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
import planner.network.Unit;

class MastodonContractTest extends OptionsContract {
    @Override
    protected Samples samples() {
        return new MastodonSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new Mastodon(settings, http, stage.clock());
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS && behaviour != Behaviour.REFRESHES;
    }

    /** The server on the stage allows long posts, and takes them under any name. */
    @Override
    protected boolean networkRefuses(Capabilities.Format format, Capabilities.TextLimit limit) {
        return !format.id().equals(MastodonCapabilities.POST) || limit.unit() != Unit.WEIGHTED;
    }

    @Override
    protected SpecCheck spec() {
        return new DocsCheck();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "server",
                "too-long",
                "files",
                "type",
                "bytes",
                "pixels",
                "fps",
                "alt",
                "media-failed",
                "media-gone",
                "empty",
                "poll",
                "poll-choices",
                "poll-choice",
                "poll-minutes",
                "quote",
                "quotes",
                "quote-address",
                "not-found",
                "forbidden",
                "invalid",
                "missing_scope",
                "invalid_grant",
                "invalid_client",
                "invalid_scope",
                "access_denied");
    }

    /** The sentences are those of the server's own English words (config/locales/en.yml) and of its documentation. */
    @Override
    protected List<FaultCase> faults() {
        return List.of(
                FaultCase.of(401, error("The access token is invalid"), Fault.Revoked.class),
                FaultCase.of(401, error("The access token was revoked"), Fault.Revoked.class),
                FaultCase.of(403, error("This action is outside the authorized scopes"), Fault.Revoked.class),
                FaultCase.of(403, error("Your login is currently disabled"), Fault.Revoked.class),
                FaultCase.of(403, error("Your login is missing a confirmed e-mail address"), Fault.Revoked.class),
                FaultCase.of(403, error("Your login is currently pending approval"), Fault.Revoked.class),
                rejected(403, error("This action is not allowed"), "forbidden"),
                rejected(403, "<html>forbidden</html>", "forbidden"),
                rejected(404, error("Record not found"), "not-found"),
                FaultCase.of(410, "", Fault.Revoked.class),
                rejected(413, "<html>413 Request Entity Too Large</html>", "bytes"),
                invalid("Text character limit of 500 exceeded", "too-long"),
                invalid("Text can't be blank", "empty"),
                invalid("File content type is invalid, File is invalid", "type"),
                invalid("File size must be less than 16 MB", "bytes"),
                rejected(422, error("9000x9000 images are not supported"), "pixels"),
                invalid("Description is too long (maximum is 1500 characters)", "alt"),
                rejected(422, error("Cannot attach more than 4 files"), "files"),
                rejected(422, error("Cannot attach a video to a post that already contains images"), "files"),
                rejected(422, error("Media 1 not found or already attached to another post"), "media-gone"),
                FaultCase.of(
                        422,
                        error("Cannot attach files that have not finished processing. Try again in a moment!"),
                        Fault.Busy.class),
                rejected(422, error("File type of uploaded media could not be verified"), "media-failed"),
                rejected(422, error("Error processing thumbnail for uploaded media"), "media-failed"),
                invalid("Poll options must have more than one item", "poll"),
                rejected(422, error("You are not allowed to quote this post."), "quote"),
                invalid("Wpis przekracza limit", "invalid"),
                FaultCase.of(422, error("This method requires an authenticated user"), Fault.Revoked.class),
                rejected(400, error("param is missing or the value is empty: status"), "invalid"),
                FaultCase.of(
                        429,
                        Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "2026-12-01T09:05:00.000000Z"),
                        error("Too many requests"),
                        Fault.Busy.class),
                FaultCase.of(429, Map.of("retry-after", "30"), "", Fault.Busy.class),
                FaultCase.of(500, error("Error processing thumbnail for uploaded media"), Fault.Unavailable.class),
                FaultCase.of(503, error("There was a temporary problem serving your request"), Fault.Unavailable.class),
                FaultCase.of(502, "<html>bad gateway</html>", Fault.Unavailable.class),
                FaultCase.of(504, "", Fault.Unavailable.class),
                rejected(301, "", "invalid"),
                FaultCase.of(200, "<html>welcome</html>", Fault.Unavailable.class));
    }

    private static FaultCase invalid(String words, String code) {
        return rejected(422, error("Validation failed: " + words), code);
    }

    private static String error(String words) {
        return "{\"error\":\"" + words + "\"}";
    }
}
