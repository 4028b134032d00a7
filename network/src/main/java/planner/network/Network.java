package planner.network;

import java.util.List;
import java.util.Optional;

/**
 * One social network: everything the house knows about it. A folder in {@code adapter} is one of these, and one line
 * registers it. Implementations are stateless and safe for use by many threads.
 */
public interface Network {
    NetworkId id();

    /** The network's limits and formats as data: editor counters, preflight, renditions and contract tests read them. */
    Capabilities capabilities();

    /** The ways to connect an account, the recommended one first; never empty. */
    List<Connector> connectors();

    Publisher<?> publisher();

    /**
     * The record of this network's own options (privacy, board, reply rule …). Its components, annotated with
     * {@link Option}, become the JSON Schema that draws the editor's controls; the canonical constructor must accept
     * what the schema's defaults give.
     */
    Class<? extends Delivery.Options> options();

    /**
     * How much of a limit this text uses. Only a network whose counting no {@link Unit} can say by itself overrides
     * this (weighted length, length after parsing of markup).
     *
     * @return the count in the given unit, 0 or more
     */
    default int count(Unit unit, String text, Delivery.Options options) {
        return unit.count(text);
    }

    /**
     * The APIs that are spoken, that of posts first: which hosts, which versions, until when. Empty where every account
     * names its own server.
     */
    default List<Api> apis() {
        return List.of();
    }

    /**
     * What the network grants this account per time. The house lets a publication wait for its share; pure, no I/O, the
     * same budgets for the same account.
     */
    default List<Budget> budgets(Account account) {
        return List.of();
    }

    /** How many units of one of its budgets this delivery takes, 0 or more. */
    default int takes(Budget budget, Delivery delivery) {
        return 1;
    }

    /** Whether a part without words and files still says something, as a quote does. */
    default boolean saysEnough(Delivery delivery, int part) {
        return false;
    }

    /** What no table of capabilities can say; pure, no I/O. The findings of the table come from {@link Preflight}. */
    default List<Finding> preflight(Delivery delivery, Account account) {
        return List.of();
    }

    /** Pick lists that only the network knows: boards, flairs, privacy levels of this creator. */
    default Optional<ChoiceReader> choices() {
        return Optional.empty();
    }

    /** What the places demand that a delivery names: subreddits, groups. */
    default Optional<DemandReader> demands() {
        return Optional.empty();
    }

    default Optional<InsightReader> insights() {
        return Optional.empty();
    }

    default Optional<WebhookReader> webhooks() {
        return Optional.empty();
    }
}
