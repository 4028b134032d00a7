package planner.simulator.meta;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent;
import planner.simulator.Consent.Choice;
import planner.simulator.Html;

/** A consent page of Meta: checks what it is asked with, shows who can be chosen, and sends the person back. */
public final class LoginDialog {
    private static final Set<String> KNOWN = Set.of("client_id", "redirect_uri", "response_type", "state", "scope");

    private final Face face;
    private final Person person;

    /**
     * @param further parameters that this dialog knows besides those of all
     * @param offered scopes that exist
     * @param fixed scopes that cannot be unticked
     * @param errorCode what a refusal carries; empty for none
     * @param end what the address ends with after a yes
     */
    public record Face(
            String title,
            String accent,
            String clientId,
            Set<String> further,
            Set<String> offered,
            List<String> fixed,
            String errorCode,
            String end) {}

    /** Who sits before the page. */
    public interface Person {
        List<Choice> choices();

        /** @param asked every scope; @param granted those that were left ticked */
        String code(String account, Set<String> asked, Set<String> granted, String redirect);
    }

    public LoginDialog(Face face, Person person) {
        this.face = face;
        this.person = person;
    }

    /** @param action where the form goes */
    public Answer answer(Ask ask, String action) {
        boolean decided = ask.method().equals("POST");
        Map<String, String> asked = decided ? ask.form() : ask.query();
        List<String> scopes = Arrays.stream(asked.getOrDefault("scope", "").split("[, ]"))
                .filter(it -> !it.isEmpty())
                .toList();
        if (!decided) {
            String fault = fault(asked, scopes);
            return fault.isEmpty()
                    ? new Consent(
                                    face.title(),
                                    face.accent(),
                                    action,
                                    person.choices(),
                                    scopes,
                                    face.fixed(),
                                    kept(asked))
                            .page()
                    : invalid(fault);
        }
        if (!"allow".equals(asked.get("decision"))) {
            return refused(asked);
        }
        Set<String> granted = Set.copyOf(Consent.granted(asked, scopes, face.fixed()));
        String redirect = asked.getOrDefault("redirect_uri", "");
        String code = person.code(asked.getOrDefault("account", ""), Set.copyOf(scopes), granted, redirect);
        return back(asked, Map.of("code", code), face.end());
    }

    private String fault(Map<String, String> asked, List<String> scopes) {
        for (String name : asked.keySet()) {
            if (!KNOWN.contains(name) && !face.further().contains(name)) {
                return "unknown parameter " + name;
            }
        }
        if (!face.clientId().equals(asked.get("client_id"))) {
            return "Invalid platform app: client_id";
        }
        if (!"code".equals(asked.get("response_type"))) {
            return "response_type must be code";
        }
        if (asked.getOrDefault("redirect_uri", "").isEmpty()
                || asked.getOrDefault("state", "").isEmpty()) {
            return "redirect_uri and state are required";
        }
        return scopes.isEmpty() || !face.offered().containsAll(scopes) ? "Invalid scopes: " + scopes : "";
    }

    private static Answer invalid(String fault) {
        String page = "<main style=\"max-width:480px;margin:20vh auto 0;padding:0 20px\"><h1>Invalid request</h1><p>"
                + Html.escape(fault) + "</p></main>";
        Answer answer = Answer.html(Html.page("Invalid request", "", page));
        return new Answer(400, answer.headers(), answer.body(), null);
    }

    private static Map<String, String> kept(Map<String, String> asked) {
        Map<String, String> kept = new LinkedHashMap<>(asked);
        kept.keySet().retainAll(KNOWN);
        return kept;
    }

    private Answer refused(Map<String, String> asked) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("error", "access_denied");
        if (!face.errorCode().isEmpty()) {
            more.put("error_code", face.errorCode());
        }
        more.put("error_reason", "user_denied");
        more.put("error_description", "The user denied your request");
        return back(asked, more, "");
    }

    private static Answer back(Map<String, String> asked, Map<String, String> more, String end) {
        var address = new StringBuilder(asked.getOrDefault("redirect_uri", ""));
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put("state", asked.getOrDefault("state", ""));
        all.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return Answer.redirect(URI.create(address + end));
    }
}
