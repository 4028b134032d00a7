package planner.adapter.mastodon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import planner.network.Delivery;
import planner.network.Session;

/**
 * Looks for a post that may be out, among the account's own of every visibility.
 *
 * @param slack how much the server's clock may be behind ours
 * @param pages how many are read at most
 */
record Lookout(MastodonApi api, Duration slack, int pages) {
    /** @param complete whether everything since the post was due was read */
    record Seen(List<String> found, boolean complete) {}

    Seen find(At.Post at, Delivery delivery, Session session) {
        var account = session.account().details().getOrDefault(MastodonConnector.ID, "");
        var since = delivery.scheduledAt().minus(slack);
        var found = new ArrayList<String>();
        var before = "";
        for (int page = 0; page < pages; page++) {
            var own = api.own(account, before, session.credential());
            own.stream()
                    .filter(status -> !status.at().isBefore(since))
                    .filter(status -> !at.out().contains(status.id()))
                    .filter(status -> isIt(status, at, delivery))
                    .map(MastodonApi.Seen::id)
                    .forEach(found::add);
            if (own.isEmpty() || own.getLast().at().isBefore(since)) {
                return new Seen(found, true);
            }
            before = own.getLast().id();
        }
        return new Seen(found, false);
    }

    /** Same words, same warning, in answer to the same, with as many files. */
    private static boolean isIt(MastodonApi.Seen seen, At.Post at, Delivery delivery) {
        var text = MastodonPublisher.part(at, delivery).text();
        var warning = ((MastodonOptions) delivery.options()).warningOrEmpty();
        // the server makes a warning without text the text
        boolean moved = text.isBlank();
        var files = seen.media();
        return MastodonText.ofHtml(Objects.requireNonNullElse(seen.content(), ""))
                        .equals(MastodonText.plain(moved ? warning : text))
                && MastodonText.plain(Objects.requireNonNullElse(seen.warning(), ""))
                        .equals(moved ? "" : MastodonText.plain(warning))
                && Objects.equals(seen.parent(), MastodonPublisher.parent(at).orElse(null))
                && (files == null ? 0 : files.size()) == at.media().size();
    }
}
