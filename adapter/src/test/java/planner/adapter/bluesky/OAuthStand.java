package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.network.Connector;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;

/** The simulator, what is sent to it, and the short ways that the tests share. */
abstract class OAuthStand {
    static final String DID = "did:plc:sandboxadalovelace000000";

    final OAuthStage stage = new OAuthStage();
    final Map<String, String> settings = new HashMap<>(stage.site().settings());
    final List<Call> calls = new ArrayList<>();

    @AfterEach
    void close() {
        stage.close();
    }

    /** A fresh one: what it learned of nonces is forgotten. */
    final Connector.OAuth2 connector() {
        return connector(stage.transport());
    }

    final Connector.OAuth2 connector(Transport transport) {
        Transport recording = call -> {
            calls.add(call);
            return transport.send(call);
        };
        return OAuthStage.connector(new Bluesky(new MapEnvironment(settings), new Http(recording), stage.clock()));
    }

    final Credential exchange(Map<String, String> back, Consent consent) {
        return connector().exchange(back.getOrDefault("code", ""), consent);
    }

    static Fault fault(Runnable run) {
        var thrown = catchThrowableOfType(NetworkException.class, run::run);
        assertThat(thrown).as("no fault").isNotNull();
        return thrown.fault();
    }

    static String rejected(Runnable run) {
        var fault = fault(run);
        assertThat(fault).isInstanceOf(Fault.Rejected.class);
        return ((Fault.Rejected) fault).code();
    }

    static String document(String did, String handle, String pds) {
        return "{\"id\":\"" + did + "\",\"alsoKnownAs\":[\"at://" + handle
                + "\"],\"service\":[{\"id\":\"#atproto_pds\",\"type\":\"AtprotoPersonalDataServer\",\"serviceEndpoint\":\""
                + pds + "\"}]}";
    }
}
