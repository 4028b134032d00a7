package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.OptionLimits;
import tools.jackson.databind.JsonNode;

/**
 * Every option of every format reaches the wire: a post with it is published, and what its requests say otherwise than those
 * of the same post without it is approved. The values stand in {@link OptionValues}; none can be forgotten.
 */
public abstract class OptionsContract extends MediaContract {
    private static final UUID EARLIER = new UUID(7, 7);

    private final Map<String, String> plain = new HashMap<>();
    private final OptionValues values = OptionValues.of(samples().network().value(), variant());

    /** What a word in braces of the values stands for; the stage is open. */
    protected String fill(String word) {
        return switch (word) {
            case "page" -> TestFiles.FILES.page().toString();
            case "post" -> earlier();
            default -> throw new AssertionError("nobody says what {" + word + "} is");
        };
    }

    /** The id of a post that was published before. */
    private String earlier() {
        var walked = published(plainest().delivery(EARLIER, due()));
        return ((MiniWalk.End.Published) walked.end()).post().id();
    }

    /** Whether this test proves an option; false for those that another test of the same network proves. */
    protected boolean proves(String option) {
        return true;
    }

    List<OptionCase> cases() {
        var network = network(stage.transport());
        return OptionCase.all(network.capabilities().formats(), network.options(), values).stream()
                .filter(one -> direct() && proves(one.component().getName()))
                .toList();
    }

    private OptionDiffs changes() {
        return new OptionDiffs(samples().network().value(), variant());
    }

    @TestFactory
    Stream<DynamicTest> everyOptionReachesTheWire() {
        return cases().stream()
                .filter(one ->
                        one.entry().ours().isEmpty() || !elsewhere(one.entry().by()))
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    assertThat(one.is().isMissingNode())
                            .as("options.json gives no value for %s in the format %s", one.path(), one.format())
                            .isFalse();
                    if (one.entry().refused().isEmpty()) {
                        reaches(one);
                    } else {
                        one.entry().proof(getClass());
                        refused(one);
                    }
                }));
    }

    private void refused(OptionCase one) {
        fresh();
        assertThat(errors(delivery(one, with(one, one.is()))))
                .contains(one.entry().refused());
    }

    private void reaches(OptionCase one) {
        fresh();
        var before = requestsWithout(one);
        var delivery = delivery(one, with(one, one.is()));
        assertThat(errors(delivery)).isEmpty();
        var after = requests(delivery);
        var change = OptionDiffs.of(before, after);
        if (one.initial()) {
            assertThat(change)
                    .as("what an option begins with says the same as nothing")
                    .isEmpty();
        } else {
            assertThat(change).as("the requests are the same without it").isNotEmpty();
            changes().approve(one.name(), change);
        }
    }

    /** Asked for once where many values are compared with the same post; leaves a fresh stage. */
    private String requestsWithout(OptionCase one) {
        var options = baseline(one);
        var key = one.format() + " " + sample(one).name() + " " + one.entry().text() + " " + options;
        if (one.earlier() || !plain.containsKey(key)) {
            plain.put(key, requests(delivery(one, options)));
            fresh();
        }
        return Objects.requireNonNull(plain.get(key));
    }

    /** The requests of a published post, which the network's description knows. */
    private String requests(Delivery delivery) {
        var walked = published(delivery);
        assertThat(((MiniWalk.End.Published) walked.end()).post().note())
                .as("nothing of it was left out")
                .matches(remarks());
        assertThat(stage.violations()).isEmpty();
        return new Transcript(stage.secrets(), this::mask).of(walked.wire().sent());
    }

    /** The same without this value; with what it needs where that is a post of its own. */
    private Delivery.Options baseline(OptionCase one) {
        var options = new ArrayList<Delivery.Options>();
        options.add(with(one, one.without()));
        options.add(only(one, one.without()));
        options.add(sample(one).options());
        cases().stream()
                .filter(other ->
                        other.format().equals(one.format()) && other.path().equals(one.path()))
                .filter(other ->
                        !other.is().equals(one.is()) && other.entry().refused().isEmpty())
                .forEach(other -> options.add(with(other, other.is())));
        var own = Options.value(one.component(), with(one, one.is()));
        return options.stream()
                .filter(it -> one.initial() || !Objects.equals(Options.value(one.component(), it), own))
                .filter(it -> errors(delivery(one, it)).isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no post is whole without " + one.name()));
    }

    /** No two cases are told apart by sections that nobody approves any more. */
    @Test
    void noValueIsGivenInVain() {
        if (!direct()) {
            assertThat(cases()).isEmpty();
            return;
        }
        var names = cases().stream()
                .filter(one -> !one.initial() && !one.is().isMissingNode())
                .filter(one ->
                        one.entry().ours().isEmpty() && one.entry().refused().isEmpty())
                .map(OptionCase::name)
                .toList();

        assertThat(values.unused()).isEmpty();
        changes().keepOnly(new LinkedHashSet<>(names));
        beyond().keepOnly(Stream.concat(
                        limits().stream()
                                .filter(it -> it.of().entry().limitsBy().isEmpty())
                                .map(OptionLimit::name),
                        edges().stream().map(MediaEdge::name))
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> anOptionAtItsLimitIsTakenAndOneOverIsRefused() {
        return limits().stream()
                .filter(one -> !elsewhere(one.of().entry().limitsBy()))
                .filter(one -> one.of().entry().refused().isEmpty()
                        || !elsewhere(one.of().entry().by()))
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> limit(one)));
    }

    /** What another test proves has none here; that there is one is seen to. */
    private boolean elsewhere(String proof) {
        if (!proof.isEmpty()) {
            Proof.of(getClass(), proof);
        }
        return !proof.isEmpty();
    }

    List<OptionLimit> limits() {
        return OptionLimit.all(cases());
    }

    private void limit(OptionLimit one) {
        fresh();
        var full = delivery(one.of(), with(one.of(), one.full()));
        assertThat(errors(full)).isEmpty();
        requests(full);
        fresh();
        var over = delivery(one.of(), with(one.of(), one.over()));
        assertThat(OptionLimits.check(over.options())).extracting(Finding::rule).contains(one.finding());
        beyond().approve(one.name(), walk(over, Map.of()).end());
    }

    private Delivery.Options with(OptionCase one, JsonNode value) {
        var all = new HashMap<String, JsonNode>();
        one.entry().with().forEachEntry(all::put);
        all.put(one.component().getName(), value);
        return Options.with(sample(one).options(), all, this::fill);
    }

    private Delivery.Options only(OptionCase one, JsonNode value) {
        return Options.with(sample(one).options(), Map.of(one.component().getName(), value), this::fill);
    }

    private Delivery delivery(OptionCase one, Delivery.Options options) {
        var whole = sample(one).delivery(ID, due());
        var text = one.entry().text();
        var parts = text.isEmpty()
                ? whole.parts()
                : List.of(new Delivery.Part(text + " " + Sample.mark(ID), whole.media()));
        return new Delivery(whole.id(), whole.scheduledAt(), one.format(), whole.title(), parts, options);
    }

    private Sample sample(OptionCase one) {
        var name = one.entry().sample();
        return samples().all().stream()
                .filter(it -> name.isEmpty()
                        ? it.format().equals(one.format())
                        : it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample " + name + " of " + one.format()));
    }
}
