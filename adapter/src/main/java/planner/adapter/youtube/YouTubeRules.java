package planner.adapter.youtube;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.adapter.youtube.YouTubeOptions.Privacy;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.MediaKind;

/** What no table of limits can say. */
final class YouTubeRules {
    /** Detail of the account: whether it may upload more than 15 minutes. */
    static final String LONG_UPLOADS = "longUploads";

    static final String ALLOWED = "allowed";

    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");
    private static final Set<String> CAPTION_FILES = Set.of("application/x-subrip", "text/vtt", "application/ttml+xml");
    private static final double SCREEN = 16.0 / 9;
    private static final double NEAR = 0.02;

    private final YouTubeOptions options;
    private final Delivery delivery;
    private final List<Finding> findings = new ArrayList<>();

    private YouTubeRules(Delivery delivery) {
        this.delivery = delivery;
        this.options = YouTubeOptions.of(delivery);
    }

    static List<Finding> check(Delivery delivery, Account account) {
        var rules = new YouTubeRules(delivery);
        rules.texts();
        rules.length(account);
        rules.frames();
        rules.audience();
        rules.release();
        rules.languages();
        rules.thumbnail(rules.options.thumbnail());
        rules.captions(rules.options.captions());
        return List.copyOf(rules.findings);
    }

    private void error(String rule, String field, Object limit, Object actual) {
        findings.add(Finding.error("youtube." + rule, field, "" + limit, "" + actual));
    }

    private void warning(String rule, String field, Object limit, Object actual) {
        findings.add(Finding.warning("youtube." + rule, field, "" + limit, "" + actual));
    }

    private void texts() {
        if (bracketed(delivery.title())) {
            error("angle-brackets", "title", "", "");
        }
        if (bracketed(delivery.text())) {
            error("angle-brackets", "text", "", "");
        }
        int tags = length(options.tagsOrNone());
        if (tags > YouTubeCapabilities.TAGS) {
            error("tags", "options.tags", YouTubeCapabilities.TAGS, tags);
        }
        if (options.tagsOrNone().stream().anyMatch(YouTubeRules::bracketed)) {
            error("angle-brackets", "options.tags", "", "");
        }
    }

    private static boolean bracketed(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('>') >= 0;
    }

    /** As YouTube counts: a comma between two tags is one, and the quotes around a tag with a space are two. */
    static int length(List<String> tags) {
        int commas = Math.max(0, tags.size() - 1);
        return commas
                + tags.stream()
                        .mapToInt(tag -> tag.length() + (tag.indexOf(' ') < 0 ? 0 : 2))
                        .sum();
    }

    private void length(Account account) {
        var allowed = account.details().getOrDefault(LONG_UPLOADS, ALLOWED);
        if (allowed.equals(ALLOWED) || delivery.media().isEmpty()) {
            return;
        }
        double seconds = delivery.media().getFirst().seconds();
        if (seconds > YouTubeCapabilities.UNVERIFIED_SECONDS) {
            findings.add(new Finding(
                    Severity.ERROR,
                    "youtube.long-uploads",
                    "media",
                    0,
                    0,
                    "" + YouTubeCapabilities.UNVERIFIED_SECONDS,
                    "" + Math.round(seconds)));
        }
    }

    private void frames() {
        for (var item : delivery.media()) {
            if (item.fps() > 0 && !YouTubeCapabilities.FPS_ADVISED.has(item.fps())) {
                warning("fps", "media", "24-60", Math.round(item.fps()));
            }
            int side = Math.max(item.width(), item.height());
            if (side > YouTubeCapabilities.LARGEST_SIDE) {
                warning("frame", "media", YouTubeCapabilities.LARGEST_SIDE, side);
            }
        }
    }

    private void audience() {
        boolean hidden = options.privacyOrDefault() == Privacy.PRIVATE;
        if (!options.firstCommentOrEmpty().isEmpty() && (options.madeForKids() || hidden)) {
            warning("comments-off", "options.firstComment", "", "");
        }
    }

    private void release() {
        var text = options.publishAtOrEmpty();
        if (!text.isEmpty()) {
            var release = instant(text);
            if (release.isEmpty()) {
                error("publish-at", "options.publishAt", "2026-12-24T18:00:00+01:00", text);
            } else if (!release.get().isAfter(delivery.scheduledAt())) {
                error("publish-at-early", "options.publishAt", delivery.scheduledAt(), text);
            } else if (options.privacyOrDefault() != Privacy.PUBLIC) {
                error("publish-at-privacy", "options.privacy", "", "");
            }
        }
        var recorded = YouTubeOptions.stripped(options.recordedOn());
        if (!recorded.isEmpty() && !isDate(recorded)) {
            error("recorded-on", "options.recordedOn", "2026-11-30", recorded);
        }
    }

    /** The instant of {@code 2026-12-24T18:00:00+01:00}; empty when it is none. */
    static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void languages() {
        language("language", options.language());
        language("audioLanguage", options.audioLanguage());
        language("captionsLanguage", options.captionsLanguage());
    }

    private void language(String option, @Nullable String tag) {
        var text = YouTubeOptions.stripped(tag);
        if (!text.isEmpty() && !isLanguage(text)) {
            error("language", "options." + option, "pl, en-US", text);
        }
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private void thumbnail(@Nullable Media picture) {
        if (picture == null) {
            return;
        }
        var field = "options.thumbnail";
        if (picture.kind() != MediaKind.IMAGE || !PICTURES.contains(picture.type())) {
            error("thumbnail-type", field, "JPEG, PNG", picture.type());
        } else if (picture.bytes() > YouTubeCapabilities.THUMBNAIL) {
            error("thumbnail-bytes", field, YouTubeCapabilities.THUMBNAIL, picture.bytes());
        } else {
            if (picture.bytes() > YouTubeCapabilities.THUMBNAIL_ADVISED) {
                warning("thumbnail-heavy", field, YouTubeCapabilities.THUMBNAIL_ADVISED, picture.bytes());
            }
            if (picture.width() < YouTubeCapabilities.THUMBNAIL_WIDTH) {
                warning("thumbnail-width", field, YouTubeCapabilities.THUMBNAIL_WIDTH, picture.width());
            }
            if (Math.abs(picture.aspect() - SCREEN) > NEAR) {
                warning("thumbnail-shape", field, "16:9", picture.width() + "x" + picture.height());
            }
        }
    }

    private void captions(@Nullable Media file) {
        if (file == null) {
            captionless("captionsLanguage", options.captionsLanguage());
            captionless("captionsName", options.captionsName());
            return;
        }
        if (file.kind() != MediaKind.DOCUMENT || !CAPTION_FILES.contains(file.type())) {
            error("captions-type", "options.captions", "srt, vtt, ttml", file.type());
        } else if (file.bytes() > YouTubeCapabilities.CAPTIONS) {
            error("captions-bytes", "options.captions", YouTubeCapabilities.CAPTIONS, file.bytes());
        }
        if (Captions.language(options).isEmpty()) {
            error("captions-language", "options.captionsLanguage", "", "");
        }
    }

    private void captionless(String option, @Nullable String text) {
        if (!YouTubeOptions.stripped(text).isEmpty()) {
            warning("captions-none", "options." + option, "", "");
        }
    }
}
