package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.kit.Reply;
import planner.network.Capabilities.Format;
import planner.network.Delivery;
import planner.network.Exchange;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Step;

/** Publishing: every format, once and only once, whatever is cut. */
public abstract class PublishingContract extends ContractStage {
    private static final Reply FORBIDDEN =
            new Reply(403, Map.of(), "<html>forbidden</html>".getBytes(StandardCharsets.UTF_8));

    @Test
    void everyFormatHasASample() {
        var formats =
                network(stage.transport()).capabilities().formats().stream().map(Format::id);

        assertThat(samples().all().stream().map(Sample::format)).containsAll(formats.toList());
    }

    @TestFactory
    Stream<DynamicTest> everySamplePublishes() {
        return eachSample(sample -> {
            var walked = published(delivery(sample));

            var post = ((MiniWalk.End.Published) walked.end()).post();
            assertThat(post.id()).isNotBlank();
            assertThat(visible(ID)).isEqualTo(sample.posts());
            assertThat(stage.violations()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> whatGoesOverTheWireIsApproved() {
        return eachSample(sample -> {
            var walked = published(delivery(sample));

            var transcript =
                    new Transcript(stage.secrets(), this::mask).of(walked.wire().sent());
            Transcript.approve(samples().network().value(), sample.name(), transcript);
        });
    }

    @TestFactory
    Stream<DynamicTest> nothingIsSentThatTheSpecDoesNotKnow() {
        var spec = spec();
        return eachSample(sample -> published(delivery(sample)).wire().sent().forEach(spec::check));
    }

    @TestFactory
    Stream<DynamicTest> eachStepWritesAtMostOnce() {
        return eachSample(sample -> {
            for (var move : published(delivery(sample)).walk().moves()) {
                assertThat(move.sent().stream().filter(this::changesSomething).toList())
                        .as("writes in %s", move.step())
                        .hasSizeLessThanOrEqualTo(1);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> theFirstStepComesFromTheDeliveryAlone() {
        return eachSample(sample -> {
            var wire = new Wire(stage.transport());
            var publisher = network(wire).publisher();
            var delivery = delivery(sample);
            var first = publisher.first(delivery);
            stage.passes(Duration.ofDays(2));

            assertThat(publisher.first(delivery)).isEqualTo(first);
            assertThat(wire.count()).isZero();
        });
    }

    @Test
    void theStepsAreRecordsOfASealedInterface() {
        var type = network(stage.transport()).publisher().stepType();

        assertThat(type.isSealed()).isTrue();
        assertThat(Arrays.stream(type.getPermittedSubclasses())).allMatch(Class::isRecord);
        assertThat(Arrays.stream(type.getPermittedSubclasses())).allMatch(Step.class::isAssignableFrom);
    }

    /** Every request of every sample is cut in every way: never two posts, never none without an honest word. */
    @TestFactory
    Stream<DynamicTest> aCutPublishIsNeverRepeatedNorLost() {
        return samples().all().stream()
                .flatMap(sample -> Arrays.stream(Cut.values())
                        .map(cut ->
                                DynamicTest.dynamicTest(sample.name() + " " + cut, () -> cutEverywhere(sample, cut))));
    }

    private void cutEverywhere(Sample sample, Cut cut) {
        stage.passes(rest());
        var id = id(sample, cut, -1);
        int requests = published(sample.delivery(id, due())).wire().count();
        int unknown = 0;
        for (int n = 0; n < requests; n++) {
            stage.passes(rest());
            var cutId = id(sample, cut, n);
            var walked = walk(sample.delivery(cutId, due()), Map.of(n, cut));
            long seen = visible(cutId);
            var which = "request " + n + " of " + requests + ", " + walked.end();
            switch (walked.end()) {
                case MiniWalk.End.Published published ->
                    assertThat(seen).as(which).isEqualTo(sample.posts());
                case MiniWalk.End.Unconfirmed unconfirmed -> {
                    assertThat(tells(sample, cut)).as(which).isFalse();
                    assertThat(seen).as(which).isLessThanOrEqualTo(sample.posts());
                    unknown++;
                }
                case MiniWalk.End.Failed failed -> throw new AssertionError(which);
            }
        }
        if (cut == Cut.ANSWER_LOST) {
            assertThat(unknown > 0).as("a lost answer leaves the truth unknown").isEqualTo(!tells(sample, cut));
        }
    }

    /** What passes between two posts of one test, where a network takes only so many a day. */
    protected Duration rest() {
        return Duration.ZERO;
    }

    /** Whether the truth about this sample can be found out by reading after this cut; for networks where it depends. */
    protected boolean tells(Sample sample, Cut cut) {
        return has(Behaviour.TELLS_AFTER_A_CUT);
    }

    @TestFactory
    Stream<DynamicTest> reconcileOnlyReads() {
        return eachSample(sample -> {
            var whole = published(sample.delivery(id(sample, Cut.ANSWER_LOST, -1), due()));
            var looks = IntStream.range(0, whole.wire().count())
                    .mapToObj(n ->
                            walk(sample.delivery(id(sample, Cut.ANSWER_LOST, n), due()), Map.of(n, Cut.ANSWER_LOST)))
                    .flatMap(walked -> walked.walk().moves().stream())
                    .filter(MiniWalk.Move::reconcile)
                    .toList();

            boolean mustLook =
                    whole.walk().moves().stream().anyMatch(move -> !move.step().repeatable());
            assertThat(looks.isEmpty()).as("nothing was reconciled").isEqualTo(!mustLook);
            assertThat(looks)
                    .allSatisfy(look -> assertThat(look.sent().stream().filter(this::changesSomething))
                            .isEmpty());
        });
    }

    /** The engine's last look may come at any step: each has an answer or a fault. */
    @TestFactory
    Stream<DynamicTest> reconcileAnswersAtEveryStep() {
        return eachSample(sample -> {
            var delivery = delivery(sample);
            var walked = published(delivery);
            for (var move : walked.walk().moves()) {
                assertThatCode(() -> reconcile(walked.walk(), move.step(), delivery))
                        .as("reconcile of %s", move.step())
                        .satisfiesAnyOf(
                                thrown -> assertThat(thrown).isNull(),
                                thrown -> assertThat(thrown).isInstanceOf(NetworkException.class));
            }
        });
    }

    private <S extends Step> void reconcile(MiniWalk<S> walk, Step step, Delivery delivery) {
        walk.publisher().reconcile(walk.publisher().stepType().cast(step), delivery, walk.session());
    }

    /** A proxy's "forbidden" while a post that may be out is only looked at says nothing about the post. */
    @TestFactory
    Stream<DynamicTest> aRefusedLookAfterTheVisibleStepFailsNothing() {
        return eachSample(sample -> {
            var delivery = delivery(sample);
            var moves = published(delivery).walk().moves();
            boolean decided = false;
            for (var move : moves) {
                boolean looks = decided
                        && move.step().repeatable()
                        && !move.step().complete()
                        && move.step().out().isEmpty();
                if (looks) {
                    assertThat(answered(move.step(), delivery, FORBIDDEN) instanceof Fault.Rejected)
                            .as("%s takes a proxy's 403 for a verdict", move.step())
                            .isFalse();
                }
                decided |= shows(move.step()) && !move.reconcile();
            }
        });
    }

    /** Whether the public may see something after this step; for networks that must not repeat other steps, too. */
    protected boolean shows(Step step) {
        return !step.repeatable();
    }

    private @Nullable Fault answered(Step step, Delivery delivery, Reply reply) {
        var walk = MiniWalk.of(
                network(call -> reply), stage, new Wire(call -> reply), session(network(stage.transport())), delivery);
        try {
            perform(walk, step, delivery);
            return null;
        } catch (NetworkException e) {
            return e.fault();
        }
    }

    private static <S extends Step> void perform(MiniWalk<S> walk, Step step, Delivery delivery) {
        walk.publisher().perform(walk.publisher().stepType().cast(step), delivery, walk.session());
    }

    /** The engine waits so long before it believes that a dead process's call is over. */
    @TestFactory
    Stream<DynamicTest> noCallOutlivesWhatItsStepSays() {
        return eachSample(sample -> {
            var delivery = delivery(sample);
            var walk = published(delivery).walk();
            for (var move : walk.moves()) {
                if (!move.step().repeatable()) {
                    assertThat(move.sent())
                            .as("%s", move.step())
                            .isNotEmpty()
                            .allMatch(sent ->
                                    sent.call().deadline().compareTo(longestCall(walk, move.step(), delivery)) <= 0);
                }
            }
        });
    }

    private static <S extends Step> Duration longestCall(MiniWalk<S> walk, Step step, Delivery delivery) {
        return walk.publisher().longestCall(walk.publisher().stepType().cast(step), delivery);
    }

    /** A person's new try after a failure shows nothing a second time. */
    @TestFactory
    Stream<DynamicTest> aNewTryKeepsWhatIsOut() {
        return eachSample(sample -> {
            var delivery = delivery(sample);
            var walk = published(delivery).walk();
            for (var move : walk.moves()) {
                assertThat(again(walk, move.step(), delivery).out())
                        .isEqualTo(move.step().out());
            }
        });
    }

    private static <S extends Step> Step again(MiniWalk<S> walk, Step step, Delivery delivery) {
        return walk.publisher().again(walk.publisher().stepType().cast(step), delivery);
    }

    /** Steps that an earlier release stored are still read: one of each kind is kept, and none may be taken away. */
    @Test
    void storedStepsOutliveUpgrades() {
        var reached = new TreeMap<String, String>();
        for (var sample : samples().all()) {
            close();
            open();
            published(delivery(sample)).walk().written().forEach(reached::putIfAbsent);
        }
        StoredSteps.approve(
                samples().network().value(),
                reached,
                network(stage.transport()).publisher().stepType());
    }

    /** Networks that read by POST say so. */
    protected boolean changesSomething(Wire.Sent sent) {
        return sent.write();
    }

    /** Secrets stand neither in what people read of a post nor in anything thrown. */
    @TestFactory
    Stream<DynamicTest> noSecretIsTold() {
        return eachSample(sample -> {
            var told = new StringBuilder();
            ScopedValue.where(
                            Exchange.LISTENER, exchange -> told.append(exchange).append('\n'))
                    .run(() -> {
                        published(delivery(sample));
                        told.append(walk(sample.delivery(UUID.randomUUID(), due()), Map.of(0, Cut.ANSWER_LOST))
                                .end());
                    });

            assertThat(told).hasSizeGreaterThan(100);
            assertThat(stage.secrets()).isNotEmpty();
            for (var secret : stage.secrets()) {
                assertThat(told.toString()).doesNotContain(secret);
            }
        });
    }

    private UUID id(Sample sample, Cut cut, int request) {
        return UUID.nameUUIDFromBytes((sample.name() + cut + request).getBytes(StandardCharsets.UTF_8));
    }

    /** Each on a fresh stage: dynamic tests share their factory's. */
    private Stream<DynamicTest> eachSample(Check check) {
        List<Sample> all = samples().all();
        return all.stream()
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    close();
                    open();
                    check.of(sample);
                }));
    }

    private interface Check {
        void of(Sample sample);
    }
}
