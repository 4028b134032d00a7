package planner.adapter.bluesky;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Lists;
import planner.network.Step;

/** Where a publication to Bluesky stands. Every step may be repeated: see {@link Tid} and docs/networks/bluesky.md. */
sealed interface At extends Step {
    Work work();

    @Override
    default List<String> out() {
        return work().posts().stream().map(Ref::uri).toList();
    }

    /** The people named in the texts are looked up. */
    record Mentions(Work work) implements At {}

    /**
     * What the post names elsewhere is looked up: the quoted post, the answered one, the lists of the reply rule.
     *
     * @param looks how often a named post was not to be seen
     */
    record Lookup(Work work, int looks) implements At {}

    /** The next medium goes to the server as a blob. */
    record Blobs(Work work) implements At {}

    /** The captions of the first video go to the server as a blob. */
    record Captions(Work work) implements At {}

    /** Whether the video service takes the next medium today. */
    record VideoAllowance(Work work) implements At {}

    /** The next medium goes to the video service in one piece. */
    record VideoWhole(Work work) implements At {}

    /** The next medium is announced to the video service, to be sent in parts. */
    record VideoStart(Work work) implements At {}

    /** @param part the next one to send, from 1 */
    record VideoPart(Work work, String job, long partBytes, int parts, int part) implements At {}

    record VideoFinish(Work work, String job) implements At {}

    /** The video service works on the next medium. */
    record VideoProcessing(Work work, String job) implements At {}

    /** The card of the next part with a bare link is made. */
    record Cards(Work work) implements At {}

    /** The next post of the thread is written to its key. */
    record Put(Work work) implements At {}

    /**
     * What is ready so far.
     *
     * @param mentions handle → DID; {@code null} before they were looked up
     * @param blobs of all media, in the order of parts and media
     * @param cards by part; shorter than the thread while they are being made
     * @param posts written so far
     * @param rounds how often blobs were uploaded again, because the server had let them go or had not made one of a video
     * @param named what the post names elsewhere; {@code null} before it was looked up
     * @param captions {@code null} before they were uploaded
     */
    record Work(
            @Nullable Map<String, String> mentions,
            List<Blob> blobs,
            List<Card> cards,
            List<Ref> posts,
            int rounds,
            @Nullable Named named,
            @Nullable Blob captions) {

        static final Work NOTHING = new Work(null, List.of(), List.of(), List.of(), 0, null, null);

        Work resolved(Map<String, String> dids) {
            return new Work(Map.copyOf(dids), blobs, cards, posts, rounds, named, captions);
        }

        Work with(Named found) {
            return new Work(mentions, blobs, cards, posts, rounds, found, captions);
        }

        Work with(Blob blob) {
            return new Work(mentions, Lists.plus(blobs, blob), cards, posts, rounds, named, captions);
        }

        Work captioned(Blob file) {
            return new Work(mentions, blobs, cards, posts, rounds, named, file);
        }

        Work with(Card card) {
            return new Work(mentions, blobs, Lists.plus(cards, card), posts, rounds, named, captions);
        }

        Work with(Ref post) {
            return new Work(mentions, blobs, cards, Lists.plus(posts, post), rounds, named, captions);
        }

        /** The server let the blobs go before the post was written: once more from the first upload. */
        Work uploadedAgain() {
            return new Work(mentions, List.of(), List.of(), posts, rounds + 1, named, null);
        }

        /** What was not made of the next medium is tried anew; the rest stays. */
        Work another() {
            return new Work(mentions, blobs, cards, posts, rounds + 1, named, captions);
        }

        /** Only what is out stays, and what it names: the rest of a thread hangs from the same root. */
        Work prepared() {
            return new Work(mentions, List.of(), List.of(), posts, 0, posts.isEmpty() ? null : named, null);
        }
    }

    /** A file on the server. */
    record Blob(String cid, String mimeType, long size) {
        Map<String, Object> json() {
            return Fields.of("$type", "blob", "ref", Fields.of("$link", cid), "mimeType", mimeType, "size", size);
        }
    }

    /** @param uri empty = this part has no card */
    record Card(
            String uri,
            String title,
            String description,
            @Nullable Blob thumb) {
        static final Card NONE = new Card("", "", "", null);
    }

    /**
     * The posts that a post names, as they stood when they were looked up.
     *
     * @param root the beginning of the thread that is answered
     */
    record Named(
            @Nullable Ref quote,
            @Nullable Ref root,
            @Nullable Ref parent) {}

    /** A strong reference to a record. */
    record Ref(String uri, String cid) {
        String key() {
            return uri.substring(uri.lastIndexOf('/') + 1);
        }
    }
}
