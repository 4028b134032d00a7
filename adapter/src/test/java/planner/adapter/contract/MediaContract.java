package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Media;
import planner.network.Preflight;
import planner.network.RemotePost;

/**
 * Every number of the capabilities' media at its edge: files that keep it are taken, files that just do not are refused by
 * preflight; what the network says to them is in {@link Beyond}. {@code media.json} names the tests of what is too heavy to be
 * sent here.
 */
public abstract class MediaContract extends NetworkContract {
    private final OptionValues sayings =
            OptionValues.ofMedia(samples().network().value());

    /** The ending of this test's files of values and changes, where a network has more than one. */
    protected String variant() {
        return "";
    }

    /** Whether this is the network's own test and not one that only shows the same with other samples. */
    final boolean direct() {
        return OptionsContract.class.equals(getClass().getSuperclass());
    }

    List<MediaEdge> edges() {
        return direct() && variant().isEmpty()
                ? MediaEdge.all(network(stage.transport()).capabilities().formats())
                : List.of();
    }

    OptionValues.Entry saying(MediaEdge edge) {
        return sayings.entry(edge.format(), edge.key().substring(edge.format().length() + 1), edge.bound());
    }

    /** What the network was heard to say to one step more. */
    final Beyond beyond() {
        return new Beyond(samples().network().value(), variant(), this::whole);
    }

    /** How notes read that say where a post stands, and not that a part of it is missing: a regular expression. */
    protected String remarks() {
        return "";
    }

    /** Whether nothing of it was left out. */
    final boolean whole(RemotePost post) {
        return post.note().matches(remarks());
    }

    @TestFactory
    Stream<DynamicTest> everyNumberOfTheMediaIsKeptByPreflight() {
        return edges().stream()
                .map(edge -> DynamicTest.dynamicTest(edge.name(), () -> {
                    assertThat(errors(delivery(edge, edge.full()))).isEmpty();
                    if (edge.over().isEmpty()) {
                        return;
                    }
                    assertThat(errors(delivery(edge, edge.over()))).contains(edge.finding());
                }));
    }

    /** Edges where of one file more than the limit says all are shown: the limit is the planner's own. */
    protected Set<String> showsMore() {
        return Set.of();
    }

    /** What a post cannot show is refused, and not left out in silence: neither by preflight nor by who publishes. */
    @TestFactory
    Stream<DynamicTest> aFileTooManyIsNotLeftOut() {
        return edges().stream()
                .filter(edge -> edge.finding().equals("media.too-many") && edge.overIsSendable())
                .map(edge -> DynamicTest.dynamicTest(edge.name(), () -> {
                    fresh();
                    var end = walk(delivery(edge, edge.over()), Map.of()).end();
                    assertThat(end instanceof MiniWalk.End.Published)
                            .as("%s", end)
                            .isEqualTo(showsMore().contains(edge.name()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aFormatWithoutFilesTakesNone() {
        var file = TestFiles.FILES.jpeg(640, 640, "");
        return network(stage.transport()).capabilities().formats().stream()
                .filter(format -> format.media().stream().allMatch(set -> set.max() == 0))
                .map(format -> DynamicTest.dynamicTest(format.id(), () -> {
                    var sample = samples().all().stream()
                            .filter(it -> it.format().equals(format.id()))
                            .findFirst()
                            .orElseThrow();
                    var whole = sample.delivery(ID, due());
                    var given = new Delivery(
                            ID,
                            due(),
                            format.id(),
                            whole.title(),
                            List.of(new Part(whole.text(), List.of(file))),
                            sample.options());
                    assertThat(errors(given)).contains("media.mix");
                }));
    }

    /** What is too heavy to be sent has no test here; the certificate names another one, or says that there is none. */
    @TestFactory
    Stream<DynamicTest> filesAtTheirEdgeAreTakenAndOneStepBeyondRefused() {
        return edges().stream()
                .filter(edge -> saidElsewhere(edge).isEmpty())
                .filter(edge -> edge.fullIsSendable() || edge.overIsSendable())
                .map(edge -> DynamicTest.dynamicTest(edge.name(), () -> {
                    if (edge.fullIsSendable()) {
                        fresh();
                        published(delivery(edge, edge.full()));
                    }
                    if (edge.overIsSendable()) {
                        fresh();
                        beyond().approve(
                                        edge.name(),
                                        walk(delivery(edge, edge.over()), Map.of())
                                                .end());
                    }
                }));
    }

    /** The test that shows what the network says, where this one does not. */
    Optional<Proof> saidElsewhere(MediaEdge edge) {
        var saying = saying(edge);
        return saying.by().isEmpty() ? Optional.empty() : Optional.of(saying.proof(getClass()));
    }

    private Delivery delivery(MediaEdge edge, List<Media> media) {
        var sample = sample(edge);
        var whole = sample.delivery(ID, due());
        return new Delivery(
                ID,
                due(),
                edge.format(),
                whole.title(),
                List.of(new Part(
                        whole.text(), media.stream().map(TestFiles.FILES::made).toList())),
                sample.options());
    }

    /** One of the same format with files of the same kind. */
    private Sample sample(MediaEdge edge) {
        var named = saying(edge).sample();
        var kind = edge.full().getFirst().kind();
        var all = samples().all().stream()
                .filter(it -> it.format().equals(edge.format()))
                .filter(it -> named.isEmpty() || it.name().equals(named))
                .toList();
        return all.stream()
                .filter(it -> it.parts().getFirst().media().stream().anyMatch(item -> item.kind() == kind))
                .findFirst()
                .orElseGet(all::getFirst);
    }

    List<String> errors(Delivery delivery) {
        var network = network(stage.transport());
        var account = stage.connected(network).account();
        return Preflight.check(network, delivery, account).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(Finding::rule)
                .toList();
    }

    void fresh() {
        close();
        open();
    }
}
