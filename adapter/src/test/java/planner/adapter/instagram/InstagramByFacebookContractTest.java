package planner.adapter.instagram;

import java.util.List;
import java.util.Set;
import planner.adapter.contract.OneWay;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Stage;
import planner.adapter.kit.Http;
import planner.network.Api;
import planner.network.Environment;
import planner.network.Network;
import planner.network.NetworkId;

/** The same contract with Facebook Login: another host, a Page's token, and videos that are sent. */
class InstagramByFacebookContractTest extends OptionsContract {
    @Override
    protected boolean speaks(Api api) {
        return api.name().endsWith("Facebook Login");
    }

    @Override
    protected Samples samples() {
        return new ByFacebook(new InstagramSamples());
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new OneWay(new Instagram(settings, http, stage.clock()), "facebook");
    }

    /** A Page's token has no end. */
    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS && behaviour != Behaviour.REFRESHES;
    }

    @Override
    protected String variant() {
        return "-facebook";
    }

    /** Only who connected with a Page says who paid. */
    @Override
    protected boolean proves(String option) {
        return option.equals("paidPartnership") || option.equals("sponsors");
    }

    @Override
    protected SpecCheck spec() {
        return new NodeCheck(SpecCheck.folder("instagram"));
    }

    /** A picture's bytes, and so its address, are the encoder's affair. */
    @Override
    protected String mask(String transcript) {
        return transcript.replaceAll("%2F[0-9a-f-]{36}%2F", "%2F{file}%2F");
    }

    @Override
    protected Set<String> codes() {
        return GraphErrors.CODES;
    }

    /** The same samples with transcripts of their own. */
    private record ByFacebook(Samples whole) implements Samples {
        @Override
        public NetworkId network() {
            return whole.network();
        }

        @Override
        public List<Sample> all() {
            return whole.all().stream()
                    .map(it -> new Sample(
                            "facebook-" + it.name(),
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
            return whole.open();
        }
    }
}
