package planner.post;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import planner.media.Arrived;
import planner.media.Asset;
import planner.media.AssetId;
import planner.media.Assets;
import planner.media.Replacements;
import planner.publish.Publications;
import planner.publish.Unfinished;
import planner.workspace.Caller;
import planner.workspace.Problem;
import planner.workspace.WorkspaceId;

/**
 * Other bytes for an asset, and what that means for the posts that it stands in: what has not begun is checked and
 * frozen anew with the new ones, or nothing changes; what has begun goes on with the old ones, all of its channels.
 */
@Service
class FileReplacement {
    private final PostStore store;
    private final Posts posts;
    private final Publications publications;
    private final Unfinished unfinished;
    private final Assets assets;
    private final Replacements replacements;

    FileReplacement(
            PostStore store,
            Posts posts,
            Publications publications,
            Unfinished unfinished,
            Assets assets,
            Replacements replacements) {
        this.store = store;
        this.posts = posts;
        this.publications = publications;
        this.unfinished = unfinished;
        this.assets = assets;
        this.replacements = replacements;
    }

    /** The new file does not do for a post that is scheduled. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Post post;
        private final transient PostPreflight.Report report;

        Refused(Post post, PostPreflight.Report report) {
            super("refused by preflight", null, false, false);
            this.post = post;
            this.report = report;
        }

        Post post() {
            return post;
        }

        PostPreflight.Report report() {
            return report;
        }
    }

    /**
     * @return {@code null} when a post began to use it meanwhile: nothing was done, and it is to be tried again
     * @throws Refused when a post that waits could not go out with it
     */
    @Transactional
    public @Nullable Asset replace(Caller caller, AssetId id, Arrived arrived) {
        var workspace = caller.workspace();
        var users = users(workspace, id);
        users.forEach(post -> publications.lock(workspace, post));
        if (!replacements.lock(workspace, id)) {
            throw Problem.notFound();
        }
        if (!users.containsAll(users(workspace, id))) {
            return null;
        }
        var again = new ArrayList<Post>();
        var goOn = new ArrayList<UUID>();
        for (var user : users) {
            var post = store.lock(workspace, new PostId(user));
            if (post.filter(Posts::ordered).isPresent() && unfinished.untouched(workspace, user)) {
                again.add(post.get());
            } else {
                goOn.addAll(unfinished.of(workspace, user));
            }
        }
        var asset = replacements.replace(workspace, id, arrived, goOn);
        again.forEach(post -> orderAnew(caller, post));
        return asset;
    }

    private void orderAnew(Caller caller, Post post) {
        try {
            posts.orderAnew(caller, post);
        } catch (PreflightFailed e) {
            throw new Refused(post, e.report());
        }
    }

    /** The same order everywhere, so that two replacements cannot wait for each other. */
    private List<UUID> users(WorkspaceId workspace, AssetId id) {
        return assets.users(workspace, id, null, Integer.MAX_VALUE).reversed();
    }
}
