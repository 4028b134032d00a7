package planner.adapter.telegram;

import java.util.Set;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.kit.Http;
import planner.network.Environment;
import planner.network.Network;

class TelegramContractTest extends OptionsContract {
    @Override
    protected Samples samples() {
        return new TelegramSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new Telegram(settings, http);
    }

    /** A bot's token has no end, a post has no counts, and nobody can tell after a cut. */
    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour == Behaviour.CONNECTS_BY_SECRETS;
    }

    @Override
    protected SpecCheck spec() {
        return new BotApiCheck(SpecCheck.folder("telegram"));
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "token",
                "chat",
                "rights",
                "text-empty",
                "text-too-long",
                "markup",
                "media",
                "file-too-large",
                "dimensions",
                "fetch",
                "album",
                "topic",
                "topic-closed",
                "topic-elsewhere",
                "poll-closes",
                "poll",
                "preview",
                "reply",
                "buttons",
                "unsupported",
                "unchanged",
                "polling",
                "refused");
    }
}
