package planner.adapter.reddit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import planner.adapter.reddit.RedditOptions.Place;
import planner.adapter.reddit.Subreddit.Facts;
import planner.adapter.reddit.Subreddit.Requirements;
import planner.adapter.reddit.Subreddit.Rule;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Unit;

/**
 * The rules of one subreddit as Reddit told them within the hour. Reddit itself looks again when it is sent the post, before
 * anything is visible.
 */
final class SubredditRules {
    private final Delivery delivery;
    private final RedditOptions options;
    private final Place place;
    private final List<Finding> findings = new ArrayList<>();

    private SubredditRules(Delivery delivery, Place place) {
        this.delivery = delivery;
        this.options = (RedditOptions) delivery.options();
        this.place = place;
    }

    static List<Finding> check(Delivery delivery, Place place, Account account) {
        var rules = new SubredditRules(delivery, place);
        var facts = Subreddit.known(account, place.subreddit());
        var requirements = facts.map(Facts::requirements).orElse(null);
        facts.ifPresent(rules::facts);
        if (requirements != null) {
            rules.title(requirements);
            rules.body(requirements);
            rules.link(requirements);
            rules.gallery(requirements);
            rules.flair(requirements);
            rules.guidelines(requirements);
        } else if (!place.subreddit().startsWith("u_")
                && facts.map(Facts::hidden).isEmpty()) {
            rules.findings.add(Finding.warning("reddit.not-checked", rules.field(), "", place.shown()));
        }
        return List.copyOf(rules.findings);
    }

    private void facts(Facts facts) {
        if (facts.hidden() != null) {
            error("reddit." + facts.hidden(), field(), "");
        }
        if (facts.about() != null) {
            about(facts.about());
        }
        var rules = facts.rules().stream()
                .filter(rule -> !"comment".equals(rule.kind()))
                .map(Rule::name)
                .filter(name -> name != null && !name.isBlank())
                .toList();
        if (!rules.isEmpty()) {
            findings.add(Finding.info("reddit.rules", field(), numbered(rules), place.shown()));
        }
    }

    private static String numbered(List<String> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> (i + 1) + ". " + rules.get(i).strip())
                .collect(Collectors.joining("; "));
    }

    private void about(Subreddit about) {
        if (about.outcast()) {
            error("reddit.banned", field(), "");
        } else if (about.closed()) {
            error("reddit.closed", field(), "");
        }
        if (about.refuses(delivery.format()).isPresent()) {
            error("reddit.kind", "format", "");
        }
        if (options.spoiler() && Boolean.FALSE.equals(about.spoilers())) {
            findings.add(Finding.warning("reddit.no-spoilers", "options.spoiler", "", place.shown()));
        }
    }

    private void title(Requirements rules) {
        int length = Unit.CODE_POINTS.count(delivery.title());
        if (rules.titleLeast() != null && length < rules.titleLeast()) {
            error("reddit.title-short", "title", "" + rules.titleLeast());
        }
        if (rules.titleMost() != null && length > rules.titleMost()) {
            error("reddit.title-long", "title", "" + rules.titleMost());
        }
        words("title", delivery.title(), rules.titleNeeds(), rules.titleBans());
        pattern("title", delivery.title(), rules.titlePatterns());
    }

    private void body(Requirements rules) {
        var body = Submission.body(delivery);
        int length = Unit.CODE_POINTS.count(body);
        var policy = Objects.requireNonNullElse(rules.body(), "none");
        if (policy.equals("notAllowed") && !body.isEmpty()) {
            error("reddit.body-unwanted", "text", "");
        }
        boolean own = delivery.format().equals(RedditCapabilities.TEXT);
        if (policy.equals("required") && own && body.isEmpty()) {
            error("reddit.body-needed", "text", "");
        }
        if (!own && body.isEmpty()) {
            return;
        }
        if (rules.bodyLeast() != null && length < rules.bodyLeast()) {
            error("reddit.body-short", "text", "" + rules.bodyLeast());
        }
        if (rules.bodyMost() != null && length > rules.bodyMost()) {
            error("reddit.body-long", "text", "" + rules.bodyMost());
        }
        words("text", body, rules.bodyNeeds(), rules.bodyBans());
        pattern("text", body, rules.bodyPatterns());
    }

    /** At least one of the needed words, none of the banned ones; case does not matter. */
    private void words(String field, String text, @Nullable List<String> needed, @Nullable List<String> banned) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (needed != null && !needed.isEmpty() && needed.stream().noneMatch(word -> holds(lower, word))) {
            error("reddit." + field + "-needs", field, String.join(", ", needed));
        }
        if (banned != null) {
            banned.stream()
                    .filter(word -> holds(lower, word))
                    .findFirst()
                    .ifPresent(word -> error("reddit." + field + "-bans", field, word.strip()));
        }
    }

    private static boolean holds(String lower, String word) {
        return !word.isBlank() && lower.contains(word.toLowerCase(Locale.ROOT));
    }

    private void pattern(String field, String text, @Nullable List<String> patterns) {
        if (patterns == null || patterns.isEmpty()) {
            return;
        }
        var readable = patterns.stream()
                .flatMap(pattern -> ForeignPattern.of(pattern).stream())
                .toList();
        if (readable.stream().anyMatch(pattern -> pattern.isIn(text))) {
            return;
        }
        // kinds of patterns differ in corners: no wall
        findings.add(
                readable.size() == patterns.size()
                        ? Finding.warning(
                                "reddit." + field + "-pattern", field, String.join(" | ", patterns), place.shown())
                        : Finding.warning("reddit.not-checked", field, "", place.shown()));
    }

    private void link(Requirements rules) {
        if (!delivery.format().equals(RedditCapabilities.LINK)) {
            return;
        }
        if (rules.repostDays() != null && rules.repostDays() > 0) {
            findings.add(Finding.info("reddit.repost-age", "options.link", "" + rules.repostDays(), place.shown()));
        }
        var host = host(Submission.link(delivery).orElse(""));
        switch (Objects.requireNonNullElse(rules.links(), "none")) {
            case "blacklist" -> {
                if (within(host, rules.domainBans())) {
                    error("reddit.domain-banned", "options.link", host);
                }
            }
            case "whitelist" -> {
                if (!within(host, rules.domains())) {
                    error(
                            "reddit.domain-unknown",
                            "options.link",
                            String.join(", ", Objects.requireNonNullElse(rules.domains(), List.of())));
                }
            }
            default -> {}
        }
    }

    private static boolean within(String host, @Nullable List<String> domains) {
        return domains != null
                && domains.stream()
                        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    private static String host(String link) {
        try {
            var host = URI.create(link).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private void gallery(Requirements rules) {
        if (!delivery.format().equals(RedditCapabilities.GALLERY)) {
            return;
        }
        int items = delivery.media().size();
        if (rules.galleryLeast() != null && items < rules.galleryLeast()) {
            error("reddit.gallery-few", "media", "" + rules.galleryLeast());
        }
        if (rules.galleryMost() != null && items > rules.galleryMost()) {
            error("reddit.gallery-many", "media", "" + rules.galleryMost());
        }
        long described =
                delivery.media().stream().filter(item -> !item.alt().isBlank()).count();
        each("captions", rules.captions(), described, "alt");
        long linked = IntStream.range(0, items)
                .filter(i -> !options.pictureLink(i).isEmpty())
                .count();
        each("picture-links", rules.galleryLinks(), linked, "options.pictureLinks");
    }

    /** @param demand on each picture; notAllowed in analogy to the policy of texts, unverified */
    private void each(String what, @Nullable String demand, long given, String field) {
        if ("required".equals(demand) && given < delivery.media().size()) {
            error("reddit." + what, field, "");
        }
        if ("notAllowed".equals(demand) && given > 0) {
            error("reddit." + what + "-unwanted", field, "");
        }
    }

    private void flair(Requirements rules) {
        if (Boolean.TRUE.equals(rules.flairNeeded()) && place.flair().isEmpty()) {
            boolean first = field().equals("options.subreddit");
            error("reddit.flair-needed", first ? "options.flair" : field(), "");
        }
    }

    private void guidelines(Requirements rules) {
        if (rules.guidelines() != null && !rules.guidelines().isBlank()) {
            findings.add(Finding.info(
                    "reddit.guidelines", field(), rules.guidelines().strip(), place.shown()));
        }
    }

    private void error(String rule, String field, String limit) {
        findings.add(Finding.error(rule, field, limit, place.shown()));
    }

    private String field() {
        return RedditRules.field(place, options);
    }
}
