package planner.adapter.mastodon;

import java.util.Set;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.kit.Http;
import planner.network.Capabilities;
import planner.network.Environment;
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

    /** A server counts them as pictures, and takes four. */
    @Override
    protected Set<String> showsMore() {
        return Set.of("post at most 1 of animation", "long-post at most 1 of animation");
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
}
