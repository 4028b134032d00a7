package planner.adapter.x;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import planner.network.Account;
import planner.network.Capabilities.TextField;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Unit;

/** What no table can say of a post on X, and what it will cost. */
final class XRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,15}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Z]{2}");

    private final Delivery delivery;
    private final XOptions options;
    private final List<Finding> findings = new ArrayList<>();

    private XRules(Delivery delivery) {
        this.delivery = delivery;
        this.options = (XOptions) delivery.options();
    }

    static List<Finding> check(Delivery delivery, Account account, XPrices prices) {
        var rules = new XRules(delivery);
        if (delivery.format().equals(XCapabilities.LONG_POST) && !XConnector.subscribed(account)) {
            rules.error("subscription", "format", "", "");
        }
        rules.options.pollIfAny().ifPresent(rules::poll);
        for (int part = 0; part < delivery.parts().size(); part++) {
            rules.frames(delivery.parts().get(part).media(), part);
            rules.descriptions(delivery.parts().get(part).media(), part);
        }
        rules.audience();
        rules.tags();
        rules.quote();
        rules.files();
        rules.cost(prices);
        return List.copyOf(rules.findings);
    }

    private void error(String rule, String field, String limit, String actual) {
        findings.add(Finding.error("x." + rule, field, limit, actual));
    }

    private void frames(List<Media> media, int part) {
        for (int i = 0; i < media.size(); i++) {
            var item = media.get(i);
            int longer = Math.max(item.width(), item.height());
            int shorter = Math.min(item.width(), item.height());
            if (item.kind() != MediaKind.VIDEO) {
                continue;
            }
            if (longer > XCapabilities.FRAME_ADVISED_LONGER || shorter > XCapabilities.FRAME_ADVISED_SHORTER) {
                var sides = item.width() + " × " + item.height();
                findings.add(new Finding(Severity.WARNING, "x.video-large", "media", part, i, "1280 × 1024", sides));
            }
        }
    }

    private void descriptions(List<Media> media, int part) {
        for (int i = 0; i < media.size(); i++) {
            if (media.get(i).kind() == MediaKind.VIDEO && !media.get(i).alt().isBlank()) {
                findings.add(new Finding(Severity.WARNING, "x.video-alt", "alt", part, i, "", ""));
            }
        }
    }

    private void poll(XOptions.Poll poll) {
        var field = "options.poll";
        int choices = poll.options().size();
        if (choices < XCapabilities.POLL_LEAST || choices > XCapabilities.POLL_MOST) {
            error("poll-choices", field, XCapabilities.POLL_LEAST + "-" + XCapabilities.POLL_MOST, "" + choices);
        }
        for (var option : poll.options()) {
            int length = Unit.CODE_POINTS.count(option);
            if (option.isBlank() || length > XCapabilities.POLL_CHOICE) {
                error("poll-choice", field, "1-" + XCapabilities.POLL_CHOICE, "" + length);
            }
        }
        int minutes = poll.minutesOrDay();
        if (minutes < XCapabilities.POLL_MIN_MINUTES || minutes > XCapabilities.POLL_MAX_MINUTES) {
            error(
                    "poll-minutes",
                    field,
                    XCapabilities.POLL_MIN_MINUTES + "-" + XCapabilities.POLL_MAX_MINUTES,
                    "" + minutes);
        }
        if (!delivery.media().isEmpty()) {
            error("poll-media", field, "", "");
        }
        if (delivery.text().isBlank()) {
            error("poll-text", "text", "", "");
        }
    }

    private void audience() {
        if (XOptions.given(options.community()) && options.communityId().isEmpty()) {
            error("community", "options.community", "", "" + options.community());
        }
        boolean exclusive = XOptions.on(options.subscribersOnly());
        boolean community = XOptions.given(options.community());
        if (exclusive && community) {
            error("two-audiences", "options.subscribersOnly", "", "");
        }
        if (XOptions.on(options.shareWithFollowers()) && !exclusive && !community) {
            error("share-alone", "options.shareWithFollowers", "", "");
        }
        if (XOptions.given(options.place()) && options.placeId().isEmpty()) {
            error("place", "options.place", "", "" + options.place());
        }
    }

    private void tags() {
        var field = "options.tagged";
        var names = options.names();
        if (names.size() > XCapabilities.TAGGED) {
            error("tagged-many", field, "" + XCapabilities.TAGGED, "" + names.size());
        }
        names.stream()
                .filter(name -> !NAME.matcher(name).matches())
                .forEach(name -> error("tagged-name", field, "", name));
        boolean photos = !delivery.media().isEmpty()
                && delivery.media().stream().allMatch(item -> item.kind() == MediaKind.IMAGE);
        if (!names.isEmpty() && !photos) {
            error("tagged-photos", field, "", "");
        }
    }

    private void quote() {
        var field = "options.quote";
        if (!XOptions.given(options.quote())) {
            return;
        }
        if (options.quotedAddress().isEmpty()) {
            error("quote-address", field, "", "");
            return;
        }
        if (!delivery.media().isEmpty() || options.pollIfAny().isPresent()) {
            error("quote-alone", field, "", "");
        }
        int weight = X.weight(XBody.text(0, delivery));
        XCapabilities.ALL.format(delivery.format()).stream()
                .flatMap(format -> format.text().stream())
                .filter(limit -> limit.field() == TextField.TEXT && limit.unit() == Unit.WEIGHTED)
                .filter(limit -> weight > limit.max() && X.weight(delivery.text()) <= limit.max())
                .forEach(limit -> error("quote-too-long", field, "" + limit.max(), "" + weight));
    }

    private void files() {
        var warning = options.warning();
        boolean media = delivery.parts().stream().anyMatch(part -> !part.media().isEmpty());
        if (warning != null && warning.given() && !media) {
            findings.add(Finding.warning("x.warning-media", "options.warning", "", ""));
        }
        if (options.subtitles() == null) {
            if (!options.languageOfSubtitles().isEmpty()) {
                findings.add(Finding.warning("x.subtitles-none", "options.subtitlesLanguage", "", ""));
            }
            return;
        }
        if (delivery.media().stream().noneMatch(item -> item.kind() == MediaKind.VIDEO)) {
            error("subtitles-video", "options.subtitles", "", "");
        }
        if (options.subtitles().bytes() > XCapabilities.SUBTITLES) {
            error(
                    "subtitles-bytes",
                    "options.subtitles",
                    "" + XCapabilities.SUBTITLES,
                    "" + options.subtitles().bytes());
        }
        if (!LANGUAGE.matcher(options.languageOfSubtitles()).matches()) {
            error("subtitles-language", "options.subtitlesLanguage", "", options.languageOfSubtitles());
        }
    }

    /** Both prices: a link makes a post many times as dear. */
    private void cost(XPrices prices) {
        int total = prices.of(delivery);
        if (total > 0) {
            int links = XPrices.links(delivery);
            int dearer = prices.linked() - prices.post();
            findings.add(Finding.info(
                    links > 0 ? "x.cost-with-link" : "x.cost",
                    "text",
                    XPrices.dollars(links > 0 ? total - links * dearer : total + dearer),
                    XPrices.dollars(total)));
        }
    }
}
