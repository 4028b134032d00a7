package planner.adapter.bluesky;

import java.util.Set;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.kit.Http;
import planner.network.Capabilities;
import planner.network.Environment;
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

    /** The lexicon of the gallery takes 20; apps stop at 10. */
    @Override
    protected Set<String> showsMore() {
        return Set.of("post at most 10 of image");
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "service",
                "auth-missing",
                "upload",
                "video-trouble",
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
}
