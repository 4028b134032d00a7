package planner.adapter.threads;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.Unit;

/** What no table of capabilities can say about a post for Threads. */
final class ThreadsRules {
    private static final String TOPIC = "options.topic";
    private static final String LINK = "options.link";
    private static final String POLL = "options.poll";
    private static final String GIF = "options.gif";
    private static final String SPOILERS = "options.spoilers";
    private static final String COMMENT = "options.firstComment";

    private final Delivery delivery;
    private final ThreadsOptions options;
    private final List<Finding> findings = new ArrayList<>();

    private ThreadsRules(Delivery delivery) {
        this.delivery = delivery;
        this.options = ThreadsOptions.of(delivery);
    }

    static List<Finding> check(Delivery delivery) {
        var rules = new ThreadsRules(delivery);
        rules.topic();
        rules.attachments();
        rules.spoilers();
        rules.links();
        rules.comment();
        rules.bitRates();
        return List.copyOf(rules.findings);
    }

    private void topic() {
        var topic = options.topicOrEmpty();
        if (topic.chars().anyMatch(sign -> sign == '.' || sign == '&')) {
            error("topic-signs", TOPIC, "", topic);
        }
        int tags = Unit.HASHTAGS.count(delivery.text());
        if (!topic.isEmpty() && tags > 0) {
            warning("topic-twice", TOPIC, "1", "" + (tags + 1));
        } else if (tags > 1) {
            warning("one-topic", "text", "1", "" + tags);
        }
    }

    private void attachments() {
        int answers = options.answers().size();
        var poll = answers == 0 ? "" : POLL;
        var gif = options.gifOrEmpty().isEmpty() ? "" : GIF;
        var link = options.linkOrEmpty().isEmpty() ? "" : LINK;
        var used = Stream.of(poll, gif, link).filter(it -> !it.isEmpty()).toList();
        if (!delivery.media().isEmpty()) {
            used.forEach(field -> error("no-media", field, "", ""));
        }
        if (used.size() > 1) {
            error("one-attachment", used.getLast(), "1", "" + used.size());
        }
        boolean begun = options.poll() != null && !options.poll().isEmpty();
        if (begun && answers < ThreadsCapabilities.POLL_LEAST) {
            error("poll-choices", POLL, "" + ThreadsCapabilities.POLL_LEAST, "" + answers);
        }
        if (new HashSet<>(options.answers()).size() < answers) {
            error("poll-same", POLL, "", "");
        }
        if (!link.isEmpty() && !isAddress(options.linkOrEmpty())) {
            error("link-address", LINK, "", options.linkOrEmpty());
        }
    }

    private static boolean isAddress(String link) {
        try {
            var uri = URI.create(link);
            return uri.getHost() != null && List.of("http", "https").contains(String.valueOf(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void spoilers() {
        var phrases = options.spoilersOrNone();
        for (var phrase : phrases) {
            if (delivery.parts().stream().noneMatch(part -> part.text().contains(phrase))) {
                error("spoiler-absent", SPOILERS, "", phrase);
            }
        }
        for (int i = 0; i < delivery.parts().size(); i++) {
            var text = delivery.parts().get(i).text();
            var hidden = ThreadsText.stretches(text, phrases);
            if (hidden.size() > ThreadsCapabilities.SPOILERS) {
                error("spoilers", SPOILERS, "" + ThreadsCapabilities.SPOILERS, "" + hidden.size());
            }
            if (!hidden.isEmpty() && text.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
                warning("spoiler-emoji", SPOILERS, "", "");
            }
        }
        if (options.hidesMedia()
                && delivery.parts().stream().allMatch(part -> part.media().isEmpty())) {
            warning("spoiler-no-media", "options.spoilerMedia", "", "");
        }
    }

    private void links() {
        for (int i = 0; i < delivery.parts().size(); i++) {
            var links = new HashSet<>(ThreadsText.links(delivery.parts().get(i).text()));
            if (i == 0 && !options.linkOrEmpty().isEmpty()) {
                links.add(options.linkOrEmpty());
            }
            if (links.size() > ThreadsCapabilities.LINKS) {
                add(Severity.ERROR, "links", "text", i, null, "" + ThreadsCapabilities.LINKS, "" + links.size());
            }
        }
    }

    private void comment() {
        var comment = options.commentOrEmpty();
        int used = ThreadsText.count(comment);
        if (used > ThreadsCapabilities.TEXT) {
            error("comment-long", COMMENT, "" + ThreadsCapabilities.TEXT, "" + used);
        }
        int links = ThreadsText.links(comment).size();
        if (links > ThreadsCapabilities.LINKS) {
            error("comment-links", COMMENT, "" + ThreadsCapabilities.LINKS, "" + links);
        }
    }

    private void bitRates() {
        for (int i = 0; i < delivery.parts().size(); i++) {
            Part part = delivery.parts().get(i);
            for (int n = 0; n < part.media().size(); n++) {
                bitRate(part.media().get(n), i, n);
            }
        }
    }

    private void bitRate(Media item, int part, int index) {
        long bits = item.bitsPerSecond();
        if (bits > ThreadsCapabilities.USUAL_BITS && bits <= ThreadsCapabilities.MOST_BITS) {
            add(
                    Severity.WARNING,
                    "bit-rate-high",
                    "media",
                    part,
                    index,
                    "" + ThreadsCapabilities.USUAL_BITS,
                    "" + bits);
        }
    }

    private void error(String rule, String field, String limit, String actual) {
        add(Severity.ERROR, rule, field, 0, null, limit, actual);
    }

    private void warning(String rule, String field, String limit, String actual) {
        add(Severity.WARNING, rule, field, 0, null, limit, actual);
    }

    private void add(
            Severity severity,
            String rule,
            String field,
            int part,
            @Nullable Integer media,
            String limit,
            String actual) {
        findings.add(new Finding(severity, "threads." + rule, field, part, media, limit, actual));
    }
}
