package planner.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import planner.channel.FindingWords;
import planner.channel.NetworkDirectory;
import planner.network.Finding.Severity;
import planner.network.Fix;
import planner.network.MediaKind;
import planner.network.Recipe;
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
            String message,
            List<FixView> fixes,
            @Nullable MadeView made) {}

    /** A way to mend it; which figures there are depends on the action. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FixView(
            Action action,
            @Nullable Double aspect,
            @Nullable Double seconds,
            @Nullable Integer media,
            @Nullable String format,
            @Nullable Integer each) {
        enum Action {
            CROP,
            PAD,
            TRIM,
            ENLARGE,
            DROP,
            FORMAT,
            SPREAD
        }

        static FixView of(Fix fix) {
            return switch (fix) {
                case Fix.Crop(var aspect) -> new FixView(Action.CROP, aspect, null, null, null, null);
                case Fix.Pad(var aspect) -> new FixView(Action.PAD, aspect, null, null, null, null);
                case Fix.Trim(var seconds) -> new FixView(Action.TRIM, null, seconds, null, null, null);
                case Fix.Enlarge() -> new FixView(Action.ENLARGE, null, null, null, null, null);
                case Fix.Drop(var media) -> new FixView(Action.DROP, null, null, media, null, null);
                case Fix.UseFormat(var format) -> new FixView(Action.FORMAT, null, null, null, format, null);
                case Fix.Spread(var each) -> new FixView(Action.SPREAD, null, null, null, null, each);
            };
        }
    }

    /** What is made of the file by itself. @param repack its pictures stay as they are */
    record MadeView(MediaKind kind, String type, int width, int height, boolean repack) {
        static @Nullable MadeView of(Recipe.@Nullable Target it) {
            return it == null ? null : new MadeView(it.kind(), it.type(), it.width(), it.height(), it.repack());
        }
    }

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
                new FindingWords(locale).of(network, finding),
                found.fixes().stream().map(FixView::of).toList(),
                MadeView.of(found.made()));
    }
}
