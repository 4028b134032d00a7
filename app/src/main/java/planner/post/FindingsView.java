package planner.post;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import planner.channel.FindingWords;
import planner.channel.NetworkDirectory;
import planner.network.Finding.Severity;
import planner.workspace.Caller;
import planner.workspace.Problem;

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

    /** Does it, or answers with what preflight has against it. */
    <T> T unlessRefused(Caller caller, Supplier<T> deed) {
        try {
            return deed.get();
        } catch (PreflightFailed e) {
            throw Problem.findings(of(e.report(), caller.locale()));
        }
    }

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
                new FindingWords(locale).of(network, finding));
    }
}
