package planner.adapter.contract;

import java.util.List;
import java.util.Optional;
import planner.network.Account;
import planner.network.Api;
import planner.network.Budget;
import planner.network.Capabilities;
import planner.network.ChoiceReader;
import planner.network.Connector;
import planner.network.Delivery;
import planner.network.DemandReader;
import planner.network.Finding;
import planner.network.InsightReader;
import planner.network.Network;
import planner.network.NetworkId;
import planner.network.Publisher;
import planner.network.Unit;
import planner.network.WebhookReader;

/** The contract connects by the first way that a network offers: here there is only this one. */
public record OneWay(Network whole, String connector) implements Network {
    @Override
    public NetworkId id() {
        return whole.id();
    }

    @Override
    public Capabilities capabilities() {
        return whole.capabilities();
    }

    @Override
    public List<Connector> connectors() {
        return whole.connectors().stream()
                .filter(it -> it.id().equals(connector))
                .toList();
    }

    @Override
    public Publisher<?> publisher() {
        return whole.publisher();
    }

    @Override
    public Class<? extends Delivery.Options> options() {
        return whole.options();
    }

    @Override
    public boolean saysEnough(Delivery delivery, int part) {
        return whole.saysEnough(delivery, part);
    }

    @Override
    public List<Api> apis() {
        return whole.apis();
    }

    @Override
    public int count(Unit unit, String text, Delivery.Options options) {
        return whole.count(unit, text, options);
    }

    @Override
    public List<Budget> budgets(Account account) {
        return whole.budgets(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return whole.takes(budget, delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        return whole.preflight(delivery, account);
    }

    @Override
    public Optional<DemandReader> demands() {
        return whole.demands();
    }

    @Override
    public Optional<InsightReader> insights() {
        return whole.insights();
    }

    @Override
    public Optional<ChoiceReader> choices() {
        return whole.choices();
    }

    @Override
    public Optional<WebhookReader> webhooks() {
        return whole.webhooks();
    }
}
