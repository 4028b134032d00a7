package planner.adapter.linkedin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Stage;
import planner.adapter.kit.Http;
import planner.network.Account;
import planner.network.Capabilities;
import planner.network.Connector;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Finding;
import planner.network.InsightReader;
import planner.network.Network;
import planner.network.NetworkId;
import planner.network.Publisher;
import planner.network.Unit;

/** A member, by an app that anybody gets: nothing is listed, images are not read, tokens are not renewed. */
class LinkedInMemberContractTest extends OptionsContract {
    @Override
    protected Samples samples() {
        return new OfMember(new LinkedInSamples());
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new OnlyProfile(new LinkedIn(settings, http, stage.clock()));
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

    @Override
    protected List<FaultCase> faults() {
        return LinkedInErrors.ALL;
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

    /** The contract connects by the first way that a network offers. */
    record OnlyProfile(LinkedIn whole) implements Network {
        @Override
        public NetworkId id() {
            return whole.id();
        }

        @Override
        public Capabilities capabilities() {
            return whole.capabilities();
        }

        @Override
        public List<Connector> connectors() {
            return whole.connectors().stream()
                    .filter(it -> it.id().equals("profile"))
                    .toList();
        }

        @Override
        public Publisher<?> publisher() {
            return whole.publisher();
        }

        @Override
        public Class<? extends Delivery.Options> options() {
            return whole.options();
        }

        @Override
        public int count(Unit unit, String text, Delivery.Options options) {
            return whole.count(unit, text, options);
        }

        @Override
        public List<Finding> preflight(Delivery delivery, Account account) {
            return whole.preflight(delivery, account);
        }

        @Override
        public Optional<InsightReader> insights() {
            return whole.insights();
        }
    }
}
