package planner.adapter.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.simulator.Visitor;

class ThreadsConnectorTest extends ThreadsStand {
    private static final Consent CONSENT =
            new Consent(URI.create("http://127.0.0.1:8080/connect/callback"), "state-1", "verifier".repeat(6));

    private ThreadsConnector connector(Transport transport) {
        var app = ThreadsApp.from(stage.settings());
        var http = new Http(transport);
        return new ThreadsConnector(app, new ThreadsApi(app, http), http, stage.clock());
    }

    private Credential consented(Transport transport, Set<String> unticked, String end) {
        var connector = connector(transport);
        try (var visitor = new Visitor()) {
            var callback = Visitor.query(visitor.allow(connector.consentPage(CONSENT), "", unticked));
            return connector.exchange(callback.getOrDefault("code", "") + end, CONSENT);
        }
    }

    private Credential consented() {
        return consented(stage.transport(), Set.of(), "");
    }

    @Test
    void theCodeBuysATokenOfSixtyDaysAndTellsWhatWasGranted() {
        var credential = consented(stage.transport(), Set.of("threads_manage_insights"), "#_");

        assertThat(credential.expiresAt()).isEqualTo(stage.now().plus(Duration.ofDays(60)));
        assertThat(credential.scopes()).contains("threads_basic").doesNotContain("threads_manage_insights");
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void theProfileIsTheAccount() {
        var account =
                connector(stage.transport()).accounts(consented()).getFirst().account();

        assertThat(account.id()).isEqualTo("26100000000000001");
        assertThat(account.name()).isEqualTo("Café pod Lipą");
        assertThat(account.handle()).isEqualTo("cafe.pod.lipa");
        assertThat(account.avatar()).isNotNull();
    }

    @Test
    void whatWasNotGrantedIsNamed() {
        var credential = consented(stage.transport(), Set.of("threads_content_publish"), "");

        var thrown = catchThrowableOfType(
                NetworkException.class, () -> connector(stage.transport()).accounts(credential));

        assertThat(thrown.fault()).isEqualTo(new Fault.Rejected("missing_scope", "threads_content_publish"));
    }

    @Test
    void aProfileConnectsEvenWhenItsScopesAreNotTold() {
        var quiet = answering("GET", "debug_token", error(100, 0));

        var credential = consented(quiet, Set.of(), "");

        assertThat(credential.scopes()).isEmpty();
        assertThat(connector(quiet).accounts(credential)).hasSize(1);
    }

    @Test
    void aTokenOfTheFirstDayIsLeftAlone() {
        var credential = consented();
        var wire = new Wire(stage.transport());

        assertThat(connector(wire).refresh(credential)).isEqualTo(credential);
        assertThat(wire.count()).isZero();
    }

    @Test
    void onlyADeadTokenAsksForANewConsent() {
        var credential = consented();
        stage.passes(Duration.ofDays(61));

        var thrown = catchThrowableOfType(
                NetworkException.class, () -> connector(stage.transport()).refresh(credential));
        var throttled = catchThrowableOfType(
                NetworkException.class,
                () -> connector(answering("GET", "refresh_access_token", error(4, 0)))
                        .refresh(credential));

        assertThat(thrown.fault()).isInstanceOf(Fault.Revoked.class);
        assertThat(throttled.fault()).isInstanceOf(Fault.Busy.class);
    }

    @Test
    void aCodeIsGoodForOneUse() {
        var connector = connector(stage.transport());

        var thrown = catchThrowableOfType(NetworkException.class, () -> connector.exchange("never", CONSENT));

        assertThat(thrown.fault())
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("code"));
    }

    @Test
    void withoutAnAppItIsNotOffered() {
        var app = ThreadsApp.from(new MapEnvironment(Map.of()));
        var http = new Http(stage.transport());
        var bare = new ThreadsConnector(app, new ThreadsApi(app, http), http, stage.clock());

        assertThat(bare.configured()).isFalse();
        assertThat(connector(stage.transport()).configured()).isTrue();
        assertThat(ThreadsApp.from(stage.settings()).toString()).doesNotContain("secret");
    }
}
