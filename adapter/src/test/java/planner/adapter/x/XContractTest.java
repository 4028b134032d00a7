package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.FaultCase;
import planner.adapter.contract.NetworkContract;
import planner.adapter.contract.OpenApiCheck;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.TestFiles;
import planner.adapter.kit.Http;
import planner.network.Capabilities;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Fault;
import planner.network.Network;
import planner.network.NetworkException;
import planner.network.Session;
import planner.network.Unit;

class XContractTest extends NetworkContract {
    @Override
    protected Samples samples() {
        return new XSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new X(settings, http, stage.clock());
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS;
    }

    /** The account on the stage pays, and X takes long texts from it under any name. */
    @Override
    protected boolean networkRefuses(Capabilities.Format format, Capabilities.TextLimit limit) {
        return !format.id().equals(XCapabilities.POST) || limit.unit() != Unit.WEIGHTED;
    }

    @Test
    void anAccountThatDoesNotPayIsRefusedAtOneOver() {
        try (var plain = new SimulatorStage("x")) {
            var network = new X(plain.settings(), new Http(plain.transport()), plain.clock());
            var grant = plain.connect(network);
            var session = new Session(grant.account(), grant.credential(), TestFiles.FILES);
            var over = Sample.of(
                            "over",
                            XCapabilities.POST,
                            "a".repeat(281),
                            List.of(),
                            new XOptions(null, null, null, null))
                    .parts();
            var delivery = new Delivery(
                    UUID.randomUUID(), plain.now(), XCapabilities.POST, "", over, new XOptions(null, null, null, null));
            var publisher =
                    new XPublisher(new XApi(XApp.from(plain.settings()), new Http(plain.transport()), plain.clock()));
            assertThatThrownBy(() -> publisher.perform(publisher.first(delivery), delivery, session))
                    .isInstanceOfSatisfying(
                            NetworkException.class, it -> assertThat(it.fault()).isInstanceOf(Fault.Rejected.class));
            assertThat(plain.visible()).isEmpty();
        }
    }

    @Override
    protected SpecCheck spec() {
        return new OpenApiCheck(SpecCheck.folder("x").resolve("openapi-2.167.json"), "/x");
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "duplicate",
                "media-ids",
                "media-failed",
                "invalid-request",
                "reply-not-allowed",
                "cashtags",
                "video-too-long",
                "client-forbidden",
                "forbidden",
                "not-found",
                "too-large",
                "invalid_client",
                "missing_scope");
    }

    /** Section 5 of the sheet, row by row. */
    @Override
    protected List<FaultCase> faults() {
        return List.of(
                FaultCase.rejected(400, invalid("Your Tweet text is too long."), "invalid-request"),
                FaultCase.rejected(400, invalid("Your media IDs are invalid."), "media-ids"),
                FaultCase.of(401, problem("Unauthorized", "Unauthorized", "about:blank"), Fault.Expired.class),
                FaultCase.of(
                        401,
                        "{\"errors\":[{\"code\":89,\"message\":\"Invalid or expired token.\"}]}",
                        Fault.Expired.class),
                FaultCase.of(402, problem("CreditsDepleted", "no credits", "credits"), Fault.Busy.class),
                forbidden("You are not allowed to create a Tweet with duplicate content.", "duplicate"),
                FaultCase.rejected(
                        403, "{\"errors\":[{\"code\":187,\"message\":\"Status is a duplicate.\"}]}", "duplicate"),
                forbidden("You have not been mentioned or otherwise engaged by the author", "reply-not-allowed"),
                forbidden("Posts may contain at most one cashtag.", "cashtags"),
                forbidden("You may not post a video longer than 2 minutes", "video-too-long"),
                forbidden("You are not permitted to access this feature", "forbidden"),
                FaultCase.rejected(
                        403, problem("Client Forbidden", "not enrolled", "client-forbidden"), "client-forbidden"),
                FaultCase.of(403, problem("Forbidden", "read only", "oauth1-permissions"), Fault.Revoked.class),
                FaultCase.of(
                        403, problem("Forbidden", "missing scope media.write", "about:blank"), Fault.Revoked.class),
                FaultCase.of(403, problem("Forbidden", "User has been suspended", "about:blank"), Fault.Revoked.class),
                FaultCase.rejected(404, problem("Not Found Error", "gone", "resource-not-found"), "not-found"),
                FaultCase.of(409, problem("Conflict", "concurrent write", "conflict"), Fault.Unavailable.class),
                FaultCase.rejected(413, problem("Payload Too Large", "too large", "about:blank"), "too-large"),
                FaultCase.of(
                        429,
                        Map.of("x-rate-limit-remaining", "0", "x-rate-limit-reset", "1796115660"),
                        problem("Too Many Requests", "Too Many Requests", "about:blank"),
                        Fault.Busy.class),
                FaultCase.of(429, problem("UsageCapExceeded", "monthly cap", "usage-capped"), Fault.Busy.class),
                FaultCase.of(500, "{}", Fault.Unavailable.class),
                FaultCase.of(503, "<html>over capacity</html>", Fault.Unavailable.class),
                FaultCase.of(504, "", Fault.Unavailable.class),
                FaultCase.of(200, "<html>welcome</html>", Fault.Unavailable.class));
    }

    private static FaultCase forbidden(String detail, String code) {
        return FaultCase.rejected(403, problem("Forbidden", detail, "about:blank"), code);
    }

    private static String problem(String title, String detail, String type) {
        return "{\"title\":\"" + title + "\",\"detail\":\"" + detail + "\",\"type\":\""
                + (type.equals("about:blank") ? type : "https://api.x.com/2/problems/" + type) + "\"}";
    }

    private static String invalid(String message) {
        return "{\"errors\":[{\"message\":\"" + message + "\",\"parameters\":{}}],\"title\":\"Invalid Request\","
                + "\"detail\":\"One or more parameters to your request was invalid.\","
                + "\"type\":\"https://api.x.com/2/problems/invalid-request\"}";
    }
}
