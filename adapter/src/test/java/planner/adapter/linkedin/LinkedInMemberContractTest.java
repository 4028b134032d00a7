package planner.adapter.linkedin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import planner.adapter.contract.OneWay;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Stage;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.network.Environment;
import planner.network.Network;
import planner.network.NetworkId;

/** A member, by an app that anybody gets: nothing is listed, images are not read, tokens are not renewed. */
class LinkedInMemberContractTest extends OptionsContract {
    @Override
    protected boolean versioned(Call call) {
        return LinkedInSamples.versioned(call);
    }

    @Override
    protected Samples samples() {
        return new OfMember(new LinkedInSamples());
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new OneWay(new LinkedIn(settings, http, stage.clock()), "profile");
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return false;
    }

    @Override
    protected String variant() {
        return "-member";
    }

    /** Only a member chooses who sees a post. */
    @Override
    protected boolean proves(String option) {
        return option.equals("visibility");
    }

    /** 150 calls a day. */
    @Override
    protected Duration rest() {
        return Duration.ofHours(8);
    }

    @Override
    protected SpecCheck spec() {
        return new SheetCheck();
    }

    @Override
    protected String mask(String transcript) {
        return LinkedInContractTest.masked(transcript);
    }

    @Override
    protected Set<String> codes() {
        return LinkedInErrors.CODES;
    }

    /** The same samples with transcripts of their own, and one that only a member can have. */
    private record OfMember(Samples whole) implements Samples {
        @Override
        public NetworkId network() {
            return whole.network();
        }

        @Override
        public List<Sample> all() {
            var all = new ArrayList<>(whole.all().stream()
                    .map(it -> new Sample(
                            "member-" + it.name(),
                            it.format(),
                            it.title(),
                            it.parts(),
                            it.options(),
                            it.posts(),
                            it.silent()))
                    .toList());
            all.add(Sample.of(
                    "member-text-connections",
                    LinkedInCapabilities.TEXT,
                    "Among us",
                    List.of(),
                    LinkedInSamples.seenBy(LinkedInOptions.Visibility.CONNECTIONS)));
            return List.copyOf(all);
        }

        @Override
        public Stage open() {
            return whole.open();
        }
    }
}
