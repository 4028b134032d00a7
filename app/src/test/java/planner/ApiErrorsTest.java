package planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

class ApiErrorsTest extends RoomTest {
    @Test
    void anUnknownAddressIsAProblem() {
        var answer = call(HttpMethod.GET, "/api/nothing", null, "en");
        assertProblem(answer, 404, "not-found");
        assertThat(answer.getBody()).contains("There is nothing here").contains("\"instance\":\"/api/nothing\"");
    }

    @Test
    void theCallerHearsTheirLanguage() {
        assertThat(call(HttpMethod.GET, "/api/nothing", null, "pl-PL,pl;q=0.9").getBody())
                .contains("Tu niczego nie ma");
    }

    @Test
    void brokenJsonNamesItself() {
        assertProblem(call(HttpMethod.POST, "/api/workspaces", "{\"name\":", "en"), 400, "malformed");
        assertProblem(call(HttpMethod.POST, "/api/workspaces", "", "en"), 400, "malformed");
    }

    @Test
    void aWrongTypeNamesItsField() {
        var answer = call(HttpMethod.PATCH, "/api/workspaces/" + owner.workspace(), "{\"late\":{\"after\":[]}}", "en");
        assertProblem(answer, 400, "validation");
        assertThat(answer.getBody()).contains("\"field\":\"late.after\"").contains("\"rule\":\"malformed\"");
    }

    @Test
    void aMissingFieldNamesItsRule() {
        var answer = call(HttpMethod.POST, "/api/workspaces", "{\"name\":\" \"}", "en");
        assertProblem(answer, 400, "validation");
        assertThat(answer.getBody())
                .contains("{\"field\":\"name\",\"rule\":\"required\",\"message\":\"Required.\"}")
                .contains("{\"field\":\"zone\",\"rule\":\"required\",\"message\":\"Required.\"}");
    }

    @Test
    void textThatNoTableCanHoldIsRefused() {
        assertProblem(call(HttpMethod.POST, "/api/posts", "{\"text\":\"a\\u0000b\"}", "en"), 400, "malformed");
        assertProblem(call(HttpMethod.POST, "/api/posts", "{\"text\":\"\\ud800\"}", "en"), 400, "malformed");
        assertProblem(call(HttpMethod.GET, "/api/posts?q=%00", null, "en"), 400, "malformed");
    }

    @Test
    void aBodyHasAnEnd() {
        var answer = call(HttpMethod.POST, "/api/posts", "{\"text\":\"" + "x".repeat(2_000_000) + "\"}", "en");
        assertProblem(answer, 413, "too-large");
    }

    @Test
    void methodAndMediaTypeAreSaid() {
        var method = call(HttpMethod.DELETE, "/api/workspaces", null, "en");
        assertProblem(method, 405, "method");
        assertThat(method.getHeaders().getAllow()).containsExactly(HttpMethod.POST);
        var type = http.post()
                .uri("/api/workspaces")
                .contentType(MediaType.TEXT_PLAIN)
                .body("x")
                .retrieve()
                .toEntity(String.class);
        assertProblem(type, 415, "media-type");
    }

    @Test
    void anIdThatIsNoneIsMalformed() {
        assertProblem(call(HttpMethod.PATCH, "/api/workspaces/abc", "{}", "en"), 400, "validation");
    }

    @Test
    void browsersAreToldToBeStrict() {
        var headers = call(HttpMethod.GET, "/api/nothing", null, "en").getHeaders();
        assertThat(headers.getFirst("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private ResponseEntity<String> call(HttpMethod method, String path, @Nullable String body, String language) {
        var request = http.method(method).uri(URI.create(base() + path)).header("Accept-Language", language);
        return (body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).body(body))
                .retrieve()
                .toEntity(String.class);
    }

    private static void assertProblem(ResponseEntity<String> answer, int status, String type) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(answer.getBody())
                .contains("\"type\":\"/problems/" + type + "\"")
                .contains("\"status\":" + status);
    }
}
