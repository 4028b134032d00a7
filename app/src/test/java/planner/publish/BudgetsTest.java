package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.publish.ScriptedNetwork.next;
import static planner.publish.ScriptedNetwork.published;
import static planner.publish.Stage.SPACE;
import static planner.publish.Stage.START;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Fault;
import planner.network.NetworkId;

class BudgetsTest {
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Duration HOUR = Duration.ofHours(1);

    private final ScriptedNetwork network = new ScriptedNetwork();

    private static Budget anHour(int most) {
        return Budget.rolling("posts", "acc-1", most, HOUR);
    }

    @Test
    void whatExceedsABudgetWaitsForItsShareAndBurnsNoAttempt() {
        network.grants(anHour(2));
        IntStream.range(0, 3).forEach(i -> network.answers(published()));
        try (var stage = new Stage(network)) {
            var ids = List.of(stage.ordered(), stage.ordered(), stage.ordered());

            stage.run();

            assertThat(ids)
                    .extracting(id -> stage.get(id).standing().state().name())
                    .containsExactlyInAnyOrder("PUBLISHED", "PUBLISHED", "SCHEDULED");
            var waiting = ids.stream()
                    .map(stage::get)
                    .filter(each -> each.standing().state() == PublicationState.SCHEDULED)
                    .findFirst()
                    .orElseThrow();
            assertThat(waiting.standing().attempts()).isZero();
            assertThat(waiting.standing().nextAt()).isEqualTo(START.plus(HOUR));
            assertThat(waiting.standing().why()).isEqualTo("budget:posts");

            stage.clock.set(START.plus(HOUR));
            stage.run();

            assertThat(stage.get(waiting.id()).standing().state()).isEqualTo(PublicationState.PUBLISHED);
        }
    }

    @Test
    void eachOfManyGetsItsOwnPlaceAndNoWindowHoldsTooMuch() {
        network.grants(anHour(4));
        try (var stage = new Stage(network)) {
            var shares = new ArrayList<Instant>();
            for (int i = 0; i < 11; i++) {
                stage.clock.set(START.plus(Duration.ofMinutes(i)));
                var journey = stage.get(stage.ordered(START, SPACE, "one", "two"));
                shares.add(stage.budgets
                        .take(journey, stage.access.session.account())
                        .map(Budgets.Wait::until)
                        .orElse(stage.clock.instant()));
            }

            assertThat(shares).isSorted();
            assertThat(shares.get(1)).isEqualTo(START.plus(Duration.ofMinutes(1)));
            assertThat(shares.get(2)).isEqualTo(START.plus(HOUR));
            for (var share : shares) {
                assertThat(shares.stream().filter(each -> each.isAfter(share.minus(HOUR)) && !each.isAfter(share)))
                        .hasSizeLessThanOrEqualTo(2);
            }
            assertThat(shares.getLast()).isEqualTo(START.plus(HOUR.multipliedBy(5)));
        }
    }

    @Test
    void aDailyBudgetIsWholeAgainAtItsOwnMidnight() {
        network.grants(Budget.daily("units", Budget.APP, 1, PACIFIC));
        try (var stage = new Stage(network)) {
            var account = stage.access.session.account();

            assertThat(stage.budgets.take(stage.get(stage.ordered()), account)).isEmpty();

            assertThat(stage.budgets.take(stage.get(stage.ordered()), account))
                    .map(Budgets.Wait::until)
                    .contains(Instant.parse("2026-12-02T08:00:00Z"));
            assertThat(stage.budgets.take(stage.get(stage.ordered()), account))
                    .map(Budgets.Wait::until)
                    .contains(Instant.parse("2026-12-03T08:00:00Z"));
        }
    }

    @Test
    void theNetworksOwnWordWeighsMore() {
        network.grants(anHour(100));
        var resets = START.plus(Duration.ofMinutes(20));
        try (var stage = new Stage(network)) {
            var account = stage.access.session.account();
            stage.budgets.said(network.id(), account, new Budget.Reading("posts", 1, resets));

            assertThat(stage.budgets.take(stage.get(stage.ordered()), account)).isEmpty();
            assertThat(stage.budgets.take(stage.get(stage.ordered()), account))
                    .map(Budgets.Wait::until)
                    .contains(resets);
            assertThat(stage.budgets.of(network.id(), account))
                    .singleElement()
                    .satisfies(standing -> assertThat(standing.taken()).isEqualTo(99));

            stage.clock.set(resets);
            assertThat(stage.budgets.take(stage.get(stage.ordered()), account)).isEmpty();
        }
    }

    /** A server that errs, or lies, must not hold an account's posts for ever. */
    @Test
    void noWordOfANetworkReachesFurtherThanTheBudgetsOwnWindow() {
        network.grants(anHour(100));
        try (var stage = new Stage(network)) {
            var account = stage.access.session.account();
            stage.budgets.said(
                    network.id(), account, new Budget.Reading("posts", 0, Instant.ofEpochSecond(999_999_999_999L)));

            assertThat(stage.budgets.take(stage.get(stage.ordered()), account))
                    .map(Budgets.Wait::until)
                    .contains(START.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void whatTheNetworkSaysWhilePublishingIsKept() {
        network.grants(anHour(100));
        var resets = START.plus(Duration.ofMinutes(20));
        network.beforeAnswer = step -> new Budget.Reading("posts", 0, resets).tell();
        network.answers(published());
        try (var stage = new Stage(network)) {
            var first = stage.ordered(START, SPACE, "first");
            var second = stage.ordered(START.plusSeconds(1), SPACE, "second");
            stage.clock.set(START.plusSeconds(1));

            stage.run();

            assertThat(stage.get(first).standing().state()).isEqualTo(PublicationState.PUBLISHED);
            assertThat(stage.get(second).standing().nextAt()).isEqualTo(resets);
        }
    }

    @Test
    void aTryThatGoesOnNeedsNoSecondShareButANewTryDoes() {
        network.grants(anHour(2));
        network.answers(new planner.network.Outcome.Later<>(
                new ScriptedNetwork.At.Prepare(List.of("x")), Duration.ofMinutes(1), "processing"));
        network.answers(next(new ScriptedNetwork.At.Send("x")));
        network.answers(ScriptedNetwork.fault(new Fault.Unavailable(false, "away")));
        network.answers(published());
        try (var stage = new Stage(network)) {
            var id = stage.ordered();
            stage.run();
            stage.clock.set(START.plus(Duration.ofMinutes(1)));
            stage.run();
            assertThat(shares(stage)).isEqualTo(1);

            stage.clock.set(stage.get(id).standing().nextAt());
            stage.run();

            assertThat(stage.get(id).standing().state()).isEqualTo(PublicationState.PUBLISHED);
            assertThat(shares(stage)).isEqualTo(2);
        }
    }

    @Test
    void whoComesLateForItsPlaceStandsBehindNobody() {
        network.grants(anHour(2));
        try (var stage = new Stage(network)) {
            var account = stage.access.session.account();
            var all = IntStream.range(0, 6)
                    .mapToObj(i -> stage.get(stage.ordered()))
                    .toList();
            all.forEach(journey -> stage.budgets.take(journey, account));

            stage.clock.set(START.plus(HOUR).plus(Duration.ofMinutes(30)));
            assertThat(stage.budgets.take(all.get(2), account)).isEmpty();
            assertThat(stage.budgets.take(all.get(3), account)).isEmpty();

            stage.clock.set(START.plus(HOUR.multipliedBy(2)));
            assertThat(stage.budgets.take(all.get(4), account))
                    .as("the two that came late went within this hour")
                    .map(Budgets.Wait::until)
                    .contains(START.plus(HOUR.multipliedBy(2)).plus(Duration.ofMinutes(30)));
            stage.clock.set(START.plus(HOUR.multipliedBy(2)).plus(Duration.ofMinutes(30)));
            assertThat(stage.budgets.take(all.get(4), account)).isEmpty();
        }
    }

    @Test
    void whoWaitsForOneBudgetTakesNothingOfAnother() {
        network.grants(anHour(1), Budget.rolling("app", Budget.APP, 100, HOUR.multipliedBy(24)));
        try (var stage = new Stage(network)) {
            var account = stage.access.session.account();
            assertThat(stage.budgets.take(stage.get(stage.ordered()), account)).isEmpty();
            var waiting = stage.get(stage.ordered());
            for (int minute = 0; minute < 60; minute++) {
                stage.clock.set(START.plus(Duration.ofMinutes(minute)));
                assertThat(stage.budgets.take(waiting, account)).isPresent();
            }
            assertThat(taken(stage, account)).containsExactly(1, 1);

            stage.clock.set(START.plus(HOUR));
            assertThat(stage.budgets.take(waiting, account)).isEmpty();

            assertThat(taken(stage, account)).containsExactly(1, 2);
        }
    }

    private List<Integer> taken(Stage stage, Account account) {
        return stage.budgets.of(network.id(), account).stream()
                .map(Budgets.Standing::taken)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "FAILED", "UNCONFIRMED", "CANCELLED"})
    void whoDoesNotGoKeepsNoPlaceFromOthers(PublicationState state) {
        network.grants(anHour(1));
        try (var stage = new Stage(network)) {
            var account = stage.access.session.account();
            stage.budgets.take(stage.get(stage.ordered()), account);
            var stopped = stage.ordered();
            stage.budgets.take(stage.get(stopped), account);

            stage.stands(stopped, state);

            assertThat(stage.budgets.take(stage.get(stage.ordered()), account))
                    .map(Budgets.Wait::until)
                    .contains(START.plus(HOUR));
        }
    }

    @Test
    void whoComesBackForAPlaceThatSomebodyElseTookWaitsForTheNext() {
        network.grants(anHour(1));
        try (var stage = new Stage(network)) {
            var account = stage.access.session.account();
            stage.budgets.take(stage.get(stage.ordered()), account);
            var stopped = stage.ordered();
            stage.budgets.take(stage.get(stopped), account);
            stage.stands(stopped, PublicationState.HELD);
            var other = stage.ordered();
            stage.budgets.take(stage.get(other), account);
            stage.stands(stopped, PublicationState.SCHEDULED);

            stage.clock.set(START.plus(HOUR));

            assertThat(stage.budgets.take(stage.get(other), account)).isEmpty();
            assertThat(stage.budgets.take(stage.get(stopped), account))
                    .map(Budgets.Wait::until)
                    .contains(START.plus(HOUR).plus(HOUR));
        }
    }

    @Test
    void whatTakesMoreThanThereEverIsGoesAlone() {
        network.grants(anHour(2));
        try (var stage = new Stage(network)) {
            var journey = stage.get(stage.ordered(START, SPACE, "1", "2", "3"));

            assertThat(stage.budgets.take(journey, stage.access.session.account()))
                    .isEmpty();
        }
    }

    @Test
    void manyAtOnceOfTwoBudgetsNeitherExceedThemNorLockEachOtherOut() {
        network.grants(anHour(7), Budget.rolling("app", Budget.APP, 5, HOUR));
        try (var stage = new Stage(network);
                var walks = Executors.newVirtualThreadPerTaskExecutor()) {
            var account = stage.access.session.account();
            var waits = IntStream.range(0, 40).mapToObj(i -> stage.get(stage.ordered())).toList().stream()
                    .map(journey -> CompletableFuture.supplyAsync(() -> stage.budgets.take(journey, account), walks))
                    .toList();

            assertThat(waits.stream().filter(wait -> wait.join().isEmpty())).hasSize(5);
            assertThat(stage.sql
                            .sql("select count(*) from budget_share where key like '%/app/%' group by at")
                            .query(Integer.class)
                            .list())
                    .allMatch(count -> count <= 5)
                    .hasSize(8);
        }
    }

    @Test
    void aBudgetOfOneAccountIsNotAnothers() {
        try (var stage = new Stage(network)) {
            network.grants(anHour(1));
            var first = new Account("acc-1", "A", "a", null, java.util.Map.of());
            assertThat(stage.budgets.take(stage.get(stage.ordered()), first)).isEmpty();

            network.grants(Budget.rolling("posts", "acc-2", 1, HOUR));
            assertThat(stage.budgets.take(stage.get(stage.ordered()), first)).isEmpty();
            assertThat(stage.budgets.of(new NetworkId("scripted"), first))
                    .singleElement()
                    .satisfies(standing -> assertThat(standing.taken()).isEqualTo(1));
        }
    }

    private static int shares(Stage stage) {
        return stage.sql
                .sql("select count(*) from budget_share")
                .query(Integer.class)
                .single();
    }
}
