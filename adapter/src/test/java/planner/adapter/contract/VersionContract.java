package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Api;
import planner.network.Environment;
import planner.network.Network;
import planner.network.Session;

/** An installation follows its network by a setting: it changes the version of every call, whatever the API. */
public abstract class VersionContract extends PublishingContract {
    /** Whether the calls of this test, or of another test of the same network, speak to it. */
    protected boolean speaks(Api api) {
        return true;
    }

    /** Whether this call to an API with versions names one; false for those of sign-in that a network has beside them. */
    protected boolean versioned(Call call) {
        return true;
    }

    /** Whether a call is signed with its address: then nobody can say it to the simulator in another version. */
    protected boolean signsAddresses() {
        return false;
    }

    @Test
    void aVersionThatIsSetAnewIsSpokenInEveryCall() {
        assumeThat(signsAddresses()).as("addresses are signed").isFalse();
        var anew = new Anew(stage.settings());
        var spoken = new Spoken(stage.transport(), anew.versions);
        var network = network(anew, new Http(spoken));
        var before = network(stage.transport()).apis();
        assertThat(network.apis())
                .zipSatisfy(
                        before,
                        (api, old) -> assertThat(api.version().isEmpty())
                                .as(api.name())
                                .isEqualTo(old.version().isEmpty()))
                .noneMatch(api -> !api.version().isEmpty() && !anew.versions.containsKey(api.version()));

        everything(network, anew, spoken);

        for (var api : network.apis()) {
            var calls = spoken.calls.stream().filter(call -> to(api, call)).toList();
            if (!api.version().isEmpty()) {
                assertThat(calls.stream().filter(this::versioned))
                        .as("calls of the %s", api.name())
                        .allSatisfy(call -> assertThat(names(call, api.version()))
                                .as("%s names version %s", call.uri(), api.version())
                                .isTrue());
                assertThat(calls.stream().anyMatch(call -> names(call, api.version())))
                        .as("the %s is spoken to", api.name())
                        .isEqualTo(speaks(api));
            }
        }
        anew.versions.forEach((now, old) -> assertThat(spoken.calls)
                .as("calls that still name version %s", old)
                .noneMatch(call -> names(call, old)));
    }

    /** The accounts are read, every sample is published and counted, so is the account, and the sign-in is renewed. */
    private void everything(Network network, Environment settings, Spoken spoken) {
        network.connectors().getFirst().accounts(session().credential());
        for (var sample : samples().all()) {
            var wire = new Wire(spoken);
            var delivery = sample.delivery(new UUID(5, spoken.calls.size()), due());
            var end = MiniWalk.of(network(settings, new Http(wire)), stage, wire, session(), delivery)
                    .run();
            assertThat(end).as(sample.name()).isInstanceOf(MiniWalk.End.Published.class);
            var post = ((MiniWalk.End.Published) end).post();
            network.insights().ifPresent(reader -> reader.ofPost(post.id(), session()));
            stage.passes(rest());
        }
        network.insights().ifPresent(reader -> reader.ofAccount(session()));
        network.connectors().getFirst().refresh(session().credential());
    }

    private Session session() {
        return session(network(stage.transport()));
    }

    private static boolean to(Api api, Call call) {
        return call.uri().toString().startsWith(api.host() + "/");
    }

    private static boolean names(Call call, String version) {
        return List.of(call.uri().getRawPath().split("/")).contains(version)
                || call.headers().containsValue(version);
    }

    /** The same settings, each version another one. */
    private static final class Anew implements Environment {
        private final Environment settings;
        /** From the new ones to those that the simulator knows. */
        final Map<String, String> versions = new HashMap<>();

        Anew(Environment settings) {
            this.settings = settings;
        }

        @Override
        public String text(String key, String initial, String meaning) {
            return settings.text(key, initial, meaning);
        }

        @Override
        public String version(String key, String initial, String meaning) {
            var now = key.replace("-", "") + "9";
            versions.put(now, settings.version(key, initial, meaning));
            return now;
        }

        @Override
        public URI url(String key, String initial, String meaning) {
            return settings.url(key, initial, meaning);
        }

        @Override
        public String secret(String key, String meaning) {
            return settings.secret(key, meaning);
        }

        @Override
        public Optional<LocalDate> day(String key, String meaning) {
            return settings.day(key, meaning);
        }

        @Override
        public int number(String key, int initial, int min, int max, String meaning) {
            return settings.number(key, initial, min, max, meaning);
        }
    }

    /** Keeps the calls, and says them to the simulator in the version that it knows. */
    private static final class Spoken implements Transport {
        private final Transport simulator;
        private final Map<String, String> versions;
        private final StringBuilder told = new StringBuilder();
        final List<Call> calls = new ArrayList<>();

        Spoken(Transport simulator, Map<String, String> versions) {
            this.simulator = simulator;
            this.versions = versions;
        }

        @Override
        public Reply send(Call call) throws IOException {
            // an address that the network itself gave is followed as it is
            if (told.indexOf(call.uri().getRawPath()) < 0) {
                calls.add(call);
            }
            var address = call.uri().toString();
            var headers = new HashMap<>(call.headers());
            for (var one : versions.entrySet()) {
                address = address.replace("/" + one.getKey() + "/", "/" + one.getValue() + "/");
                headers.replaceAll((name, value) -> value.equals(one.getKey()) ? one.getValue() : value);
            }
            var reply = simulator.send(new Call(
                    call.method(),
                    URI.create(address),
                    headers,
                    call.body(),
                    call.secrets(),
                    call.deadline(),
                    call.guarded()));
            told.append(reply.headers()).append(reply.text().replace("\\/", "/"));
            return reply;
        }
    }
}
