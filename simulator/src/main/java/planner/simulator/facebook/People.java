package planner.simulator.facebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import planner.simulator.meta.FacebookLogin;

/** Who has which Pages: three of her own, of which she may post to two, and one that belongs to a business. */
final class People {
    static final List<String> ALL = List.of("ANALYZE", "ADVERTISE", "MODERATE", "CREATE_CONTENT", "MANAGE");

    final FacebookLogin.Person owner = new FacebookLogin.Person("1221000000000001", "Ada Nowak");
    final Page cafe = new Page("135300000000001", "Café pod Lipą", "cafe.pod.lipa", "Café", ALL, 12_480);
    final Page garden = new Page(
            "135300000000002",
            "Zielony Kąt",
            "zielony.kat",
            "Garden Center",
            List.of("ANALYZE", "CREATE_CONTENT"),
            860);
    private final Page choir =
            new Page("135300000000003", "Chór Kamerata", "chor.kamerata", "Choir", List.of("ANALYZE"), 2_130);
    private final Page cinema =
            new Page("135300000000004", "Kino pod Chmurką", "kino.pod.chmurka", "Movie Theater", ALL, 5_770);
    static final String BUSINESS = "1776000000000001";

    final Map<String, Photo> photos = new ConcurrentHashMap<>();
    final Map<String, Video> videos = new ConcurrentHashMap<>();

    List<Page> own() {
        return List.of(cafe, garden, choir);
    }

    List<Page> ofBusiness() {
        return List.of(cinema);
    }

    List<Page> all() {
        return List.of(cafe, garden, choir, cinema);
    }

    Optional<Page> page(String idOrUsername) {
        return all().stream()
                .filter(it -> it.id.equals(idOrUsername) || it.username.equals(idOrUsername))
                .findFirst();
    }

    Stream<Post> posts() {
        return all().stream().flatMap(it -> it.posts().stream());
    }

    Optional<Post> post(String id) {
        return posts().filter(it -> it.id.equals(id) || it.id.endsWith("_" + id))
                .findFirst();
    }

    Stream<Story> stories() {
        return all().stream().flatMap(it -> it.stories().stream());
    }

    Optional<Story> story(String id) {
        return stories().filter(it -> it.postId().equals(id)).findFirst();
    }

    /** By its own id, or by the id of the post that shows it. */
    Optional<Video> video(String id) {
        return videos.values().stream()
                .filter(it -> it.id.equals(id) || id.equals(it.page.id + "_" + it.postId))
                .findFirst();
    }
}
