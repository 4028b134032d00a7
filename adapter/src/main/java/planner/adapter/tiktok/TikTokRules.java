package planner.adapter.tiktok;

import java.util.ArrayList;
import java.util.List;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Finding;

/** What TikTok's content sharing guidelines demand before anything is sent. */
final class TikTokRules {
    static final String MAX_SECONDS = "maxSeconds";
    static final String SELF_ONLY = "SELF_ONLY";
    static final String EVERYONE = "PUBLIC_TO_EVERYONE";

    private TikTokRules() {}

    static List<Finding> check(Delivery delivery, Account account) {
        var options = (TikTokOptions) delivery.options();
        var findings = new ArrayList<Finding>();
        if (!options.inbox()) {
            direct(options, findings);
        }
        length(delivery, account, findings);
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
