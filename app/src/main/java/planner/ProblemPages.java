package planner;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import planner.workspace.Languages;
import planner.workspace.Problem;

/** Writes a {@link Problem} as problem+json in the caller's language, also for errors from before any controller. */
@RestController
class ProblemPages implements ErrorController {
    private final MessageSource messages;

    ProblemPages(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return render(ofStatus(status instanceof Integer code ? code : 404), request);
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> Problem.signedOut();
            case 403 -> Problem.forbidden("role");
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "method", "");
            case 406 -> Problem.of(406, "not-acceptable", "");
            case 413 -> Problem.of(413, "too-large", "");
            case 415 -> Problem.of(415, "media-type", "");
            default -> status < 500 ? Problem.of(400, "malformed", "") : Problem.of(status, "internal", "");
        };
    }

    ResponseEntity<ProblemDetail> render(Problem problem, HttpServletRequest request) {
        var locale = Languages.of(request);
        var body = ProblemDetail.forStatus(problem.status());
        body.setType(URI.create("/problems/" + problem.type()));
        body.setTitle(text("problem." + problem.type(), List.of(), locale));
        if (!problem.code().isEmpty()) {
            body.setDetail(text("problem." + problem.type() + "." + problem.code(), problem.args(), locale));
        }
        problem.members().forEach(body::setProperty);
        if (!problem.fields().isEmpty()) {
            body.setProperty("errors", errors(problem, locale));
        }
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        var retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        return answer.body(body);
    }

    private List<Map<String, Object>> errors(Problem problem, Locale locale) {
        var errors = new ArrayList<Map<String, Object>>();
        for (var field : problem.fields()) {
            var error = new LinkedHashMap<String, Object>();
            error.put("field", field.field());
            error.put("rule", field.rule());
            error.put("message", text("rule." + field.rule(), field.args(), locale));
            errors.add(error);
        }
        return errors;
    }

    private String text(String key, List<Object> args, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, args.toArray(), key, locale));
    }
}
