package planner.adapter.telegram;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import planner.adapter.kit.Http;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Capabilities;
import planner.network.Connector;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Finding;
import planner.network.InsightReader;
import planner.network.Network;
import planner.network.NetworkId;
import planner.network.Publisher;
import planner.network.Unit;

/** Telegram. See docs/networks/telegram.md. */
public final class Telegram implements Network {
    public static final NetworkId ID = new NetworkId("telegram");

    private static final Set<String> BUTTON_SCHEMES = Set.of("http", "https", "tg");

    private final Connector connector;
    private final Publisher<At> publisher;
    private final InsightReader insights;

    public Telegram(Environment settings, Http http) {
        var api = new TelegramApi(
                http, settings.url("api-url", "https://api.telegram.org", "Bot API server, Telegram's or your own"));
        connector = new TelegramConnector(api);
        publisher = new TelegramPublisher(api, settings.url("web-url", "https://t.me", "Web address of public chats"));
        insights = new TelegramInsights(api);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return TelegramCapabilities.capabilities();
    }

    @Override
    public List<Connector> connectors() {
        return List.of(connector);
    }

    @Override
    public Publisher<?> publisher() {
        return publisher;
    }

    @Override
    public Class<TelegramOptions> options() {
        return TelegramOptions.class;
    }

    /** Telegram counts what is left after reading the markup and cutting the blanks around it. */
    @Override
    public int count(Unit unit, String text, Delivery.Options options) {
        return unit.count(shown(text, options).strip());
    }

    @Override
    public List<Budget> budgets(Account account) {
        return TelegramBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return TelegramBudgets.takes(delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        var options = (TelegramOptions) delivery.options();
        var findings = new ArrayList<Finding>();
        var problem = html(options) ? TelegramHtml.parse(delivery.text()).problem() : "";
        if (!problem.isEmpty()) {
            findings.add(Finding.error("telegram.markup", "text", "HTML", problem));
        } else if (!delivery.text().isBlank()
                && shown(delivery.text(), options).isBlank()
                && delivery.media().isEmpty()) {
            findings.add(Finding.error("telegram.empty", "text", "", ""));
        }
        for (var button : options.buttons()) {
            if (button.text().isBlank() || !isLink(button.url())) {
                findings.add(Finding.error("telegram.button", "options.buttons", "", button.text()));
            }
        }
        return findings;
    }

    @Override
    public Optional<InsightReader> insights() {
        return Optional.of(insights);
    }

    private static String shown(String text, Delivery.Options options) {
        return html((TelegramOptions) options) ? TelegramHtml.parse(text).text() : text;
    }

    private static boolean html(TelegramOptions options) {
        return options.textFormat() == TelegramOptions.TextFormat.HTML;
    }

    private static boolean isLink(String text) {
        try {
            var uri = URI.create(text.strip());
            return uri.getScheme() != null && BUTTON_SCHEMES.contains(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
