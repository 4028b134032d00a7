package planner;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import planner.channel.Channels;
import planner.network.Account;
import planner.network.Credential;
import planner.network.Grant;
import planner.network.Network;
import planner.workspace.Caller;
import planner.workspace.People;
import planner.workspace.Scope;
import planner.workspace.Tokens;
import planner.workspace.Workspaces;

/**
 * The whole house on a real PostgreSQL. The house starts once per JVM; each test gets a workspace of its own and a
 * caller who owns it, so tests do not see each other's rows. {@link TestDatabase} alone is enough for a Store.
 */
@SpringBootTest(
        classes = {Application.class, RoomTest.Movable.class},
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
public abstract class RoomTest {
    public static final Instant START = Instant.parse("2026-12-01T08:00:00Z");
    private static final AtomicInteger COUNT = new AtomicInteger();
    /** One that repeats nothing: a 503 must not be hidden from a test. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    protected ApplicationContext house;
    protected MovableClock clock;
    protected JdbcClient sql;
    /** Owns the fresh workspace of this test. */
    protected Caller owner;
    /** The owner's API token with read and write. */
    protected String token;
    /** Speaks to the running house as the owner; statuses are not turned into exceptions. */
    protected RestClient http;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        var database = TestDatabase.fresh();
        var data = Files.createTempDirectory("planner-test-data");
        settings.add("PLANNER_DATABASE_URL", database::url);
        settings.add("PLANNER_DATA", data::toString);
        settings.add("PLANNER_EXAMPLES", () -> "off");
        settings.add("PLANNER_SANDBOX", () -> "off");
        int port = freePort();
        settings.add("PLANNER_PORT", () -> port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @BeforeEach
    void moveIn(@Autowired ApplicationContext context) {
        house = context;
        clock = bean(MovableClock.class);
        clock.set(START);
        sql = bean(JdbcClient.class);
        owner = newOwner();
        token = bean(Tokens.class)
                .create(owner.workspace(), owner.person(), "test", Set.of(Scope.READ, Scope.WRITE))
                .secret();
        http = httpWith(token);
    }

    protected final <T> T bean(Class<T> type) {
        return house.getBean(type);
    }

    /** A further person with a further workspace. */
    protected final Caller newOwner() {
        var zone = ZoneId.of("Europe/Warsaw");
        var person = bean(People.class)
                .create(
                        "owner" + COUNT.incrementAndGet() + "-" + UUID.randomUUID() + "@example.org",
                        "Olga Owner",
                        "correct horse battery",
                        Locale.ENGLISH,
                        zone);
        var workspace = bean(Workspaces.class).create("Workspace", zone, person.id());
        return new Caller(workspace.id(), person.id(), Set.of(Scope.values()), Locale.ENGLISH);
    }

    /** Connects an account that no network knows. @return the channel's id */
    protected final UUID connected(Caller caller, Network network, String account, String name) {
        var grant = new Grant(
                new Account(account, name, name.toLowerCase(Locale.ROOT), null, Map.of()),
                new Credential("token", null, null, Set.of(), Map.of()));
        return bean(Channels.class)
                .connect(
                        caller.workspace(),
                        network.id(),
                        network.connectors().getFirst().id(),
                        grant,
                        UUID.randomUUID())
                .channel()
                .id()
                .value();
    }

    /** Where the running house listens. */
    protected final String base() {
        return "http://127.0.0.1:" + bean(Environment.class).getRequiredProperty("local.server.port");
    }

    protected final RestClient httpWith(String bearer) {
        return RestClient.builder()
                .baseUrl(base())
                .defaultHeader("Authorization", "Bearer " + bearer)
                .requestFactory(new JdkClientHttpRequestFactory(CLIENT))
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Movable {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(START);
        }
    }
}
