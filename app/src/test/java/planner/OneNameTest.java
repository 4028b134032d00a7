package planner;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import planner.workspace.Installation;
import planner.workspace.MasterKey;
import planner.workspace.Mode;

class OneNameTest {
    @Test
    void aPageOnAnotherNameOfThisMachineIsOpenedAtThePublicOne() {
        assertThat(sentTo("http://localhost:8080", page("127.0.0.1", 8080)))
                .isEqualTo("http://localhost:8080/queue?state=FAILED");
    }

    @Test
    void whoIsAtHomeStays() {
        assertThat(sentTo("http://localhost:8080", page("localhost", 8080))).isEmpty();
    }

    @Test
    void programsAndOtherPortsAreLeftAlone() {
        var program = page("127.0.0.1", 8080);
        program.removeHeader("Accept");
        assertThat(sentTo("http://localhost:8080", program)).isEmpty();
        assertThat(sentTo("http://localhost:8080", page("127.0.0.1", 5173))).isEmpty();
    }

    @Test
    void nobodyIsSentBetweenMachines() {
        assertThat(sentTo("https://planner.example:8080", page("127.0.0.1", 8080)))
                .isEmpty();
        assertThat(sentTo("http://localhost:8080", page("planner.example", 8080)))
                .isEmpty();
    }

    private static MockHttpServletRequest page(String host, int port) {
        var request = new MockHttpServletRequest("GET", "/queue");
        request.setQueryString("state=FAILED");
        request.setServerName(host);
        request.setServerPort(port);
        request.addHeader("Accept", "text/html,application/xhtml+xml");
        return request;
    }

    /** Empty when the page is served here. */
    private static String sentTo(String home, MockHttpServletRequest request) {
        var answer = new MockHttpServletResponse();
        var installation = new Installation(Mode.DEMO, URI.create(home), Path.of("data"), new MasterKey(new byte[32]));
        try {
            new OneName(installation).doFilter(request, answer, new MockFilterChain());
        } catch (IOException | ServletException e) {
            throw new AssertionError(e);
        }
        var location = answer.getHeader("Location");
        return location == null ? "" : location;
    }
}
