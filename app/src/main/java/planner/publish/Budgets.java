package planner.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import planner.channel.NetworkDirectory;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Network;
import planner.network.NetworkId;
import planner.publish.BudgetStore.Shares;

/**
 * Gives each publication its share of what the networks grant per time: a row that says from when it may go. All
 * processes on the database take from the same rows, one after the other, so that together they stay within a budget.
 */
@Service
public class Budgets {
    /** Longer than any window. */
    private static final Duration KEPT = Duration.ofDays(3);
    /** With a change of the clocks in it. */
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    /** What is said above that decides nothing. */
    private static final int WORTH_KEEPING = 50;

    private final BudgetStore store;
    private final NetworkDirectory networks;
    private final TransactionOperations transactions;
    private final Clock clock;

    Budgets(BudgetStore store, NetworkDirectory networks, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.networks = networks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param until from when it may go; @param budget the one that is used up */
    record Wait(Instant until, Budget budget) {}

    /**
     * Takes the shares that this publication needs to begin a try.
     *
     * @return empty when it may go now; else it has its place, and comes back for it
     */
    Optional<Wait> take(Journey journey, Account account) {
        var network = networks.get(journey.network());
        var taken = network.budgets(account).stream()
                .filter(budget -> network.takes(budget, journey.delivery()) > 0)
                // in one order, so that two publications cannot wait for each other
                .sorted(Comparator.comparing(budget -> key(network, budget)))
                .toList();
        return taken.isEmpty()
                ? Optional.empty()
                : transactions.execute(status -> take(network, taken, journey, clock.instant()));
    }

    /** All of them or none: what is free is not taken by one who waits for another. */
    private Optional<Wait> take(Network network, List<Budget> budgets, Journey journey, Instant now) {
        var waits = budgets.stream()
                .map(budget -> new Wait(from(network, budget, journey, now), budget))
                .filter(wait -> wait.until().isAfter(now))
                .toList();
        if (waits.isEmpty()) {
            budgets.forEach(
                    budget -> store.use(key(network, budget), journey.id(), now, units(network, budget, journey)));
        }
        waits.forEach(wait -> store.reserve(
                key(network, wait.budget()), journey.id(), wait.until(), units(network, wait.budget(), journey)));
        return waits.stream().max(Comparator.comparing(Wait::until));
    }

    /** Whoever comes for its place, however late, stands behind nobody: only what has really gone counts then. */
    private Instant from(Network network, Budget budget, Journey journey, Instant now) {
        var key = key(network, budget);
        store.lock(key);
        var place = store.reserved(key, journey.id());
        if (place.isPresent() && place.get().isAfter(now)) {
            return place.get();
        }
        var counted = place.isPresent() ? Shares.USED : Shares.ALL;
        int units = units(network, budget, journey);
        return laterOf(firstFit(key, budget, units, now, counted), afterWhatWasSaid(key, units, now, counted));
    }

    private static int units(Network network, Budget budget, Journey journey) {
        return Math.min(network.takes(budget, journey.delivery()), budget.most());
    }

    private Instant firstFit(String key, Budget budget, int units, Instant now, Shares counted) {
        return switch (budget.window()) {
            case Budget.Window.Rolling(var length) -> store.firstFit(key, units, budget.most(), length, now, counted);
            case Budget.Window.Day(var zone) -> {
                var last = counted == Shares.USED ? now : store.lastOr(key, now);
                var day = last.atZone(zone).toLocalDate();
                var begin = day.atStartOfDay(zone).toInstant();
                boolean fits = store.takenSince(key, begin, counted) + units <= budget.most();
                yield fits ? last : day.plusDays(1).atStartOfDay(zone).toInstant();
            }
        };
    }

    /** The network counts what others send as well, so its own word weighs more than our counting. */
    private Instant afterWhatWasSaid(String key, int units, Instant now, Shares counted) {
        return store.said(key, now)
                .filter(said -> store.takenSince(key, said.readAt(), counted) + units > said.remaining())
                .map(BudgetStore.Said::resetsAt)
                .orElse(now);
    }

    /** What the network said in an answer. */
    void said(NetworkId id, Account account, Budget.Reading reading) {
        var network = networks.get(id);
        var now = clock.instant();
        network.budgets(account).stream()
                .filter(budget -> budget.id().equals(reading.id()) && reading.remaining() < WORTH_KEEPING)
                .forEach(budget -> store.say(
                        key(network, budget),
                        new BudgetStore.Said(
                                Math.max(0, reading.remaining()), now, within(budget, reading.resets(), now))));
    }

    /** No server may hold an account's posts for longer than the budget's own window. */
    private static Instant within(Budget budget, Instant resets, Instant now) {
        var latest = now.plus(
                switch (budget.window()) {
                    case Budget.Window.Rolling(var length) -> length;
                    case Budget.Window.Day day -> LONGEST_DAY;
                });
        return resets.isAfter(latest) ? latest : resets;
    }

    /** @param taken units in the window that ends now, as far as this house knows */
    public record Standing(Budget budget, int taken) {}

    @Transactional(readOnly = true)
    public List<Standing> of(NetworkId id, Account account) {
        var network = networks.get(id);
        var now = clock.instant();
        return network.budgets(account).stream()
                .map(budget -> new Standing(budget, taken(key(network, budget), budget, now)))
                .toList();
    }

    private int taken(String key, Budget budget, Instant now) {
        var start = switch (budget.window()) {
            case Budget.Window.Rolling(var length) -> now.minus(length);
            case Budget.Window.Day(var zone) ->
                now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        };
        int ours = store.usedBetween(key, start, now);
        return store.said(key, now)
                .map(said -> Math.max(ours, budget.most() - said.remaining()))
                .orElse(ours);
    }

    /** What no window reaches back to any more. */
    @Transactional
    public void tidy() {
        store.tidy(clock.instant().minus(KEPT));
    }

    private static String key(Network network, Budget budget) {
        return network.id().value() + "/" + budget.id() + "/" + budget.owner();
    }

    private static Instant laterOf(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
