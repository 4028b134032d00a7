package planner.simulator.meta;

/** The hosts of the Graph API: a token of one is refused by the others, and tells its host by its first letters. */
public enum Host {
    INSTAGRAM("IGAA"),
    FACEBOOK("EAAG"),
    THREADS("THAA");

    final String prefix;

    Host(String prefix) {
        this.prefix = prefix;
    }
}
