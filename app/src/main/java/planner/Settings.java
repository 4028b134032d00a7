package planner;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import planner.workspace.Installation;
import planner.workspace.MasterKey;
import planner.workspace.Mode;

/**
 * What can be set, beside the settings of the networks; docs/settings.md shows all.
 *
 * @param database {@code null} = the embedded one in the data folder
 * @param workers how many jobs this process does at once
 * @param masterKey {@code null} = the demo's own one in the data folder
 * @param sandboxPort of the simulated networks; 0 = there is no sandbox
 * @param examples whether the demo is filled with example channels and posts at its first start
 */
record Settings(
        Mode mode,
        String address,
        int port,
        Path data,
        @Nullable DatabaseAddress database,
        int databaseConnections,
        int workers,
        URI publicUrl,
        @Nullable MasterKey masterKey,
        Duration sessionLength,
        int sandboxPort,
        boolean examples) {

    private static final Duration LONGEST_RETRY = Duration.ofDays(1);

    static Settings read(Questions ask) {
        ofRooms(ask);
        var mode = ask.choice("PLANNER_MODE", Mode.DEMO, "`production` has no demo sign-in and no sandbox");
        var port = ask.number("PLANNER_PORT", 8080, 1, 65535, "Where the planner listens");
        return new Settings(
                mode,
                ask.own("PLANNER_ADDRESS", "127.0.0.1", "The address to listen at; `0.0.0.0` = every one"),
                port,
                ask.path("PLANNER_DATA", "data", "The data folder")
                        .toAbsolutePath()
                        .normalize(),
                database(ask),
                ask.number("PLANNER_DATABASE_CONNECTIONS", 16, 4, 200, "Most connections to the database"),
                ask.number(
                        "PLANNER_WORKERS",
                        200,
                        0,
                        2_000,
                        "Jobs this process does at once; 0 leaves them to other processes"),
                publicUrl(ask, mode, port),
                masterKey(ask, mode),
                ask.duration(
                        "PLANNER_SESSION_LENGTH",
                        Duration.ofDays(14),
                        Duration.ofMinutes(1),
                        Duration.ofDays(366),
                        "A sign-in ends after this long without use"),
                sandboxPort(ask, mode, port),
                ask.choice("PLANNER_EXAMPLES", Switch.ON, "Fill the demo with example channels and posts")
                        == Switch.ON);
    }

    /** Those that a room reads by itself: asked here too, so that they are checked before the start and documented. */
    private static void ofRooms(Questions ask) {
        ask.number("PLANNER_MAX_UPLOAD", 1_024, 1, 100_000, "Largest file that can be uploaded, in megabytes");
        ask.number("PLANNER_ENCODES", 1, 1, 16, "How many videos are encoded at once");
        ask.text("PLANNER_FFMPEG", "", "Path of an ffmpeg with ffprobe beside it; empty = the bundled one");
        ask.duration(
                "PLANNER_HEARTBEAT",
                Duration.ofSeconds(5),
                Duration.ofMillis(100),
                Duration.ofSeconds(7),
                "A running job's sign of life; four missed = dead");
        var first = ask.duration(
                "PLANNER_RETRY_FIRST",
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                LONGEST_RETRY,
                "Pause after a failed try; doubles with each");
        var most = ask.duration(
                "PLANNER_RETRY_MOST",
                Duration.ofHours(1),
                Duration.ofSeconds(1),
                LONGEST_RETRY,
                "The longest pause between two tries");
        if (first.compareTo(most) > 0) {
            ask.fault(
                    "PLANNER_RETRY_FIRST",
                    "must be at most PLANNER_RETRY_MOST: %s is more than %s".formatted(first, most));
        }
    }

    private static @Nullable DatabaseAddress database(Questions ask) {
        var name = "PLANNER_DATABASE_URL";
        var text = ask.secret(
                name,
                "`postgresql://user:password@host:5432/name` of a PostgreSQL 18 server; empty = the embedded one");
        try {
            return text.isEmpty() ? null : DatabaseAddress.parse(text);
        } catch (IllegalArgumentException e) {
            ask.fault(name, "must be: postgresql://user:password@host:5432/name");
            return null;
        }
    }

    private static int sandboxPort(Questions ask, Mode mode, int port) {
        var sandbox = ask.choice("PLANNER_SANDBOX", Switch.ON, "Simulated networks instead of the real ones in a demo");
        int asked = ask.number(
                "PLANNER_SANDBOX_PORT", 0, 0, 65535, "Where the simulated networks listen; 0 = the planner's port + 1");
        boolean open = mode == Mode.DEMO && sandbox == Switch.ON;
        return !open ? 0 : asked == 0 ? Math.min(port + 1, 65535) : asked;
    }

    private static URI publicUrl(Questions ask, Mode mode, int port) {
        var name = "PLANNER_PUBLIC_URL";
        var initial = "http://localhost:" + port;
        var url = ask.url(
                name,
                "http://localhost:8080",
                initial,
                "Where browsers and networks reach the planner; required in production, https there");
        if (mode == Mode.PRODUCTION && !"https".equals(url.getScheme())) {
            ask.fault(name, "must be set to the https address of this planner in production");
        }
        return url;
    }

    private static @Nullable MasterKey masterKey(Questions ask, Mode mode) {
        var name = "PLANNER_MASTER_KEY";
        var text = ask.secret(
                name, "Seals every credential: 32 random bytes as Base64 or hex; required in production, keep a copy");
        var how = "make one with: openssl rand -base64 32";
        if (text.isEmpty()) {
            if (mode == Mode.PRODUCTION) {
                ask.fault(name, "is required in production; " + how);
            }
            return null;
        }
        try {
            return MasterKeys.parse(text.strip());
        } catch (IllegalArgumentException e) {
            ask.fault(name, "must be 32 random bytes as Base64 or hex; " + how);
            return null;
        }
    }

    /** Makes the data folder when it is new. */
    Installation installation() throws IOException {
        if (!Files.isDirectory(data)) {
            Files.createDirectories(data.toAbsolutePath().getParent());
            Files.createDirectory(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return new Installation(mode, publicUrl, data, masterKey == null ? MasterKeys.ofDemo(data) : masterKey);
    }

    private enum Switch {
        ON,
        OFF
    }
}
