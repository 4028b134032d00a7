package planner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import planner.workspace.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** JSON bodies have an end, and text that PostgreSQL and UTF-8 can hold: no NUL, no half of a surrogate pair. */
@RestControllerAdvice
class TextGuard extends RequestBodyAdviceAdapter {
    static final int LARGEST = 1024 * 1024;

    private final JsonMapper json;

    TextGuard(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var bytes = message.getBody().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.of(413, "too-large", "");
        }
        // only an escape can write them: as plain bytes they are no JSON
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains("\\u") && !sound(bytes)) {
            throw Problem.of(400, "malformed", "text");
        }
        return new Read(message.getHeaders(), bytes);
    }

    private boolean sound(byte[] bytes) {
        try (var parser = json.createParser(bytes)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
                if (text && !sound(parser.getString())) {
                    return false;
                }
            }
            return true;
        } catch (JacksonException e) {
            return true; // whoever reads the body says better what is wrong
        }
    }

    static boolean sound(String text) {
        return text.codePoints()
                .noneMatch(one -> one == 0 || one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE);
    }

    private record Read(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {
        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
