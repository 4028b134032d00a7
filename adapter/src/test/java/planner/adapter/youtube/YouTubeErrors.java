package planner.adapter.youtube;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import planner.adapter.contract.FaultCase;
import planner.network.Fault;

/** Section 5 of the sheet, row by row. */
final class YouTubeErrors {
    private static final Set<String> OWN = Set.of(
            "code",
            "publish-at",
            "publish-at-privacy",
            "audience",
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

    static final List<FaultCase> ALL = List.of(
            of(401, "authError", Fault.Expired.class),
            FaultCase.of(401, "", Fault.Expired.class),
            FaultCase.of(
                    401,
                    "{\"error\":{\"code\":401,\"message\":\"Request had invalid authentication credentials.\","
                            + "\"status\":\"UNAUTHENTICATED\"}}",
                    Fault.Expired.class),
            rejected(401, "youtubeSignupRequired"),
            of(403, "insufficientPermissions", Fault.Revoked.class),
            FaultCase.of(403, withDetail("forbidden", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"), Fault.Revoked.class),
            rejected(403, "forbidden"),
            rejected(403, "accessNotConfigured"),
            FaultCase.rejected(403, withDetail("", "SERVICE_DISABLED"), "accessNotConfigured"),
            FaultCase.rejected(403, withDetail("forbidden", "SERVICE_DISABLED"), "accessNotConfigured"),
            of(403, "quotaExceeded", Fault.Busy.class),
            of(403, "dailyLimitExceeded", Fault.Busy.class),
            of(403, "rateLimitExceeded", Fault.Busy.class),
            of(403, "userRateLimitExceeded", Fault.Busy.class),
            of(429, "uploadRateLimitExceeded", Fault.Busy.class),
            FaultCase.of(429, Map.of("retry-after", "90"), body("", "Slow down"), Fault.Busy.class),
            FaultCase.of(429, "", Fault.Busy.class),
            of(400, "uploadLimitExceeded", Fault.Busy.class),
            rejected(403, "accountDelegationForbidden"),
            rejected(403, "authenticatedUserAccountClosed"),
            rejected(403, "authenticatedUserAccountSuspended"),
            rejected(403, "channelClosed"),
            rejected(403, "channelSuspended"),
            rejected(400, "invalidTitle"),
            rejected(400, "invalidDescription"),
            rejected(400, "invalidTags"),
            rejected(400, "invalidCategoryId"),
            rejected(400, "invalidPublishAt"),
            rejected(400, "invalidFilename"),
            rejected(400, "invalidVideoMetadata"),
            rejected(400, "invalidRecordingDetails"),
            rejected(400, "invalidVideoGameRating"),
            rejected(400, "defaultLanguageNotSet"),
            rejected(400, "mediaBodyRequired"),
            rejected(403, "forbiddenPrivacySetting"),
            rejected(403, "forbiddenLicenseSetting"),
            rejected(404, "videoNotFound"),
            rejected(404, "playlistNotFound"),
            rejected(403, "playlistContainsMaximumNumberOfVideos"),
            rejected(403, "playlistItemsNotAccessible"),
            rejected(400, "playlistOperationUnsupported"),
            rejected(400, "manualSortRequired"),
            rejected(403, "commentsDisabled"),
            rejected(400, "badRequest"),
            rejected(400, "missingRequiredParameter"),
            rejected(400, "incompatibleParameters"),
            rejected(400, "unexpectedParameter"),
            rejected(400, "invalidPageToken"),
            of(500, "backendError", Fault.Unavailable.class),
            of(500, "internalError", Fault.Unavailable.class),
            FaultCase.of(503, "<html>Service Unavailable</html>", Fault.Unavailable.class),
            FaultCase.of(502, "", Fault.Unavailable.class),
            FaultCase.of(200, "", Fault.Unavailable.class),
            FaultCase.rejected(418, body("somethingNew", "Never seen"), "refused"),
            FaultCase.rejected(404, "<html>not here</html>", "refused"),
            FaultCase.rejected(413, "Request Too Large", "refused"));

    private YouTubeErrors() {}

    private static Set<String> codes() {
        var codes = new TreeSet<>(OWN);
        codes.addAll(YouTubeFaults.KNOWN);
        codes.addAll(YouTubeFaults.VERDICTS);
        return codes;
    }

    private static FaultCase of(int status, String reason, Class<? extends Fault> fault) {
        return FaultCase.of(status, body(reason, "Told by YouTube"), fault);
    }

    private static FaultCase rejected(int status, String reason) {
        return FaultCase.rejected(status, body(reason, "Told by YouTube"), reason);
    }

    static String body(String reason, String message) {
        var errors = reason.isEmpty()
                ? ""
                : ",\"errors\":[{\"message\":\"" + message + "\",\"domain\":\"youtube.video\",\"reason\":\"" + reason
                        + "\",\"location\":\"body.snippet\",\"locationType\":\"other\"}]";
        return "{\"error\":{\"code\":400,\"message\":\"" + message + "\"" + errors + "}}";
    }

    private static String withDetail(String reason, String info) {
        var errors = reason.isEmpty()
                ? ""
                : "\"errors\":[{\"message\":\"Told\",\"domain\":\"global\",\"reason\":\"" + reason + "\"}],";
        return "{\"error\":{\"code\":403,\"message\":\"Told by Google\"," + errors
                + "\"status\":\"PERMISSION_DENIED\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\","
                + "\"reason\":\"" + info + "\",\"domain\":\"googleapis.com\"}]}}";
    }
}
