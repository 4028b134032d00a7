package planner.adapter.linkedin;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.network.Account;
import planner.network.Api;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Unit;

/** What no table of capabilities can say. */
final class LinkedInRules {
    private static final String LINK = "options.link";
    private static final String POLL = "options.poll";

    private LinkedInRules() {}

    static List<Finding> check(Delivery delivery, Account account, Api api) {
        var findings = new ArrayList<Finding>();
        var options = LinkedInPosts.options(delivery);
        if (Urns.page(account) && options.audience() != LinkedInOptions.Visibility.PUBLIC) {
            findings.add(Finding.error("linkedin.page-visibility", "options.visibility", "", ""));
        }
        text(delivery, findings);
        for (int i = 0; i < delivery.media().size(); i++) {
            medium(delivery.media().get(i), i, findings);
        }
        switch (delivery.format()) {
            case LinkedInCapabilities.ARTICLE -> {
                link(LinkedInPosts.link(delivery), findings);
                picture(options.thumbnail(), LinkedInCapabilities.PICTURES, findings);
            }
            case LinkedInCapabilities.VIDEO -> {
                picture(options.thumbnail(), LinkedInCapabilities.STILLS, findings);
                captions(options, findings);
            }
            case LinkedInCapabilities.DOCUMENT -> pages(delivery, findings);
            case LinkedInCapabilities.POLL -> poll(options.poll(), findings);
            case LinkedInCapabilities.TEXT -> reshare(options.shared(), findings);
            default -> {}
        }
        comment(options, account, findings);
        version(delivery, api, findings);
        return findings;
    }

    /** Readers see the text, LinkedIn is sent the markup; which of the two its limit counts is unverified. */
    private static void text(Delivery delivery, List<Finding> findings) {
        int sent = LittleText.encode(delivery.text()).length();
        if (sent > LinkedInCapabilities.TEXT_MOST
                && LittleText.displayed(delivery.text()).length() <= LinkedInCapabilities.TEXT_MOST) {
            findings.add(
                    Finding.warning("linkedin.text-escaped", "text", "" + LinkedInCapabilities.TEXT_MOST, "" + sent));
        }
    }

    private static void medium(Media item, int index, List<Finding> findings) {
        if (item.kind() == MediaKind.IMAGE || item.kind() == MediaKind.ANIMATION) {
            int shorter = Math.min(item.width(), item.height());
            if (shorter < LinkedInCapabilities.IMAGE_SMALL) {
                findings.add(finding(
                        Severity.WARNING,
                        "linkedin.image-small",
                        index,
                        "" + LinkedInCapabilities.IMAGE_SMALL,
                        "" + shorter));
            }
            if (item.bytes() > LinkedInCapabilities.IMAGE_LARGE && item.bytes() <= LinkedInCapabilities.IMAGE_BYTES) {
                findings.add(finding(
                        Severity.WARNING,
                        "linkedin.image-large",
                        index,
                        "" + LinkedInCapabilities.IMAGE_LARGE,
                        "" + item.bytes()));
            }
        }
        if (item.kind() == MediaKind.VIDEO) {
            if (item.bytes() < LinkedInCapabilities.VIDEO_LEAST_BYTES) {
                findings.add(finding(
                        Severity.ERROR,
                        "linkedin.video-small",
                        index,
                        "" + LinkedInCapabilities.VIDEO_LEAST_BYTES,
                        "" + item.bytes()));
            }
            if (item.fps() > 0 && !LinkedInCapabilities.VIDEO_FPS.has(item.fps())) {
                findings.add(finding(Severity.WARNING, "linkedin.fps", index, "10-60", "" + Math.round(item.fps())));
            }
        }
    }

    /** Where nobody counted them, a person must. */
    private static void pages(Delivery delivery, List<Finding> findings) {
        if (delivery.media().stream().allMatch(it -> it.details().pages() == 0)) {
            findings.add(Finding.warning("linkedin.document-pages", "media", "" + LinkedInCapabilities.PAGES, ""));
        }
    }

    private static Finding finding(Severity severity, String rule, int media, String limit, String actual) {
        return new Finding(severity, rule, "media", 0, media, limit, actual);
    }

    private static void link(String link, List<Finding> findings) {
        if (link.isEmpty()) {
            findings.add(Finding.error("linkedin.article-link", LINK, "", ""));
        } else if (!isWeb(link)) {
            findings.add(Finding.error("linkedin.article-address", LINK, "", link));
        }
    }

    private static boolean isWeb(String link) {
        try {
            var uri = URI.create(link);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void picture(@Nullable Media picture, Set<String> types, List<Finding> findings) {
        if (picture == null) {
            return;
        }
        if (!types.contains(picture.type())) {
            findings.add(Finding.error("linkedin.thumbnail-type", "options.thumbnail", "", picture.type()));
        } else if ((long) picture.width() * picture.height() >= LinkedInCapabilities.PIXELS
                || picture.bytes() > LinkedInCapabilities.IMAGE_BYTES) {
            findings.add(Finding.error(
                    "linkedin.thumbnail-large",
                    "options.thumbnail",
                    "" + LinkedInCapabilities.IMAGE_BYTES,
                    "" + picture.bytes()));
        }
    }

    private static void captions(LinkedInOptions options, List<Finding> findings) {
        var file = options.captions();
        if (file != null && !file.type().equals(LinkedInCapabilities.CAPTIONS)) {
            findings.add(Finding.error("linkedin.captions-type", "options.captions", "", file.type()));
        }
        if (file == null && !options.locale().equals(LinkedInOptions.LOCALE)) {
            findings.add(Finding.warning("linkedin.captions-none", "options.captionsLocale", "", options.locale()));
        }
        if (file != null && !options.localized()) {
            findings.add(Finding.error("linkedin.captions-locale", "options.captionsLocale", "", options.locale()));
        }
    }

    private static void poll(LinkedInOptions.@Nullable Poll poll, List<Finding> findings) {
        var question = poll == null ? "" : poll.question();
        var options = poll == null ? List.<String>of() : poll.options();
        int length = Unit.UTF16.count(question);
        if (question.isBlank() || length > LinkedInCapabilities.POLL_QUESTION) {
            findings.add(Finding.error(
                    "linkedin.poll-question", POLL, "1-" + LinkedInCapabilities.POLL_QUESTION, "" + length));
        }
        if (options.size() < LinkedInCapabilities.POLL_LEAST || options.size() > LinkedInCapabilities.POLL_MOST) {
            findings.add(Finding.error(
                    "linkedin.poll-choices",
                    POLL,
                    LinkedInCapabilities.POLL_LEAST + "-" + LinkedInCapabilities.POLL_MOST,
                    "" + options.size()));
        }
        for (var option : options) {
            int size = Unit.UTF16.count(option.strip());
            if (size == 0 || size > LinkedInCapabilities.POLL_CHOICE) {
                findings.add(Finding.error(
                        "linkedin.poll-choice", POLL, "1-" + LinkedInCapabilities.POLL_CHOICE, "" + size));
            }
        }
    }

    private static void reshare(String post, List<Finding> findings) {
        if (!post.isEmpty() && Urns.resharable(post).isEmpty()) {
            findings.add(Finding.error("linkedin.reshare", "options.reshareOf", "", post));
        }
    }

    private static void comment(LinkedInOptions options, Account account, List<Finding> findings) {
        int length = options.comment().length();
        if (length > LinkedInCapabilities.COMMENT_MOST) {
            findings.add(Finding.error(
                    "linkedin.comment-long",
                    "options.firstComment",
                    "" + LinkedInCapabilities.COMMENT_MOST,
                    "" + length));
        }
        if (length > 0 && !LinkedInAccounts.comments(account)) {
            findings.add(Finding.warning("linkedin.comment-scope", "options.firstComment", "", ""));
        }
    }

    private static void version(Delivery delivery, Api api, List<Finding> findings) {
        var day = delivery.scheduledAt().atZone(ZoneOffset.UTC).toLocalDate();
        var sunset = api.sunset();
        if (sunset != null && !day.isBefore(sunset)) {
            findings.add(Finding.warning("linkedin.version", "format", sunset.toString(), api.version()));
        }
    }
}
