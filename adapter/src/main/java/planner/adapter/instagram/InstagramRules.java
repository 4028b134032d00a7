package planner.adapter.instagram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.adapter.instagram.InstagramOptions.Tag;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Unit;

/** What no table says of the options of a post. */
final class InstagramRules {
    private static final String COMMENT = "options.firstComment";
    private static final String COVER = "options.coverOffsetMs";
    private static final String TAGS = "options.tags";

    /** Of a shape; what Instagram does about it nobody sees. */
    private static final double SLIGHTLY = 0.02;

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._]{1," + InstagramCapabilities.NAME + "}");
    private static final Pattern ID = Pattern.compile("\\d+");

    private InstagramRules() {}

    static List<Finding> check(Delivery delivery, Account account) {
        var options = InstagramOptions.of(delivery);
        var findings = new ArrayList<Finding>();
        shapes(delivery, findings);
        if (delivery.format().equals(InstagramCapabilities.STORY)) {
            tags(options.tagged(), delivery, findings);
            return findings;
        }
        comment(options, findings);
        if (delivery.format().equals(InstagramCapabilities.REEL)) {
            cover(options, delivery, findings);
        }
        tags(options.tagged(), delivery, findings);
        for (var name : options.invited()) {
            if (!NAME.matcher(name).matches()) {
                findings.add(Finding.error("instagram.collaborator-name", "options.collaborators", "", name));
            }
        }
        if (!options.placeOrEmpty().isEmpty()
                && !ID.matcher(options.placeOrEmpty()).matches()) {
            findings.add(Finding.error("instagram.place", "options.locationId", "", options.placeOrEmpty()));
        }
        partnership(options, account, findings);
        return findings;
    }

    /** What is taken, and not shown as it was made. */
    private static void shapes(Delivery delivery, List<Finding> findings) {
        var media = delivery.media();
        for (int i = 0; i < media.size(); i++) {
            var item = media.get(i);
            switch (delivery.format()) {
                case InstagramCapabilities.CAROUSEL -> {
                    if (differs(item, media.getFirst().aspect())) {
                        add(Severity.WARNING, "carousel-crop", i, size(media.getFirst()), size(item), findings);
                    }
                }
                case InstagramCapabilities.STORY -> {
                    if (differs(item, InstagramCapabilities.UPRIGHT)) {
                        add(Severity.WARNING, "story-shape", i, "9:16", size(item), findings);
                    }
                }
                case InstagramCapabilities.REEL -> tab(item, i, findings);
                default -> {}
            }
        }
    }

    private static void tab(Media item, int index, List<Finding> findings) {
        if (differs(item, InstagramCapabilities.UPRIGHT)) {
            add(Severity.INFO, "reels-tab-shape", index, "9:16", size(item), findings);
        }
        var most = InstagramCapabilities.IN_THE_TAB;
        if (item.seconds() > 0 && !most.has(item.seconds())) {
            var limit = (int) most.min() + "-" + (int) most.max();
            add(Severity.INFO, "reels-tab-length", index, limit, "" + Math.round(item.seconds()), findings);
        }
    }

    private static boolean differs(Media item, double aspect) {
        return item.aspect() > 0 && Math.abs(item.aspect() / aspect - 1) > SLIGHTLY;
    }

    private static String size(Media item) {
        return item.width() + " × " + item.height();
    }

    private static void add(
            Severity severity, String rule, int media, String limit, String actual, List<Finding> findings) {
        findings.add(new Finding(severity, "instagram." + rule, "media", 0, media, limit, actual));
    }

    private static void comment(InstagramOptions options, List<Finding> findings) {
        var comment = options.firstCommentOrEmpty();
        int hashtags = Unit.HASHTAGS.count(comment);
        if (hashtags > InstagramCapabilities.COMMENT_HASHTAGS) {
            findings.add(ofComment("comment-hashtags", InstagramCapabilities.COMMENT_HASHTAGS, hashtags));
        }
        int links = (int) LINK.matcher(comment).results().count();
        if (links > InstagramCapabilities.COMMENT_LINKS) {
            findings.add(ofComment("comment-links", InstagramCapabilities.COMMENT_LINKS, links));
        }
        if (comment.chars().anyMatch(Character::isUpperCase) && comment.chars().noneMatch(Character::isLowerCase)) {
            findings.add(Finding.error("instagram.comment-capitals", COMMENT, "", ""));
        }
        if (Boolean.FALSE.equals(options.comments()) && !comment.isEmpty()) {
            findings.add(Finding.warning("instagram.comment-off", COMMENT, "", ""));
        }
    }

    private static Finding ofComment(String rule, int limit, int actual) {
        return Finding.error("instagram." + rule, COMMENT, "" + limit, "" + actual);
    }

    private static void cover(InstagramOptions options, Delivery delivery, List<Finding> findings) {
        var picture = options.cover();
        if (picture != null && differs(picture, InstagramCapabilities.UPRIGHT)) {
            findings.add(Finding.warning("instagram.cover-shape", "options.cover", "9:16", size(picture)));
        }
        var offset = options.coverOffsetMs();
        if (offset == null || delivery.media().isEmpty()) {
            return;
        }
        if (options.cover() != null) {
            findings.add(Finding.warning("instagram.two-covers", COVER, "", "" + offset));
            return;
        }
        double length = delivery.media().getFirst().seconds() * 1000;
        if (offset < 0 || length > 0 && offset >= length) {
            findings.add(Finding.error("instagram.cover-offset", COVER, "" + (long) (length - 1), "" + offset));
        }
    }

    private static void tags(List<Tag> tags, Delivery delivery, List<Finding> findings) {
        int files = delivery.media().size();
        for (var tag : tags) {
            if (!NAME.matcher(tag.name()).matches()) {
                findings.add(Finding.error("instagram.tag-name", TAGS, "", tag.name()));
            }
            if (tag.at() < 0 || tag.at() >= files) {
                findings.add(Finding.error("instagram.tag-item", TAGS, "" + files, "" + (tag.at() + 1)));
            } else {
                placed(tag, delivery, findings);
            }
        }
    }

    /** In pictures a person has a place, in stories may have one, in videos has none. */
    private static void placed(Tag tag, Delivery delivery, List<Finding> findings) {
        boolean story = delivery.format().equals(InstagramCapabilities.STORY);
        boolean video = delivery.media().get(tag.at()).kind() == MediaKind.VIDEO;
        boolean none = tag.x() == null && tag.y() == null;
        if (video && !story) {
            if (!none) {
                findings.add(Finding.warning("instagram.tag-unplaced", TAGS, "", tag.name()));
            }
        } else if (!(story && none) && !(inside(tag.x()) && inside(tag.y()))) {
            findings.add(Finding.error("instagram.tag-place", TAGS, "0-1", tag.name()));
        }
    }

    private static boolean inside(@Nullable Double place) {
        return place != null && place >= 0 && place <= 1;
    }

    private static void partnership(InstagramOptions options, Account account, List<Finding> findings) {
        if (options.paid() && Variant.of(account) != Variant.FACEBOOK) {
            findings.add(Finding.error("instagram.partnership-login", "options.paidPartnership", "", ""));
        }
        for (var id : options.paying()) {
            if (!ID.matcher(id).matches()) {
                findings.add(Finding.error("instagram.sponsor", "options.sponsors", "", id));
            }
        }
    }
}
