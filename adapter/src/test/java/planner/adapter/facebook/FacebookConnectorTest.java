package planner.adapter.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;
import planner.simulator.Visitor;

class FacebookConnectorTest extends FacebookStand {
    private static final Consent CONSENT =
            new Consent(URI.create("http://127.0.0.1:8080/connect/callback"), "state-1", "verifier".repeat(6));

    private FacebookConnector connector(Transport transport) {
        return new FacebookConnector(FacebookApp.from(stage.settings()), new Http(transport), stage.clock());
    }

    private Credential consented(Set<String> unticked) {
        var connector = connector(stage.transport());
        try (var visitor = new Visitor()) {
            var callback = Visitor.query(visitor.allow(connector.consentPage(CONSENT), "", unticked));
            return connector.exchange(callback.getOrDefault("code", ""), CONSENT);
        }
    }

    private List<String> names(Credential credential, Transport transport) {
        return connector(transport).accounts(credential).stream()
                .map(it -> it.account().name())
                .toList();
    }

    @Test
    void everyPageThatThePersonMayPostToIsOffered() {
        var credential = consented(Set.of());

        assertThat(names(credential, stage.transport()))
                .as("the choir's Page may only be looked at")
                .containsExactly("Café pod Lipą", "Zielony Kąt", "Kino pod Chmurką");
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void eachPageHasATokenOfItsOwnWithoutAnEnd() {
        var grants = connector(stage.transport()).accounts(consented(Set.of()));

        assertThat(grants.stream()
                        .map(Grant::credential)
                        .map(Credential::access)
                        .collect(Collectors.toSet()))
                .hasSize(3);
        assertThat(grants)
                .allSatisfy(it -> assertThat(it.credential().expiresAt()).isNull());
    }

    @Test
    void withoutTheBusinessPermissionThereAreStillOnesOwnPages() {
        var wire = new Wire(stage.transport());

        assertThat(names(consented(Set.of("business_management")), wire))
                .containsExactly("Café pod Lipą", "Zielony Kąt");
        assertThat(wire.sent()).hasSize(1);
    }

    @Test
    void aBusinessThatRefusesTakesNothingAway() {
        assertThat(names(consented(Set.of()), answering("GET", "owned_pages", error(100, 0))))
                .containsExactly("Café pod Lipą", "Zielony Kąt");
    }

    /** The lists of a business may leave the token out. */
    @Test
    void aMissingTokenIsAskedFor() {
        var wire = new Wire(call -> {
            var truth = stage.transport().send(call);
            return call.uri().getPath().endsWith("/owned_pages")
                    ? reply(200, truth.text().replaceAll("\"access_token\":\"[^\"]*\",", ""))
                    : truth;
        });

        assertThat(names(consented(Set.of()), wire)).contains("Kino pod Chmurką");
        assertThat(wire.sent().getLast().call().uri().getPath()).endsWith("/135300000000004");
    }

    @Test
    void aPermissionThatWasNotGrantedIsNamed() {
        var credential = consented(Set.of("pages_manage_posts", "pages_read_engagement"));

        var thrown = catchThrowableOfType(
                NetworkException.class, () -> connector(stage.transport()).accounts(credential));

        assertThat(thrown.fault())
                .isEqualTo(new Fault.Rejected("missing_scope", "pages_manage_posts, pages_read_engagement"));
    }

    @Test
    void whoHasNoPageIsTold() {
        var empty = reply(200, "{\"data\":[]}");
        var credential = consented(Set.of("business_management"));

        var thrown = catchThrowableOfType(
                NetworkException.class,
                () -> connector(answering("GET", "/me/accounts", empty)).accounts(credential));

        assertThat(thrown.fault())
                .isInstanceOfSatisfying(
                        Fault.Rejected.class, it -> assertThat(it.code()).isEqualTo("no_account"));
    }

    /** Apps may demand it. */
    @Test
    void everyCallWithATokenProvesWhoseItIs() {
        var wire = new Wire(stage.transport());
        connector(wire).accounts(consented(Set.of()));

        assertThat(wire.sent())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.call().uri().getQuery()).contains("appsecret_proof="));
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void anAnswerThatWasLostAsksNobodyToConnectAgain() {
        Transport dead = call -> {
            throw new java.io.IOException("lost by the test");
        };
        var credential = consented(Set.of());

        var thrown = catchThrowableOfType(
                NetworkException.class, () -> connector(dead).accounts(credential));

        assertThat(thrown.fault()).isInstanceOf(Fault.Unavailable.class);
        assertThat(connector(dead).refresh(credential)).isEqualTo(credential);
    }
}
