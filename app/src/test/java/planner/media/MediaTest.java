package planner.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import planner.RoomTest;

/** Sends files to the running house. */
abstract class MediaTest extends RoomTest {
    private static final ParameterizedTypeReference<Map<String, Object>> ANY = new ParameterizedTypeReference<>() {};

    /** An answer in JSON; the body of an empty one is empty. */
    record Answer(int status, Map<String, Object> body) {
        AssetId id() {
            return new AssetId(UUID.fromString(String.valueOf(body.get("id"))));
        }
    }

    protected final Answer upload(String name, byte[] bytes) {
        return upload("file", name, bytes);
    }

    protected final Answer upload(String field, String name, byte[] bytes) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add(field, new HttpEntity<>(new ByteArrayResource(bytes) {
            @Override
            public String getFilename() {
                return name;
            }
        }));
        return answer(http.post()
                .uri("/api/media")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .retrieve()
                .toEntity(ANY));
    }

    protected final Answer post(String path, Object body) {
        return send(HttpMethod.POST, path, body);
    }

    protected final Answer send(HttpMethod method, String path, Object body) {
        return answer(http.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(ANY));
    }

    protected final Answer get(String path) {
        return answer(http.get().uri(path).retrieve().toEntity(ANY));
    }

    private static Answer answer(ResponseEntity<Map<String, Object>> entity) {
        var body = entity.getBody();
        return new Answer(entity.getStatusCode().value(), body == null ? Map.of() : body);
    }

    protected byte[] bytes(String path) {
        var body = http.get().uri(path).retrieve().body(byte[].class);
        return body == null ? new byte[0] : body;
    }

    /** An object in which a null is said. */
    protected static Map<String, Object> json(Object... namesAndValues) {
        var json = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return json;
    }

    @SuppressWarnings("unchecked")
    protected static List<Map<String, Object>> items(Answer answer) {
        return (List<Map<String, Object>>) answer.body().getOrDefault("items", List.of());
    }

    @SuppressWarnings("unchecked")
    protected static String rules(Answer answer) {
        var errors = (List<Map<String, Object>>) answer.body().getOrDefault("errors", List.of());
        return String.join(
                ", ",
                errors.stream()
                        .map(error -> error.get("field") + " " + error.get("rule"))
                        .toList());
    }
}
