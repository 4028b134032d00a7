package planner.adapter.instagram;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
import planner.network.WebhookReader;

/** Instagram as the house sees it. */
public final class Instagram implements Network {
    public static final NetworkId ID = new NetworkId("instagram");

    private static final String COMMENT = "options.firstComment";
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final List<Connector> connectors;
    private final InstagramPublisher publisher;
    private final InstagramInsights insights;
    private final InstagramWebhooks webhooks;

    public Instagram(Environment settings, Http http, Clock clock) {
        var app = InstagramApp.from(settings);
        var api = new InstagramApi(app, http);
        connectors = List.of(new InstagramLogin(app, http, clock), new FacebookLogin(app, http, clock));
        publisher = new InstagramPublisher(api);
        insights = new InstagramInsights(api);
        webhooks = new InstagramWebhooks(app);
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        return InstagramCapabilities.ALL;
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
    public Class<InstagramOptions> options() {
        return InstagramOptions.class;
    }

    @Override
    public List<Budget> budgets(Account account) {
        return InstagramBudgets.of(account);
    }

    @Override
    public int takes(Budget budget, Delivery delivery) {
        return InstagramBudgets.takes(budget, delivery);
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        var findings = new ArrayList<Finding>();
        var options = (InstagramOptions) delivery.options();
        findings.addAll(comment(options.firstCommentOrEmpty()));
        if (Boolean.FALSE.equals(options.comments())
                && !options.firstCommentOrEmpty().isEmpty()) {
            findings.add(Finding.warning("instagram.comment-off", COMMENT, "", ""));
        }
        var offset = options.coverOffsetMs();
        if (offset != null
                && delivery.format().equals(InstagramCapabilities.REEL)
                && !delivery.media().isEmpty()) {
            double length = delivery.media().getFirst().seconds() * 1000;
            if (length > 0 && offset >= length) {
                findings.add(Finding.error(
                        "instagram.cover-offset", "options.coverOffsetMs", "" + (long) (length - 1), "" + offset));
            }
        }
        return findings;
    }

    private static List<Finding> comment(String comment) {
        var findings = new ArrayList<Finding>();
        int hashtags = Unit.HASHTAGS.count(comment);
        if (hashtags > InstagramCapabilities.COMMENT_HASHTAGS) {
            findings.add(finding("comment-hashtags", InstagramCapabilities.COMMENT_HASHTAGS, hashtags));
        }
        int links = (int) LINK.matcher(comment).results().count();
        if (links > InstagramCapabilities.COMMENT_LINKS) {
            findings.add(finding("comment-links", InstagramCapabilities.COMMENT_LINKS, links));
        }
        if (comment.chars().anyMatch(Character::isUpperCase) && comment.chars().noneMatch(Character::isLowerCase)) {
            findings.add(Finding.error("instagram.comment-capitals", COMMENT, "", ""));
        }
        return findings;
    }

    private static Finding finding(String rule, int limit, int actual) {
        return Finding.error("instagram." + rule, COMMENT, "" + limit, "" + actual);
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
