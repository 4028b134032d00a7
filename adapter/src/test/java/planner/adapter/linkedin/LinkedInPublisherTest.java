package planner.adapter.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk.End;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Finding;
import planner.network.InsightReader.Metric;
import planner.network.MediaKind;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Session;

/** What the tables of the contract do not ask: doubt, patience, second tries, and extras that fail. */
class LinkedInPublisherTest extends LinkedInStand {
    private static final Map<String, String> REPEATS = Map.of("repeat-member-posts", "1");
    private static final String CREATE = "POST posts";

    private static Reply reply(int status, String code, String message) {
        return new Reply(
                status, Map.of(), LinkedInErrors.error(status, code, message).getBytes(StandardCharsets.UTF_8));
    }

    /** The network where so many calls of this method whose path ends so are answered by the test. */
    private Transport answering(int times, String method, String ending, Reply reply) {
        var left = new AtomicInteger(times);
        return call ->
                call.method().equals(method) && call.uri().getPath().endsWith(ending) && left.getAndDecrement() > 0
                        ? reply
                        : stage.transport().send(call);
    }

    private Delivery image() {
        return delivery(LinkedInCapabilities.IMAGE, List.of(FILES.jpeg(320, 200, "")));
    }

    // doubt: pages

    @Test
    void aPagesPostWhoseAnswerWasLostIsFound() {
        var walked = walked(text("Once"), page(), stage.transport(), Map.of(0, Cut.ANSWER_LOST));

        assertThat(walked.post().permalink())
                .asString()
                .endsWith("/feed/update/" + walked.post().id() + "/");
        assertThat(walked.calls()).containsExactly(CREATE, "GET posts");
        assertThat(stage.visible()).containsExactly("Once");
    }

    @Test
    void aPagesPostThatNeverArrivedIsSentAfterTwoLooks() {
        var walked = walked(text("Once"), page(), stage.transport(), Map.of(0, Cut.ERROR_BEFORE));

        assertThat(walked.post().id()).isNotBlank();
        assertThat(walked.calls()).containsExactly("GET posts", "GET posts", CREATE);
        assertThat(stage.visible()).containsExactly("Once");
    }

    @Test
    void anotherFileIsAnotherPost() {
        var body = LinkedInPosts.body(image(), At.Made.nothing(null).plus("urn:li:image:1"), page().account());
        var same = seen("Look", "{\"media\":{\"id\":\"urn:li:image:1\"}}");
        var other = seen("Look", "{\"media\":{\"id\":\"urn:li:image:2\"}}");
        var plain = seen("Look", "null");

        assertThat(LinkedInPosts.same(body, same)).isTrue();
        assertThat(LinkedInPosts.same(body, other)).isFalse();
        assertThat(LinkedInPosts.same(body, plain)).isFalse();
    }

    private static LinkedInApi.Seen seen(String commentary, String content) {
        return LinkedInApi.Seen.of(Json.tree(
                "{\"id\":\"urn:li:share:1\",\"commentary\":\"" + commentary + "\",\"content\":" + content + "}"));
    }

    @Test
    void twoPostsThatLookAlikeAreAPersonsAffair() {
        var delivery = text("Twice");
        var at = stage.now().toEpochMilli();
        var list = "{\"elements\":[" + element("1", at) + "," + element("2", at) + "]}";
        var twins = publisher(
                answering(1, "GET", "/posts", new Reply(200, Map.of(), list.getBytes(StandardCharsets.UTF_8))));

        assertThat(twins.reconcile(publisher(stage.transport()).first(delivery), delivery, page()))
                .isInstanceOf(Outcome.Unknown.class);
    }

    private static String element(String id, long at) {
        return "{\"id\":\"urn:li:share:" + id + "\",\"commentary\":\"Twice\",\"createdAt\":" + at + "}";
    }

    @Test
    void aPageWithTooManyNewPostsIsAPersonsAffair() {
        for (int i = 0; i < LinkedInApi.NEWEST; i++) {
            walked(text("Number " + i));
        }

        var walked = walked(text("Late"), page(), stage.transport(), Map.of(0, Cut.CRASH_BEFORE));

        assertThat(walked.end()).isInstanceOf(End.Unconfirmed.class);
        assertThat(stage.visible()).hasSize(LinkedInApi.NEWEST);
    }

    @Test
    void anOlderPostOfTheSameWordsIsNotTakenForTheNewOne() {
        walked(text("Again"));
        stage.passes(Duration.ofHours(1));
        var delivery = text("Again");
        var publisher = publisher(stage.transport());
        var session = page();

        assertThat(publisher.reconcile(At.Create.of(At.Made.nothing(null)), delivery, session))
                .isInstanceOf(Outcome.Later.class);
        // sent again in doubt it is refused, and the post that LinkedIn names is the old one
        assertThatThrownBy(() -> publisher.perform(new At.Create(At.Made.nothing(null), 0, 0, true), delivery, session))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(((Fault.Rejected) e.fault()).code()).isEqualTo("DUPLICATE_POST"));
    }

    @Test
    void anAppThatMayNotReadAsksAPerson() {
        var session = page();
        var less = new Credential(session.credential().access(), null, null, Set.of("w_organization_social"), Map.of());
        var delivery = text("Blind");
        var publisher = publisher(stage.transport());

        assertThat(publisher.reconcile(
                        publisher.first(delivery), delivery, new Session(session.account(), less, FILES)))
                .isInstanceOf(Outcome.Unknown.class);
    }

    // doubt: members

    @Test
    void aMembersPostWhoseAnswerWasLostIsAPersonsAffair() {
        var walked = walked(text("Mine"), member(), stage.transport(), Map.of(0, Cut.ANSWER_LOST));

        assertThat(walked.end()).isInstanceOf(End.Unconfirmed.class);
        assertThat(walked.calls()).containsExactly(CREATE);
    }

    @Test
    void whereTheOperatorChoseSoTheSecondTryNamesTheFirst() {
        var walked = walked(text("Mine"), member(), stage.transport(), Map.of(0, Cut.ANSWER_LOST), REPEATS);

        assertThat(walked.calls()).containsExactly(CREATE, CREATE);
        assertThat(walked.post().id()).startsWith("urn:li:share:");
        assertThat(stage.visible()).containsExactly("Mine");
    }

    @Test
    void withoutDoubtADuplicateIsRefused() {
        walked(text("Same"), member());

        assertThat(walked(text("Same"), member(), stage.transport(), Map.of(), REPEATS)
                        .end())
                .isInstanceOfSatisfying(
                        End.Failed.class,
                        it -> assertThat(((Fault.Rejected) it.fault()).code()).isEqualTo("DUPLICATE_POST"));
    }

    // patience

    @Test
    void anAppThatMayNotReadImagesWaitsAWhile() {
        var before = stage.now();

        var walked = walked(image(), member());

        assertThat(walked.post().id()).isNotBlank();
        assertThat(walked.calls("GET images/")).isOne();
        assertThat(stage.now()).isEqualTo(before.plusSeconds(20));
    }

    @Test
    void mediaThatAreNotReadyAreWaitedForThreeTimes() {
        var waiting = reply(400, "MEDIA_ASSET_WAITING_UPLOAD", "not ready");
        var before = stage.now();

        assertThat(walked(text("Slow"), page(), answering(3, "POST", "/posts", waiting), Map.of())
                        .post()
                        .id())
                .isNotBlank();
        assertThat(stage.now()).isEqualTo(before.plusSeconds(15 + 30 + 60));
        assertThat(walked(text("Slower"), page(), answering(4, "POST", "/posts", waiting), Map.of())
                        .end())
                .isEqualTo(new End.Failed(new Fault.Rejected("MEDIA_ASSET_WAITING_UPLOAD", "not ready")));
    }

    @Test
    void aDenialIsBelievedTheThirdTime() {
        var denied = reply(403, "", "This resource is forbidden");

        assertThat(walked(text("Open"), page(), answering(2, "POST", "/posts", denied), Map.of())
                        .post()
                        .id())
                .isNotBlank();
        assertThat(walked(text("Shut"), page(), answering(3, "POST", "/posts", denied), Map.of())
                        .end())
                .isEqualTo(new End.Failed(new Fault.Revoked("This resource is forbidden")));
    }

    // second tries

    @Test
    void anUploadWhoseAddressEndedBeginsAnew() {
        var publisher = publisher(stage.transport());
        var delivery = image();
        var session = page();
        var registered = (Outcome.Next<At>) publisher.perform(publisher.first(delivery), delivery, session);
        stage.passes(Duration.ofHours(25));

        assertThat(publisher.perform(registered.step(), delivery, session))
                .isEqualTo(
                        new Outcome.Next<>(new At.Register(At.Made.nothing(null).again())));
    }

    @Test
    void anAddressThatNeverTakesAnythingIsAPersonsAffair() {
        var gone = reply(403, "", "expired");

        assertThat(walked(image(), page(), answering(9, "PUT", "/0", gone), Map.of())
                        .end())
                .isInstanceOfSatisfying(
                        End.Failed.class,
                        it -> assertThat(((Fault.Rejected) it.fault()).code()).isEqualTo("upload"));
    }

    @Test
    void aFileThatLinkedInLostIsSentOnceMore() {
        var lost = reply(400, "INVALID_IMAGE_ID", "no such image");
        var walked = walked(image(), page(), answering(1, "POST", "/posts", lost), Map.of());

        assertThat(walked.post().id()).isNotBlank();
        assertThat(walked.calls("PUT")).isEqualTo(2);
        assertThat(walked(image(), page(), answering(2, "POST", "/posts", lost), Map.of())
                        .end())
                .isEqualTo(new End.Failed(new Fault.Rejected("INVALID_IMAGE_ID", "no such image")));
    }

    @Test
    void aVideoThatWasFinishedByALostCallIsNotFinishedAgain() {
        var delivery = delivery(
                LinkedInCapabilities.VIDEO, List.of(film(640, 360, 4_000, "avc1", LinkedInSamples.PART * 2 + 7)));

        // register, three parts, a look, and the finish whose answer is lost
        var walked = walked(delivery, page(), stage.transport(), Map.of(5, Cut.ANSWER_LOST));

        assertThat(walked.post().id()).startsWith("urn:li:ugcPost:");
        assertThat(walked.calls("PUT")).isEqualTo(3);
        assertThat(walked.calls("POST videos")).isEqualTo(2);
        assertThat(stage.violations()).isEmpty();
    }

    // extras

    @Test
    void captionsAndThumbnailGoWithTheVideo() {
        var options = LinkedInSamples.film(FILES.png(240, 300, ""), LinkedInSamples.captions());
        var walked = taken(delivery(
                LinkedInCapabilities.VIDEO, "", "Moves", List.of(film(640, 360, 4_000, "avc1", 100_000)), options));

        assertThat(stage.site().captions(walked.post().id())).contains("Łódka");
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void captionsThatAreRefusedDoNotFailTheVideo() {
        var options = LinkedInSamples.film(null, LinkedInSamples.document());
        var walked = walked(delivery(
                LinkedInCapabilities.VIDEO, "", "Moves", List.of(film(640, 360, 4_000, "avc1", 100_000)), options));

        assertThat(walked.post().note()).isEqualTo("LinkedIn did not take the captions");
        assertThat(stage.visible()).containsExactly("Moves");
    }

    @Test
    void captionsOfNoLanguageAreLeftOutAndThatIsSaid() {
        var film = List.of(film(640, 360, 4_000, "avc1", 100_000));
        for (var locale : List.of("pl", "pl_PLa")) {
            var options = new LinkedInOptions(
                    null, null, null, null, null, LinkedInSamples.captions(), locale, null, null, null);
            var walked = walked(delivery(LinkedInCapabilities.VIDEO, "", "Moves " + locale, film, options));

            assertThat(walked.post().note())
                    .isEqualTo("the captions are left out, for this is no language and country: " + locale);
        }
        assertThat(stage.visible()).hasSize(2);
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void whatLinkedInGivesNoAddressForIsLeftOutAndThatIsSaid() {
        var options = LinkedInSamples.film(FILES.png(240, 300, ""), LinkedInSamples.captions());
        Transport silent = call -> {
            var reply = stage.transport().send(call);
            var without = reply.text()
                    .replace("captionsUploadUrl", "nothing")
                    .replace("thumbnailUploadUrl", "nothingElse")
                    .getBytes(StandardCharsets.UTF_8);
            return call.uri().getPath().endsWith("/videos")
                    ? new Reply(reply.status(), reply.headers(), without)
                    : reply;
        };

        var walked = walked(
                delivery(
                        LinkedInCapabilities.VIDEO,
                        "",
                        "Moves",
                        List.of(film(640, 360, 4_000, "avc1", 100_000)),
                        options),
                page(),
                silent,
                Map.of());

        assertThat(walked.post().note())
                .isEqualTo("LinkedIn gave no address for the captions: they are left out; "
                        + "LinkedIn gave no address for the thumbnail: it is left out");
        assertThat(stage.visible()).containsExactly("Moves");
    }

    @Test
    void aCommentThatIsRefusedDoesNotFailThePost() {
        var commented = delivery(LinkedInCapabilities.TEXT, "", "Post", List.of(), LinkedInSamples.commented("More"));

        assertThat(walked(commented, member()).post().note()).startsWith("the first comment was refused: ");
        assertThat(findings(commented, member())).extracting(Finding::rule).containsExactly("linkedin.comment-scope");
        assertThat(stage.visible()).containsExactly("Post");
    }

    @Test
    void aPagesCommentWhoseAnswerWasLostIsNotSaidTwice() {
        var commented = delivery(LinkedInCapabilities.TEXT, "", "Post", List.of(), LinkedInSamples.commented("More"));

        var walked = walked(commented, page(), stage.transport(), Map.of(1, Cut.ANSWER_LOST));

        assertThat(walked.post().note()).isEmpty();
        assertThat(walked.calls("POST socialActions")).isOne();
        assertThat(walked.calls("GET socialActions")).isOne();
    }

    @Test
    void anArticleWhosePageIsSilentHasTheNameOfItsHost() {
        var article = delivery(
                LinkedInCapabilities.ARTICLE,
                "",
                "Read",
                List.of(),
                LinkedInSamples.article("http://127.0.0.1:1/nothing", null, null));

        var sent = walked(article).wire().sent().getLast().text();

        assertThat(sent).contains("\"title\":\"127.0.0.1\"").doesNotContain("thumbnail", "description");
    }

    @Test
    void anArticleWhosePictureIsUselessIsPublishedWithoutIt() {
        var text = FILES.file(
                MediaKind.IMAGE, "image/png", "no.png", "no picture".getBytes(StandardCharsets.UTF_8), 300, 300);
        var article = delivery(
                LinkedInCapabilities.ARTICLE,
                "Bread",
                "Read",
                List.of(),
                LinkedInSamples.article("https://example.com/", "How", text));

        assertThat(walked(article).post().note()).isEqualTo("LinkedIn could not use the picture of the card");
        assertThat(stage.visible()).containsExactly("Read");
    }

    @Test
    void aPostIsSharedAgain() {
        var first = walked(text("First")).post();
        var link = "https://www.linkedin.com/feed/update/" + first.id() + "/";
        var again = delivery(LinkedInCapabilities.TEXT, "", "Second", List.of(), LinkedInSamples.reshare(link));

        var sent = taken(again).wire().sent().getFirst().text();

        assertThat(sent).contains("\"reshareContext\":{\"parent\":\"" + first.id() + "\"}");
        assertThat(stage.violations()).isEmpty();
    }

    // counts

    @Test
    void aMemberOfTheLookedAtAppHasCountsToo() {
        var connector = network.connectors().getFirst();
        var grant = connector.accounts(page().credential()).getLast();
        var session = new Session(grant.account(), grant.credential(), FILES);
        var post = walked(text("Counted"), session).post();
        stage.passes(Duration.ofMinutes(20));
        var reader = network.insights().orElseThrow();

        assertThat(reader.ofPost(post.id(), session))
                .isEqualTo(Map.of(
                        Metric.IMPRESSIONS, 120L,
                        Metric.REACH, 60L,
                        Metric.LIKES, 10L,
                        Metric.COMMENTS, 0L,
                        Metric.SHARES, 2L));
        assertThat(reader.ofAccount(session)).isEqualTo(Map.of());
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void hundredAndFiftyCallsADayThenMidnightIsWaitedFor() {
        var session = member();
        var texts = IntStream.range(0, 150).mapToObj(i -> "Number " + i).collect(Collectors.toList());
        texts.forEach(each -> walked(text(each), session));
        assertThat(stage.visible()).hasSize(150);

        walked(text("Tomorrow"), session).post();

        assertThat(stage.now()).isEqualTo("2026-12-02T00:01:00Z");
        assertThat(stage.visible()).hasSize(151);
    }
}
