package planner.adapter.tiktok;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Finding;

/** What TikTok's content sharing guidelines demand before anything is sent. */
final class TikTokRules {
    static final String MAX_SECONDS = "maxSeconds";
    static final String SELF_ONLY = "SELF_ONLY";
    static final String EVERYONE = "PUBLIC_TO_EVERYONE";

    private static final String COMMENTS = "commentsOff";
    private static final String DUETS = "duetsOff";
    private static final String STITCHES = "stitchesOff";

    private TikTokRules() {}

    /** What an account may do, kept with it for {@link #check}. */
    static Map<String, String> details(TikTokApi.Creator creator) {
        return Map.of(
                MAX_SECONDS,
                "" + creator.maxSeconds(),
                COMMENTS,
                "" + creator.commentsOff(),
                DUETS,
                "" + creator.duetOff(),
                STITCHES,
                "" + creator.stitchOff());
    }

    /** @param audited whether TikTok lets the app post for others than the account's owner */
    static List<Finding> check(Delivery delivery, Account account, boolean audited) {
        var options = (TikTokOptions) delivery.options();
        var findings = new ArrayList<Finding>();
        boolean video = delivery.format().equals(TikTokCapabilities.VIDEO);
        if (options.inbox()) {
            if (video && !delivery.text().isBlank()) {
                findings.add(Finding.warning("tiktok.draft-text", "text", "", ""));
            }
        } else {
            direct(options, findings);
            if (!audited && !SELF_ONLY.equals(options.privacy())) {
                findings.add(Finding.warning("tiktok.unaudited", "options.privacy", "", ""));
            }
            switchedOff(options, account, video, findings);
        }
        length(delivery, account, findings);
        if (video) {
            coverTime(options, delivery, findings);
        }
        var cover = options.coverPhoto();
        if (cover != null && cover >= delivery.media().size()) {
            findings.add(Finding.error(
                    "tiktok.cover", "options.coverPhoto", "" + (delivery.media().size() - 1), "" + cover));
        }
        return findings;
    }

    private static void direct(TikTokOptions options, List<Finding> findings) {
        if (options.privacy() == null || options.privacy().isBlank()) {
            findings.add(Finding.error("tiktok.privacy", "options.privacy", "", ""));
        }
        if (!TikTokOptions.on(options.musicConsent())) {
            findings.add(Finding.error("tiktok.music", "options.musicConsent", "", ""));
        }
        boolean branded = TikTokOptions.on(options.brandedContent());
        if (TikTokOptions.on(options.discloseCommercial())) {
            if (!branded && !TikTokOptions.on(options.yourBrand())) {
                findings.add(Finding.error("tiktok.disclosure", "options.discloseCommercial", "", ""));
            }
            if (branded && SELF_ONLY.equals(options.privacy())) {
                findings.add(Finding.error("tiktok.branded-private", "options.privacy", "", ""));
            }
        } else if (branded || TikTokOptions.on(options.yourBrand())) {
            findings.add(Finding.error("tiktok.undisclosed", "options.discloseCommercial", "", ""));
        }
    }

    /** The account's own settings win: what it has switched off stays off, whatever is sent. */
    private static void switchedOff(TikTokOptions options, Account account, boolean video, List<Finding> findings) {
        var details = account.details();
        if (TikTokOptions.on(options.allowComments()) && "true".equals(details.get(COMMENTS))) {
            findings.add(Finding.warning("tiktok.comments-off", "options.allowComments", "", ""));
        }
        if (video && TikTokOptions.on(options.allowDuet()) && "true".equals(details.get(DUETS))) {
            findings.add(Finding.warning("tiktok.duets-off", "options.allowDuet", "", ""));
        }
        if (video && TikTokOptions.on(options.allowStitch()) && "true".equals(details.get(STITCHES))) {
            findings.add(Finding.warning("tiktok.stitches-off", "options.allowStitch", "", ""));
        }
    }

    private static void coverTime(TikTokOptions options, Delivery delivery, List<Finding> findings) {
        var at = options.coverMs();
        if (at == null || delivery.media().isEmpty()) {
            return;
        }
        double length = delivery.media().getFirst().seconds() * 1000;
        if (at < 0 || length > 0 && at >= length) {
            findings.add(Finding.error(
                    "tiktok.cover-time", "options.coverMs", "" + Math.max(0, (long) (length - 1)), "" + at));
        }
    }

    private static void length(Delivery delivery, Account account, List<Finding> findings) {
        var most = account.details().getOrDefault(MAX_SECONDS, "");
        if (delivery.format().equals(TikTokCapabilities.VIDEO)
                && most.matches("[0-9]{1,6}")
                && !delivery.media().isEmpty()
                && delivery.media().getFirst().seconds() > Integer.parseInt(most)) {
            findings.add(new Finding(
                    Finding.Severity.ERROR,
                    "tiktok.seconds",
                    "media",
                    0,
                    0,
                    most,
                    "" + Math.round(delivery.media().getFirst().seconds())));
        }
    }
}
