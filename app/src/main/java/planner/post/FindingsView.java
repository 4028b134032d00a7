package planner.post;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import planner.channel.NetworkDirectory;
import planner.channel.NetworkTexts;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Network;

/** Findings as the API tells them, with a sentence in the person's language. */
@Component
class FindingsView {
    private final NetworkDirectory networks;

    FindingsView(NetworkDirectory networks) {
        this.networks = networks;
    }

    record FindingView(
            UUID channel,
            Severity severity,
            String rule,
            String field,
            int part,
            @Nullable Integer media,
            String limit,
            String actual,
            String message) {}

    List<FindingView> of(PostPreflight.Report report, Locale locale) {
        return report.findings().stream().map(found -> view(found, locale)).toList();
    }

    private FindingView view(PostPreflight.ChannelFinding found, Locale locale) {
        var finding = found.finding();
        var network = networks.get(found.channel().network());
        return new FindingView(
                found.channel().id().value(),
                finding.severity(),
                finding.rule(),
                finding.field(),
                finding.part(),
                finding.media(),
                finding.limit(),
                finding.actual(),
                message(network, finding, locale));
    }

    /** The network's own sentence, else the one for all, with limit and actual filled in. */
    private static String message(Network network, Finding finding, Locale locale) {
        var words = new FindingWords(locale);
        var option = finding.field().startsWith("options.")
                ? NetworkTexts.text(network, "option." + finding.field().substring("options.".length()), locale)
                : "";
        return NetworkTexts.find(network, "finding." + finding.rule(), locale)
                .orElseGet(() -> words.sentence(finding.rule()))
                .replace("{0}", words.value(finding.rule(), finding.limit()))
                .replace("{1}", words.value(finding.rule(), finding.actual()))
                .replace("{field}", option)
                .replace("{network}", network.capabilities().name());
    }
}
