package planner.adapter.x;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Given;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.MediaKind;

/** What a delivery says, as X wants to hear it. */
final class XBody {
    private XBody() {}

    /** The text as it is sent: the quoted post's address stands at its end, for by id only large customers may quote. */
    static String text(int part, Delivery delivery) {
        var written = delivery.parts().get(part).text();
        var quoted = part == 0 ? ((XOptions) delivery.options()).quotedAddress() : Optional.<String>empty();
        return quoted.map(address -> written.isBlank() ? address : written.stripTrailing() + " " + address)
                .orElse(written);
    }

    /**
     * @param parent the post that is replied to
     * @param tagged ids of people in the photos
     */
    static XApi.NewPost post(
            int part, Delivery delivery, List<String> media, Optional<String> parent, List<String> tagged) {
        var options = (XOptions) delivery.options();
        var text = text(part, delivery);
        boolean first = part == 0;
        if (first) {
            Given.understood(options.quote(), options.quotedAddress(), "quote-address");
        }
        var poll = first ? options.pollIfAny() : Optional.<XOptions.Poll>empty();
        return new XApi.NewPost(
                text.isBlank() ? null : text,
                media.isEmpty() ? null : new XApi.MediaIds(media, tagged.isEmpty() ? null : tagged),
                poll.map(it -> new XApi.Poll(it.options(), it.minutesOrDay())).orElse(null),
                parent.map(XApi.ReplyTo::new).orElse(null),
                first ? replies(options.replies()) : null,
                first
                        ? Given.understood(options.community(), options.communityId(), "community")
                                .orElse(null)
                        : null,
                first ? ticked(options.shareWithFollowers()) : null,
                ticked(options.subscribersOnly()),
                first
                        ? Given.understood(options.place(), options.placeId(), "place")
                                .map(XApi.Geo::new)
                                .orElse(null)
                        : null,
                ticked(options.madeWithAi()),
                ticked(options.paidPartnership()));
    }

    private static @Nullable Boolean ticked(@Nullable Boolean option) {
        return XOptions.on(option) ? true : null;
    }

    private static @Nullable String replies(XOptions.@Nullable Replies replies) {
        if (replies == null) {
            return null;
        }
        return switch (replies) {
            case EVERYONE -> null;
            case MENTIONED_USERS -> "mentionedUsers";
            case FOLLOWING, SUBSCRIBERS, VERIFIED -> replies.name().toLowerCase(Locale.ROOT);
        };
    }

    /** What is said of a file besides its bytes; a video has no description at X. */
    static Optional<XUploads.About> metadata(Media file, XOptions options) {
        var alt = file.alt().isBlank() || file.kind() == MediaKind.VIDEO ? null : new XUploads.Text(file.alt());
        var warning = options.warning();
        var covered = warning == null || !warning.given()
                ? null
                : new XUploads.Warning(
                        XOptions.on(warning.adult()), XOptions.on(warning.violence()), XOptions.on(warning.other()));
        return alt == null && covered == null ? Optional.empty() : Optional.of(new XUploads.About(alt, covered));
    }

    /** The subtitles of this file, which only the first post's video has. */
    static Optional<Media> subtitles(int part, Media file, Delivery delivery) {
        boolean carries = part == 0 && file.kind() == MediaKind.VIDEO;
        return carries ? Optional.ofNullable(((XOptions) delivery.options()).subtitles()) : Optional.empty();
    }
}
