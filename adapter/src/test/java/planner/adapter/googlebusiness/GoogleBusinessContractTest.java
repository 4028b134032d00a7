package planner.adapter.googlebusiness;

import java.time.Duration;
import java.util.Set;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.kit.Http;
import planner.network.Environment;
import planner.network.Network;

class GoogleBusinessContractTest extends OptionsContract {
    @Override
    protected Samples samples() {
        return new GoogleBusinessSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new GoogleBusiness(settings, http, stage.clock());
    }

    /** Google counts nothing for a post. */
    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS && behaviour != Behaviour.COUNTS;
    }

    @Override
    protected Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    protected SpecCheck spec() {
        return new LocalPostCheck(SpecCheck.folder("google-business"));
    }

    /** A photo's bytes, and so its address, are the encoder's affair. */
    @Override
    protected String mask(String transcript) {
        return transcript.replaceAll("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/", "/{file}/");
    }

    @Override
    protected Set<String> codes() {
        return GoogleBusinessErrors.CODES;
    }
}
