package planner.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import planner.MovableClock;
import planner.RoomTest;
import planner.TestDatabase;
import planner.jobs.Next;
import planner.jobs.TestJobs;
import planner.workspace.Installation;
import planner.workspace.MasterKey;
import planner.workspace.Mode;

/** The look is remembered for all processes, and looks come by themselves. */
class PublicChecksTest {
    private final HikariDataSource pool = TestDatabase.fresh().open();
    private final JdbcClient sql = JdbcClient.create(pool);
    private final MovableClock clock = new MovableClock(RoomTest.START);
    private final AtomicInteger looks = new AtomicInteger();
    /** The name is unknown; an address of the open Internet would be asked for real. */
    private final Fetch.Resolver resolver = host -> {
        looks.incrementAndGet();
        throw new UnknownHostException(host);
    };

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void theLastLookIsKnownToEveryProcess() throws NoSuchAlgorithmException {
        var one = checks(Mode.PRODUCTION, "https://planner.example.org");
        assertThat(one.last()).isEmpty();
        var check = one.run();
        assertThat(check.failed()).isTrue();
        assertThat(check.faults()).containsExactly(PublicFault.UNRESOLVED);
        assertThat(checks(Mode.PRODUCTION, "https://planner.example.org").last()).contains(check);
        assertThat(checks(Mode.PRODUCTION, "https://elsewhere.example.org").last())
                .as("of another address nothing is known")
                .isEmpty();
    }

    @Test
    void theDemoNeverLooks() throws NoSuchAlgorithmException {
        var demo = checks(Mode.DEMO, "http://localhost:8080");
        assertThat(job(demo).run("all")).isEqualTo(new Next.Again(RoomTest.START.plus(Duration.ofHours(6))));
        assertThat(looks).hasValue(0);
        assertThat(demo.last()).isEmpty();
    }

    @Test
    void whileSomethingIsWrongItLooksMoreOften() throws NoSuchAlgorithmException {
        var checks = checks(Mode.PRODUCTION, "https://planner.example.org");
        assertThat(job(checks).run("all")).isEqualTo(new Next.Again(RoomTest.START.plus(Duration.ofMinutes(15))));
        assertThat(checks.last()).map(PublicCheck::failed).contains(true);
    }

    @Test
    void manyWhoAskAtOnceLookOnce() throws NoSuchAlgorithmException {
        var checks = checks(Mode.PRODUCTION, "https://planner.example.org");
        checks.run();
        int before = looks.get();
        checks.run();
        assertThat(looks).hasValue(before);
        clock.advance(Duration.ofSeconds(6));
        checks.run();
        assertThat(looks.get()).isGreaterThan(before);
    }

    private PublicCheckJob job(PublicChecks checks) {
        return new PublicCheckJob(checks, TestJobs.on(sql, clock), clock);
    }

    private PublicChecks checks(Mode mode, String address) throws NoSuchAlgorithmException {
        var house = new Installation(mode, URI.create(address), Path.of("."), new MasterKey(new byte[32]));
        var look = new OutsideLook(resolver, SSLContext.getDefault(), System::nanoTime);
        return new PublicChecks(new PublicCheckStore(sql), new LinkSigner(house), look, house, clock);
    }
}
