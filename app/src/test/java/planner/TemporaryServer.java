package planner;

import planner.postgres.EmbeddedPostgres;

/** One PostgreSQL server per test JVM, gone with it. */
final class TemporaryServer {
    private static final EmbeddedPostgres SERVER = EmbeddedPostgres.startTemporary();

    private TemporaryServer() {}

    static String url(String database) {
        return "%s?user=%s&password=%s".formatted(SERVER.jdbcUrl(database), SERVER.user(), SERVER.password());
    }
}
