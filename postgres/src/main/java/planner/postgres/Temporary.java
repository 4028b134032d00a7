package planner.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Servers that live as long as a test run: a copy of a cluster that was made once on this machine. */
final class Temporary {
    private static final String PREFIX = "postgres-of-";

    private Temporary() {}

    static EmbeddedPostgres start() {
        try {
            var privileges = Privileges.detect();
            var programs = cache(privileges).resolve("postgres-" + Binaries.VERSION);
            var folder =
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
            privileges.admit(folder);
            sweep(Path.of(System.getProperty("java.io.tmpdir")));
            copy(template(programs, privileges), folder.resolve("pg"));
            var postgres = EmbeddedPostgres.start(folder.resolve("pg"), programs, Settings.PASSING, privileges);
            postgres.onceClosed(() -> Binaries.delete(folder));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(postgres::close));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path cache(Privileges privileges) {
        if (!privileges.sharesOurUser()) {
            return Path.of(System.getProperty("java.io.tmpdir"), "embedded-postgres");
        }
        var chosen = System.getenv("XDG_CACHE_HOME");
        var base = chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(chosen);
        return base.resolve("embedded-postgres");
    }

    private static Path template(Path programs, Privileges privileges) throws IOException {
        var template = programs.resolveSibling(programs.getFileName() + "-empty");
        var binaries = Binaries.in(programs);
        Alone.with(template.resolveSibling(template.getFileName() + ".lock"), () -> {
            if (!Files.exists(template)) {
                var fresh = template.resolveSibling(template.getFileName() + ".new");
                Binaries.delete(fresh);
                Home.in(fresh).prepare(binaries, privileges, Settings.PASSING);
                Files.move(fresh, template, StandardCopyOption.ATOMIC_MOVE);
            }
        });
        return template;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Removes what test runs left that were killed. */
    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "[0-9]*-*")) {
            for (var one : left) {
                var name = one.getFileName().toString();
                long pid = Long.parseLong(name, PREFIX.length(), name.indexOf('-', PREFIX.length()), 10);
                if (ProcessHandle.of(pid).isEmpty() && Files.isWritable(one)) {
                    deleteUnlessOthersDo(one);
                }
            }
        }
    }

    private static void deleteUnlessOthersDo(Path folder) {
        try {
            Binaries.delete(folder);
        } catch (UncheckedIOException e) {
            // another test run sweeps it at the same time, or the next one will
        }
    }
}
