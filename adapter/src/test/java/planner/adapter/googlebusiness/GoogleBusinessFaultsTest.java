package planner.adapter.googlebusiness;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.adapter.googlebusiness.GoogleBusinessErrors.body;
import static planner.adapter.googlebusiness.GoogleBusinessErrors.field;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.adapter.kit.Reply;
import planner.network.Fault;

class GoogleBusinessFaultsTest {
    private static Fault fault(int status, Map<String, String> headers, String body) {
        return GoogleBusinessFaults.of(new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyFieldIsNamedWithGooglesWords() {
        var body =
                body(400, "INVALID_ARGUMENT", "Request contains an invalid argument.", field(5, "summary", "Too long"));

        assertThat(fault(400, Map.of(), body))
                .isEqualTo(new Fault.Rejected("invalid", "Request contains an invalid argument.; summary: Too long"));
    }
}
