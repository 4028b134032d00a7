package planner.adapter.youtube;

import java.util.Set;
import java.util.TreeSet;

/** The codes that people are told of, and the shape of errors. */
final class YouTubeErrors {
    private static final Set<String> OWN = Set.of(
            "code",
            "publish-at",
            "publish-at-privacy",
            "audience",
            "not-released",
            "access_denied",
            "missing_scope",
            "invalid_client",
            "redirect_uri_mismatch",
            "unauthorized_client",
            "accessNotConfigured",
            YouTubeFaults.IN_PLAYLIST,
            YouTubeFaults.CAPTION_EXISTS,
            "upload",
            "failed",
            "refused");

    static final Set<String> CODES = codes();

    private YouTubeErrors() {}

    private static Set<String> codes() {
        var codes = new TreeSet<>(OWN);
        codes.addAll(YouTubeFaults.KNOWN);
        codes.addAll(YouTubeFaults.VERDICTS);
        return codes;
    }

    static String body(String reason, String message) {
        var errors = reason.isEmpty()
                ? ""
                : ",\"errors\":[{\"message\":\"" + message + "\",\"domain\":\"youtube.video\",\"reason\":\"" + reason
                        + "\",\"location\":\"body.snippet\",\"locationType\":\"other\"}]";
        return "{\"error\":{\"code\":400,\"message\":\"" + message + "\"" + errors + "}}";
    }
}
