package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Call;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Step;

/** Quotes, replies and the rules of a post: what they name is read, and the rules are out together with the post. */
class BlueskyLinksTest extends BlueskyStand {
    private static final String GONE = BlueskySamples.GRACE + "3lgracenothin";
    private static final String UNQUOTABLE = BlueskySamples.GRACE + "3lgracenoquot";
    private static final String CLOSED = BlueskySamples.GRACE + "3lgracenorepl";

    @ParameterizedTest
    @CsvSource({
        "quote,   " + GONE + ",       quote-missing",
        "replyTo, " + GONE + ",       reply-missing",
        "quote,   " + UNQUOTABLE + ", quote-disabled",
        "replyTo, " + CLOSED + ",     reply-disabled",
        "quote,   https://bsky.app/profile/nobody.test/post/3kabc, quote-missing",
        "replyTo, https://bsky.app/profile/nobody.test/post/3kabc, reply-missing"
    })
    void whatCannotBeNamedIsRefusedBeforeAnythingIsWritten(String option, String address, String code) {
        var walked = walked("{'" + option + "':'" + address + "'}", "Moss");

        walked.end().isRefused(code);
        assertThat(walked.wire().sent()).noneMatch(Wire.Sent::write);
    }

    @Test
    void onlyOneOfTwoNamedPostsIsBlamed() {
        walked("{'quote':'" + BlueskySamples.GREETING + "','replyTo':'" + GONE + "'}", "Moss")
                .end()
                .isRefused("reply-missing");
    }

    @Test
    void aListThatIsGoneIsRefused() {
        var gone = BlueskySamples.LIST.replace("3ladaregulars", "3ladaforgotten");

        walked("{'replies':'CHOSEN','replyLists':['" + gone + "']}", "Moss")
                .end()
                .isRefused("list-missing");
    }

    /** Of one's own repository the same words mean that it has moved; a stranger's is simply not there. */
    @Test
    void aListInARepositoryThatNobodyHasIsRefused() {
        var wire = new Wire(call -> call.uri().getPath().endsWith("getRecord")
                ? reply(400, "{\"error\":\"InvalidRequest\",\"message\":\"COULD NOT find repo: did:plc:nobody\"}")
                : stage.transport().send(call));
        var delivery = delivery(
                "{'replies':'CHOSEN','replyLists':['at://did:plc:nobody/app.bsky.graph.list/3lnobody']}", "Moss");

        MiniWalk.of(network(wire), stage, wire, session(), delivery).run().isRefused("list-missing");
    }

    /** Others are not hindered: a post that may not be quoted can be answered, and the other way round. */
    @Test
    void aRuleHoldsForWhatItIsAbout() {
        assertThat(walked("{'replyTo':'" + UNQUOTABLE + "'}", "Moss").end()).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(walked("{'quote':'" + CLOSED + "'}", "Moss").end()).isInstanceOf(MiniWalk.End.Published.class);
    }

    @Test
    void onesOwnPostCanBeQuotedAndAnsweredWhateverItsRules() {
        var own = walked("{'replies':'NOBODY','quotable':false}", "Moss")
                .published()
                .post()
                .id();

        assertThat(walked("{'quote':'" + own + "','replyTo':'" + own + "'}", "More")
                        .end())
                .isInstanceOf(MiniWalk.End.Published.class);
    }

    /** What was written a moment ago is not shown at once. */
    @Test
    void aPostThatIsNotShownYetIsLookedForAgain() {
        var looks = new int[1];
        var late = new Wire(call -> call.uri().getPath().endsWith("getPosts") && looks[0]++ == 0
                ? new Reply(200, Map.of(), Json.bytes(Fields.of("posts", List.of())))
                : stage.transport().send(call));
        var delivery = delivery("{'quote':'" + BlueskySamples.GREETING + "'}", "Moss");

        var end = MiniWalk.of(network(late), stage, late, session(), delivery).run();

        assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(looks[0]).isEqualTo(2);
    }

    @Test
    void aThreadAnswersFromTheRootOfWhatItAnswers() {
        var first = walked("{'replyTo':'" + BlueskySamples.GREETING + "'}", "Buns")
                .published()
                .post();

        var walked = walked("{'replyTo':'" + first.permalink() + "'}", "Hot", "and fresh");

        var posts = walked.published().post();
        var reply = walked.written().at("/record/reply");
        assertThat(reply.at("/root/uri").asString("")).isEqualTo(BlueskySamples.GREETING);
        assertThat(reply.at("/parent/uri").asString("")).isEqualTo(posts.id());
        assertThat(walked.wire().sent().stream()
                        .filter(Wire.Sent::write)
                        .findFirst()
                        .orElseThrow()
                        .text())
                .contains("\"parent\":{\"uri\":\"" + first.id() + "\"");
    }

    @Test
    void aQuoteStandsBesideACard() {
        var walked = walked("{'quote':'" + BlueskySamples.GREETING + "'}", "Read " + TestFiles.FILES.page() + " now");

        var embed = walked.written().at("/record/embed");
        assertThat(embed.path("$type").asString("")).isEqualTo("app.bsky.embed.recordWithMedia");
        assertThat(embed.at("/record/record/uri").asString("")).isEqualTo(BlueskySamples.GREETING);
        assertThat(embed.at("/media/$type").asString("")).isEqualTo("app.bsky.embed.external");
    }

    /** There is no moment in which the post is out and its rules are not. */
    @ParameterizedTest
    @EnumSource(Cut.class)
    void aPostAndItsRulesAreOutTogetherOrNotAtAll(Cut cut) {
        var delivery = delivery("{'replies':'NOBODY','quotable':false}", "Moss");

        var walked = walked(delivery, Map.of(0, cut));

        var post = walked.published().post();
        assertThat(record(post, "app.bsky.feed.post")).isEqualTo(200);
        assertThat(record(post, Gates.REPLIES)).isEqualTo(200);
        assertThat(record(post, Gates.QUOTES)).isEqualTo(200);
        assertThat(walked.methods()).doesNotContain("putRecord");
    }

    @Test
    void theReplyRuleBelongsToTheRootAndTheQuoteRuleToEachPost() {
        var post = walked("{'replies':'NOBODY','quotable':false}", "One", "Two")
                .published()
                .post();
        var second = RemotePost.of(post.more().getFirst(), null);

        assertThat(record(post, Gates.REPLIES)).isEqualTo(200);
        assertThat(record(second, Gates.REPLIES)).isEqualTo(400);
        assertThat(record(second, Gates.QUOTES)).isEqualTo(200);
    }

    @Test
    void aPostForEveryoneHasNoRules() {
        var post = walked("{}", "Moss").published().post();

        assertThat(record(post, Gates.REPLIES)).isEqualTo(400);
        assertThat(record(post, Gates.QUOTES)).isEqualTo(400);
    }

    private int record(RemotePost post, String collection) {
        var parts = post.id().split("/", -1);
        var pds = BlueskyApi.pds(session().credential());
        var call = Call.get(Hosts.xrpc(pds, "com.atproto.repo.getRecord"))
                .query("repo", parts[2])
                .query("collection", collection)
                .query("rkey", parts[4]);
        return new Http(stage.transport()).send(call).status();
    }

    @Test
    void aStrangersRecordIsLeftAloneByAPostWithRules() {
        var id = UUID.randomUUID();
        walked(delivery(id, "{}", "Hello"), Map.of()).published();

        walked(delivery(id, "{'quotable':false}", "Something else"), Map.of())
                .end()
                .isRefused("key-taken");
        assertThat(stage.visible()).noneMatch(text -> text.startsWith("Something"));
    }

    /** The write is done, and only the key can say what it holds. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "<html>", "{\"uri\":\"at://a/b/c\",\"results\":[{\"uri\":\"at://a/b/c\"}]}"})
    void anAnswerThatDoesNotSayWhatItWroteIsLookedUp(String answer) {
        for (var options : List.of("{}", "{'quotable':false}")) {
            var wire = new Wire(call -> {
                var reply = stage.transport().send(call);
                return writes(call) && reply.ok() ? reply(200, answer) : reply;
            });
            var delivery = delivery(options, "Moss");

            var end =
                    MiniWalk.of(network(wire), stage, wire, session(), delivery).run();

            assertThat(((MiniWalk.End.Published) end).post().id())
                    .isEqualTo(PostAddress.uri(session().account().id(), Tid.of(delivery, 0)));
        }
    }

    @Test
    void anEmptyAnswerToAWriteThatWasNotDoneIsNoVerdict() {
        var wire = new Wire(
                call -> writes(call) ? reply(200, "{}") : stage.transport().send(call));

        for (var options : List.of("{}", "{'quotable':false}")) {
            assertThat(fault(network(wire).publisher(), options))
                    .isInstanceOfSatisfying(
                            Fault.Unavailable.class,
                            it -> assertThat(it.maybeDone()).isTrue());
        }
    }

    private static boolean writes(Call call) {
        var path = call.uri().getPath();
        return path.endsWith("putRecord") || path.endsWith("applyWrites");
    }

    private static Reply reply(int status, String body) {
        return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The write was refused as broken and a proxy forbids the look: nobody may conclude that nothing was done. */
    @Test
    void aForbiddenLookAfterABrokenWriteIsNoVerdict() {
        var wire = new Wire(call -> new Reply(call.method().equals("GET") ? 403 : 502, Map.of(), new byte[0]));

        assertThat(fault(network(wire).publisher(), "{'quotable':false}"))
                .isInstanceOfSatisfying(
                        Fault.Unavailable.class,
                        it -> assertThat(it.maybeDone()).isTrue());
    }

    /** A refusal that names its reason stands when the key is free. */
    @Test
    void aRefusedPostWithRulesIsRefused() {
        walked("{'quotable':false}", "a".repeat(301)).end().isRefused("record");
        assertThat(stage.visible()).noneMatch(text -> text.startsWith("aaa"));
    }

    private <S extends Step> Fault fault(Publisher<S> publisher, String options) {
        var delivery = delivery(options, "Moss");
        try {
            Outcome<S> outcome = publisher.perform(publisher.first(delivery), delivery, session());
            throw new AssertionError("no fault but " + outcome);
        } catch (NetworkException e) {
            return e.fault();
        }
    }

    /** A new try of a thread looks up nothing again that its posts hang from. */
    @Test
    void whatTheRestOfAThreadHangsFromIsKept() {
        var named = new At.Named(null, new At.Ref("at://a/b/root", "c1"), new At.Ref("at://a/b/parent", "c2"));
        var nothing = At.Work.NOTHING.with(named);

        assertThat(nothing.prepared().named()).isNull();
        assertThat(nothing.with(new At.Ref("at://a/b/c", "c3")).prepared().named())
                .isEqualTo(named);
    }
}
