package planner.post;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import planner.publish.Publications;
import planner.workspace.Caller;
import planner.workspace.PersonId;
import planner.workspace.Workspaces;

/** Puts a post together with what became of it, for showing. */
@Component
class PostViews {
    private final Publications publications;
    private final Workspaces workspaces;

    PostViews(Publications publications, Workspaces workspaces) {
        this.publications = publications;
        this.workspaces = workspaces;
    }

    PostView of(Caller caller, Post post) {
        return of(caller, List.of(post)).getFirst();
    }

    List<PostView> of(Caller caller, List<Post> posts) {
        var out = publications.ofPosts(
                caller.workspace(), posts.stream().map(post -> post.id().value()).toList(), caller.locale());
        var names = workspaces.names(posts.stream()
                .map(Post::author)
                .filter(Objects::nonNull)
                .map(PersonId.class::cast)
                .toList());
        return posts.stream()
                .map(post -> PostView.of(
                        post,
                        post.author() == null ? null : names.get(post.author()),
                        out.getOrDefault(post.id().value(), List.of())))
                .toList();
    }
}
