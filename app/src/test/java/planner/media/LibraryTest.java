package planner.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import planner.workspace.Scope;
import planner.workspace.Tokens;

/** Folders, tags, words and search, over HTTP. */
class LibraryTest extends MediaTest {
    @Test
    void foldersAreMadeRenamedMovedAndTakenAway() {
        var trips = folder("  Trips \t 2026 ", null);
        var italy = folder("Italy", trips);
        assertThat(get("/api/media-folders/" + trips).body()).containsEntry("name", "Trips 2026");
        assertThat(items(get("/api/media-folders")))
                .extracting(it -> it.get("name"))
                .containsExactly("Italy", "Trips 2026");

        var moved = patch("/api/media-folders/" + italy, json("parent", null, "name", "Włochy"));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.body()).containsEntry("name", "Włochy").containsEntry("parent", null);
        assertThat(patch("/api/media-folders/" + italy, Map.of("name", "Italia")).body())
                .as("what is absent stays")
                .containsEntry("parent", null);
        assertThat(delete("/api/media-folders/" + trips)).isEqualTo(204);
        assertThat(get("/api/media-folders/" + trips).status()).isEqualTo(404);
    }

    @Test
    void aNameStandsOnceInAPlaceWhateverItsCase() {
        var łódź = folder("Łódź", null);
        var refused = post("/api/media-folders", Map.of("name", "łóDŹ"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).containsEntry("current", łódź.toString());
        folder("Łódź", łódź);
        var lodz = folder("Lodz", null);
        assertThat(patch("/api/media-folders/" + lodz, Map.of("name", "ŁÓDŹ")).status())
                .isEqualTo(409);
        assertThat(patch("/api/media-folders/" + łódź, Map.of("name", "ŁÓDŹ")).status())
                .as("itself in other letters")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b"})
    void aFolderWithoutANameIsRefused(String name) {
        assertThat(rules(post("/api/media-folders", Map.of("name", name)))).isEqualTo("name required");
    }

    @Test
    void namesOfFoldersAreBoundedAndText() {
        assertThat(rules(post("/api/media-folders", Map.of("name", "a".repeat(101)))))
                .isEqualTo("name too-long");
        assertThat(rules(post("/api/media-folders", Map.of("name", "a\0b")))).isEqualTo("name not-text");
        assertThat(rules(post("/api/media-folders", json("name", "a", "parent", UUID.randomUUID()))))
                .isEqualTo("parent unknown-id");
    }

    @Test
    void foldersAreNestedTenDeepAndNoDeeper() {
        var deepest = folder("level 1", null);
        for (int level = 2; level <= 10; level++) {
            deepest = folder("level " + level, deepest);
        }
        assertThat(post("/api/media-folders", json("name", "too deep", "parent", deepest))
                        .status())
                .isEqualTo(409);
        var tall = folder("tall", null);
        folder("in it", tall);
        var ninth = UUID.fromString(String.valueOf(
                get("/api/media-folders/" + deepest).body().get("parent")));
        assertThat(patch("/api/media-folders/" + tall, Map.of("parent", ninth)).status())
                .as("what comes with it counts")
                .isEqualTo(409);
    }

    @Test
    void aFolderNeverLiesWithinItself() {
        var above = folder("above", null);
        var beneath = folder("beneath", above);
        assertThat(patch("/api/media-folders/" + above, Map.of("parent", beneath)).status())
                .isEqualTo(409);
        assertThat(patch("/api/media-folders/" + above, Map.of("parent", above)).status())
                .isEqualTo(409);
    }

    @Test
    void twoWhoMoveFoldersIntoEachOtherMakeNoCircle() {
        for (int round = 0; round < 5; round++) {
            var one = folder("one" + round, null);
            var other = folder("other" + round, null);
            var first = CompletableFuture.supplyAsync(
                    () -> patch("/api/media-folders/" + one, Map.of("parent", other)).status());
            var second = CompletableFuture.supplyAsync(
                    () -> patch("/api/media-folders/" + other, Map.of("parent", one)).status());
            assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void onlyAnEmptyFolderGoes() throws IOException {
        var folder = folder("full", null);
        var id = upload("a.png", Samples.still("png", 24, 20)).id();
        assertThat(patch("/api/media/" + id, Map.of("folder", folder)).body())
                .containsEntry("folder", folder.toString());
        assertThat(get("/api/media-folders/" + folder).body()).containsEntry("assets", 1);
        assertThat(delete("/api/media-folders/" + folder)).isEqualTo(409);
        patch("/api/media/" + id, json("folder", null));
        assertThat(delete("/api/media-folders/" + folder)).isEqualTo(204);
    }

    @Test
    void aFolderThatGoesWhileAFileComesEndsWellForBoth() throws IOException {
        var id = upload("a.png", Samples.still("png", 25, 20)).id();
        for (int round = 0; round < 5; round++) {
            var folder = folder("round" + round, null);
            var moved = CompletableFuture.supplyAsync(
                    () -> patch("/api/media/" + id, Map.of("folder", folder)).status());
            int gone = CompletableFuture.supplyAsync(() -> delete("/api/media-folders/" + folder))
                    .join();
            assertThat(List.of(moved.join(), gone)).isIn(List.of(200, 409), List.of(400, 204));
            patch("/api/media/" + id, json("folder", null));
        }
    }

    @Test
    void whatIsWrittenToAFileIsKeptAndWhatIsAbsentStays() throws IOException {
        var id = upload("a.png", Samples.still("png", 26, 20)).id();
        var all = patch(
                "/api/media/" + id,
                Map.of("name", " Bochenek  chleba.png ", "alt", "Chleb na stole", "tags", List.of("Chleb", " na  stole ")));
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.body())
                .containsEntry("name", "Bochenek chleba.png")
                .containsEntry("alt", "Chleb na stole")
                .containsEntry("tags", List.of("Chleb", "na stole"));
        assertThat(patch("/api/media/" + id, Map.of("alt", "")).body())
                .containsEntry("alt", "")
                .containsEntry("name", "Bochenek chleba.png")
                .containsEntry("tags", List.of("Chleb", "na stole"));
        assertThat(patch("/api/media/" + id, Map.of()).body()).containsEntry("name", "Bochenek chleba.png");
        assertThat(rules(patch("/api/media/" + id, Map.of("name", "a/b.png")))).isEqualTo("name file-name");
        assertThat(rules(patch("/api/media/" + id, Map.of("name", " ")))).isEqualTo("name required");
        assertThat(rules(patch("/api/media/" + id, Map.of("alt", "a".repeat(5_001)))))
                .isEqualTo("alt too-long");
        assertThat(rules(patch("/api/media/" + id, Map.of("folder", UUID.randomUUID()))))
                .isEqualTo("folder unknown-id");
        assertThat(rules(patch("/api/media/" + id, Map.of("folder", 7)))).isEqualTo("folder malformed");
    }

    @Test
    void tagsAreWordsToldApartWithoutCase() throws IOException {
        var one = upload("a.png", Samples.still("png", 27, 20)).id();
        var two = upload("b.png", Samples.still("png", 28, 20)).id();
        tag(one, "Lato", "LATO", "morze");
        assertThat(tag(two, "lato").body()).as("the first spelling stays").containsEntry("tags", List.of("Lato"));
        assertThat(items(get("/api/media-tags")))
                .extracting(it -> it.get("name") + " " + it.get("assets"))
                .containsExactly("Lato 2", "morze 1");
        tag(one);
        assertThat(items(get("/api/media-tags")))
                .extracting(it -> it.get("name") + " " + it.get("assets"))
                .containsExactly("Lato 1", "morze 0");
    }

    @Test
    void tagsAreBounded() throws IOException {
        var id = upload("a.png", Samples.still("png", 29, 20)).id();
        assertThat(rules(tag(id, "a".repeat(51)))).isEqualTo("tags too-long");
        assertThat(rules(tag(id, " "))).isEqualTo("tags required");
        var many = IntStream.range(0, 31).mapToObj(i -> "tag" + i).toArray(String[]::new);
        assertThat(rules(tag(id, many))).isEqualTo("tags too-many");
        assertThat(items(get("/api/media-tags"))).as("nothing is left of it").isEmpty();
    }

    @Test
    void aTagIsRenamedAndFoundByItsNewName() throws IOException {
        var id = upload("a.png", Samples.still("png", 30, 20)).id();
        tag(id, "wakacje", "plaża");
        var tag = tagId("wakacje");
        assertThat(patch("/api/media-tags/" + tag, Map.of("name", "Urlop")).body())
                .containsEntry("name", "Urlop")
                .containsEntry("assets", 1);
        assertThat(names("q=urlop")).containsExactly("a.png");
        assertThat(names("q=wakacje")).isEmpty();
        var taken = patch("/api/media-tags/" + tag, Map.of("name", "PLAŻA"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body()).containsEntry("current", tagId("plaża"));
    }

    @Test
    void twoTagsBecomeOne() throws IOException {
        var one = upload("a.png", Samples.still("png", 31, 20)).id();
        var both = upload("b.png", Samples.still("png", 32, 20)).id();
        tag(one, "foto");
        tag(both, "foto", "zdjęcie");
        assertThat(delete("/api/media-tags/" + tagId("foto") + "?into=" + UUID.randomUUID()))
                .isEqualTo(400);
        assertThat(delete("/api/media-tags/" + tagId("foto") + "?into=" + tagId("zdjęcie")))
                .isEqualTo(204);
        assertThat(items(get("/api/media-tags")))
                .extracting(it -> it.get("name") + " " + it.get("assets"))
                .containsExactly("zdjęcie 2");
        assertThat(names("q=zdjecie&sort=NAME")).containsExactly("a.png", "b.png");
        assertThat(names("q=foto")).isEmpty();
        assertThat(delete("/api/media-tags/" + tagId("zdjęcie"))).isEqualTo(204);
        assertThat(get("/api/media/" + one).body()).containsEntry("tags", List.of());
    }

    @Test
    void filesAreFoundByWordsOfNameDescriptionAndTags() throws IOException {
        var bread = upload("Żytni_CHLEB-2026.png", Samples.still("png", 34, 20)).id();
        var cake = upload("IMG2031.png", Samples.still("png", 35, 20)).id();
        patch("/api/media/" + cake, Map.of("alt", "Ciasto z jabłkami, Łódź"));
        tag(bread, "piekarnia");

        assertThat(names("q=chleb")).containsExactly("Żytni_CHLEB-2026.png");
        assertThat(names("q=zytni+2026")).containsExactly("Żytni_CHLEB-2026.png");
        assertThat(names("q=ŻYT")).as("the beginning is enough").containsExactly("Żytni_CHLEB-2026.png");
        assertThat(names("q=jablkami+lodz")).containsExactly("IMG2031.png");
        assertThat(names("q=2031")).containsExactly("IMG2031.png");
        assertThat(names("q=piek+chleb")).as("over all three").containsExactly("Żytni_CHLEB-2026.png");
        assertThat(names("q=piek+ciasto")).as("each word").isEmpty();
        assertThat(names("q=!!!")).isEmpty();
        assertThat(names("q=' | & : * ( ) \\ %27")).isEmpty();
        patch("/api/media/" + cake, Map.of("name", "szarlotka.png"));
        assertThat(names("q=2031")).isEmpty();
    }

    @Test
    void listsAreNarrowedByFolderTagKindAndUse() throws IOException {
        var outer = folder("outer", null);
        var inner = folder("inner", outer);
        var top = upload("top.png", Samples.still("png", 36, 20)).id();
        var out = upload("out.png", Samples.still("png", 37, 20)).id();
        var in = upload("in.gif", Samples.animation(3)).id();
        patch("/api/media/" + out, Map.of("folder", outer, "tags", List.of("a", "b")));
        patch("/api/media/" + in, Map.of("folder", inner, "tags", List.of("a")));
        bean(Assets.class).markUsed(owner.workspace(), UUID.randomUUID(), List.of(top));

        assertThat(names("folder=none")).containsExactly("top.png");
        assertThat(names("folder=" + outer)).containsExactly("out.png");
        assertThat(names("folder=" + outer + "&deep=true")).containsExactly("in.gif", "out.png");
        assertThat(names("tag=A")).containsExactly("in.gif", "out.png");
        assertThat(names("tag=a&tag=b")).containsExactly("out.png");
        assertThat(names("tag=a&tag=A")).as("one tag, said twice").hasSize(2);
        assertThat(names("tag=nobody's")).isEmpty();
        assertThat(names("kind=ANIMATION")).containsExactly("in.gif");
        assertThat(names("kind=ANIMATION&kind=IMAGE")).hasSize(3);
        assertThat(names("unused=true")).containsExactly("in.gif", "out.png");
        assertThat(names("unused=true&tag=b&folder=" + outer + "&q=out")).containsExactly("out.png");
        assertThat(rules(get("/api/media?folder=x"))).isEqualTo("folder malformed");
        assertThat(rules(get("/api/media?sort=x"))).isEqualTo("sort malformed");
        assertThat(rules(get("/api/media?kind=x"))).isEqualTo("kind malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEWEST", "OLDEST", "NAME", "LARGEST", "SMALLEST"})
    void everyOrderGoesOnWhereItStoppedWhateverComesOrGoes(String sort) throws IOException {
        for (var name : List.of("ą.png", "b.png", "Ć.png", "d.png", "a.png")) {
            upload(name, Samples.still("png", 40 + name.charAt(0) % 7, 20));
        }
        var whole = names("sort=" + sort);
        assertThat(whole).hasSize(5);
        var paged = new ArrayList<String>();
        var seen = new ArrayList<AssetId>();
        String cursor = "";
        do {
            var page = get("/api/media?limit=2&sort=" + sort + cursor);
            items(page).forEach(item -> {
                paged.add(String.valueOf(item.get("name")));
                seen.add(new AssetId(UUID.fromString(String.valueOf(item.get("id")))));
            });
            var next = page.body().get("next");
            cursor = next == null ? "" : "&cursor=" + next;
            // the very row that the cursor was made of goes
            delete("/api/media/" + seen.getLast());
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(whole);
        if (sort.equals("NAME")) {
            assertThat(paged).containsExactly("ą.png", "a.png", "b.png", "Ć.png", "d.png");
        }
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() throws IOException {
        for (int i = 0; i < 2; i++) {
            upload("n" + i + ".png", Samples.still("png", 50 + i, 20));
        }
        var next = get("/api/media?limit=1&sort=NAME").body().get("next");
        assertThat(rules(get("/api/media?sort=LARGEST&cursor=" + next))).isEqualTo("cursor malformed");
        assertThat(rules(get("/api/media?cursor=nonsense"))).isEqualTo("cursor malformed");
    }

    @Test
    void manyAreMovedAndTaggedAtOnceEachWithItsOutcome() throws IOException {
        var folder = folder("many", null);
        var one = upload("1.png", Samples.still("png", 53, 20)).id();
        var full = upload("2.png", Samples.still("png", 54, 20)).id();
        tag(full, IntStream.range(0, 30).mapToObj(i -> "t" + i).toArray(String[]::new));
        var nobody = UUID.randomUUID();

        var answer = post(
                "/api/media-changes",
                Map.of("ids", List.of(one, full, nobody, one), "folder", folder, "addTags", List.of("Nowy")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(items(answer))
                .extracting(it -> it.get("outcome"))
                .containsExactly("DONE", "TOO_MANY_TAGS", "NOT_FOUND");
        assertThat(get("/api/media/" + one).body())
                .containsEntry("folder", folder.toString())
                .containsEntry("tags", List.of("Nowy"));
        assertThat(get("/api/media/" + full).body()).containsEntry("folder", null);
        var swapped = post(
                "/api/media-changes",
                Map.of("ids", List.of(full), "addTags", List.of("Nowy"), "removeTags", List.of("T0", "nie ma")));
        assertThat(items(swapped)).extracting(it -> it.get("outcome")).containsExactly("DONE");
        assertThat(items(post("/api/media-changes", json("ids", List.of(one), "folder", null))))
                .extracting(it -> it.get("outcome"))
                .containsExactly("DONE");
        assertThat(names("folder=none&sort=NAME")).containsExactly("1.png", "2.png");
    }

    @Test
    void manyAreDeletedAtOnceButNotWhatIsUsed() throws IOException {
        var free = upload("free.png", Samples.still("png", 55, 20)).id();
        var used = upload("used.png", Samples.still("png", 56, 20)).id();
        bean(Assets.class).markUsed(owner.workspace(), UUID.randomUUID(), List.of(used));
        var answer = post("/api/media-changes", Map.of("ids", List.of(free, used), "delete", true));
        assertThat(items(answer)).extracting(it -> it.get("outcome")).containsExactly("DONE", "IN_USE");
        assertThat(items(answer).getLast()).containsEntry("message", "The file is used in posts.");
        assertThat(names("")).containsExactly("used.png");
    }

    @Test
    void manyMeansTwoHundredAndOneKindOfChange() {
        var id = List.of(UUID.randomUUID());
        assertThat(rules(post("/api/media-changes", Map.of("ids", List.of(), "delete", true))))
                .isEqualTo("ids required");
        assertThat(rules(post(
                        "/api/media-changes", json("ids", Collections.nCopies(201, id.getFirst()), "delete", true))))
                .isEqualTo("ids too-many");
        assertThat(rules(post("/api/media-changes", Map.of("ids", id)))).isEqualTo("delete one-change");
        assertThat(rules(post("/api/media-changes", Map.of("ids", id, "delete", true, "addTags", List.of("a")))))
                .isEqualTo("delete one-change");
    }

    @Test
    void anotherWorkspaceFindsNothing() throws IOException {
        var folder = folder("mine", null);
        var id = upload("mine.png", Samples.still("png", 57, 20)).id();
        tag(id, "mine");
        var tag = tagId("mine");
        var stranger = newOwner();
        var theirs = httpWith(bean(Tokens.class)
                .create(stranger.workspace(), stranger.person(), "x", Set.of(Scope.READ, Scope.WRITE))
                .secret());
        var change = Map.of("name", "theirs");
        assertThat(Stream.of(
                        status(theirs, HttpMethod.GET, "/api/media-folders/" + folder, null),
                        status(theirs, HttpMethod.PATCH, "/api/media-folders/" + folder, change),
                        status(theirs, HttpMethod.DELETE, "/api/media-folders/" + folder, null),
                        status(theirs, HttpMethod.PATCH, "/api/media-tags/" + tag, change),
                        status(theirs, HttpMethod.DELETE, "/api/media-tags/" + tag, null),
                        status(theirs, HttpMethod.PATCH, "/api/media/" + id, change),
                        status(theirs, HttpMethod.PUT, "/api/media/" + id + "/tags", Map.of("tags", List.of("a"))),
                        status(theirs, HttpMethod.GET, "/api/media/" + id + "/uses", null)))
                .containsOnly(404);
        assertThat(status(theirs, HttpMethod.POST, "/api/media-folders", json("name", "a", "parent", folder)))
                .isEqualTo(400);
        var bulk = theirs.post()
                .uri("/api/media-changes")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("ids", List.of(id), "delete", true))
                .retrieve()
                .body(String.class);
        assertThat(bulk).contains("NOT_FOUND");
        assertThat(get("/api/media/" + id).body())
                .containsEntry("name", "mine.png")
                .containsEntry("tags", List.of("mine"));
    }

    private UUID folder(String name, @Nullable UUID parent) {
        var made = post("/api/media-folders", json("name", name, "parent", parent));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
        return made.id().value();
    }

    private Answer tag(AssetId id, String... tags) {
        return send(HttpMethod.PUT, "/api/media/" + id + "/tags", Map.of("tags", List.of(tags)));
    }

    private String tagId(String name) {
        return items(get("/api/media-tags")).stream()
                .filter(tag -> name.equals(tag.get("name")))
                .map(tag -> String.valueOf(tag.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names(String query) {
        return items(get("/api/media?" + query)).stream()
                .map(item -> String.valueOf(item.get("name")))
                .toList();
    }

    private Answer patch(String path, Object body) {
        return send(HttpMethod.PATCH, path, body);
    }

    private int delete(String path) {
        return status(http, HttpMethod.DELETE, path, null);
    }

    private static int status(RestClient client, HttpMethod method, String path, @Nullable Object body) {
        var request = client.method(method).uri(path);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toBodilessEntity().getStatusCode().value();
    }
}
