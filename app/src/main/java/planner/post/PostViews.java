package planner.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import planner.publish.Publications;
import planner.workspace.Caller;
import planner.workspace.People;
import planner.workspace.Person;
import planner.workspace.PersonId;

/** Puts a post together with what became of it, for showing. */
@Component
class PostViews {
    private final Publications publications;
    private final People people;

    PostViews(Publications publications, People people) {
        this.publications = publications;
        this.people = people;
    }

    PostView of(Caller caller, Post post) {
        return of(caller, List.of(post)).getFirst();
    }

    List<PostView> of(Caller caller, List<Post> posts) {
        var out = publications.ofPosts(
                caller.workspace(),
                posts.stream().map(post -> post.id().value()).toList(),
                caller.locale());
        var names = new HashMap<PersonId, Optional<String>>();
        return posts.stream()
                .map(post -> PostView.of(
                        post,
                        name(names, post.author()),
                        out.getOrDefault(post.id().value(), List.of())))
                .toList();
    }

    private @Nullable String name(Map<PersonId, Optional<String>> known, @Nullable PersonId author) {
        return author == null
                ? null
                : known.computeIfAbsent(author, id -> people.find(id).map(Person::name))
                        .orElse(null);
    }
}
