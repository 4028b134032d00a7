package planner.simulator.tiktok;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One account with what its owner allows, and everything that was sent to it. */
final class Creator {
    private static final Duration DAY = Duration.ofHours(24);
    private static final int POSTS_A_DAY = 15;
    private static final int PENDING = 5;

    final String openId;
    final String username;
    final String nickname;
    final boolean hidden;
    final int followers;
    final int longest;
    private final boolean stitchDisabled;
    private final List<Share> shares = new ArrayList<>();

    /**
     * @param hidden a private account
     * @param longest seconds of its longest video
     */
    Creator(
            String openId,
            String username,
            String nickname,
            boolean hidden,
            int followers,
            int longest,
            boolean stitchDisabled) {
        this.openId = openId;
        this.username = username;
        this.nickname = nickname;
        this.hidden = hidden;
        this.followers = followers;
        this.longest = longest;
        this.stitchDisabled = stitchDisabled;
    }

    List<String> privacy() {
        return hidden
                ? List.of("FOLLOWER_OF_CREATOR", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY")
                : List.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY");
    }

    boolean commentDisabled() {
        return false;
    }

    boolean duetDisabled() {
        return hidden;
    }

    boolean stitchDisabled() {
        return hidden || stitchDisabled;
    }

    /** Refuses the sixteenth post of a day. */
    synchronized void mayPost(Instant now, int status) {
        long today = shares.stream()
                .filter(it -> it.direct() && it.begunAfter(now.minus(DAY)))
                .count();
        if (today >= POSTS_A_DAY) {
            throw ApiError.of(
                    status, "spam_risk_too_many_posts", "The daily post cap from the API is reached for this creator");
        }
    }

    synchronized void mayDraft(Instant now) {
        long pending = shares.stream()
                .filter(it -> !it.direct() && it.begunAfter(now.minus(DAY)) && it.pending(now))
                .count();
        if (pending >= PENDING) {
            throw ApiError.of(
                    403, "spam_risk_too_many_pending_share", "There may be at most 5 pending shares within 24 hours");
        }
    }

    synchronized void add(Share share) {
        shares.addFirst(share);
    }

    synchronized List<Share> shares() {
        return List.copyOf(shares);
    }

    /** Newest first. */
    List<Share> posts(Instant now) {
        return shares().stream().filter(it -> it.shown(now)).toList();
    }

    List<Share> publicPosts(Instant now) {
        return shares().stream().filter(it -> it.listed(now)).toList();
    }

    List<Share> inbox(Instant now) {
        return shares().stream().filter(it -> !it.direct() && it.delivered(now)).toList();
    }

    Optional<Share> share(String publishIdOrPostId) {
        return shares().stream()
                .filter(it -> it.publishId.equals(publishIdOrPostId) || it.postId.equals(publishIdOrPostId))
                .findFirst();
    }
}
