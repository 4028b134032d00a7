package planner.adapter.pinterest;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.Unit;

/** What no table can say of a pin; developers.pinterest.com as of 2026-11. */
final class PinterestRules {
    private static final double SLIGHTLY = 0.02;
    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final Pattern ID = Pattern.compile("\\d+");
    private static final String LINK = "options.link";
    private static final String CARDS = "options.cards";
    private static final String COVER = "options.cover";

    /** Pinterest follows no shortened links; these are the ones people meet. */
    private static final Set<String> SHORTENERS = Set.of(
            "bit.ly",
            "tinyurl.com",
            "t.co",
            "goo.gl",
            "ow.ly",
            "buff.ly",
            "is.gd",
            "rb.gy",
            "cutt.ly",
            "shorturl.at",
            "lnkd.in",
            "dlvr.it",
            "rebrand.ly",
            "tiny.cc");

    private PinterestRules() {}

    /** @param trial whether the app has trial access only */
    static List<Finding> check(Delivery delivery, Account account, boolean trial) {
        var options = (PinterestOptions) delivery.options();
        var findings = new ArrayList<Finding>();
        board(options, account, findings);
        link(options.linkOrEmpty(), LINK, findings);
        var color = options.colorOrEmpty();
        if (!color.isEmpty() && !COLOR.matcher(color).matches()) {
            findings.add(Finding.error("pinterest.color", "options.dominantColor", "#RRGGBB", color));
        }
        switch (delivery.format()) {
            case PinterestCapabilities.IMAGE -> shape(delivery, findings);
            case PinterestCapabilities.CAROUSEL -> carousel(delivery, options, findings);
            case PinterestCapabilities.VIDEO -> cover(delivery, options, findings);
            default -> {}
        }
        if (trial) {
            findings.add(Finding.warning("pinterest.trial", "format", "", ""));
        }
        return findings;
    }

    private static void id(String given, String field, List<Finding> findings) {
        if (!given.isEmpty() && !ID.matcher(given).matches()) {
            findings.add(Finding.error("pinterest.board-id", field, "", given));
        }
    }

    private static void board(PinterestOptions options, Account account, List<Finding> findings) {
        id(options.boardOrEmpty(), "options.board", findings);
        id(options.sectionOrEmpty(), "options.section", findings);
        var fresh = options.newBoardOrEmpty();
        if (fresh.isEmpty()) {
            if (options.boardOrEmpty().isEmpty()) {
                findings.add(Finding.error("pinterest.board", "options.board", "", ""));
            }
            return;
        }
        if (!options.boardOrEmpty().isEmpty()) {
            findings.add(Finding.error("pinterest.board-twice", "options.newBoard", "", ""));
        } else if (!options.sectionOrEmpty().isEmpty()) {
            findings.add(Finding.error("pinterest.section-board", "options.section", "", ""));
        }
        int length = Unit.UTF16.count(fresh);
        if (length > PinterestCapabilities.BOARD_NAME) {
            findings.add(Finding.error(
                    "pinterest.board-name", "options.newBoard", "" + PinterestCapabilities.BOARD_NAME, "" + length));
        }
        boolean mayHide = !"false".equals(account.details().getOrDefault(PinterestConnector.SECRET_BOARDS, "true"));
        if (options.privacyOfNewBoard() == PinterestOptions.Privacy.SECRET && !mayHide) {
            findings.add(Finding.error("pinterest.secret", "options.newBoardPrivacy", "", ""));
        }
    }

    private static void link(String link, String field, List<Finding> findings) {
        if (link.isEmpty()) {
            return;
        }
        int length = Unit.UTF16.count(link);
        if (length > PinterestCapabilities.LINK) {
            findings.add(Finding.error("pinterest.link-long", field, "" + PinterestCapabilities.LINK, "" + length));
            return;
        }
        var host = host(link);
        if (host.isEmpty()) {
            findings.add(Finding.error("pinterest.link", field, "", link));
        } else if (SHORTENERS.contains(host)) {
            findings.add(Finding.error("pinterest.link-short", field, "", host));
        }
    }

    /** Empty when this is no web address. */
    private static String host(String link) {
        try {
            var uri = URI.create(link);
            var host = uri.getHost();
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return !web || host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void shape(Delivery delivery, List<Finding> findings) {
        for (var item : delivery.media()) {
            if (Math.abs(item.aspect() / PinterestCapabilities.ADVISED_ASPECT - 1) > SLIGHTLY) {
                findings.add(new Finding(Severity.INFO, "pinterest.shape", "media", 0, 0, "1000 × 1500", size(item)));
            }
        }
    }

    private static void carousel(Delivery delivery, PinterestOptions options, List<Finding> findings) {
        var media = delivery.media();
        for (int i = 1; i < media.size(); i++) {
            var first = media.getFirst();
            var item = media.get(i);
            if (item.width() != first.width() || item.height() != first.height()) {
                findings.add(
                        new Finding(Severity.ERROR, "pinterest.same-size", "media", 0, i, size(first), size(item)));
            }
        }
        int alt = Unit.UTF16.count(PinBody.alt(delivery));
        boolean each = media.stream().allMatch(it -> it.alt().length() <= PinterestCapabilities.ALT);
        if (each && alt > PinterestCapabilities.ALT) {
            findings.add(Finding.error("pinterest.alt", "alt", "" + PinterestCapabilities.ALT, "" + alt));
        }
        if (!options.fetched() && tooMuchForOneBody(delivery)) {
            findings.add(Finding.error(
                    "pinterest.upload-bytes",
                    "options.source",
                    "" + PinterestCapabilities.LARGEST_IMAGE,
                    "" + sum(delivery)));
        }
        cards(options.cardsOrNone(), media.size(), findings);
    }

    private static String size(Media item) {
        return item.width() + " × " + item.height();
    }

    static boolean tooMuchForOneBody(Delivery delivery) {
        return delivery.format().equals(PinterestCapabilities.CAROUSEL)
                && sum(delivery) > PinterestCapabilities.LARGEST_IMAGE;
    }

    private static long sum(Delivery delivery) {
        return delivery.media().stream().mapToLong(Media::bytes).sum();
    }

    private static void cards(List<PinterestOptions.Card> cards, int images, List<Finding> findings) {
        if (cards.size() > images) {
            findings.add(Finding.error("pinterest.cards", CARDS, "" + images, "" + cards.size()));
        }
        for (var card : cards) {
            atMost(PinterestCapabilities.TITLE, card.title(), "pinterest.card-title", findings);
            atMost(PinterestCapabilities.DESCRIPTION, card.description(), "pinterest.card-description", findings);
            link(PinterestOptions.trimmed(card.link()), CARDS, findings);
        }
    }

    private static void atMost(int most, @Nullable String text, String rule, List<Finding> findings) {
        int length = Unit.UTF16.count(PinterestOptions.trimmed(text));
        if (length > most) {
            findings.add(Finding.error(rule, CARDS, "" + most, "" + length));
        }
    }

    private static void cover(Delivery delivery, PinterestOptions options, List<Finding> findings) {
        var cover = options.cover();
        if (cover != null) {
            if (!PinterestCapabilities.IMAGES.contains(cover.type())) {
                findings.add(Finding.error("pinterest.cover-type", COVER, "JPEG, PNG", cover.type()));
            }
            if (cover.bytes() > PinterestCapabilities.LARGEST_IMAGE) {
                findings.add(Finding.error(
                        "pinterest.cover-bytes", COVER, "" + PinterestCapabilities.LARGEST_IMAGE, "" + cover.bytes()));
            }
        }
        var seconds = options.coverSeconds();
        if (seconds == null || delivery.media().isEmpty()) {
            return;
        }
        double length = delivery.media().getFirst().seconds();
        if (seconds < 0) {
            findings.add(Finding.error("pinterest.cover-time", "options.coverSeconds", "0", "" + seconds));
        } else if (length > 0 && seconds > length) {
            findings.add(
                    Finding.warning("pinterest.cover-late", "options.coverSeconds", "" + (long) length, "" + seconds));
        }
        if (cover != null) {
            findings.add(Finding.warning("pinterest.cover-twice", "options.coverSeconds", "", ""));
        }
    }
}
