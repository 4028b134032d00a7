package planner.simulator.threads;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import planner.simulator.threads.Draft.Attachments;
import planner.simulator.threads.Draft.Kind;
import planner.simulator.threads.Draft.Links;

/** Who is there. The café has said something before, so that there is something to quote. */
final class People {
    final Profile cafe = new Profile("26100000000000001", "cafe.pod.lipa", "Café pod Lipą", 9_310);
    final Profile ada = new Profile("26100000000000002", "ada.wedruje", "Ada Wędruje", 2_140);

    People(Clock clock) {
        var words = new Draft(
                Kind.TEXT,
                false,
                "We are on Threads now. What shall we bake first?",
                "",
                new Links(null, null, "everyone", ""),
                new Attachments("", "", List.of(), ""),
                List.of(),
                false,
                List.of(),
                null);
        cafe.had(new Post("18090000000000001", cafe, words, clock.instant().minus(Duration.ofDays(2))));
    }

    List<Profile> profiles() {
        return List.of(cafe, ada);
    }

    Optional<Profile> profile(String idOrUsername) {
        return profiles().stream()
                .filter(it -> it.id.equals(idOrUsername) || it.username.equals(idOrUsername))
                .findFirst();
    }

    Optional<Post> post(String idOrShortcode) {
        return profiles().stream()
                .flatMap(it -> it.find(idOrShortcode).stream())
                .findFirst();
    }

    /** Oldest first. */
    Stream<Post> posts() {
        return profiles().stream().flatMap(it -> it.posts().stream()).sorted(Comparator.comparing(it -> it.at));
    }

    List<Post> repliesTo(Post post) {
        return posts().filter(it -> it.parent() == post).toList();
    }
}
