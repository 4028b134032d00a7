package planner.post;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import planner.network.Capabilities.TextField;
import planner.network.Unit;
import planner.workspace.Caller;

/** The check while a person writes. */
@RestController
class PreflightController {
    private final Posts posts;
    private final FindingsView findings;

    PreflightController(Posts posts, FindingsView findings) {
        this.posts = posts;
        this.findings = findings;
    }

    record CountView(UUID channel, TextField field, int part, Unit unit, int used, int max) {}

    record PreflightView(List<FindingsView.FindingView> findings, List<CountView> counts, Map<UUID, String> formats) {}

    /** @param at when it is to be published; now if nothing is said */
    @PostMapping("/api/preflight")
    PreflightView check(
            Caller caller, @RequestBody PostInput input, @RequestParam(required = false) @Nullable OffsetDateTime at) {
        var report = posts.preflight(caller, input, at == null ? null : at.toInstant());
        return new PreflightView(
                findings.of(report, caller.locale()),
                report.counts().stream().map(PreflightController::view).toList(),
                report.formats());
    }

    private static CountView view(PostPreflight.ChannelCount it) {
        var count = it.count();
        return new CountView(it.channel(), count.field(), count.part(), count.unit(), count.used(), count.max());
    }
}
