package planner.adapter.youtube;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.adapter.google.GoogleError;
import planner.adapter.google.GoogleFaults;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

/** What a reason of YouTube means; developers.google.com/youtube/v3/docs/errors and videos/insert as of 2026-09. */
final class YouTubeFaults {
    static final String NO_CHANNEL = "youtubeSignupRequired";
    static final String NO_VIDEO = "videoNotFound";
    static final String NO_PLAYLIST = "playlistNotFound";
    static final String IN_PLAYLIST = "videoAlreadyInPlaylist";
    static final String CAPTION_EXISTS = "captionExists";

    // our own sentences: what the person can do; the bundle has them in other languages
    private static final String NOT_THE_OWNER =
            "This account may not act for the channel. Connect again as the channel's owner.";
    private static final String ACCOUNT_STOPPED =
            "Google has closed or suspended the account. Settle it with Google, then connect again.";
    private static final String CHANNEL_STOPPED =
            "The channel is closed or suspended. See YouTube Studio for the reason, then connect again.";

    private static final Duration SHORT_PAUSE = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofHours(24);

    /** Quotas begin anew at midnight there; docs/determine_quota_cost, 2026-09. */
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    /** Seen: its time has passed, and the video is not public. */
    static final Fault NOT_RELEASED = new Fault.Rejected("not-released", "the video is not public");

    static final Fault GONE = new Fault.Rejected(NO_VIDEO, "the video was deleted");

    /** Reasons that have words of their own in the messages bundle; what else YouTube says is "refused". */
    static final Set<String> KNOWN = Set.of(
            NO_CHANNEL,
            "forbidden",
            "invalidTitle",
            "invalidDescription",
            "invalidTags",
            "invalidCategoryId",
            "invalidPublishAt",
            "invalidFilename",
            "invalidVideoMetadata",
            "invalidRecordingDetails",
            "invalidVideoGameRating",
            "defaultLanguageNotSet",
            "mediaBodyRequired",
            "forbiddenPrivacySetting",
            "forbiddenLicenseSetting",
            NO_VIDEO,
            NO_PLAYLIST,
            "playlistContainsMaximumNumberOfVideos",
            "playlistItemsNotAccessible",
            "playlistOperationUnsupported",
            "manualSortRequired",
            "commentsDisabled",
            "badRequest",
            "missingRequiredParameter",
            "incompatibleParameters",
            "unexpectedParameter",
            "invalidPageToken");

    /** Why YouTube could not process a video, or took it down; docs/videos, failureReason and rejectionReason. */
    static final Set<String> VERDICTS = Set.of(
            "conversion",
            "invalidFile",
            "emptyFile",
            "tooSmall",
            "codec",
            "uploadAborted",
            "copyright",
            "inappropriate",
            "duplicate",
            "termsOfUse",
            "uploaderAccountSuspended",
            "length",
            "claim",
            "uploaderAccountClosed",
            "trademark",
            "legal");

    private final Clock clock;

    YouTubeFaults(Clock clock) {
        this.clock = clock;
    }

    Fault of(Reply reply) {
        var error = GoogleError.of(reply);
        if (error.status() >= 500) {
            return new Fault.Unavailable(true, GoogleFaults.words(error));
        }
        return switch (error.reason()) {
            case "quotaExceeded", "dailyLimitExceeded" ->
                new Fault.Busy(untilQuotaBegins(), Scope.NETWORK, GoogleFaults.words(error));
            case "rateLimitExceeded" ->
                new Fault.Busy(GoogleFaults.pause(reply, SHORT_PAUSE), Scope.NETWORK, GoogleFaults.words(error));
            case "userRateLimitExceeded", "uploadRateLimitExceeded" ->
                new Fault.Busy(GoogleFaults.pause(reply, SHORT_PAUSE), Scope.CHANNEL, GoogleFaults.words(error));
            case "uploadLimitExceeded" -> new Fault.Busy(DAY, Scope.CHANNEL, GoogleFaults.words(error));
            case "accountDelegationForbidden" -> new Fault.Revoked(NOT_THE_OWNER);
            case "authenticatedUserAccountClosed", "authenticatedUserAccountSuspended" ->
                new Fault.Revoked(ACCOUNT_STOPPED);
            case "channelClosed", "channelSuspended" -> new Fault.Revoked(CHANNEL_STOPPED);
            case CAPTION_EXISTS, IN_PLAYLIST -> new Fault.Rejected(error.reason(), error.message());
            default ->
                KNOWN.contains(error.reason())
                        ? known(error)
                        : GoogleFaults.common(error, GoogleFaults.pause(reply, SHORT_PAUSE))
                                .orElseGet(() -> GoogleFaults.otherwise(error));
        };
    }

    /** A scope that is missing is often told as a mere "forbidden", with the truth in the details. */
    private static Fault known(GoogleError error) {
        var fault = new Fault.Rejected(error.reason(), error.message());
        boolean told = error.status() == 403 && !error.info().isEmpty();
        return told ? GoogleFaults.common(error, SHORT_PAUSE).orElse(fault) : fault;
    }

    private Duration untilQuotaBegins() {
        var now = clock.instant().atZone(PACIFIC);
        var midnight = now.toLocalDate().plusDays(1).atStartOfDay(PACIFIC);
        return Duration.between(now, midnight);
    }

    /** The end of a video that YouTube did not keep. */
    static Fault ofVerdict(@Nullable String reason) {
        var known = Objects.requireNonNullElse(reason, "");
        return VERDICTS.contains(known)
                ? new Fault.Rejected(known, known)
                : new Fault.Rejected("failed", known.isEmpty() ? "no reason was given" : known);
    }
}
