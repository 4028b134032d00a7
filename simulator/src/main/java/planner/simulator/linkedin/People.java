package planner.simulator.linkedin;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is on this LinkedIn: members, pages, and who may do what on them. */
final class People {
    static final String PERSON = "urn:li:person:";
    static final String ORGANIZATION = "urn:li:organization:";

    private static final Set<String> POSTING = Set.of("ADMINISTRATOR", "CONTENT_ADMIN", "CONTENT_ADMINISTRATOR");

    static final List<Member> MEMBERS = List.of(
            new Member("782bbtaQ", "Ada", "Nowak", "ada-nowak", "Baker and founder"),
            new Member("9hXy12Lk", "Jan", "Zieliński", "jan-zielinski", "Gardener"));
    static final List<Organization> ORGANIZATIONS = List.of(
            new Organization("2414183", "Zielony Kąt", "zielony-kat", "Gardens for cities", 48_213),
            new Organization("5515715", "Ada's Bakery", "adas-bakery", "Bread, slowly", 1_204),
            new Organization("1337", "Somebody Else Ltd.", "somebody-else", "Not yours", 12));
    static final List<Role> ROLES = List.of(
            new Role("782bbtaQ", "2414183", "ADMINISTRATOR", "APPROVED"),
            new Role("782bbtaQ", "5515715", "CONTENT_ADMINISTRATOR", "APPROVED"),
            new Role("782bbtaQ", "1337", "ANALYST", "APPROVED"),
            new Role("9hXy12Lk", "1337", "ADMINISTRATOR", "REQUESTED"));

    private People() {}

    record Member(String id, String first, String last, String vanity, String headline) {
        String urn() {
            return PERSON + id;
        }

        String name() {
            return first + " " + last;
        }
    }

    record Organization(String id, String name, String vanity, String tagline, int followers) {
        String urn() {
            return ORGANIZATION + id;
        }
    }

    record Role(String member, String organization, String role, String state) {}

    static Optional<Member> member(String id) {
        return MEMBERS.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    static Optional<Organization> organization(String urn) {
        return ORGANIZATIONS.stream().filter(it -> it.urn().equals(urn)).findFirst();
    }

    /** The name behind a URN of either kind. */
    static Optional<String> name(String urn) {
        return organization(urn)
                .map(Organization::name)
                .or(() -> MEMBERS.stream()
                        .filter(it -> it.urn().equals(urn))
                        .map(Member::name)
                        .findFirst());
    }

    static boolean posts(Member member, String organization) {
        return ROLES.stream()
                .anyMatch(it -> it.member().equals(member.id())
                        && (ORGANIZATION + it.organization()).equals(organization)
                        && it.state().equals("APPROVED")
                        && POSTING.contains(it.role()));
    }

    static boolean administers(Member member, String organization) {
        return ROLES.stream()
                .anyMatch(it -> it.member().equals(member.id())
                        && (ORGANIZATION + it.organization()).equals(organization)
                        && it.state().equals("APPROVED")
                        && it.role().equals("ADMINISTRATOR"));
    }
}
