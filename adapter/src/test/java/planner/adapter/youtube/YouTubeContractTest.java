package planner.adapter.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.FaultCase;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.google.DiscoveryCheck;
import planner.adapter.kit.Http;
import planner.network.Environment;
import planner.network.Network;

class YouTubeContractTest extends OptionsContract {
    @Override
    protected Samples samples() {
        return new YouTubeSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new YouTube(settings, http, stage.clock());
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS;
    }

    @Override
    protected Duration rest() {
        return Duration.ofHours(1);
    }

    /** An upload is asked by PUT, too. */
    @Override
    protected boolean changesSomething(Wire.Sent sent) {
        var range = sent.call().headers().getOrDefault("Content-Range", "");
        return sent.write() && !range.startsWith("bytes */");
    }

    @Override
    protected SpecCheck spec() {
        return new DiscoveryCheck(SpecCheck.folder("youtube").resolve("youtube-v3.discovery.json"), "/youtube/api");
    }

    /** A picture's size is the encoder's affair. */
    @Override
    protected String mask(String transcript) {
        return transcript.replaceAll("(Content-Type: image/\\w+\\n\\n)<\\d+ bytes>", "$1<picture>");
    }

    @Override
    protected Set<String> codes() {
        return YouTubeErrors.CODES;
    }

    @Test
    void theTableOfErrorsIsComplete() {
        var proven = faults().stream().map(FaultCase::code).toList();

        assertThat(proven).containsAll(YouTubeFaults.KNOWN);
    }
}
