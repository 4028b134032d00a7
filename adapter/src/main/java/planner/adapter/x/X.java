package planner.adapter.x;

import com.twitter.twittertext.TwitterTextParser;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import planner.adapter.kit.Http;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Capabilities;
import planner.network.Connector;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.InsightReader;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Network;
import planner.network.NetworkId;
import planner.network.Publisher;
import planner.network.Unit;

/** X as the house sees it. */
public final class X implements Network {
    public static final NetworkId ID = new NetworkId("x");

    private final XConnector connector;
    private final XPublisher publisher;
    private final XInsights insights;

    public X(Environment settings, Http http, Clock clock) {
        var app = XApp.from(settings);
        var api = new XApi(app, http, clock);
        connector = new XConnector(app, http, clock, api);
        publisher = new XPublisher(api);
        insights = new XInsights(api);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return XCapabilities.ALL;
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
    public Class<XOptions> options() {
        return XOptions.class;
    }

    @Override
    public int count(Unit unit, String text, Delivery.Options options) {
        return unit == Unit.WEIGHTED ? TwitterTextParser.parseTweet(text).weightedLength : unit.count(text);
    }

    @Override
    public List<Budget> budgets(Account account) {
        return XBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return XBudgets.takes(delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        var findings = new ArrayList<Finding>();
        if (delivery.format().equals(XCapabilities.LONG_POST) && !XConnector.subscribed(account)) {
            findings.add(Finding.error("x.subscription", "format", "", ""));
        }
        var poll = ((XOptions) delivery.options()).poll();
        if (poll != null && !poll.options().isEmpty()) {
            findings.addAll(pollFindings(delivery, poll));
        }
        for (int part = 0; part < delivery.parts().size(); part++) {
            findings.addAll(loopFindings(delivery.parts().get(part).media(), part));
        }
        return findings;
    }

    private static List<Finding> loopFindings(List<Media> media, int part) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < media.size(); i++) {
            var item = media.get(i);
            long pixels = (long) item.width() * item.height() * item.frames();
            if (item.kind() == MediaKind.ANIMATION && pixels > XCapabilities.GIF_PIXELS) {
                findings.add(new Finding(
                        Severity.ERROR, "x.gif-pixels", "media", part, i, "" + XCapabilities.GIF_PIXELS, "" + pixels));
            }
        }
        return findings;
    }

    private static List<Finding> pollFindings(Delivery delivery, XOptions.Poll poll) {
        var findings = new ArrayList<Finding>();
        int choices = poll.options().size();
        if (choices < XCapabilities.POLL_LEAST || choices > XCapabilities.POLL_MOST) {
            findings.add(Finding.error(
                    "x.poll-choices",
                    "options.poll",
                    XCapabilities.POLL_LEAST + "-" + XCapabilities.POLL_MOST,
                    "" + choices));
        }
        for (var option : poll.options()) {
            int length = Unit.CODE_POINTS.count(option);
            if (option.isBlank() || length > XCapabilities.POLL_CHOICE) {
                findings.add(
                        Finding.error("x.poll-choice", "options.poll", "1-" + XCapabilities.POLL_CHOICE, "" + length));
            }
        }
        int minutes = poll.minutesOrDay();
        if (minutes < XCapabilities.POLL_MIN_MINUTES || minutes > XCapabilities.POLL_MAX_MINUTES) {
            findings.add(Finding.error(
                    "x.poll-minutes",
                    "options.poll",
                    XCapabilities.POLL_MIN_MINUTES + "-" + XCapabilities.POLL_MAX_MINUTES,
                    "" + minutes));
        }
        if (!delivery.media().isEmpty()) {
            findings.add(Finding.error("x.poll-media", "options.poll", "", ""));
        }
        if (delivery.text().isBlank()) {
            findings.add(Finding.error("x.poll-text", "text", "", ""));
        }
        return findings;
    }

    @Override
    public Optional<InsightReader> insights() {
        return Optional.of(insights);
    }
}
