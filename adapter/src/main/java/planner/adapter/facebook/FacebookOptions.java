package planner.adapter.facebook;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.Option;

/**
 * What a person may set for a post on a Page.
 *
 * @param link shown as a card; else the first link of a text without photos is
 * @param linkCard whether the first link of the text becomes a card
 * @param place id of a Page that has an address
 * @param cover shown before a video or reel is played
 * @param publish who shows the post: we at once, Facebook later, or a person out of a draft
 * @param publishAt when Facebook shall show it, ISO 8601 with an offset
 */
record FacebookOptions(
        @Option(formats = FacebookCapabilities.FEED, max = 2_048) @Nullable
        String link,

        @Option(formats = FacebookCapabilities.FEED, initial = "true")
        Boolean linkCard,

        @Option(
                formats = {FacebookCapabilities.FEED, FacebookCapabilities.REEL},
                max = 32)
        @Nullable
        String place,

        @Option(
                formats = {FacebookCapabilities.FEED, FacebookCapabilities.VIDEO, FacebookCapabilities.REEL},
                max = FacebookCapabilities.COMMENT)
        @Nullable
        String firstComment,

        @Option(
                formats = {FacebookCapabilities.VIDEO, FacebookCapabilities.REEL},
                types = {"image/jpeg", "image/png"},
                max = FacebookCapabilities.COVER_BYTES)
        @Nullable
        Media cover,

        @Option(
                formats = {FacebookCapabilities.FEED, FacebookCapabilities.VIDEO, FacebookCapabilities.REEL},
                initial = "\"NOW\"")
        Publish publish,

        @Option(
                formats = {FacebookCapabilities.FEED, FacebookCapabilities.VIDEO, FacebookCapabilities.REEL},
                max = 40,
                time = Option.Time.MOMENT)
        @Nullable
        String publishAt)
        implements Delivery.Options {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]}'…]");

    FacebookOptions {
        linkCard = linkCard == null || linkCard;
        publish = publish == null ? Publish.NOW : publish;
    }

    /** Who shows the post. */
    enum Publish {
        NOW,
        SCHEDULED,
        DRAFT
    }

    static FacebookOptions of(Delivery delivery) {
        return (FacebookOptions) delivery.options();
    }

    String firstCommentOrEmpty() {
        return firstComment == null ? "" : firstComment.strip();
    }

    String placeOrEmpty() {
        return place == null ? "" : place.strip();
    }

    String linkOrEmpty() {
        return link == null ? "" : link.strip();
    }

    /** The link whose card is shown; empty for none. */
    static String card(Delivery delivery) {
        var options = of(delivery);
        if (!options.linkOrEmpty().isEmpty()) {
            return options.linkOrEmpty();
        }
        if (!options.linkCard() || !delivery.media().isEmpty()) {
            return "";
        }
        return LINK.matcher(delivery.text())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .filter(found -> address(found).filter(uri -> !ofFacebook(uri)).isPresent())
                .orElse("");
    }

    static Optional<URI> address(String text) {
        try {
            var uri = URI.create(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Facebook refuses to share its own pages this way. */
    static boolean ofFacebook(URI uri) {
        return ("." + uri.getHost()).toLowerCase(java.util.Locale.ROOT).endsWith(".facebook.com");
    }

    /** Whether a time was given, be it one or not. */
    boolean timed() {
        return publishAt != null && !publishAt.isBlank();
    }

    /** Empty when it is none, or none with an offset. */
    Optional<Instant> time() {
        try {
            return publishAt == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(publishAt.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
