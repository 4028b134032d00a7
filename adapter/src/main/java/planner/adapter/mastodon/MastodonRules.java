package planner.adapter.mastodon;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.NamedHost;
import planner.network.Account;
import planner.network.Capabilities.TextField;
import planner.network.Capabilities.TextLimit;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Unit;

/** What the table of capabilities cannot say: what a poll and a quote need, and what this server does not take. */
final class MastodonRules {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Z]{2})?");
    private static final Pattern QUOTE = Pattern.compile("(?:https?://[^\\s?#]+/)?([0-9]{1,30})/?");
    private static final String POLL = "options.poll";

    private MastodonRules() {}

    /** The id of what is quoted; empty when this names nothing on the account's own server. */
    static Optional<String> quoted(String quote, Account account) {
        var found = QUOTE.matcher(quote);
        return found.matches() && !elsewhere(quote, account) ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Holds on every server. */
    static List<Finding> everywhere(Delivery delivery, Account account) {
        var options = (MastodonOptions) delivery.options();
        var findings = new ArrayList<Finding>();
        var language = options.languageOrEmpty();
        if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
            findings.add(Finding.error("mastodon.language", "options.language", "ISO 639-1", language));
        }
        var quote = options.quoteOrEmpty();
        if (!quote.isEmpty() && quoted(quote, account).isEmpty()) {
            findings.add(Finding.error("mastodon.quote", "options.quote", "", quote));
        }
        var poll = options.pollOrNone();
        if (poll != null) {
            if (!delivery.media().isEmpty()) {
                findings.add(Finding.error("mastodon.poll-media", POLL, "", ""));
            }
            if (delivery.text().isBlank()) {
                findings.add(Finding.error("mastodon.poll-text", "text", "", ""));
            }
            if (new HashSet<>(poll.options()).size() < poll.options().size()) {
                findings.add(Finding.error("mastodon.poll-same", POLL, "", ""));
            }
        }
        return findings;
    }

    /** An id is good on one server only. */
    private static boolean elsewhere(String quote, Account account) {
        var server = account.details().getOrDefault(MastodonConnector.SERVER, "");
        return quote.contains("://")
                && !server.isEmpty()
                && NamedHost.address(quote)
                        .filter(named -> named.getAuthority()
                                .equalsIgnoreCase(URI.create(server).getAuthority()))
                        .isEmpty();
    }

    /** What this server does not take although a plain one would; each rule is a code of a fault, too. */
    static List<Finding> here(Delivery delivery, Limits limits) {
        var options = (MastodonOptions) delivery.options();
        var findings = new ArrayList<Finding>();
        int most = table(delivery.format());
        for (int part = 0; part < delivery.parts().size(); part++) {
            var of = delivery.parts().get(part);
            int length = MastodonText.length(options.warningOrEmpty(), of.text(), limits.perUrl());
            if (length > limits.characters() && length <= most) {
                findings.add(finding("too-long", "text", part, null, limits.characters(), length));
            }
            if (of.media().size() > limits.files()) {
                findings.add(finding(
                        "files", "media", part, null, limits.files(), of.media().size()));
            }
            for (int index = 0; index < of.media().size(); index++) {
                findings.addAll(media(of.media().get(index), part, index, limits));
            }
        }
        var poll = options.pollOrNone();
        if (poll != null) {
            findings.addAll(poll(poll, limits.poll()));
        }
        if (!options.quoteOrEmpty().isEmpty() && !limits.quotes()) {
            findings.add(Finding.error("mastodon.quotes", "options.quote", "", ""));
        }
        return findings;
    }

    private static int table(String format) {
        return MastodonCapabilities.ALL.format(format).stream()
                .flatMap(one -> one.text().stream())
                .filter(limit -> limit.field() == TextField.TEXT)
                .mapToInt(TextLimit::max)
                .max()
                .orElse(0);
    }

    private static List<Finding> media(Media media, int part, int index, Limits limits) {
        var findings = new ArrayList<Finding>();
        boolean film = media.kind() == MediaKind.VIDEO;
        long mostBytes = film ? limits.film().bytes() : limits.still().bytes();
        long mostPixels = film ? limits.film().pixels() : limits.still().pixels();
        long pixels = media.pixels();
        int alt = Unit.CODE_POINTS.count(media.alt());
        if (!limits.types().isEmpty() && !limits.types().contains(media.type())) {
            findings.add(new Finding(Finding.Severity.ERROR, "mastodon.type", "media", part, index, "", media.type()));
        }
        if (media.bytes() > mostBytes) {
            findings.add(finding("bytes", "media", part, index, mostBytes, media.bytes()));
        }
        if (pixels > mostPixels) {
            findings.add(finding("pixels", "media", part, index, mostPixels, pixels));
        }
        if (film && media.fps() > limits.film().fps()) {
            findings.add(finding("fps", "media", part, index, limits.film().fps(), Math.round(media.fps())));
        }
        if (alt > limits.alt()) {
            findings.add(finding("alt", "alt", part, index, limits.alt(), alt));
        }
        return findings;
    }

    private static List<Finding> poll(MastodonOptions.Poll poll, Limits.Poll limits) {
        var findings = new ArrayList<Finding>();
        int choices = poll.options().size();
        if (choices < MastodonCapabilities.POLL_LEAST || choices > limits.choices()) {
            findings.add(Finding.error(
                    "mastodon.poll-choices",
                    POLL,
                    MastodonCapabilities.POLL_LEAST + "-" + limits.choices(),
                    "" + choices));
        }
        for (var choice : poll.options()) {
            int length = Unit.GRAPHEMES.count(choice);
            if (choice.isBlank() || length > limits.length()) {
                findings.add(Finding.error("mastodon.poll-choice", POLL, "1-" + limits.length(), "" + length));
            }
        }
        long seconds = poll.seconds();
        if (seconds < limits.leastSeconds() || seconds > limits.mostSeconds()) {
            findings.add(Finding.error(
                    "mastodon.poll-minutes",
                    POLL,
                    (limits.leastSeconds() + 59) / 60 + "-" + limits.mostSeconds() / 60,
                    "" + seconds / 60));
        }
        return findings;
    }

    private static Finding finding(
            String rule, String field, int part, @Nullable Integer media, long limit, long actual) {
        return new Finding(Finding.Severity.ERROR, "mastodon." + rule, field, part, media, "" + limit, "" + actual);
    }
}
