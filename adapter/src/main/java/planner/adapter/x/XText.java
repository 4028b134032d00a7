package planner.adapter.x;

import java.text.Normalizer;
import java.util.Optional;
import planner.adapter.x.XApi.Seen;

/** Brings a text that X gives back into the form in which it was written, so that the two can be compared. */
final class XText {
    private XText() {}

    /** Normal form: composed, one space for every run of white space, links without scheme (X adds one). */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("(?i)https?://", "")
                // the same post has an address by its author, by none and by X's old name
                .replaceAll(
                        "(?i)(?<![\\w.])(?:(?:www|mobile)\\.)?(?:x|twitter)\\.com/(?:i/web|[^/\\s]+)/status/(\\d+)\\S*",
                        "status/$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** X shortens links and escapes three characters; the link to attached media at the end is not ours. */
    static String asWritten(Seen seen) {
        var text = seen.text();
        var entities = seen.entities();
        if (entities != null && entities.urls() != null) {
            for (var url : entities.urls()) {
                if (url.url() != null) {
                    boolean attached = url.media() != null
                            || url.expanded() != null
                                    && url.expanded().matches(".*/status/[0-9]+/(photo|video)/[0-9]+");
                    text = text.replace(url.url(), attached || url.expanded() == null ? "" : url.expanded());
                }
            }
        }
        return plain(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
    }

    static Optional<String> repliesTo(Seen seen) {
        var references = seen.references();
        return references == null
                ? Optional.empty()
                : references.stream()
                        .filter(reference -> reference.type().equals("replied_to"))
                        .map(XApi.Reference::id)
                        .findFirst();
    }
}
