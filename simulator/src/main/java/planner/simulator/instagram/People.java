package planner.simulator.instagram;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has which accounts and Pages. One Page of two has an Instagram account, and one account belongs to no Page. */
final class People {
    final Account cafe =
            new Account("17841400000000001", "24000000000000001", "cafe.pod.lipa", "Café pod Lipą", "Business", 12_480);
    final Account ada =
            new Account("17841400000000002", "24000000000000002", "ada.wedruje", "Ada Wędruje", "Media_Creator", 3_215);
    final Page cafePage = new Page(
            "135300000000001",
            "Café pod Lipą",
            List.of("ANALYZE", "ADVERTISE", "MODERATE", "CREATE_CONTENT", "MANAGE"),
            cafe);
    final Page gardenPage = new Page("135300000000002", "Zielony Kąt", List.of("ANALYZE", "CREATE_CONTENT"), null);
    final Person owner = new Person("1221000000000001", "Ada Nowak", List.of(cafePage, gardenPage));

    /** @param instagram the professional account linked to it */
    record Page(
            String id,
            String name,
            List<String> tasks,
            @Nullable Account instagram) {}

    record Person(String id, String name, List<Page> pages) {}

    List<Account> accounts() {
        return List.of(cafe, ada);
    }

    Optional<Account> account(String idOrUsername) {
        return accounts().stream()
                .filter(it -> it.id.equals(idOrUsername)
                        || it.scopedId.equals(idOrUsername)
                        || it.username.equals(idOrUsername))
                .findFirst();
    }

    Optional<Page> page(String id) {
        return owner.pages().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    Stream<Post> posts() {
        return accounts().stream().flatMap(it -> it.everything().stream());
    }

    Optional<Post> post(String idOrShortcode) {
        return accounts().stream()
                .flatMap(it -> it.find(idOrShortcode).stream())
                .findFirst();
    }
}
