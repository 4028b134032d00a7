package planner;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import planner.workspace.Problem;

/** Every error of the HTTP API as problem+json. */
@RestControllerAdvice
class ApiErrors {
    private final MessageSource messages;

    ApiErrors(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, Locale locale) {
        var body = ProblemDetail.forStatus(problem.status());
        body.setType(URI.create("/problems/" + problem.type()));
        body.setTitle(text("problem." + problem.type(), List.of(), locale));
        if (!problem.code().isEmpty()) {
            body.setDetail(text("problem." + problem.type() + "." + problem.code(), problem.args(), locale));
        }
        problem.members().forEach(body::setProperty);
        var fields = new ArrayList<Map<String, Object>>();
        for (var field : problem.fields()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("field", field.field());
            one.put("rule", field.rule());
            one.put("message", text("rule." + field.rule(), field.args(), locale));
            fields.add(one);
        }
        if (!fields.isEmpty()) {
            body.setProperty("errors", fields);
        }
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        var retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        return answer.body(body);
    }

    private String text(String key, List<Object> args, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, args.toArray(), key, locale));
    }
}
