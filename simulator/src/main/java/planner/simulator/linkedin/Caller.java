package planner.simulator.linkedin;

import java.util.Arrays;
import java.util.Set;

/** Whose token a call carries. */
record Caller(Apps.App app, People.Member member, Set<String> scopes) {
    boolean has(String... anyOf) {
        return Arrays.stream(anyOf).anyMatch(scopes::contains);
    }

    void need(String resource, String... anyOf) {
        if (!has(anyOf)) {
            throw ApiError.denied(resource);
        }
    }

    /** Whether posts, files and comments may be made in this name. */
    void writesAs(String author, String resource) {
        boolean may = author.equals(member.urn())
                ? has("w_member_social")
                : has("w_organization_social") && People.posts(member, author);
        if (!may) {
            throw ApiError.denied(resource);
        }
    }
}
