package planner.simulator.reddit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.simulator.Answer;

/** How Reddit says no, in its three shapes: a refusal with status 200, a broken rule with 400, and plain statuses. */
final class RedditError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;
    private final boolean violation;

    private RedditError(Answer answer, String what, boolean violation) {
        super(what, null, false, false);
        this.answer = answer;
        this.violation = violation;
    }

    static RedditError refusal(String code, String message, String field) {
        return new RedditError(
                Answer.json(200, Map.of("json", Map.of("errors", List.of(List.of(code, message, field))))),
                code,
                false);
    }

    static RedditError tooSoon(Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        String time = seconds < 60 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
        String message = "Looks like you've been doing that a lot. Take a break for " + time + " before trying again.";
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ratelimit", (double) seconds);
        json.put("errors", List.of(List.of("RATELIMIT", message, "ratelimit")));
        return new RedditError(Answer.json(200, Map.of("json", json)), "RATELIMIT", false);
    }

    static RedditError rule(String reason, String explanation, String field) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("fields", List.of(field));
        body.put("explanation", explanation);
        body.put("error_type", "SUBMIT_VALIDATION_ERROR");
        body.put("message", "Bad Request");
        body.put("reason", "SUBMIT_VALIDATION_" + reason);
        return new RedditError(Answer.json(400, body), reason, false);
    }

    static RedditError plain(int status, String message) {
        return new RedditError(Answer.json(status, body(status, message)), message, false);
    }

    static RedditError because(int status, String message, String reason) {
        Map<String, Object> body = body(status, message);
        body.put("reason", reason);
        return new RedditError(Answer.json(status, body), reason, false);
    }

    static RedditError unauthorized() {
        Answer answer = Answer.json(401, body(401, "Unauthorized"));
        return new RedditError(
                answer.with("www-authenticate", "Bearer realm=\"reddit\", error=\"invalid_token\""), "401", false);
    }

    static RedditError scope(String scope) {
        Answer answer = Answer.json(403, body(403, "Forbidden"));
        return new RedditError(
                answer.with("www-authenticate", "Bearer realm=\"reddit\", error=\"insufficient_scope\""), scope, false);
    }

    /** What an agent gets that hides what it is. */
    static RedditError blocked(String agent) {
        byte[] page = "<html><body><h1>whoa there, pardner!</h1><p>Your request has been blocked.</p></body></html>"
                .getBytes(StandardCharsets.UTF_8);
        return new RedditError(Answer.of(403, "text/html; charset=UTF-8", page), "User-Agent: " + agent, true);
    }

    /** A form without api_type=json is answered for a browser's script. */
    static RedditError jquery() {
        Object body = Map.of("jquery", List.of(List.of(0, 1, "call", List.of("body"))), "success", false);
        return new RedditError(Answer.json(200, body), "api_type is not json", true);
    }

    /** A request that no correct client would send. */
    static RedditError wrong(String what) {
        return new RedditError(Answer.json(400, body(400, "Bad Request")), what, true);
    }

    /** The same, where Reddit falls over it. */
    static RedditError broken(String what) {
        return new RedditError(Answer.json(500, body(500, "Internal Server Error")), what, true);
    }

    /** The token service speaks OAuth, at times with status 200. */
    static RedditError oauth(int status, String error) {
        return new RedditError(Answer.json(status, Map.of("error", error)), error, false);
    }

    /** The upload host speaks XML. */
    static RedditError upload(int status, String code, String more, boolean violation) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + code
                + "</Message>" + more + "<RequestId>SANDBOX</RequestId></Error>";
        Answer answer = Answer.of(status, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
        return new RedditError(answer, code, violation);
    }

    private static Map<String, Object> body(int status, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", message);
        body.put("error", status);
        return body;
    }

    Answer answer() {
        return answer;
    }

    boolean violation() {
        return violation;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
