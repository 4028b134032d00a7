package planner.adapter.facebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import planner.adapter.facebook.FacebookOptions.Publish;
import planner.adapter.kit.Http;
import planner.network.Account;
import planner.network.Api;
import planner.network.Budget;
import planner.network.Capabilities;
import planner.network.Connector;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.InsightReader;
import planner.network.MediaKind;
import planner.network.Network;
import planner.network.NetworkId;
import planner.network.Publisher;
import planner.network.WebhookReader;

/** Facebook Pages as the house sees them. */
public final class Facebook implements Network {
    public static final NetworkId ID = new NetworkId("facebook");

    private static final String LINK = "options.link";
    private static final String TIME = "options.publishAt";
    private static final double UPRIGHT = 9.0 / 16;

    private final FacebookApp app;
    private final List<Connector> connectors;
    private final FacebookPublisher publisher;
    private final FacebookInsights insights;
    private final FacebookWebhooks webhooks;

    public Facebook(Environment settings, Http http, Clock clock) {
        app = FacebookApp.from(settings);
        var calls = new FacebookCalls(app, http);
        var api = new FacebookApi(calls);
        connectors = List.of(new FacebookConnector(app, http, clock));
        publisher = new FacebookPublisher(api, new FacebookVideos(calls), clock);
        insights = new FacebookInsights(api);
        webhooks = new FacebookWebhooks(app);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return FacebookCapabilities.ALL;
    }

    @Override
    public List<Connector> connectors() {
        return connectors;
    }

    @Override
    public Publisher<?> publisher() {
        return publisher;
    }

    @Override
    public Class<FacebookOptions> options() {
        return FacebookOptions.class;
    }

    @Override
    public List<Api> apis() {
        return List.of(app.api());
    }

    @Override
    public List<Budget> budgets(Account account) {
        return FacebookBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return FacebookBudgets.takes(delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        var findings = new ArrayList<Finding>();
        switch (delivery.format()) {
            case FacebookCapabilities.FEED -> {
                findings.addAll(link(delivery));
                findings.addAll(place(delivery));
                findings.addAll(drawings(delivery));
            }
            case FacebookCapabilities.REEL -> {
                findings.addAll(place(delivery));
                findings.addAll(sharpness(delivery));
            }
            case FacebookCapabilities.STORY -> findings.addAll(story(delivery));
            default -> {}
        }
        findings.addAll(timing(delivery));
        return findings;
    }

    private static List<Finding> link(Delivery delivery) {
        var options = FacebookOptions.of(delivery);
        var link = options.linkOrEmpty();
        if (link.isEmpty()) {
            return List.of();
        }
        var address = FacebookOptions.address(link);
        if (address.isEmpty()) {
            return List.of(Finding.error("facebook.link-address", LINK, "", link));
        }
        if (!delivery.media().isEmpty()) {
            return List.of(Finding.error("facebook.link-photos", LINK, "", ""));
        }
        return FacebookOptions.ofFacebook(address.get())
                ? List.of(Finding.error("facebook.link-own", LINK, "", link))
                : List.of();
    }

    private static List<Finding> place(Delivery delivery) {
        var place = FacebookOptions.of(delivery).placeOrEmpty();
        return place.isEmpty() || place.chars().allMatch(Character::isDigit)
                ? List.of()
                : List.of(Finding.error("facebook.place", "options.place", "", place));
    }

    /** Facebook puts bars beside a photo of another shape. */
    private static List<Finding> story(Delivery delivery) {
        return delivery.media().stream()
                .filter(it -> it.kind() == MediaKind.IMAGE && Math.abs(it.aspect() - UPRIGHT) > 0.01)
                .map(it -> Finding.warning("facebook.story-shape", "media", "9:16", it.width() + " × " + it.height()))
                .toList();
    }

    private static List<Finding> drawings(Delivery delivery) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < delivery.media().size(); i++) {
            var item = delivery.media().get(i);
            if (item.type().equals("image/png") && item.bytes() > FacebookCapabilities.PNG_ADVISED) {
                findings.add(info("png-heavy", i, "" + FacebookCapabilities.PNG_ADVISED, "" + item.bytes()));
            }
        }
        return findings;
    }

    private static List<Finding> sharpness(Delivery delivery) {
        return delivery.media().stream()
                .filter(it -> it.width() > 0 && it.width() < FacebookCapabilities.REEL_ADVISED_WIDTH)
                .map(it -> info("reel-small", 0, "1080 × 1920", it.width() + " × " + it.height()))
                .toList();
    }

    private static Finding info(String rule, int media, String limit, String actual) {
        return new Finding(Severity.INFO, "facebook." + rule, "media", 0, media, limit, actual);
    }

    private static List<Finding> timing(Delivery delivery) {
        var options = FacebookOptions.of(delivery);
        if (Wanted.story(delivery)) {
            return options.publish() == Publish.NOW
                    ? List.of()
                    : List.of(Finding.error("facebook.story-now", "options.publish", "", ""));
        }
        var findings = new ArrayList<Finding>();
        if (options.publish() == Publish.DRAFT && !options.firstCommentOrEmpty().isEmpty()) {
            findings.add(Finding.warning("facebook.comment-unseen", "options.firstComment", "", ""));
        }
        if (options.publish() != Publish.SCHEDULED) {
            if (options.timed()) {
                findings.add(Finding.error("facebook.publish-at-alone", TIME, "", "" + options.publishAt()));
            }
            return findings;
        }
        var latest = delivery.format().equals(FacebookCapabilities.REEL)
                ? FacebookCapabilities.LATEST_REEL
                : FacebookCapabilities.LATEST;
        var given = options.publishAt();
        var time = options.time();
        if (time.isEmpty()) {
            findings.add(Finding.error("facebook.publish-at", TIME, "", given == null ? "" : given));
        } else if (!inside(time.get(), delivery.scheduledAt(), latest)) {
            findings.add(Finding.error("facebook.publish-at-range", TIME, "" + latest.toDays(), "" + given));
        }
        return findings;
    }

    private static boolean inside(Instant time, Instant due, Duration latest) {
        return !time.isBefore(due.plus(FacebookCapabilities.SOONEST)) && !time.isAfter(due.plus(latest));
    }

    @Override
    public Optional<InsightReader> insights() {
        return Optional.of(insights);
    }

    @Override
    public Optional<WebhookReader> webhooks() {
        return Optional.of(webhooks);
    }
}
